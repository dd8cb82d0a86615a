import type { ReactNode } from 'react'

// Drawn on a 16-unit square with one line width; always beside a word, so hidden from people who listen.
const paths = {
  tick: <path d="M2.8 8.6l3.2 3.2 7-7.6" />,
  up: <path d="M8 13V3.6M3.8 7.6L8 3.4l4.2 4.2" />,
  unset: <circle cx="8" cy="8" r="6" strokeDasharray="2.4 2.2" />,
  find: (
    <>
      <circle cx="7" cy="7" r="4.4" />
      <path d="M10.4 10.4l3.4 3.4" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4V8l2.4 1.6" />
    </>
  ),
  waiting: (
    <path d="M4 2.5h8M4 13.5h8M4.8 2.5c0 3 3.2 3.6 3.2 5.5s-3.2 2.5-3.2 5.5M11.2 2.5c0 3-3.2 3.6-3.2 5.5s3.2 2.5 3.2 5.5" />
  ),
  attention: (
    <>
      <path d="M8 2.2l6.3 11.3H1.7z" />
      <path d="M8 6.6v3.2M8 11.6v.2" />
    </>
  ),
  down: <path d="M3.4 6L8 10.6 12.6 6" />,
  right: <path d="M6 3.4L10.6 8 6 12.6" />,
  left: <path d="M10 3.4L5.4 8 10 12.6" />,
  lock: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.8" rx="1" />
      <path d="M5.2 7V5a2.8 2.8 0 015.6 0v2" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  cross: <path d="M3.6 3.6l8.8 8.8M12.4 3.6l-8.8 8.8" />,
  print: <path d="M4.4 6V2h7.2v4M4.4 11.4H2.2V6h11.6v5.4h-2.2M4.4 9.4h7.2V14H4.4z" />,
  paper: <path d="M4 1.8h5.4L12.4 5v9.2H4zM9.2 2v3.2h3.2" />,
  offline: <path d="M2 2l12 12M4.2 11.8h7.2a2.6 2.6 0 001-5 4.2 4.2 0 00-6.6-2.6M4.6 5.6a3.2 3.2 0 00-.4 6.2" />,
  handover: <path d="M2 8h9.4M8 4.4L11.6 8 8 11.6M14 3v10" />,
  person: (
    <>
      <circle cx="8" cy="5.2" r="2.9" />
      <path d="M2.6 14c.5-3 2.6-4.4 5.4-4.4s4.9 1.4 5.4 4.4" />
    </>
  ),
  link: (
    <path d="M6.6 9.4a2.8 2.8 0 004 0l2.4-2.4a2.8 2.8 0 00-4-4L7.8 4.2M9.4 6.6a2.8 2.8 0 00-4 0L3 9a2.8 2.8 0 004 4l1.2-1.2" />
  ),
  bell: <path d="M3 11.6h10c-1.2-1.2-1.4-2.6-1.4-4.6a3.6 3.6 0 00-7.2 0c0 2-.2 3.4-1.4 4.6zM6.6 13.8h2.8M8 3.4V2" />,
  sort: <path d="M5 13V3M2.4 5.6L5 3l2.6 2.6M11 3v10M8.4 10.4L11 13l2.6-2.6" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof paths

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths[name]}
    </svg>
  )
}

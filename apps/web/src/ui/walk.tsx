import type { ReactNode } from 'react'

export interface Step {
  key: string
  name: string
  /** A date under a step that was taken, or what it waits for. */
  note?: ReactNode
}

/** The same steps spelt out: past ones, the one that is now, those to come. */
export function Walk({ label, steps, now }: { label: string; steps: readonly Step[]; now: number }) {
  return (
    <ol className="walk" aria-label={label}>
      {steps.map(({ key, name, note }, index) => (
        <li
          key={key}
          className={index < now ? 'past' : index === now ? 'now' : undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          <b>{name}</b>
          {note}
        </li>
      ))}
    </ol>
  )
}

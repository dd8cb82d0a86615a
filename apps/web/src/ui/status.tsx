import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { Steps } from './steps'

/** Colours with a meaning; each always comes with its glyph and its word. */
export type Tone = 'proposed' | 'open' | 'moving' | 'done' | 'late' | 'waiting' | 'attention'

/** A status: steps taken and the word. One bar for what stopped (dropped, superseded, transferred). */
export function Status({ tone, taken, children }: { tone: Tone; taken: number; children: ReactNode }) {
  return (
    <span className={`status s-${tone}`}>
      <Steps taken={taken} width={16} />
      {children}
    </span>
  )
}

/** A fact that stands out: overdue, waiting, needs attention. */
export function Flag({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={`flag s-${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}

/** The same on a tint, for heads of blocks. */
export function Pill({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return <span className={tone ? `pill s-${tone} t-${tone}` : 'pill'}>{children}</span>
}

/** Absence is drawn, never left blank: “Not stated”. */
export function Unset({ children }: { children: ReactNode }) {
  return (
    <span className="unset">
      <Icon name="unset" />
      {children}
    </span>
  )
}

import type { ActionStatus } from '@camau/domain'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/status'
import { Steps } from '../../ui/steps'
import { statusWords } from './status-words'

interface Look {
  tone: Tone
  /** Steps behind it, of five; what stopped has one bar and its word. */
  taken: number
}

export const statusLooks: Record<ActionStatus, Look> = {
  proposed: { tone: 'proposed', taken: 1 },
  open: { tone: 'open', taken: 2 },
  'in-progress': { tone: 'moving', taken: 3 },
  done: { tone: 'done', taken: 4 },
  closed: { tone: 'done', taken: 5 },
  dropped: { tone: 'proposed', taken: 1 },
  superseded: { tone: 'proposed', taken: 1 },
  transferred: { tone: 'proposed', taken: 1 },
}

/** Steps and the word. */
export function StatusMark({ status }: { status: ActionStatus }) {
  return <Status {...statusLooks[status]}>{useWords(statusWords)[status]}</Status>
}

/** Steps and a number; the word for people who listen, and in colour never alone. */
export function StatusNumber({ status, number }: { status: ActionStatus; number: number }) {
  const words = useWords(statusWords)
  const { tone, taken } = statusLooks[status]
  return (
    <span className={`s-${tone}`} title={words[status]}>
      <Steps taken={taken} />
      {number}
      <span className="hidden"> {words[status]}</span>
    </span>
  )
}

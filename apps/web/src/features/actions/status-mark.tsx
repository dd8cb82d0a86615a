import type { ActionStatus } from '@camau/domain'
import { useWords } from '../../platform/words'
import { statusWords } from '../../platform/words/statuses'
import { Status } from '../../ui/status'
import { statusLooks } from '../../ui/status-looks'
import { Steps } from '../../ui/steps'

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

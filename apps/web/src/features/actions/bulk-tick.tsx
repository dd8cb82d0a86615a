import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { chosen, toggleChosen } from './bulk-choice'
import { bulkWords } from './bulk-words'

/** Chooses a row for what is done to many; by key it is x, and Shift with an arrow chooses on the way. */
export function BulkTick({ id, number }: { id: string; number: number }) {
  const words = useWords(bulkWords)
  const on = useSignal(chosen).has(id)
  return (
    <input
      type="checkbox"
      className="bulk-tick no-print"
      tabIndex={-1}
      aria-label={words.choose(number)}
      checked={on}
      onChange={() => toggleChosen(id)}
    />
  )
}

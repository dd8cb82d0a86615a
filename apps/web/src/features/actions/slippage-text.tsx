import { slippageOf } from '@camau/domain'
import { useWords } from '../../platform/words'
import type { LogRow } from './action-status'
import { heldAction } from './held-action'
import { passingWords } from './passing-words'

/** "moved twice, +41 days"; nothing where the date stands as it was first set. */
export function useSlippageText(): (row: LogRow) => string | null {
  const words = useWords(passingWords)
  return (row) => {
    const { moves, days } = slippageOf(heldAction(row).record)
    if (moves === 0) return null
    return days === null ? words.moved(moves) : `${words.moved(moves)}, ${words.days(days)}`
  }
}

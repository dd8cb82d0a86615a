import { packAnswers } from '@camau/domain'
import { useWords } from '../../platform/words'
import type { PackRowFragment } from './hand-over.graphql'
import { handOverWords } from './hand-over-words'

/** How many of the items stand at each answer; what is nought is left out. */
export function PackCounts({ counts }: { counts: PackRowFragment['counts'] }) {
  const words = useWords(handOverWords).counts
  const said = packAnswers.filter((answer) => counts[answer] > 0).map((answer) => words[answer](counts[answer]))
  return <span className="num">{said.join(' · ')}</span>
}

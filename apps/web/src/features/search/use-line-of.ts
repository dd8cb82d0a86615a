import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { type Hit, type Line, lineOf } from './results'
import { paletteWords } from './words'

/** How a record that was found reads, and where it leads, in the page's language. */
export function useLineOf(): (hit: Hit) => Line {
  const words = useWords(paletteWords)
  const { day } = useDates()
  const content = useContent()
  return (hit) => lineOf(hit, { day, overdue: words.overdue, ofItem: words.ofItem, content })
}

import { EnglishContent } from '../../platform/content'
import { isPrinted, useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import { registerWords } from './words'

/** A day in the reader's language; a span or a financial year in the documents' own words; or that none is given. */
export function PrintedDate({ date }: { date: string | null }) {
  const words = useWords(registerWords)
  const dates = useDates()
  if (!date) return <Unset>{words.notStated}</Unset>
  return isPrinted(date) ? <EnglishContent text={date} /> : dates.shortDay(date)
}

import { useDates } from '../../platform/dates'
import { dueDay } from '../../platform/due-day'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { LogRow } from './action-status'
import { logWords } from './words'

type Due = LogRow['due']

/** A due date as plain text: days in the page's language, the documents' own words as they are. */
export function useDueText(): (due: Due) => { text: string; english: boolean } {
  const dates = useDates()
  const words = useWords(logWords)
  return (due) => {
    if (!due) return { text: words.noDate, english: false }
    const day = dueDay(due)
    return day ? { text: dates.shortDay(day), english: false } : { text: due.label, english: true }
  }
}

/** The due date with what follows from it: overdue since, or that there is none. */
export function DueText({ due, overdueSince }: { due: Due; overdueSince?: string | null }) {
  const read = useDueText()
  const words = useWords(logWords)
  const dates = useDates()
  const { text, english } = read(due)
  if (!due) return <span className="faint">{text}</span>
  return (
    <>
      <span lang={english ? 'en' : undefined}>{text}</span>
      {overdueSince && (
        <>
          <br />
          <Flag tone="late" icon="clock">
            {words.overdueSince(dates.shortDay(overdueSince))}
          </Flag>
        </>
      )}
    </>
  )
}

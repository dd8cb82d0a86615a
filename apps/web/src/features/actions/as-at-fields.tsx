import { isPartOfCalendar } from '@camau/domain'
import { useId, useState } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { DateFields, noDate, type TypedDate } from '../../ui/date-fields'
import { passingWords } from './passing-words'

/** A day, or a month or a year alone, as the log is to be seen; called with `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function AsAtFields({ value, onShow }: { value: string | null; onShow: (day: string) => void }) {
  const words = useWords(passingWords)
  const id = useId()
  const [typed, setTyped] = useState(() => typedFrom(value))
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <form
      noValidate
      className="as-at-fields"
      onSubmit={(event) => {
        event.preventDefault()
        const day = readAsAt(typed)
        setWrong(day ? null : words.impossible)
        if (day) onShow(day)
      }}
    >
      <DateFields id={id} legend={words.asAt} value={typed} onChange={setTyped} wrong={wrong} />
      <p className="hint meta">{words.asAtHint}</p>
      <Button type="submit" small>
        {words.show}
      </Button>
    </form>
  )
}

/** What was typed as far as it goes; null where it is no day, month or year. */
export function readAsAt({ day, month, year }: TypedDate): string | null {
  const two = (part: string) => part.trim().padStart(2, '0')
  const parts = [year.trim(), ...(month.trim() ? [two(month)] : []), ...(day.trim() ? [two(day)] : [])]
  const isGapless = month.trim() !== '' || day.trim() === ''
  const asAt = parts.join('-')
  return isGapless && isPartOfCalendar(asAt) ? asAt : null
}

function typedFrom(value: string | null): TypedDate {
  const [year = '', month = '', day = ''] = value?.split('-') ?? []
  return value ? { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') } : noDate
}

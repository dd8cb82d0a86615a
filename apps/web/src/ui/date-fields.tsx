import { useId } from 'react'
import { formatLongDay } from '../platform/dates'
import { useLanguage } from '../platform/language'
import { useWords } from '../platform/words'
import { uiWords } from './words'

/** What was typed, part by part: nothing is lost while it is not yet a day. */
export interface TypedDate {
  day: string
  month: string
  year: string
}

export const noDate: TypedDate = { day: '', month: '', year: '' }

/** `YYYY-MM-DD` for a day that exists; 'empty' when nothing was typed; 'impossible' otherwise. */
export function readDate({ day, month, year }: TypedDate): { iso: string } | 'empty' | 'impossible' {
  if (!day.trim() && !month.trim() && !year.trim()) return 'empty'
  const [d, m, y] = [Number(day), Number(month), Number(year)]
  const date = new Date(Date.UTC(y, m - 1, d))
  const exists = y >= 1000 && date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return exists ? { iso: date.toISOString().slice(0, 10) } : 'impossible'
}

export function typedDate(iso: string | null | undefined): TypedDate {
  const match = iso ? /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) : null
  return match ? { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1] ?? '' } : noDate
}

interface DateFieldsProps {
  legend: string
  value: TypedDate
  onChange: (value: TypedDate) => void
  wrong?: string | null | undefined
  /** Id of the first field, for the problem summary to link to. */
  id?: string
}

/** Day, month, year: three fields in that order in both languages; says the weekday back. */
export function DateFields({ legend, value, onChange, wrong, id }: DateFieldsProps) {
  const own = useId()
  const first = id ?? own
  const words = useWords(uiWords)
  const language = useLanguage()
  const read = readDate(value)
  const part = (key: keyof TypedDate, label: string, maxLength: number) => (
    <label className={key}>
      {label}
      <input
        className="input"
        id={key === 'day' ? first : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={maxLength}
        value={value[key]}
        aria-invalid={wrong ? true : undefined}
        onChange={(event) => onChange({ ...value, [key]: event.target.value })}
      />
    </label>
  )
  return (
    <fieldset className={wrong ? 'field wrong' : 'field'} aria-describedby={`${first}-said ${first}-wrong`}>
      <legend>{legend}</legend>
      <p className="wrong-words" id={`${first}-wrong`}>
        {wrong}
      </p>
      <div className="date-fields">
        {part('day', words.day, 2)}
        {part('month', words.month, 2)}
        {part('year', words.year, 4)}
      </div>
      <p className="hint" id={`${first}-said`} aria-live="polite">
        {typeof read === 'object' ? formatLongDay(read.iso, language) : ''}
      </p>
    </fieldset>
  )
}

import { useId } from 'react'
import { useWords } from '../../platform/words'
import { DateFields } from '../../ui/date-fields'
import { Field } from '../../ui/field'
import type { DueEntry } from './due-entry'
import { stepWords } from './step-words'

interface DueFieldsProps {
  legend: string
  value: DueEntry
  onChange: (value: DueEntry) => void
  wrong?: string | null
  /** Id of the first field, for a problem summary. */
  id?: string
  /** Whether a date may be taken away here. */
  mayBeNone?: boolean
}

/** A due date: three fields for a day, or words such as “next term”, or none. */
export function DueFields({ legend, value, onChange, wrong = null, id, mayBeNone = false }: DueFieldsProps) {
  const words = useWords(stepWords)
  const own = useId()
  const first = id ?? own
  const ways = mayBeNone ? (['day', 'words', 'none'] as const) : (['day', 'words'] as const)
  return (
    <div className="due-fields">
      <fieldset className="ways">
        {/* The fields of a day carry the name themselves. */}
        <legend className={value.way === 'none' ? undefined : 'hidden'}>{legend}</legend>
        {ways.map((way) => (
          <label key={way}>
            <input
              type="radio"
              name={`${first}-way`}
              checked={value.way === way}
              onChange={() => onChange({ ...value, way })}
            />
            {words.dueWays[way]}
          </label>
        ))}
      </fieldset>
      {value.way === 'day' && (
        <DateFields
          legend={legend}
          id={first}
          wrong={wrong}
          value={{ day: value.day, month: value.month, year: value.year }}
          onChange={(date) => onChange({ ...value, ...date })}
        />
      )}
      {value.way === 'words' && (
        <Field
          id={first}
          label={words.dueWords}
          hint={words.dueWordsHint}
          wrong={wrong}
          value={value.words}
          onChange={(event) => onChange({ ...value, words: event.target.value })}
        />
      )}
    </div>
  )
}

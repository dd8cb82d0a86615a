import { limits, type TextLimit } from '@camau/domain'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { announce } from '../platform/announce'
import type { Named } from '../platform/named-content'
import type { Refused } from '../platform/refused'
import { useRefusalWords } from '../platform/refused'
import { useWords } from '../platform/words'
import { Button } from './button'
import { Dialog } from './dialog'
import { Field, Select, TextArea } from './field'
import { formWords } from './form-words'
import { type Problem, ProblemSummary } from './problem-summary'

/** What can be chosen; `lang` where its name is not in the page's language. */
export interface AskedOption extends Omit<Named, 'lang'>, Partial<Pick<Named, 'lang'>> {
  value: string
}

/** One thing a form asks for. Everything is asked for as text; what it means is the business of who sends it. */
export interface Asked {
  name: string
  label: string
  hint?: string | undefined
  /** `several`: any of the options; what is chosen stands on a line each. */
  kind?: 'line' | 'text' | 'day' | 'number' | 'choice' | 'several'
  /** The longest text the rules take. */
  most?: TextLimit
  optional?: boolean
  first?: string
  options?: readonly AskedOption[]
}

interface FormDialogProps {
  title: ReactNode
  asked: readonly Asked[]
  save: string
  /** Said when it is done. */
  done: string
  command: { busy: boolean; refused: Refused | null }
  send: (given: Readonly<Record<string, string>>) => Promise<{ state: 'done' | 'kept' | 'refused' }>
  onClose: () => void
  /** What is to be known before it is filled in. */
  children?: ReactNode
}

/** A short form in a dialog: labels, what is wrong beside each field and in a summary on top, and words that stay until they are taken. */
export function FormDialog({ title, asked, save, done, command, send, onClose, children }: FormDialogProps) {
  const words = useWords(formWords)
  const refusal = useRefusalWords()
  const formId = useId()
  const [given, setGiven] = useState(() => Object.fromEntries(asked.map(({ name, first = '' }) => [name, first])))
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = Object.fromEntries(
      asked.flatMap((one) => {
        const problem = problemWith(one, given[one.name] ?? '', words)
        return problem ? [[one.name, problem]] : []
      }),
    )
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const { state } = await send(given)
    if (state === 'refused') return
    announce(done)
    onClose()
  }
  const problems: Problem[] = [
    ...asked.flatMap(({ name }) => (wrong[name] ? [{ fieldId: `${formId}-${name}`, words: wrong[name] }] : [])),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ProblemSummary problems={problems} />
        {children}
        {asked.map((one) => (
          <AskedField
            key={one.name}
            asked={one}
            id={`${formId}-${one.name}`}
            value={given[one.name] ?? ''}
            wrong={wrong[one.name] ?? null}
            onChange={(value) => setGiven((before) => ({ ...before, [one.name]: value }))}
          />
        ))}
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {save}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

interface AskedFieldProps {
  asked: Asked
  id: string
  value: string
  wrong: string | null
  onChange: (value: string) => void
}

function AskedField({ asked, id, value, wrong, onChange }: AskedFieldProps) {
  const { label, hint, kind = 'line', optional = false, options = [] } = asked
  const common = { id, label, hint, optional, wrong, value }
  if (kind === 'choice')
    return (
      <Select {...common} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.name}
          </option>
        ))}
      </Select>
    )
  if (kind === 'several') return <Several {...common} options={options} onChange={onChange} />
  if (kind === 'text') return <TextArea {...common} onChange={({ target }) => onChange(target.value)} />
  const looks = { line: {}, day: { type: 'date' }, number: { inputMode: 'decimal' } } as const
  return <Field {...common} {...looks[kind]} onChange={({ target }) => onChange(target.value)} />
}

function Several({
  id,
  label,
  hint,
  wrong,
  value,
  options,
  onChange,
}: Omit<AskedFieldProps, 'asked'> & Pick<Asked, 'label' | 'hint'> & { options: readonly AskedOption[] }) {
  const chosen = linesIn(value)
  const toggled = (one: string) => (chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])
  return (
    <fieldset className={wrong ? 'field wrong' : 'field'}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {wrong && <p className="wrong-words">{wrong}</p>}
      {options.map((option, i) => (
        <label key={option.value} className="tick-line">
          <input
            id={i === 0 ? id : undefined}
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => onChange(toggled(option.value).join('\n'))}
          />
          <span lang={option.lang}>{option.name}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What was written or chosen, a line each. */
export const linesIn = (text = ''): string[] => text.split('\n').filter((line) => line.trim())

function problemWith(
  { label, kind, most, optional = false }: Asked,
  value: string,
  words: {
    needed: (label: string) => string
    tooLong: (label: string, most: number) => string
    number: (label: string) => string
  },
): string | null {
  const text = value.trim()
  if (!text) return optional ? null : words.needed(label)
  if (most && text.length > limits[most]) return words.tooLong(label, limits[most])
  return kind === 'number' && !Number.isFinite(numberIn(text)) ? words.number(label) : null
}

/** 1,200.5 and 1200.5 are the same number. */
export const numberIn = (text: string): number => Number(text.trim().replace(/,(?=\d{3}\b)/g, ''))

import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { useWords } from '../platform/words'
import { uiWords } from './words'

export interface FieldProps {
  label: string
  hint?: ReactNode
  /** What is wrong, in words; shown beside the field and listed in the summary. */
  wrong?: string | null | undefined
  optional?: boolean
  /** Needed where a problem summary links to the field. */
  id?: string
}

/** Label, hint, words for a mistake, and the control they belong to. */
export function FieldFrame({
  label,
  hint,
  wrong,
  optional,
  id,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const own = useId()
  const words = useWords(uiWords)
  const fieldId = id ?? own
  const described = [hint ? `${fieldId}-hint` : '', wrong ? `${fieldId}-wrong` : ''].filter(Boolean).join(' ')
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      <label htmlFor={fieldId}>
        {label}
        {optional && <span className="meta"> ({words.optional})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${fieldId}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong-words" id={`${fieldId}-wrong`}>
          {wrong}
        </p>
      )}
      {children({
        id: fieldId,
        'aria-describedby': described || undefined,
        'aria-invalid': wrong ? true : undefined,
      })}
    </div>
  )
}

interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Control<T> = FieldProps & Omit<T, keyof FieldProps | 'className'>

/** A line of text. */
export function Field({ label, hint, wrong, optional, id, ...rest }: Control<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <FieldFrame {...frame({ label, hint, wrong, optional, id })}>
      {(wiring) => <input {...rest} {...wiring} />}
    </FieldFrame>
  )
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  wrong,
  optional,
  id,
  rows = 4,
  ...rest
}: Control<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <FieldFrame {...frame({ label, hint, wrong, optional, id })}>
      {(wiring) => <textarea rows={rows} {...rest} {...wiring} />}
    </FieldFrame>
  )
}

/** A choice from a list; the options are its children. */
export function Select({
  label,
  hint,
  wrong,
  optional,
  id,
  children,
  ...rest
}: Control<SelectHTMLAttributes<HTMLSelectElement>>) {
  return (
    <FieldFrame {...frame({ label, hint, wrong, optional, id })}>
      {(wiring) => (
        <select {...rest} {...wiring}>
          {children}
        </select>
      )}
    </FieldFrame>
  )
}

type Loose = { [K in keyof FieldProps]: FieldProps[K] | undefined } & { label: string }

function frame({ label, hint, wrong, optional, id }: Loose): FieldProps {
  return { label, hint, wrong, optional: optional ?? false, ...(id === undefined ? {} : { id }) }
}

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Content, useContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import { findOwners, type OwnerOption } from './owner-options'
import { stepWords } from './step-words'

interface OwnerPickerProps {
  options: readonly OwnerOption[]
  value: OwnerOption | null
  /** Called with what was picked, by key or pointer. */
  onPick: (option: OwnerOption) => void
  /** Escape with the list already shut. */
  onLeave?: () => void
  label?: string
  /** Wiring of a field: id and descriptions. */
  field?: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }
  focusNow?: boolean
}

/** The owner's list: a combobox with what was typed as the search. Enter picks, Tab picks and goes on, Escape shuts. */
export function OwnerPicker({ options, value, onPick, onLeave, label, field, focusNow = false }: OwnerPickerProps) {
  const words = useWords(stepWords)
  const inWords = useContent()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(focusNow)
  const [at, setAt] = useState(-1)
  const found = open ? findOwners(options, typed ?? '') : []
  const active = found[at]
  const shown = typed ?? (value ? inWords(value.label) : '')
  // The list may arrive after the focus: what stands in the field is then marked, so that typing replaces it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the value comes, not when somebody types.
  useEffect(() => {
    if (typed === null && document.activeElement === input.current) input.current?.select()
  }, [value])

  const pick = (option: OwnerOption) => {
    setTyped(null)
    setOpen(false)
    onPick(option)
  }
  const step = (by: number) => {
    if (!open) setOpen(true)
    const next = Math.max(0, Math.min(found.length - 1, at + by))
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && open && active) {
      event.preventDefault()
      pick(active)
    } else if (event.key === 'Tab' && open && active) pick(active)
    else if (event.key === 'Escape' && (open || onLeave)) {
      event.preventDefault()
      event.stopPropagation()
      if (open && typed !== null) setTyped(null)
      setOpen(false)
      if (!open || typed === null) onLeave?.()
    } else return
    event.stopPropagation()
  }

  return (
    <div className="picker">
      <input
        {...field}
        ref={input}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${listId}-${active.key}` : undefined}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the cell was asked to be edited; the caret belongs here.
        autoFocus={focusNow}
        value={shown}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(0)
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div className="picker-list" role="listbox" id={listId} ref={list} aria-label={label ?? words.owner}>
          {found.map((option, index) => (
            <div
              key={option.key}
              id={`${listId}-${option.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={option.owner.kind === 'body' ? 'picker-option' : 'picker-option of-office'}
              onPointerDown={(event) => {
                // The input keeps the focus; a press is a choice, not a departure.
                event.preventDefault()
                pick(option)
              }}
            >
              <Content text={option.label} />
              {option.beside && <span className="meta"> {option.beside}</span>}
            </div>
          ))}
          {found.length === 0 && <p className="meta picker-option">{words.noOwnerFound}</p>}
        </div>
      )}
    </div>
  )
}

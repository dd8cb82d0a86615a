import { limits, mentionToken } from '@camau/domain'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWords } from '../../platform/words'
import { FieldFrame } from '../../ui/field'
import { type Mentionable, matching, mentionBefore } from './mention-text'
import { commentWords } from './words'

interface MentionBoxProps {
  label: string
  value: string
  wrong: string | null
  people: readonly Mentionable[]
  onChange: (text: string) => void
  onPick: (picked: Mentionable) => void
  /** Control and Enter. */
  onSend: () => void
}

/** A comment as it is written: an @ opens the list of names, the arrows choose, Enter puts the name in, Escape shuts the list. */
export function MentionBox({ label, value, wrong, people, onChange, onPick, onSend }: MentionBoxProps) {
  const words = useWords(commentWords)
  const listId = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [shut, setShut] = useState(false)
  const begun = shut ? null : mentionBefore(value, caret)
  const found = begun ? matching(people, begun.typed) : []
  const active = found[Math.min(at, found.length - 1)]

  const pick = (one: Mentionable) => {
    if (!begun) return
    const before = `${value.slice(0, begun.from)}@${one.name} `
    onChange(before + value.slice(caret))
    onPick(one)
    setCaret(before.length)
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(before.length, before.length)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
    else if (!active) return
    else if (event.key === 'ArrowDown') setAt((at + 1) % found.length)
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(active)
    else if (event.key === 'Escape') setShut(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <FieldFrame label={label} hint={words.hint} wrong={wrong}>
      {(wiring) => (
        <div className="picker">
          <textarea
            {...wiring}
            ref={box}
            className="input"
            rows={3}
            maxLength={limits.comment}
            aria-haspopup="listbox"
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active ? `${listId}-${found.indexOf(active)}` : undefined}
            value={value}
            onChange={(event) => {
              onChange(event.target.value)
              setCaret(event.target.selectionStart)
              setShut(false)
              setAt(0)
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
          />
          <div id={listId} role="listbox" aria-label={words.mention} hidden={!active} className="mention-list">
            {found.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field.
              <div
                key={mentionToken(one.owner)}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={one === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(one)}
              >
                {one.name}
              </div>
            ))}
          </div>
        </div>
      )}
    </FieldFrame>
  )
}

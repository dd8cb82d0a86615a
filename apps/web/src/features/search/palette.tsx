import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { announce } from '../../platform/announce'
import { useWords } from '../../platform/words'
import { useModal } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { PaletteKeys } from './palette-keys'
import { PaletteLine } from './palette-line'
import { rememberPlace } from './recent'
import { groupLines, type HitKind, type Line } from './results'
import { useLines } from './use-lines'
import { paletteWords } from './words'
import './palette.css'

/** Find or do: verbs and objects, both languages searched whatever the page's own. */
export function Palette({ onClose }: { onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const words = useWords(paletteWords)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const [narrowed, setNarrowed] = useState<Line['kind'] | null>(null)
  const [, navigate] = useLocation()
  const { lines: all, search } = useLines(typed)
  const groups = groupLines(all)
  const shown = narrowed ? groups.filter(({ kind }) => kind === narrowed) : groups
  const lines = shown.flatMap((group) => group.lines)
  const current = lines[Math.min(chosen, lines.length - 1)]
  useModal(ref)

  const count = search.state === 'found' ? search.result.totalCount : null
  const sum = count === null ? '' : count === 0 ? words.nothing(typed.trim()) : words.found(count)
  useEffect(() => {
    if (sum) announce(sum)
  }, [sum])

  function take(line: Line | undefined) {
    if (!line) return
    onClose()
    rememberPlace(line)
    if (line.href) navigate(line.href)
    line.run?.()
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen((now) => (Math.min(now, lines.length - 1) + step + lines.length) % Math.max(lines.length, 1))
    else if (event.key === 'Enter') take(current)
    else if (event.key === 'Tab' && groups.length > 1) setNarrowed(nextKind(groups, narrowed, event.shiftKey))
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={ref}
      className="palette"
      aria-label={words.title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="palette-ask">
        <Icon name="find" size={20} />
        <input
          role="combobox"
          aria-label={words.input}
          aria-expanded={lines.length > 0}
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.key}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={words.title}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(0)
            setNarrowed(null)
          }}
          onKeyDown={onKeyDown}
        />
        <span className="meta">{search.state === 'asking' ? words.searching : sum}</span>
      </div>
      {search.state === 'failed' && <p className="note palette-note">{words.unreachable}</p>}
      <div role="listbox" id={listId} aria-label={words.title} className="palette-list">
        {shown.map(({ kind, lines: grouped }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
          <div role="group" key={kind} aria-label={headOf(kind, words)}>
            <p className="palette-head" aria-hidden="true">
              {headOf(kind, words)} {!plainHeads.has(kind) && <span>{grouped.length}</span>}
            </p>
            {grouped.map((line) => (
              <PaletteLine
                key={line.key}
                id={`${listId}-${line.key}`}
                line={line}
                typed={typed.trim()}
                chosen={line === current}
                onTake={() => take(line)}
              />
            ))}
          </div>
        ))}
      </div>
      <PaletteKeys />
    </dialog>
  )
}

// Heads whose lines need no counting.
const plainHeads: ReadonlySet<Line['kind']> = new Set<Line['kind']>(['do', 'go', 'recent'])

interface Heads {
  do: string
  go: string
  recent: string
  kinds: Record<HitKind, string>
}

function headOf(kind: Line['kind'], words: Heads): string {
  return kind === 'do' || kind === 'go' || kind === 'recent' ? words[kind] : words.kinds[kind]
}

/** Tab goes from everything through each kind, and back to everything. */
function nextKind(groups: { kind: Line['kind'] }[], now: Line['kind'] | null, back: boolean): Line['kind'] | null {
  const kinds = [null, ...groups.map(({ kind }) => kind)]
  return kinds[(kinds.indexOf(now) + (back ? kinds.length - 1 : 1)) % kinds.length] ?? null
}

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { columns as allColumns, type Column } from './columns'
import { gridMove } from './grid-keys'
import { type Active, activeAt, placeOf } from './grid-state'
import type { Line, LogLines } from './log-lines'

interface Needs {
  table: RefObject<HTMLTableElement | null>
  lines: LogLines
  columns: readonly Column[]
  /** Brings a line into view, by its index. */
  reveal: (line: number) => void
  /** Enter, F2 or a press on a cell; says whether there was something to edit. */
  onEdit: (line: Line, column: Column) => boolean
  /** Space: a row opens, a group folds. */
  onOpen: (line: Line) => void
  /** The line the keyboard stood on went away. */
  onGone: () => void
}

/** One stop of Tab for the whole log, arrows inside it. The focus stays with its row, wherever the row stands. */
export function useGridKeyboard({ table, lines, columns, reveal, onEdit, onOpen, onGone }: Needs) {
  const [active, setActive] = useState<Active | null>(null)
  const [within, setWithin] = useState(false)
  const last = useRef({ line: 0, column: 0 })
  const wanted = useRef(false)

  const place = placeOf(active, lines, columns, last.current)
  const known = active !== null && lines.lineOf(active.key) >= 0
  const there = lines.lineAt(place.line)
  const current = known && there?.key === active.key ? active : activeAt(place, lines, columns)
  if (known) last.current = place

  const focusSoon = useCallback(() => {
    wanted.current = true
  }, [])
  // The line under the keyboard is gone: the next one takes the focus, and says so. One that was waited for has come.
  // Within the commit, here and below: a key that is pressed before a later effect ran would be undone by it.
  useLayoutEffect(() => {
    if (!active || !current || current === active) return
    setActive(current)
    if (!within) return
    focusSoon()
    if (!known) onGone()
  }, [active, known, current, within, focusSoon, onGone])
  // Rows are drawn as they come into view, so the cell may not be there before this very render.
  useLayoutEffect(() => {
    if (!wanted.current || !current) return
    const cell = cellOf(table.current, current)
    if (!cell) return
    wanted.current = false
    cell.focus({ preventScroll: true })
    cell.scrollIntoView?.({ block: 'nearest' })
  })

  const move = (next: Active | null, line: number) => {
    if (!next) return
    setActive(next)
    focusSoon()
    reveal(line)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = event.target instanceof Element ? event.target : null
    // Keys inside a link, a button or an editor are theirs.
    if (!cell?.matches('[data-cell]') || !current) return
    const at = placeOf(current, lines, columns, last.current)
    const line = lines.lineAt(at.line)
    const asked = gridMove(event, at, { lines: lines.lineCount, columns: columns.length, page: pageOf(table.current) })
    if (!asked || !line || ('act' in asked && asked.act === 'leave')) return
    event.preventDefault()
    if ('move' in asked) move(activeAt(asked.move, lines, columns), asked.move.line)
    else if (asked.act === 'open' || line.kind === 'group' || !onEdit(line, current.column)) onOpen(line)
  }
  const onFocus = (event: FocusEvent) => {
    setWithin(true)
    const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null
    const named = readCell(cell)
    if (named) setActive(named)
  }
  const onBlur = (event: FocusEvent) => {
    // The heads of the columns are not the rows: whoever goes there has left, and is not called back.
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setWithin(false)
  }
  return { active: current, within, handlers: { onKeyDown, onFocus, onBlur }, setActive, focusSoon }
}

function cellOf(table: HTMLTableElement | null, { key, column }: Active): HTMLElement | null {
  const cells = [...(table?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
  const of = (name: string) => cells.find(({ dataset }) => dataset.cell === `${key}:${name}`)
  return of(column) ?? of('number') ?? null
}

function readCell(cell: Element | null): Active | null {
  const text = cell?.getAttribute('data-cell')
  const at = text?.lastIndexOf(':') ?? -1
  const column = allColumns.find((name) => name === text?.slice(at + 1))
  return text && column ? { key: text.slice(0, at), column } : null
}

const rowHeight = 48

function pageOf(table: HTMLTableElement | null): number {
  return table ? Math.max(1, Math.floor(window.innerHeight / rowHeight) - 2) : 10
}

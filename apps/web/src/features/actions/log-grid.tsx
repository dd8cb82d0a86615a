import { type MouseEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { announce } from '../../platform/announce'
import type { RoomHere } from '../../platform/live'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import type { LogRow } from './action-status'
import { columns as allColumns, type Column, mayEdit } from './columns'
import { expectWords } from './live-words'
import { LogHeads } from './log-heads'
import { LogItemCells } from './log-item-cells'
import type { LogItem, Sort } from './log-items'
import type { Line, LogLines } from './log-lines'
import { stepsOpenTo } from './steps-open-to'
import { useGridKeyboard } from './use-grid-keyboard'
import { useVisibleItems } from './use-visible-items'
import { logWords } from './words'

interface LogGridProps {
  label: string
  lines: LogLines
  /** Rows as they are now; lines may hold a row where it was when somebody took it up. */
  rows: ReadonlyMap<string, LogRow>
  columns: readonly Column[]
  sort: Sort
  onSort: (sort: Sort) => void
  onFold: (group: string, open: boolean) => void
  onOpen: (id: string) => void
  /** Rows under my hands: they stay where they are. */
  onHold: (ids: readonly string[]) => void
  opened: ReadonlySet<string>
  tints: ReadonlySet<string>
  here: RoomHere
  withBody: boolean
  /** The body whose log it is; null: all of them. */
  logOf?: string | null
  /** How many rows there are, where that is known before they are laid out. */
  rowCount?: number | undefined
  /** Indexes of what is in sight. */
  onSight: (first: number, last: number) => void
}

interface Editing {
  id: string
  column: Column
}

/** The log as a grid: rows drawn as they come into view, one stop of Tab, arrows inside. */
export function LogGrid(props: LogGridProps) {
  const { lines, rows, columns, onFold, onOpen, onHold, opened, here } = props
  const words = useWords(logWords)
  const viewer = useViewer()
  const table = useRef<HTMLTableElement>(null)
  const keysId = useId()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const always = activeKey === null ? -1 : lines.indexOf(activeKey)
  const { visible, measure, reveal } = useVisibleItems(lines, table, always, props.onSight)

  const edit = useCallback(
    (line: Line, column: Column): boolean => {
      const row = line.kind === 'row' ? rows.get(line.row.id) : undefined
      if (!row || !mayEdit(column, stepsOpenTo(viewer, row))) return false
      setEditing({ id: row.id, column })
      return true
    },
    [rows, viewer],
  )
  const toggle = (line: Line) => {
    if (line.kind === 'group') onFold(line.group, line.open)
    else if (line.kind === 'row') onOpen(line.row.id)
  }
  const keyboard = useGridKeyboard({
    table,
    lines,
    columns,
    reveal: (line) => reveal(Math.max(0, lines.indexOf(lines.lineAt(line)?.key ?? '')), { align: 'auto' }),
    onEdit: edit,
    onOpen: toggle,
    onGone: useCallback(() => announce(words.rowGone), [words]),
  })
  const { active, within } = keyboard
  useEffect(() => setActiveKey(active?.key ?? null), [active?.key])
  useEffect(
    () => onHold([within ? active?.key : undefined, editing?.id].filter((id) => id !== undefined)),
    [within, active?.key, editing?.id, onHold],
  )
  useWhereIAm(here, editing)
  useEffect(() => {
    if (within) expectWords()
  }, [within])

  const { focusSoon } = keyboard
  const leave = useCallback(
    (way: 'stay' | 'next') => {
      setEditing(null)
      if (way === 'stay') focusSoon()
    },
    [focusSoon],
  )
  const onPress = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    if (!target || target.closest('a, button, input, textarea, .mine')) return
    const { line, column } = pressed(target, lines)
    if (!line || !column) return
    if (column === 'number' || (!edit(line, column) && line.kind === 'group')) toggle(line)
  }

  return (
    <>
      <p className="hidden" id={keysId}>
        {words.gridKeys}
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every press has its key, in onKeyDown of the body. */}
      <table
        ref={table}
        className="log"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid.
        role="grid"
        aria-label={props.label}
        aria-describedby={keysId}
        aria-rowcount={Math.max(lines.lineCount, props.rowCount ?? 0) + 1}
        aria-colcount={columns.length}
        onClick={onPress}
      >
        <thead>
          <LogHeads columns={columns} sort={props.sort} onSort={props.onSort} />
        </thead>
        <tbody {...keyboard.handlers}>
          {visible.map((seen) => {
            if ('gap' in seen) return <Gap key={seen.key} height={seen.gap} columns={columns.length} />
            const line = lines.lineOf(seen.item.key)
            return (
              <tr
                key={seen.item.key}
                // Room to wait in says nothing of how tall its row will be.
                ref={seen.item.kind === 'waiting' ? undefined : measure}
                data-index={seen.index}
                // biome-ignore lint/a11y/noRedundantRoles: narrow screens take the table's own roles away.
                role="row"
                aria-rowindex={line < 0 ? undefined : line + 2}
                className={rowClass(seen.item, opened)}
              >
                <LogItemCells
                  item={seen.item}
                  rows={rows}
                  columns={columns}
                  rowIndex={line + 2}
                  active={active?.key === seen.item.key ? active.column : null}
                  editing={editing && editing.id === seen.item.key ? editing.column : null}
                  opened={opened}
                  tints={props.tints}
                  people={here.people}
                  withBody={props.withBody}
                  logOf={props.logOf ?? null}
                  onFold={onFold}
                  onLeave={leave}
                />
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

/** Others see in which cell I write; nobody is told where I only read. */
function useWhereIAm({ setPresence }: RoomHere, editing: Editing | null): void {
  useEffect(() => {
    if (!editing) return
    setPresence({ recordId: editing.id, field: editing.column })
    return () => setPresence(null)
  }, [setPresence, editing])
}

function pressed(target: Element, lines: LogLines) {
  const cell = target.closest('[data-cell]')?.getAttribute('data-cell') ?? ''
  const at = cell.lastIndexOf(':')
  const line = lines.lineAt(lines.lineOf(cell.slice(0, at))) ?? null
  const column = allColumns.find((name) => name === cell.slice(at + 1)) ?? null
  return { line, column }
}

function rowClass(item: LogItem, opened: ReadonlySet<string>): string {
  if (item.kind === 'group' || item.kind === 'waiting') return item.kind
  const lift = opened.has(item.row.id) ? ' lift' : ''
  return item.kind === 'row' ? `item${lift ? ' opened' : ''}${lift}` : `inside${lift}`
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: empty room takes no focus.
    <tr aria-hidden="true" className="gap" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  )
}

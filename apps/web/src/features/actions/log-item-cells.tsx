import type { Presence } from '@camau/protocol'
import { memo, useMemo } from 'react'
import { useViewer } from '../../platform/viewer'
import type { LogRow } from './action-status'
import { ClashPanel } from './clash-panel'
import type { Column } from './columns'
import { GroupHead } from './group-head'
import { InsideRow } from './inside-row'
import type { LogItem } from './log-items'
import { LogRowItem } from './log-row'
import { useRowNote } from './row-note'
import { stepsOpenTo } from './steps-open-to'
import { WaitingCell } from './waiting-cell'

interface LogItemCellsProps {
  item: LogItem
  rows: ReadonlyMap<string, LogRow>
  columns: readonly Column[]
  rowIndex: number
  active: Column | null
  editing: Column | null
  opened: ReadonlySet<string>
  tints: ReadonlySet<string>
  people: readonly Presence[]
  withBody: boolean
  logOf: string | null
  onFold: (group: string, open: boolean) => void
  onLeave: (way: 'stay' | 'next') => void
}

/** The cells of one line of the log, whichever kind of line it is. */
export const LogItemCells = memo(function LogItemCells(props: LogItemCellsProps) {
  const { item, rows, columns, rowIndex, active, onFold } = props
  if (item.kind === 'waiting') return <WaitingCell {...props} id={item.key} />
  if (item.kind === 'group')
    return (
      <GroupHead
        line={item}
        columns={columns.length}
        rowIndex={rowIndex}
        active={active !== null}
        onFold={() => onFold(item.group, item.open)}
      />
    )
  const row = rows.get(item.row.id) ?? item.row
  if (item.kind === 'row') return <RowCells {...props} row={row} />
  return <td colSpan={columns.length}>{item.kind === 'clash' ? <ClashPanel row={row} /> : <InsideRow row={row} />}</td>
})

function RowCells({ row, people, tints, opened, ...props }: LogItemCellsProps & { row: LogRow }) {
  const viewer = useViewer()
  const note = useRowNote()
  const open = useMemo(() => stepsOpenTo(viewer, row), [viewer, row])
  const here = useMemo(
    () => people.filter(({ at }) => at !== null && 'recordId' in at && at.recordId === row.id),
    [people, row.id],
  )
  return (
    <LogRowItem
      row={row}
      columns={props.columns}
      rowIndex={props.rowIndex}
      open={open}
      active={props.active}
      editing={props.editing}
      opened={opened.has(row.id)}
      people={here.length ? here : nobody}
      tints={tintsOf(row.id, tints)}
      withBody={props.withBody}
      note={note(row, props.rows, props.logOf)}
      onLeave={props.onLeave}
    />
  )
}

const nobody: readonly Presence[] = []
const columnOf: Record<string, Column> = { status: 'number' }

function tintsOf(id: string, tints: ReadonlySet<string>): string {
  if (!tints.size) return ''
  const mine = [...tints].filter((tint) => tint.startsWith(`${id}:`)).map((tint) => tint.slice(id.length + 1))
  return mine.map((cell) => columnOf[cell] ?? cell).join(' ')
}

import type { Column } from './columns'
import type { GridPlace } from './grid-keys'
import type { LogItem } from './log-items'

/** Where the keyboard stands: a line by its key, so that it stays with its row when others come and go. */
export interface Active {
  key: string
  column: Column
}

/** Lines the arrows walk through: heads of groups and rows. What is inside an opened row is reached by Tab. */
export type Line = Extract<LogItem, { kind: 'group' | 'row' }>

export function linesOf(items: readonly LogItem[]): Line[] {
  return items.filter((item): item is Line => item.kind === 'group' || item.kind === 'row')
}

/** The place of the keyboard among the lines of now; the nearest line when its own is gone. */
export function placeOf(
  active: Active | null,
  lines: readonly Line[],
  columns: readonly Column[],
  last: GridPlace,
): GridPlace {
  const line = active ? lines.findIndex(({ key }) => key === active.key) : -1
  const column = active ? columns.indexOf(active.column) : -1
  return {
    line: line >= 0 ? line : Math.max(0, Math.min(last.line, lines.length - 1)),
    column: Math.max(0, column),
  }
}

/** Where a place points, by key and name. */
export function activeAt(
  { line, column }: GridPlace,
  lines: readonly Line[],
  columns: readonly Column[],
): Active | null {
  const key = lines[line]?.key
  const name = columns[column]
  return key && name ? { key, column: name } : null
}

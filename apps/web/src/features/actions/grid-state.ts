import type { Column } from './columns'
import type { GridPlace } from './grid-keys'
import type { LogLines } from './log-lines'

/** Where the keyboard stands: a line by its key, so that it stays with its row when others come and go. */
export interface Active {
  key: string
  column: Column
}

type Places = Pick<LogLines, 'lineCount' | 'lineAt' | 'lineOf'>

/** The place of the keyboard among the lines of now; the nearest line when its own is gone. */
export function placeOf(active: Active | null, lines: Places, columns: readonly Column[], last: GridPlace): GridPlace {
  const line = active ? lines.lineOf(active.key) : -1
  const column = active ? columns.indexOf(active.column) : -1
  return {
    line: line >= 0 ? line : Math.max(0, Math.min(last.line, lines.lineCount - 1)),
    column: Math.max(0, column),
  }
}

/** Where a place points, by key and name. */
export function activeAt({ line, column }: GridPlace, lines: Places, columns: readonly Column[]): Active | null {
  const key = lines.lineAt(line)?.key
  const name = columns[column]
  return key && name ? { key, column: name } : null
}

/** Where the keyboard stands in the log: a line of the grid and a column of it. */
export interface GridPlace {
  line: number
  column: number
}

export interface GridSize {
  lines: number
  columns: number
  /** Lines a page of the screen holds. */
  page: number
}

/** What a key asks of the log. `leave` lets the browser's own Tab go on. */
export type GridMove = { move: GridPlace } | { act: 'edit' | 'open' | 'leave' } | null

export interface GridKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** The keyboard map of the ARIA grid pattern, as a table of keys. Pure, so that every key can be tested without a page. */
export function gridMove(event: GridKey, at: GridPlace, size: GridSize): GridMove {
  if (event.altKey || event.metaKey) return null
  if (event.key === 'Tab') return { act: 'leave' }
  if (event.key === 'Enter' || event.key === 'F2') return { act: 'edit' }
  if (event.key === ' ') return event.ctrlKey ? null : { act: 'open' }
  const [line, column] = target(event, at, size) ?? []
  if (line === undefined || column === undefined) return null
  return { move: { line: within(line, size.lines), column: within(column, size.columns) } }
}

function target({ key, ctrlKey }: GridKey, { line, column }: GridPlace, size: GridSize): [number, number] | null {
  switch (key) {
    case 'ArrowUp':
      return [ctrlKey ? 0 : line - 1, column]
    case 'ArrowDown':
      return [ctrlKey ? size.lines - 1 : line + 1, column]
    case 'ArrowLeft':
      return [line, column - 1]
    case 'ArrowRight':
      return [line, column + 1]
    case 'Home':
      return [ctrlKey ? 0 : line, 0]
    case 'End':
      return [ctrlKey ? size.lines - 1 : line, size.columns - 1]
    case 'PageUp':
      return [line - size.page, column]
    case 'PageDown':
      return [line + size.page, column]
    default:
      return null
  }
}

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))

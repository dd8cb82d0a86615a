import type { LogItem } from './log-items'

/** What the arrows walk through: heads of groups and rows. What is inside an opened row is reached by Tab. */
export type Line = Extract<LogItem, { kind: 'group' | 'row' | 'waiting' }>

/** A log laid out, by places: how much of it is in the browser is nobody's concern who draws it or walks through it. */
export interface LogLines {
  /** Of everything that is laid out. */
  length: number
  at(index: number): LogItem | undefined
  /** Of what is measured there; a name that stays with it. */
  sizeKeyAt(index: number): string | number
  kindAt(index: number): LogItem['kind']
  /** −1 where there is none of that key. */
  indexOf(key: string): number
  lineCount: number
  lineAt(line: number): Line | undefined
  lineOf(key: string): number
  /** Rows that are in the browser, in their order. */
  rowIds: readonly string[]
  /** Whether there is such a row, here or further away. */
  knows(id: string): boolean
  /** Indexes of what is in the browser: as much as can be put on paper. */
  here(): readonly number[]
}

/** The lines of a log that is in the browser as a whole. */
export function wholeLines(items: readonly LogItem[]): LogLines {
  const lines = items.filter((item) => item.kind !== 'inside' && item.kind !== 'clash')
  const indexes = new Map(items.map(({ key }, index) => [key, index]))
  const lineIndexes = new Map(lines.map(({ key }, line) => [key, line]))
  const rowIds = items.flatMap((item) => (item.kind === 'row' ? [item.row.id] : []))
  const rows = new Set(rowIds)
  return {
    length: items.length,
    at: (index) => items[index],
    sizeKeyAt: (index) => items[index]?.key ?? index,
    kindAt: (index) => items[index]?.kind ?? 'row',
    indexOf: (key) => indexes.get(key) ?? -1,
    lineCount: lines.length,
    lineAt: (line) => lines[line],
    lineOf: (key) => lineIndexes.get(key) ?? -1,
    rowIds,
    knows: (id) => rows.has(id),
    here: () => items.map((_, index) => index),
  }
}

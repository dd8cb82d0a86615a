import type { Step } from './steps-open-to'

/** Columns of the log, in their order; each earns its place. */
export const columns = ['number', 'title', 'owner', 'due', 'waits', 'as-at'] as const
export type Column = (typeof columns)[number]

/** These can be put away; number and title are what a row is. */
export const optionalColumns = ['owner', 'due', 'waits', 'as-at'] as const satisfies readonly Column[]

/** What somebody must be able to do for a cell to be edited. */
export const editedBy: Partial<Record<Column, readonly Step[]>> = {
  number: ['accept', 'decline', 'report', 'complete', 'close', 'reopen', 'drop'],
  title: ['write'],
  owner: ['assign'],
  due: ['set-due'],
}

/** Class of a column's cells: the one-letter names of the style sheet. */
export const columnClass: Record<Column, string> = {
  number: 'no',
  title: 't',
  owner: 'o',
  due: 'd',
  waits: 'w',
  'as-at': 'u meta',
}

export function mayEdit(column: Column, open: readonly Step[]): boolean {
  return editedBy[column]?.some((step) => open.includes(step)) ?? false
}

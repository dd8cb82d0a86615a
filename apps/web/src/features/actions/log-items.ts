import { type ActionStatus, type LocalText, statusesAsAsked } from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { LogRow } from './action-status'

export const sortFields = ['number', 'title', 'owner', 'due', 'as-at'] as const
export type SortField = (typeof sortFields)[number]
export interface Sort {
  field: SortField
  descending: boolean
}
export type Grouping = 'status' | 'body' | 'none'

/** What the virtual list lays out, one table row each. */
export type LogItem =
  | {
      kind: 'group'
      key: string
      group: string
      status: ActionStatus | null
      name: LocalText | null
      /** null while not every row is here, and nobody else has counted them. */
      count: number | null
      open: boolean
    }
  | { kind: 'row'; key: string; row: LogRow; index: number }
  | { kind: 'inside'; key: string; row: LogRow }
  | { kind: 'clash'; key: string; row: LogRow }
  /** Of a long log, what is not here yet. */
  | { kind: 'waiting'; key: string }

export interface Layout {
  grouping: Grouping
  sort: Sort
  language: 'en' | 'cy'
  compare: (a: string, b: string) => number
  /** Groups whose rows are folded away, by key. */
  folded: ReadonlySet<string>
  opened: ReadonlySet<string>
  clashing: ReadonlySet<string>
  /** How many a group has while some of its rows are still to come; absent once all are here. */
  countOf?: (group: string) => number | null
  /** The body whose log it is: what went from it stands among the transferred. */
  logOf?: string | null
}

/** Groups with their rows under them; an opened row is followed by what is inside it. */
export function layOut(rows: readonly LogRow[], layout: Layout): LogItem[] {
  const items: LogItem[] = []
  let index = 0
  for (const group of inGroups(sortRows(rows, layout), layout)) {
    const open = !layout.folded.has(group.key)
    if (layout.grouping !== 'none')
      items.push({
        kind: 'group',
        key: `group:${group.key}`,
        group: group.key,
        status: group.status,
        name: group.status ? null : (group.rows[0]?.body.name ?? null),
        count: layout.countOf ? layout.countOf(group.key) : group.rows.length,
        open,
      })
    if (!open) continue
    for (const row of group.rows) items.push(...withInside(row, index++, layout))
  }
  return items
}

function withInside(row: LogRow, index: number, { opened, clashing }: Layout): LogItem[] {
  const items: LogItem[] = [{ kind: 'row', key: row.id, row, index }]
  if (clashing.has(row.id)) items.push({ kind: 'clash', key: `clash:${row.id}`, row })
  if (opened.has(row.id)) items.push({ kind: 'inside', key: `inside:${row.id}`, row })
  return items
}

interface Group {
  key: string
  status: ActionStatus | null
  rows: LogRow[]
}

function inGroups(rows: readonly LogRow[], { grouping, language, compare, logOf = null }: Layout): Group[] {
  if (grouping === 'none') return [{ key: 'all', status: null, rows: [...rows] }]
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const status = grouping === 'status' ? statusIn(row, logOf) : null
    const key = status ?? row.body.id
    const group = groups.get(key) ?? { key, status, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const all = [...groups.values()]
  return grouping === 'status'
    ? all.sort((a, b) => place(a.status) - place(b.status))
    : all.sort((a, b) => compare(bodyName(a, language), bodyName(b, language)))
}

function statusIn(row: LogRow, logOf: string | null): ActionStatus {
  return logOf !== null && row.body.id !== logOf && row.transfer?.to.id !== logOf
    ? 'transferred'
    : domainName(row.status)
}

const place = (status: ActionStatus | null) => (status ? statusesAsAsked.indexOf(status) : -1)
const bodyName = ({ rows: [row] }: Group, language: 'en' | 'cy') => row?.body.name[language] ?? row?.body.name.en ?? ''

/** Sorted copies; what is not stated stands last in either direction, since nobody looks for it first. */
export function sortRows(
  rows: readonly LogRow[],
  { sort, language, compare }: Pick<Layout, 'sort' | 'language' | 'compare'>,
): LogRow[] {
  const turn = sort.descending ? -1 : 1
  const keyed = rows.map((row) => ({ row, key: sortKey(row, sort.field, language) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return a.key === b.key ? a.row.number - b.row.number : a.key === null ? 1 : -1
    const order =
      typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compare(String(a.key), String(b.key))
    return order ? order * turn : a.row.number - b.row.number
  })
  return keyed.map(({ row }) => row)
}

function sortKey(row: LogRow, field: SortField, language: 'en' | 'cy'): string | number | null {
  switch (field) {
    case 'number':
      return row.number
    case 'title':
      return row.title
    case 'owner':
      return row.owner ? (row.owner.label[language] ?? row.owner.label.en ?? '') : null
    case 'due':
      return row.due?.latest ?? row.due?.earliest ?? null
    case 'as-at':
      return lastChange(row)
  }
}

/** The last day on which somebody here set a value, else the day of the source's word. */
export function lastChange(row: Pick<LogRow, 'versions' | 'asAt'>): string | null {
  const set = row.versions.map(({ at }) => at).sort()
  return set.at(-1) ?? row.asAt ?? null
}

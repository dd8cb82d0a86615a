import { useCallback, useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { columns as allColumns, type Column, optionalColumns } from './columns'
import { type Grouping, type Sort, sortFields } from './log-items'
import { isView, type View } from './log-views'

export interface LogChoices {
  view: View
  /** The address of a view, the other choices kept. */
  hrefOf: (view: View) => string
  grouping: Grouping
  setGrouping: (grouping: Grouping) => void
  sort: Sort
  setSort: (sort: Sort) => void
  columns: readonly Column[]
  setColumns: (columns: readonly Column[]) => void
}

const groupings: readonly Grouping[] = ['status', 'body', 'none']

/** View, order and grouping stand in the address, so that a link shows the same log; columns stay on the device. */
export function useLogChoices(): LogChoices {
  const [search, setSearch] = useSearchParams()
  const [path] = useLocation()
  const [hidden, setHidden] = useState(readHidden)
  const set = (name: string, value: string, usual: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now)
        if (value === usual) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const view = search.get('view')
  const grouping = groupings.find((name) => name === search.get('group')) ?? 'status'
  const sorted = search.get('sort') ?? 'number'
  const field = sortFields.find((name) => name === sorted.replace('-down', '')) ?? 'number'
  const descending = sorted.endsWith('-down')
  return {
    view: isView(view) ? view : 'all',
    hrefOf: useCallback((next) => address(path, search, next), [path, search]),
    grouping,
    setGrouping: (next) => set('group', next, 'status'),
    sort: useMemo(() => ({ field, descending }), [field, descending]),
    setSort: (next) => set('sort', `${next.field}${next.descending ? '-down' : ''}`, 'number'),
    columns: useMemo(() => allColumns.filter((column) => !hidden.includes(column)), [hidden]),
    setColumns(next) {
      const away = optionalColumns.filter((column) => !next.includes(column))
      setHidden(away)
      keepHidden(away)
    },
  }
}

function address(path: string, search: URLSearchParams, view: View): string {
  const next = new URLSearchParams(search)
  if (view === 'all') next.delete('view')
  else next.set('view', view)
  const query = next.toString()
  return query ? `${path}?${query}` : path
}

const key = 'camau:log-columns-away'

function readHidden(): readonly Column[] {
  try {
    const kept = (localStorage.getItem(key) ?? '').split(' ')
    return optionalColumns.filter((column) => kept.includes(column))
  } catch {
    return []
  }
}

function keepHidden(columns: readonly Column[]): void {
  try {
    localStorage.setItem(key, columns.join(' '))
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

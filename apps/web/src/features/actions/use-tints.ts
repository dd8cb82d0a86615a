import { useEffect, useRef, useState } from 'react'
import type { LogRow } from './action-status'

export type Cell = 'status' | 'title' | 'owner' | 'due' | 'waits'

const shownFor = 2_000

/** Cells that somebody else has just changed, as `id:cell`: tinted for two seconds, never moved. */
export function useTints(rows: readonly LogRow[], me: string): ReadonlySet<string> {
  const before = useRef<ReadonlyMap<string, LogRow>>(new Map())
  const [tinted, setTinted] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const changed = rows.flatMap((row) => {
      const old = before.current.get(row.id)
      return old && old !== row ? changedCells(old, row, me).map((cell) => `${row.id}:${cell}`) : []
    })
    before.current = new Map(rows.map((row) => [row.id, row]))
    if (!changed.length) return
    setTinted((now) => new Set([...now, ...changed]))
    setTimeout(() => setTinted((now) => new Set([...now].filter((cell) => !changed.includes(cell)))), shownFor)
  }, [rows, me])
  return tinted
}

/** What differs between two states of a row, leaving out what I set myself. */
export function changedCells(old: LogRow, row: LogRow, me: string): Cell[] {
  const mine = (field: string) => row.versions.find((held) => held.field === field)?.by.id === me
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  const cells: [Cell, boolean][] = [
    ['status', old.status !== row.status && !mine('status')],
    ['title', old.title !== row.title],
    ['owner', differs(old.owner, row.owner) && !mine('owner')],
    ['due', differs(old.due, row.due) && !mine('due')],
    ['waits', old.blocked !== row.blocked],
  ]
  return cells.flatMap(([cell, changed]) => (changed ? [cell] : []))
}

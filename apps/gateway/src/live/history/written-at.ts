import * as Y from 'yjs'
import type { UpdateRecord, WrittenAt } from '../document.model.js'

// Nobody asks for the second: a line of text counts as written when it was begun.
const atLeastApart = 60_000

/**
 * From rows, oldest first: from which clock on each client id wrote when. The first row of a history tells nothing of the kind: it
 * holds first content, or what another history left.
 */
export function timesOf(rows: readonly Pick<UpdateRecord, 'update' | 'at' | 'seq'>[]): Map<number, WrittenAt[]> {
  const times = new Map<number, WrittenAt[]>()
  for (const { update, at, seq } of rows) {
    if (seq === 1) continue
    for (const [client, clock] of Y.parseUpdateMeta(update).from) {
      const told = times.get(client) ?? []
      const last = told.at(-1)
      if (!last || at.getTime() - last.at.getTime() >= atLeastApart) times.set(client, [...told, { clock, at }])
    }
  }
  return times
}

/** When the character of this clock was written; null where nothing tells. */
export function writtenAt(times: readonly WrittenAt[], clock: number): Date | null {
  return times.findLast((one) => one.clock <= clock)?.at ?? null
}

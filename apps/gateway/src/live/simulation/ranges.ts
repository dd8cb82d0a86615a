import { Y } from '@camau/collab'

/** Stretches of one Yjs client's clock, from–to, in order and apart. */
type Ranges = [from: number, to: number][]
/** A set of single edits: by client id, which of its clocks. */
export type Edits = Map<number, Ranges>

/** What a document knows, and what of that is deleted. */
export interface Known {
  written: Edits
  deleted: Edits
}

export function knownTo(doc: Y.Doc): Known {
  const written: Edits = new Map()
  for (const client of doc.store.clients.keys()) written.set(client, [[0, Y.getState(doc.store, client)]])
  return { written, deleted: deletedIn(Y.createDeleteSetFromStructStore(doc.store)) }
}

/** What an update says. */
export function toldBy(update: Uint8Array): Known {
  const { structs, ds } = Y.decodeUpdate(update)
  const written: Edits = new Map()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    written.set(client, merged([...(written.get(client) ?? []), [clock, clock + struct.length]]))
  }
  return { written, deleted: deletedIn(ds) }
}

function deletedIn({ clients }: ReturnType<typeof Y.decodeUpdate>['ds']): Edits {
  return new Map(
    [...clients].map(([client, ranges]) => [client, merged(ranges.map(({ clock, len }) => [clock, clock + len]))]),
  )
}

function merged(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort(([a], [b]) => a - b)
  const apart: Ranges = []
  for (const [from, to] of sorted) {
    const last = apart.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else apart.push([from, to])
  }
  return apart
}

export function union(...all: Edits[]): Edits {
  const together: Edits = new Map()
  for (const edits of all)
    for (const [client, ranges] of edits) together.set(client, merged([...(together.get(client) ?? []), ...ranges]))
  return together
}

/** What is in the first and not in the second. */
export function without(edits: Edits, others: Edits): Edits {
  const left: Edits = new Map()
  for (const [client, ranges] of edits) {
    let apart = ranges
    for (const [low, high] of others.get(client) ?? [])
      apart = apart
        .flatMap(
          ([from, to]): Ranges => [
            [from, Math.min(to, low)],
            [Math.max(from, high), to],
          ],
        )
        .filter(([from, to]) => from < to)
    left.set(client, apart)
  }
  return left
}

/** What is in the first and not in the second, as words for a report; null when nothing is. */
export function missing(edits: Edits, from: Edits): string | null {
  return firstLacking(edits, (client, start, end) =>
    (from.get(client) ?? []).some(([low, high]) => low <= start && end <= high),
  )
}

/** What a document does not hold of this, as words for a report; null when it holds everything. */
export function lackingIn(doc: Y.Doc, { written, deleted }: Known): string | null {
  const { store } = doc
  const isKnown = (client: number, _start: number, end: number) => end <= Y.getState(store, client)
  return (
    firstLacking(written, isKnown) ??
    firstLacking(deleted, (client, start, end) => isKnown(client, start, end) && isDeleted(store, client, start, end))
  )
}

function isDeleted(store: Y.Doc['store'], client: number, start: number, end: number): boolean {
  const structs = store.clients.get(client) ?? []
  for (let at = Y.findIndexSS(structs, start); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= end) return true
    if (!struct.deleted) return false
  }
  return true
}

function firstLacking(edits: Edits, isThere: (client: number, start: number, end: number) => boolean): string | null {
  for (const [client, ranges] of edits)
    for (const [start, end] of ranges)
      if (!isThere(client, start, end)) return `client ${client}, clocks ${start}–${end}`
  return null
}

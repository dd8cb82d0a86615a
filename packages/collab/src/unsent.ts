import * as Y from 'yjs'

/** Merging costs more than its share beyond this many (measured). */
const mostAtOnce = 64

export interface Edit {
  /** Rises by one with each edit of this opening. */
  serial: number
  update: Uint8Array
}

/** One push: everything up to and including `last`, merged. */
export interface Group {
  update: Uint8Array
  last: number
}

/** The edits that the server has not called durable, oldest first. */
export interface Unsent {
  add(update: Uint8Array): Edit
  /**
   * What to push next, of what came after an edit; null when there is nothing. Taking a group removes nothing: only `durable` does.
   * More than merge well at once are asked for as one, by where each client's own begin.
   */
  next(after?: number, since?: (clocks: ReadonlyMap<number, number>) => Uint8Array): Group | null
  /** Removes what is durable and gives it back, so that the device may forget it. */
  durable(last: number): Edit[]
  all(): readonly Edit[]
  /** The newest edit's serial; 0 before the first. */
  newest(): number
}

export function unsent(): Unsent {
  let edits: Edit[] = []
  let newest = 0
  return {
    add(update) {
      const edit = { serial: ++newest, update }
      edits.push(edit)
      return edit
    },
    next(after = 0, since) {
      const from = edits.findIndex(({ serial }) => serial > after)
      if (from === -1) return null
      const isMuch = edits.length - from > mostAtOnce
      if (isMuch && since) return { update: since(startsOf(edits.slice(from))), last: newest }
      const group = edits.slice(from, from + mostAtOnce)
      const last = group.at(-1)
      return last ? { update: merged(group.map(({ update }) => update)), last: last.serial } : null
    },
    durable(last) {
      const done = edits.filter(({ serial }) => serial <= last)
      edits = edits.filter(({ serial }) => serial > last)
      return done
    },
    all: () => edits,
    newest: () => newest,
  }
}

/** The first clock of each client that wrote any of these. */
function startsOf(edits: readonly Edit[]): Map<number, number> {
  const starts = new Map<number, number>()
  for (const { update } of edits)
    for (const [client, clock] of Y.parseUpdateMeta(update).from)
      starts.set(client, Math.min(clock, starts.get(client) ?? clock))
  return starts
}

function merged(updates: Uint8Array[]): Uint8Array {
  return updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates)
}

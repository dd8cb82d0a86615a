import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import * as Y from 'yjs'

const inItsThread: (bytes: Uint8Array) => Promise<Uint8Array> = promisify(gzip)
/** Below this many bytes of log, packing saves nothing worth the name. */
const worthwhile = 8 * 1024
/** So many rows later it is made anew: what came since travels beside it. */
const mostBehind = 64
/** In milliseconds: so long nobody has written. */
const pause = 500
const nothing: Uint8Array = new Uint8Array([0, 0])

/** A document as it was at one row, made once for everybody who comes. */
export interface PackedState {
  bytes: Uint8Array
  /** What came since, as one update. */
  since(): Uint8Array
}

export interface Packing {
  /** null for a small document. */
  state(): Promise<PackedState | null>
  /** An update came into the document. */
  grew(update: Uint8Array): void
}

/** In Yjs' second encoding, which says the same in about half the bytes. It is only ever written here, and read by clients alone. */
export function packing(doc: () => Y.Doc, size: () => number, zip = inItsThread): Packing {
  let grownAt = 0
  let last: { packed: Promise<PackedState>; since: Uint8Array[] } | null = null
  const pack = (): NonNullable<typeof last> => {
    const now = doc()
    const vector = Y.encodeStateVector(now)
    const since: Uint8Array[] = []
    // Put together once for all who come while nobody writes.
    let whole = { of: 0, update: nothing }
    const sinceThen = (): Uint8Array => {
      // So much came while it was being packed that `grew` has let go of it: `since` ends where that was.
      if (since.length > mostBehind) return Y.encodeStateAsUpdate(doc(), vector)
      if (whole.of !== since.length) whole = { of: since.length, update: Y.mergeUpdates(since) }
      return whole.update
    }
    const bytes = zip(Y.encodeStateAsUpdateV2(now))
    return { since, packed: bytes.then((all) => ({ bytes: all, since: sinceThen })) }
  }
  const inPause = (): void => {
    const wait = grownAt + pause - performance.now()
    if (wait > 0) setTimeout(inPause, wait).unref()
    else last ??= pack()
  }
  return {
    async state() {
      if (size() < worthwhile) return null
      if (!last || last.since.length > mostBehind) last = pack()
      return last.packed
    },
    grew(update) {
      grownAt = performance.now()
      // Nobody who comes now will be given it. It is made anew when the writing pauses, so that whoever comes then need not wait for it.
      if (!last || last.since.push(update) <= mostBehind) return
      last = null
      inPause()
    },
  }
}

import { aReplica } from '@camau/collab'
import * as Y from 'yjs'

/** Beyond so many edits that were not tried out, a new copy is cheaper than catching up. */
const mostUnseen = 500

/**
 * A copy of the document that runs ahead of it: edits that cannot be judged by looking are tried out on it. Made when it is first needed,
 * let go when it is spoilt or nobody has needed it for a while.
 */
export interface Trial {
  /** The copy, holding all that was admitted. */
  doc(): Y.Doc
  /** Something was admitted without being tried out. */
  missed(update: Uint8Array): void
  /** Gives the milliseconds that making it took: as much as the next one will. */
  drop(): number
  /** Lets go of it if it has not been used since the last time this was asked. */
  dropIfIdle(): void
}

/** `admitted` gives everything admitted so far: the durable state first, then what is on its way to the log, in order. */
export function trial(admitted: () => Iterable<Uint8Array>): Trial {
  let copy: Y.Doc | null = null
  let unseen: Uint8Array[] = []
  let used = false
  let took = 0
  const drop = (): number => {
    copy = null
    unseen = []
    return took
  }
  return {
    doc() {
      used = true
      const began = performance.now()
      const doc = holding(copy ? unseen.splice(0) : admitted(), copy ?? undefined)
      if (!copy) took = performance.now() - began
      copy = doc
      return doc
    },
    missed(update) {
      if (copy && unseen.push(update) > mostUnseen) drop()
    },
    drop,
    dropIfIdle() {
      if (!used) drop()
      used = false
    },
  }
}

/** A document, a new one or the given, that holds all these updates. */
export function holding(updates: Iterable<Uint8Array>, doc = aReplica()): Y.Doc {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

import type { DocumentId } from '@camau/protocol'
import * as Y from 'yjs'
import type { Copy, KeptCopies } from './kept-copies.js'

const writtenAfter = 1_000

/** Keeps the device's copy of an open document up to date. */
export interface CopyKeeper {
  /** The server has answered: from here on it is known what there is. */
  from(epoch: number, readOnly: boolean): void
  /** Something more is durable. */
  note(update: Uint8Array): void
  /** The copy is written once more, as it is now, and at once. */
  again(): void
  /** It must not be read here any more. */
  drop(): void
  /** Writes what is not written yet, and nothing more after it. */
  stop(): void
}

interface Needs {
  doc: Y.Doc
  documentId: DocumentId
  copies: KeptCopies
  /** Whether all that is in `doc` is durable. What is not must not get into the copy: let go of later, it would stay there. */
  isDurable: () => boolean
}

export function copyKeeper({ doc, documentId, copies, isDurable }: Needs): CopyKeeper {
  let base: Omit<Copy, 'updates'> | undefined
  let updates: Uint8Array[] = []
  /** Whether `updates` are all of it. What an answer brought is not among them until everything is durable once. */
  let isWhole = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (!base) return
    // One state instead of many updates, whenever there is a moment in which nothing waits.
    if (isDurable()) {
      updates = [Y.encodeStateAsUpdate(doc)]
      isWhole = true
    }
    if (!isWhole) return // an earlier copy is worth more than a part of this one
    copies.put(documentId, { ...base, updates }).catch(() => undefined) // storage full or forbidden: read again from the server
  }
  const soon = (): void => {
    timer ??= setTimeout(write, writtenAfter)
  }
  const atOnce = (): void => {
    if (timer !== undefined) write()
  }
  globalThis.addEventListener?.('pagehide', atOnce)
  return {
    from(epoch, readOnly) {
      base = { epoch, readOnly }
      isWhole = false
      soon()
    },
    note(update) {
      if (!base) return
      updates.push(update)
      soon()
    },
    again: write,
    drop() {
      base = undefined
      updates = []
      void copies.forget(documentId).catch(() => undefined)
    },
    stop() {
      globalThis.removeEventListener?.('pagehide', atOnce)
      atOnce()
      clearTimeout(timer)
      base = undefined
    },
  }
}

export const noCopy: CopyKeeper = { from() {}, note() {}, again() {}, drop() {}, stop() {} }

import type { Copy, KeptCopies } from '@camau/collab'
import { openPages } from '@camau/collab/kept'
import { deviceStore } from './device-store'
import { keepingFor, restrictedHere } from './keeping'

/** Copies of texts on this device, for one person. */
export function textCopies(personId: string | undefined): KeptCopies | undefined {
  if (personId === undefined || !('indexedDB' in globalThis)) return undefined
  return {
    async find(documentId) {
      return (await (await deviceStore()).get('texts', [personId, documentId]))?.copy ?? null
    },
    async put(documentId, copy) {
      if (!isKnown()) return void early.set(documentId, { personId, copy })
      if (!mayKeep(personId, documentId)) return
      await (await deviceStore()).put('texts', { personId, documentId, copy, at: Date.now() })
    },
    async forget(documentId) {
      if (early.get(documentId)?.personId === personId) early.delete(documentId)
      await (await deviceStore()).delete('texts', [personId, documentId])
    },
  }
}

// Opened before it was known what may be kept.
const early = new Map<string, { personId: string; copy: Copy }>()
const isKnown = () => keepingFor.get() !== null && restrictedHere.get() !== null
const keepEarly = () => {
  if (!isKnown()) return
  for (const [documentId, { personId, copy }] of early) void textCopies(personId)?.put(documentId, copy)
  early.clear()
}
keepingFor.subscribe(keepEarly)
restrictedHere.subscribe(keepEarly)

/** Until it is known what is restricted, and of what is, nothing. */
function mayKeep(personId: string, documentId: string): boolean {
  const restricted = restrictedHere.get()
  if (keepingFor.get() !== personId || !restricted || documentId.startsWith('item:')) return false
  return !restricted.has(`Action:${documentId.slice(documentId.indexOf(':') + 1)}`)
}

/** Takes a person's copies away that are older than `before`, or all unless it is given. A text that is open looks after its own. */
export async function forgetTexts(personId: string, before = Number.POSITIVE_INFINITY): Promise<void> {
  const store = await deviceStore()
  const rows = await store.getAll('texts')
  const open = new Set((await openPages()).map(({ documentId }) => documentId))
  const gone = rows.filter((row) => row.personId === personId && row.at < before && !open.has(row.documentId))
  // What still waits to be written was read before this: it must not come afterwards.
  for (const [documentId, waiting] of early)
    if (waiting.personId === personId && !open.has(documentId)) early.delete(documentId)
  await Promise.all(gone.map(({ documentId }) => store.delete('texts', [personId, documentId])))
}

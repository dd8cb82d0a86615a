import { Refusal } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type * as Y from 'yjs'
import { clearEmptied } from '../../live/history/restore-text.js'
import { freshClient, newRowId } from '../../live/history.js'
import { liveOf } from '../../live/live-documents.js'
import { inTransaction } from '../../platform/transaction.js'
import type { VersionNeeds } from './version-needs.js'

/** Long enough for words that were on their way when a version came back. */
const heardBy = 4_000

/** Blocks that a restore emptied go a little later, unless somebody wrote in them; a node that stops does it at once. */
export function clearEmptiedLater({
  db,
  bus,
  now,
  history,
  documents,
}: Pick<VersionNeeds, 'db' | 'bus' | 'now' | 'history' | 'documents'>) {
  const waiting = new Map<NodeJS.Timeout, () => Promise<void>>()

  async function clear(id: DocumentId, emptied: readonly Y.ID[], personId: string): Promise<void> {
    const { schema } = liveOf(documents(), id)
    const edited = await inTransaction(db, (session) => {
      const at = now()
      const change = (doc: Y.Doc) => {
        const own = freshClient(doc)
        clearEmptied(doc, emptied, { schema, own })
        return [{ clientId: own, personId, at, madeBy: personId }]
      }
      return history.edit({ session, at }, id, { id: newRowId(), personId, change })
    })
    if (edited) bus.publish('row', { ...edited, connectionId: null })
  }

  return {
    clearLater(id: DocumentId, emptied: readonly Y.ID[], personId: string): void {
      if (emptied.length === 0) return
      const run = async () => {
        waiting.delete(timer)
        try {
          await clear(id, emptied, personId)
        } catch (error) {
          // Minutes may have been agreed meanwhile, or writers may be too busy: empty blocks say nothing wrong.
          if (!(error instanceof Refusal)) throw error
        }
      }
      const timer = setTimeout(() => void run().catch(() => {}), heardBy)
      waiting.set(timer, run)
    },
    /** Clears what waits, at once. */
    async settle(): Promise<void> {
      for (const [timer, run] of [...waiting]) {
        clearTimeout(timer)
        await run()
      }
    },
  }
}

import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentId } from '@camau/protocol'
import type { DocumentLog } from './document-log.js'

// A transaction that seals loses against writers who never pause. It asks for quiet; every node looks now and then.
const lookEvery = 400
const quietFor = 3_000

/** Asks all nodes to leave a document's log alone for a moment; resolves when they must have seen it. */
export async function askForQuiet(log: DocumentLog, id: DocumentId): Promise<void> {
  await log.quiet(id, randomUUID())
  await pause(lookEvery + 200)
}

/** What a room asks before it appends: waits while somebody wants quiet, until they have written or have had their time. */
export function quietWatch(log: DocumentLog, id: DocumentId, epoch: number, known: string | null) {
  let seen = known
  let looked = Date.now()
  return async (seq: number): Promise<void> => {
    if (Date.now() - looked < lookEvery) return
    looked = Date.now()
    const quiet = (await log.find(id))?.quiet ?? null
    if (quiet === seen) return
    seen = quiet
    for (const until = Date.now() + quietFor; Date.now() < until; ) {
      await pause(50)
      // A seal, or an edit of the server's own: both are in nobody's name.
      if ((await log.after(id, epoch, seq)).some(({ personId }) => personId === null)) return
    }
  }
}

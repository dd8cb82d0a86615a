import type { DocumentId } from '@camau/protocol'
import type { ClientSession } from 'mongoose'
import { Overtaken } from '../platform/transaction.js'
import type { UpdateRecord } from './document.model.js'
import { type Collections, type DocumentLog, isTaken, stored } from './document-log.js'
import { askForQuiet } from './quiet.js'

/**
 * Writes a row within a transaction: nobody else has this number of the log then, not the node that is writing just now either. Throws
 * Overtaken when somebody was there first, and has asked them for quiet by then.
 */
export async function putRow(
  { log, updates }: { log: Pick<DocumentLog, 'quiet'> } & Pick<Collections, 'updates'>,
  session: ClientSession,
  id: DocumentId,
  row: UpdateRecord,
): Promise<void> {
  await updates.insertOne(stored(row), { session }).catch(async (error: unknown) => {
    await askForQuiet(log, id).catch(() => {}) // only a courtesy, outside the transaction, which has lost
    overtaken(error)
  })
}

/** What became of a write whose number or id somebody else had. */
export function overtaken(error: unknown): never {
  throw isTaken(error) ? new Overtaken('somebody wrote a row meanwhile', { cause: error }) : error
}

import type { DocumentId } from '@camau/protocol'
import { serverClient } from '../admission.js'
import type { ClientRecord } from '../document.model.js'
import { type Collections, documentReader } from '../document-log.js'
import { timesOf, writtenAt } from './written-at.js'

/** Who wrote a character, and about when; no person where it came with the document itself. */
export interface Authorship {
  personId: string | null
  at: Date | null
}

/** What a document's client ids say of who wrote in it. */
export interface Authors {
  of(client: number, clock: number): Authorship
  /** Every id that ever wrote, and whose it is. */
  clients: ReadonlyMap<number, ClientRecord>
}

/** In the name of the document itself: first content has no author. */
export const nobodyInPerson = 'camau'

/** From client ids that belong to one person for ever, and from rows that are still there: who wrote what, and when. */
export async function readAuthors(collections: Collections, documentId: DocumentId): Promise<Authors> {
  const record = await collections.documents.findOne({ _id: documentId })
  const all = await collections.clients.find({ documentId }).toArray()
  const clients = new Map(all.map((one) => [one.clientId, one]))
  const rows = record ? await documentReader(collections).after(documentId, record.epoch, 0) : []
  const recent = timesOf(rows)
  return {
    clients,
    of(client, clock) {
      const known = clients.get(client)
      const told = [...(known?.times ?? []), ...(recent.get(client) ?? [])].sort((a, b) => a.clock - b.clock)
      const first = known?.at ?? (client === serverClient ? (record?.at ?? null) : null)
      const at = known?.madeBy ? known.at : (writtenAt(told, clock) ?? first)
      const personId = known && known.personId !== nobodyInPerson ? known.personId : null
      return { personId, at }
    },
  }
}

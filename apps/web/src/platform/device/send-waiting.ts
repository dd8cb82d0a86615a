import type { OpenDocument } from '@camau/collab'
import { editsOnDevice, openPages, ownerOf } from '@camau/collab/kept'
import type { RecordsConnection } from '@camau/collab/records'
import { Refusal, type RefusalCode } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import { parseDocumentId } from './document-id'
import { textCopies } from './texts'

/** Unsent edits of one person to one text. */
export interface WaitingText {
  documentId: string
  edits: number
  /** When the oldest was written; null for what an earlier version kept. */
  since: number | null
}

export async function waitingTexts(personId: string): Promise<WaitingText[]> {
  const found = new Map<string, WaitingText>()
  for (const row of await editsOnDevice()) {
    const { person, documentId } = ownerOf(row)
    if (person !== personId) continue
    const before = found.get(documentId)
    found.set(documentId, {
      documentId,
      edits: (before?.edits ?? 0) + 1,
      since: before ? before.since : (row.at ?? null),
    })
  }
  return [...found.values()]
}

/** What earlier pages left behind: how many edits to which texts. A page that is open, in whichever window, sends its own. */
export async function leftTexts(personId: string): Promise<Map<DocumentId, number>> {
  const open = new Set((await openPages()).map(({ page }) => page))
  const left = new Map<DocumentId, number>()
  for (const row of await editsOnDevice()) {
    const { person, documentId } = ownerOf(row)
    const id = parseDocumentId(documentId)
    if (id && person === personId && !open.has(row.page)) left.set(id, (left.get(id) ?? 0) + 1)
  }
  return left
}

/** What became of it: it has gone, waits for a better moment, or was refused. What is refused stays for its author to read on the text's own page. */
export type Outcome = 'sent' | 'waits' | RefusalCode

const patience = 10_000

/** Opens a text for what was left of it; `opened` is called once the text itself counts that. To be closed by whoever asked. */
export async function sendLeft(
  connection: RecordsConnection,
  id: DocumentId,
  opened: () => void,
): Promise<{ outcome: Outcome; text: OpenDocument }> {
  const { withDocuments } = await import('@camau/collab')
  const text = withDocuments(connection, undefined, textCopies(connection.person)).openDocument(id)
  const sent = text.opened
    .then(opened)
    .then(text.takeLeft)
    .then(text.saved)
    .then(() => (text.draft ? 'stale-epoch' : 'sent'), whyNot)
  const tooLong = new Promise<Outcome>((resolve) => setTimeout(() => resolve('waits'), patience))
  return { outcome: await Promise.race([sent, tooLong]), text }
}

/** Another part of the page may have closed the text meanwhile. */
function whyNot(error: unknown): Outcome {
  return error instanceof Refusal && error.code !== 'not-open' ? error.code : 'waits'
}

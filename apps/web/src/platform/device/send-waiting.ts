import { editsOnDevice, openPages, ownerOf } from '@camau/collab/kept'
import type { RecordsConnection } from '@camau/collab/records'
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

/** Sends what earlier pages left behind, text by text. A page that is open sends its own. */
export async function sendWaiting(connection: RecordsConnection): Promise<void> {
  if (connection.person === undefined) return
  for (const documentId of await left(connection.person)) {
    const id = parseDocumentId(documentId)
    if (!id) continue
    const { withDocuments } = await import('@camau/collab')
    const text = withDocuments(connection, undefined, textCopies(connection.person)).openDocument(id)
    // What is refused stays where it is, for whoever wrote it to read on the text's own page.
    await text.opened
      .then(text.takeLeft)
      .then(text.saved)
      .catch(() => undefined)
    text.close()
  }
}

async function left(personId: string): Promise<Set<string>> {
  const open = new Set((await openPages()).map(({ page }) => page))
  const rows = (await editsOnDevice()).filter((row) => ownerOf(row).person === personId && !open.has(row.page))
  return new Set(rows.map((row) => ownerOf(row).documentId))
}

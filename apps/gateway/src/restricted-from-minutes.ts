import { addNotes, firstItem, minutesPlainText, takeSection, type Y } from '@camau/collab'
import type { DocumentTexts } from './features/search/document-texts.js'
import type { Documents } from './live/index.js'
import type { Transaction } from './platform/command.js'

/**
 * What the shared minutes hold of an item that is restricted now moves to its notes: an edit like any other, which every open editor
 * follows. The search lets go of it in the same transaction, not a moment after.
 */
export async function moveFromMinutes(
  texts: Documents,
  words: Pick<DocumentTexts, 'write'>,
  tx: Transaction,
  { meetingId, id }: { meetingId: string; id: string },
): Promise<void> {
  const taken: Y.XmlElement[] = []
  const minutes = await texts.edit(tx, `minutes:${meetingId}`, null, (doc) => {
    taken.push(...takeSection(doc, id))
  })
  if (minutes) await words.write(`minutes:${meetingId}`, minutesPlainText(minutes), tx.session)
  if (taken.length > 0) {
    await texts.edit(
      tx,
      `item:${id}`,
      async () => firstItem,
      (doc) => addNotes(doc, taken),
    )
  }
}

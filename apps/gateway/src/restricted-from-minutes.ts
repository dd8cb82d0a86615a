import { addNotes, firstItem, firstMinutes, minutesPlainText, takeSection, type Y } from '@camau/collab'
import type { AgendaItem } from '@camau/domain'
import type { DocumentTexts } from './features/search/document-texts.js'
import type { Documents } from './live/index.js'
import type { Transaction } from './platform/command.js'

/**
 * What the shared minutes hold of an item that is restricted now moves to its notes: an edit like any other, which every open editor
 * follows. The search lets go of it in the same transaction, not a moment after. Minutes that nobody has opened are begun: somebody may
 * just be opening them, with the agenda as it was.
 */
export async function moveFromMinutes(
  texts: Documents,
  words: Pick<DocumentTexts, 'write'>,
  tx: Transaction,
  { meetingId, id, agenda }: { meetingId: string; id: string; agenda: readonly AgendaItem[] },
): Promise<void> {
  const taken: Y.XmlElement[] = []
  const minutes = await texts.edit(
    tx,
    `minutes:${meetingId}`,
    async () => firstMinutes(agenda),
    (doc) => {
      taken.push(...takeSection(doc, id))
    },
  )
  await words.write(`minutes:${meetingId}`, minutesPlainText(minutes), tx.session)
  if (taken.length > 0) {
    await texts.edit(
      tx,
      `item:${id}`,
      async () => firstItem,
      (doc) => addNotes(doc, taken),
    )
  }
}

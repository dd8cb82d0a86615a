import { fitting, givenPassages, Refusal, type Viewer, whyNotRedact } from '@camau/domain'
import { passageFinder, redactedWords, redactText } from '../../live/history/redact-text.js'
import { liveOf, recordOf } from '../../live/live-documents.js'
import { newRecordId } from '../../platform/record-id.js'
import { redactTold } from './redact-told.js'
import type { StoredRedaction } from './redaction.kind.js'
import type { RedactDocumentInput } from './version.type.js'
import { textAtHand, type VersionNeeds } from './version-needs.js'

/**
 * Takes passages out of a text for good: out of its log, its snapshots and every version; what remains begins a new history.
 * Whoever still has the old one open is sent back, and keeps only what they had not sent.
 */
export async function redactDocument(
  needs: VersionNeeds,
  viewer: Viewer,
  input: RedactDocumentInput,
): Promise<StoredRedaction> {
  return needs.command(
    { command: 'redactDocument', viewer, input },
    async (tx) => {
      const text = await textAtHand(needs, viewer, input.documentId, tx)
      const refusal = whyNotRedact(viewer)
      if (refusal) throw new Refusal(refusal)
      const reason = fitting('reason', input.reason)
      if (!reason) throw new Refusal('reason-needed')
      const find = passageFinder(givenPassages(input.passages))
      const words = (said: string): string => redactedWords(said, find)
      const id = newRecordId(input.id)
      let places = 0
      const counted = (said: string): string => {
        places += find(said).length
        return words(said)
      }
      const begun = await needs.history.beginAnew(tx, text.id, {
        words,
        change(doc) {
          const done = redactText(doc, text.schema, find, id)
          places += done.places
          const { personId } = viewer
          if (done.places === 0) return null
          return done.clients.map((clientId) => ({ clientId, personId, at: tx.at, madeBy: personId }))
        },
      })
      const { subject } = text
      const agreed = await needs.redactAgreed(tx, { ...subject, words: counted }, begun)
      if (places === 0) throw new Refusal('not-in-the-text')
      await redactTold(needs.db, tx, text, words)
      // With it, not after it: whatever is decided next must not find the words in a list.
      await liveOf(needs.documents(), text.id).reduced?.(recordOf(text.id), begun.doc, tx, words)
      const { place, bodyId, owner, restrictedTo } = subject
      const record: StoredRedaction = {
        id,
        documentId: text.id,
        aboutType: subject.type,
        aboutId: subject.id,
        place,
        bodyId,
        owner,
        ...(restrictedTo && { restrictedTo }),
        personId: viewer.personId,
        at: tx.at,
        reason,
        places,
        agreed,
        audience: 'member',
        version: 1,
      }
      const saved = await needs.redactions.add(tx, record, secretaryOf(viewer))
      tx.afterCommit((bus) => bus.publish('moved', { documentId: text.id, epoch: begun.epoch }))
      return saved
    },
    (id) => needs.redactions.get(viewer, id),
  )
}

const secretaryOf = ({ offices }: Viewer) => offices.find(({ office }) => office === 'secretariat') ?? null

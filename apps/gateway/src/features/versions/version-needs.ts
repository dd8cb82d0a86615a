import type { DocumentSchema } from '@camau/collab'
import { type HeldText, maySeeVersions, Refusal, type RefusalCode, type Viewer } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import { documentId } from '@camau/protocol/parse'
import type { Connection } from 'mongoose'
import type { Anew, History } from '../../live/history.js'
import { type LiveDocuments, liveOf, recordOf } from '../../live/live-documents.js'
import type { Bus } from '../../platform/bus.js'
import type { Command, Transaction } from '../../platform/command.js'
import { isSignedIn } from '../../platform/context.js'
import type { Directory } from '../../platform/directory.js'
import type { RedactionStore, StoredRedaction } from './redaction.kind.js'

/** The record behind a live text, whichever feature holds it. */
export interface TextSubject extends HeldText {
  /** GraphQL name of its type. */
  type: 'Meeting' | 'Action' | 'LegacyItem' | 'RestrictedItem'
  id: string
  bodyId: string | null
}

export interface VersionNeeds {
  db: Connection
  bus: Bus
  now: () => Date
  command: Command
  directory: Directory
  history: History
  redactions: RedactionStore
  documents: () => LiveDocuments
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  subjectOf: (viewer: Viewer, id: DocumentId, tx?: Transaction) => Promise<TextSubject>
  /** Which of these items of a meeting’s agenda are restricted now. */
  restrictedItems: (meetingId: string, itemIds: readonly string[]) => Promise<string[]>
  /** Takes words out of agreed minutes, of a meeting's own and of those that tell of an action; gives what they amount to now. */
  redactAgreed: (
    tx: Transaction,
    redacting: Redacting,
    left: Pick<Anew, 'doc' | 'epoch' | 'seq'>,
  ) => Promise<StoredRedaction['agreed']>
  /** Goes through all words with which that would be done, and keeps nothing of it. */
  readAgreed: (redacting: Redacting) => Promise<void>
}

interface Redacting extends Pick<TextSubject, 'type' | 'id'> {
  words: (text: string) => string
}

/** A live text with the viewer at its door. */
export interface TextAtHand {
  id: DocumentId
  schema: DocumentSchema
  subject: TextSubject
  /** Why the viewer may not write in it now; null where they may. */
  whyNotWrite: RefusalCode | null
}

/** Asks the text's own door, then whether the viewer is at work there. Throws Refusal('not-found') to keep somebody out. */
export async function textAtHand(
  { documents, subjectOf }: Pick<VersionNeeds, 'documents' | 'subjectOf'>,
  viewer: Viewer,
  given: string,
  tx?: Transaction,
): Promise<TextAtHand> {
  const { data: id } = documentId.safeParse(given)
  if (!id || !isSignedIn(viewer)) throw new Refusal('not-found')
  const live = liveOf(documents(), id)
  const { readOnly, because } = await live.enter(viewer, recordOf(id))
  const subject = await subjectOf(viewer, id, tx)
  if (!maySeeVersions(viewer, subject)) throw new Refusal('not-found')
  return { id, schema: live.schema, subject, whyNotWrite: readOnly ? (because ?? 'read-only') : null }
}

/** A version, for those who may see its text's versions. */
export async function getVersion(
  needs: Pick<VersionNeeds, 'history' | 'documents' | 'subjectOf'>,
  viewer: Viewer,
  id: string,
  tx?: Transaction,
) {
  const version = await needs.history.versions.find(id, tx?.session)
  if (!version) throw new Refusal('not-found')
  return { version, text: await textAtHand(needs, viewer, version.documentId, tx) }
}

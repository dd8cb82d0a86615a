import { officeFor, Refusal, type Viewer, versionLabel } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { VersionRecord } from '../../live/document.model.js'
import type { Keeping } from '../../live/history.js'
import type { Transaction } from '../../platform/command.js'
import { newRecordId } from '../../platform/record-id.js'
import { versionChange } from './version.shape.js'
import type { KeepVersionInput } from './version.type.js'
import { getVersion, type TextAtHand, textAtHand, type VersionNeeds } from './version-needs.js'

/** Whoever writes in a text may keep it as it stands, under a name. */
export function keepVersion(needs: VersionNeeds, viewer: Viewer, input: KeepVersionInput): Promise<VersionRecord> {
  return needs.command(
    { command: 'keepVersion', viewer, input },
    async (tx) => {
      const text = await textAtHand(needs, viewer, input.documentId, tx)
      if (text.whyNotWrite) throw new Refusal(text.whyNotWrite)
      const label = versionLabel(input.label)
      const id = newRecordId(input.id)
      if (await needs.history.versions.find(id, tx.session)) throw new Refusal('already-so')
      return keepNow(needs, tx, text, { id, kind: 'kept', label, personId: viewer.personId })
    },
    async (id) => (await getVersion(needs, viewer, id)).version,
  )
}

/** The text as it stands in the transaction, as a command's own record. Throws Refusal('not-found') when nothing was ever written. */
export async function keepNow(needs: VersionNeeds, tx: Transaction, { id, subject }: TextAtHand, keeping: Keeping) {
  const kept = await needs.history.keep(tx, id, keeping)
  if (!kept) throw new Refusal('not-found')
  const office = officeFor(tx.by, 'write', subject.place)
  tx.changed(versionChange(kept, subject, await needs.directory.now(), { office }))
  return kept
}

/** What follows from a step of a meeting: its minutes as they were then. Minutes that nobody ever opened have no version. */
export async function keepWith(
  needs: VersionNeeds,
  tx: Transaction,
  id: DocumentId,
  kind: 'closed' | 'circulated' | 'agreed',
): Promise<void> {
  const kept = await needs.history.keep(tx, id, { id: tx.newId(), kind, label: null, personId: tx.by.personId })
  if (!kept) return
  const subject = await needs.subjectOf(tx.by, id, tx)
  tx.changed(versionChange(kept, subject, await needs.directory.now(), { follows: true }))
}

import type { AuthoredRun } from '@camau/collab/authored-blocks'
import { Refusal, type Viewer } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type * as Y from 'yjs'
import type { VersionRecord } from '../../live/document.model.js'
import type { Authors } from '../../live/history/authors.js'
import { nobodyInPerson } from '../../live/history/authors.js'
import { restoreText } from '../../live/history/restore-text.js'
import { type Claimed, freshClient, newRowId } from '../../live/history.js'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import { keepNow } from './keep-version.js'
import { getVersion, type VersionNeeds } from './version-needs.js'
import { textOfVersion } from './version-text.js'

export interface RestoreNeeds extends VersionNeeds {
  /** Takes away the blocks a restore emptied, once whoever may have been typing in them has been heard. */
  clearLater: (id: DocumentId, emptied: readonly Y.ID[], personId: string) => void
}

/**
 * Brings an earlier version back as one more edit: everybody sees it, nothing of the log is undone, and what others type meanwhile
 * stays. The text as it stood is kept first; bringing that back undoes it. Words come back as their author's, not the restorer's.
 */
export async function restoreVersion(needs: RestoreNeeds, viewer: Viewer, input: ActionInput): Promise<VersionRecord> {
  let tried: DocumentId | null = null
  let emptied: readonly Y.ID[] = []
  const kept = await needs.command(
    { command: 'restoreVersion', viewer, input },
    async (tx) => {
      emptied = []
      const rowId = newRowId()
      // Before anything is read: whoever types keeps still for a moment, so that this try is not overtaken too.
      if (tried) await needs.history.pause(tried, rowId)
      const { version, text } = await getVersion(needs, viewer, input.id, tx)
      if (text.whyNotWrite) throw new Refusal(text.whyNotWrite)
      tried = text.id
      const { personId } = viewer
      const before = await keepNow(needs, tx, text, { id: tx.newId(), kind: 'before-restore', label: null, personId })
      const source = await textOfVersion(needs, version, text, tx.session)
      const authors = await needs.history.authors(text.id)
      const edited = await needs.history.edit(tx, text.id, {
        id: rowId,
        personId,
        change(doc) {
          const claims = returning(doc, authors, viewer, tx.at)
          const { schema } = text
          emptied = restoreText(doc, source, { schema, own: claims.own, clientFor: claims.clientFor })
          return claims.all()
        },
      })
      if (!edited) throw new Refusal('already-so')
      tx.afterCommit((bus) => bus.publish('row', { ...edited, connectionId: null }))
      return before
    },
    async (id) => (await getVersion(needs, viewer, id)).version,
  )
  if (tried) needs.clearLater(tried, emptied, viewer.personId)
  return kept
}

/** Under which Yjs client ids words come back: one for each that wrote them, of the same person and time. */
function returning(doc: Y.Doc, authors: Authors, { personId }: Viewer, at: Date) {
  const own = freshClient(doc)
  const made = new Map<number, Claimed>()
  return {
    own,
    clientFor({ client, clock }: Pick<AuthoredRun, 'client' | 'clock'>): number {
      const known = made.get(client)
      if (known) return known.clientId
      const written = authors.of(client, clock)
      const claimed = {
        clientId: freshClient(doc),
        personId: written.personId ?? nobodyInPerson,
        at: written.at ?? at,
        madeBy: personId,
      }
      made.set(client, claimed)
      return claimed.clientId
    },
    all: (): Claimed[] => [{ clientId: own, personId, at, madeBy: personId }, ...made.values()],
  }
}

import type { DocumentId } from '@camau/protocol'
import type { Transaction } from '../../platform/command.js'
import type { Feature } from '../../platform/feature.js'
import { createRecordStore } from '../../platform/record-store.js'
import { clearEmptiedLater } from './clear-later.js'
import { keepNightly } from './keep-nightly.js'
import { keepWith } from './keep-version.js'
import { redactionKind } from './redaction.kind.js'
import { ClientAuthorResolver, RedactionResolver, TextAuthorResolver, VersionResolver } from './version.resolver.js'
import { redactionType, versionType } from './version.shape.js'
import { getVersion, textAtHand, type VersionNeeds } from './version-needs.js'

export interface VersionsFeature extends Feature {
  /** Keeps the minutes with a step of their meeting. */
  keepWith(tx: Transaction, id: DocumentId, kind: 'closed' | 'circulated' | 'agreed'): Promise<void>
  /** Keeps what changed, once a night; may be asked as often as one likes, on as many nodes. */
  keepNightly(until: AbortSignal): Promise<number>
  /** Takes away what crashes left behind of snapshots; of two calls the second is sure of what the first saw. */
  sweep(): Promise<void>
  /** Finishes what waits. */
  settle(): Promise<void>
}

/** What live texts said before: kept, read, compared, brought back, taken out. */
export function createVersionsFeature(given: Omit<VersionNeeds, 'redactions'>): VersionsFeature {
  const needs: VersionNeeds = { ...given, redactions: createRecordStore(given, redactionKind) }
  const { clearLater, settle } = clearEmptiedLater(needs)
  let seen: ReadonlySet<string> = new Set()
  return {
    keepWith: (tx, id, kind) => keepWith(needs, tx, id, kind),
    keepNightly: (until) => keepNightly(needs, until),
    async sweep() {
      seen = await needs.history.sweep(seen)
    },
    settle,
    resolvers: [
      new VersionResolver({ ...needs, clearLater }),
      new RedactionResolver(),
      new TextAuthorResolver(),
      new ClientAuthorResolver(),
    ],
    sources: {
      DocumentVersion: (viewer, ids) =>
        Promise.all(
          ids.map(async (id) => {
            const found = await getVersion(needs, viewer, id).catch(() => null)
            return found && versionType(found.version, found.text.subject)
          }),
        ),
      DocumentRedaction: (viewer, ids) =>
        Promise.all(
          ids.map(async (id) => {
            const found = (await needs.redactions.all()).find((one) => one.id === id)
            const seen = found && (await textAtHand(needs, viewer, found.documentId).catch(() => null))
            return seen ? redactionType(found) : null
          }),
        ),
    },
  }
}

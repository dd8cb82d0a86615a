import { dayInLondon } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import { documentId } from '@camau/protocol/parse'
import { inTransaction } from '../../platform/transaction.js'
import type { VersionNeeds } from './version-needs.js'

/** From this hour in London on, a night counts as begun: whoever works late is done. */
const fromHour = 2

type Needs = Pick<VersionNeeds, 'db' | 'history' | 'now'>

/** The night that is now, by its day; null before it has begun. */
function nightOf(now: Date): string | null {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }).format(now),
  )
  return hour >= fromHour ? dayInLondon(now) : null
}

/**
 * Keeps what changed since its last version, once a night: the id of the version says which night it is of, so that of several
 * nodes one keeps it. Gives how many were kept.
 */
export async function keepNightly(needs: Needs, until: AbortSignal): Promise<number> {
  const night = nightOf(needs.now())
  if (!night) return 0
  let kept = 0
  const failed: unknown[] = []
  for (const id of await needs.history.changedSinceKept()) {
    if (until.aborted) break
    const known = documentId.safeParse(id).data
    try {
      if (known && (await keepOne(needs, known, `nightly ${night} ${id}`))) kept++
    } catch (error) {
      failed.push(error) // no text keeps the others waiting
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} texts have no version of the night`)
  return kept
}

async function keepOne({ db, history, now }: Needs, id: DocumentId, versionId: string): Promise<boolean> {
  if (await history.versions.find(versionId)) return false
  return inTransaction(db, async (session) => {
    if (await history.versions.find(versionId, session)) return false
    const keeping = { id: versionId, kind: 'nightly', label: null, personId: null } as const
    return (await history.keep({ session, at: now() }, id, keeping, true)) !== null
  })
}

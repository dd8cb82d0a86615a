import { type BodyPlace, may, maySee, owns, Refusal, type Viewer } from '@camau/domain'
import type { RecordsChanged } from '@camau/protocol'
import type { ChangeStore } from './change-store.js'
import type { ChangeRow, Changes, Guard, GuardedPatch } from './changes.js'
import { isSignedIn } from './context.js'

/** Further behind than this, a client is better off asking for everything again. */
export const mostMissed = 500

export interface ChangeFeedNeeds {
  store: ChangeStore
  bodyPlace: (bodyId: string) => Promise<BodyPlace | null>
}

/** The change feed as the live channel and the query `changes` read it. */
export function createChanges({ store, bodyPlace }: ChangeFeedNeeds): Changes {
  return {
    head: store.head,
    headAt: store.headAt,
    async since(room, seq) {
      const rows = await store.after(room, seq, mostMissed + 1)
      return rows.length > mostMissed ? null : rows
    },
    async enter(viewer, room) {
      if (!(await mayEnter(viewer, room, bodyPlace))) throw new Refusal('not-found')
    },
  }
}

/** The programme's room is for everybody signed in, patch by patch; a body's for those who may read there; a person's for that person. */
async function mayEnter(viewer: Viewer, room: string, bodyPlace: ChangeFeedNeeds['bodyPlace']): Promise<boolean> {
  if (!isSignedIn(viewer)) return false
  if (room === 'programme') return true
  const [kind, ...rest] = room.split(':')
  const id = rest.join(':')
  if (kind === 'person') return id === viewer.personId
  const body = kind === 'body' ? await bodyPlace(id) : null
  return body !== null && may(viewer, 'read', { space: 'body', body })
}

/** What one viewer may see of a row. The sequence number always goes through, so that nothing leaks and no false gap appears. */
export function redact(viewer: Viewer, row: ChangeRow): RecordsChanged {
  const { room, seq } = row
  const allowed = row.patches.filter((patch) => isFor(viewer, patch))
  // By a restriction that came later it may be for somebody again who lost it then.
  const has = ({ type, id }: GuardedPatch) =>
    allowed.some((one) => !one.hiddenFrom && one.type === type && one.id === id)
  const seen = allowed.filter((patch) => !(patch.hiddenFrom && has(patch)))
  // Whoever loses a record learns that it is gone: not who took it from them, nor how.
  const shown = seen.some(({ hiddenFrom }) => !hiddenFrom)
  return {
    room,
    seq,
    previous: seq - 1,
    at: row.at.toISOString(),
    actor: shown ? row.actor : null,
    command: shown ? row.command : null,
    mutationId: shown ? row.mutationId : null,
    patches: seen.map(unguarded),
  }
}

function isFor(viewer: Viewer, patch: GuardedPatch): boolean {
  const { alsoFor = [], hiddenFrom } = patch
  const sees = ({ audience = patch.audience, place = patch.place, restrictedTo, owner, alsoFor = [] }: Guard) =>
    maySee(viewer, audience, place, restrictedTo ?? null) ||
    [owner, ...(restrictedTo ? [] : alsoFor)].some((one) => owns(viewer, one))
  // Rows that an earlier version of Camau kept say but once who supports the owner.
  return sees(patch) && !(hiddenFrom && sees({ alsoFor, ...hiddenFrom }))
}

function unguarded({ type, id, version, fields }: GuardedPatch) {
  return { type, id, version, fields }
}

import { type Body, type BodyPlace, maySee, Refusal, type Viewer } from '@camau/domain'
import type { ClientSession, Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { Transaction } from '../../platform/command.js'
import { createWhole } from '../../platform/whole.js'
import { type BodyRecord, bodyModel } from './body.model.js'

/** The same as the rules have it. */
export type StoredBody = Omit<BodyRecord, '_id'> & { id: string }

/** Bodies named in public documents are seen by everybody; those proposed here by whoever may read in them. */
export interface BodyStore {
  /** Whoever asks: names, places and rights rest on them. */
  all(): Promise<ReadonlyMap<string, BodyRecord>>
  visible(viewer: Viewer): Promise<BodyRecord[]>
  /** Within a command, so that the rule sees what the transaction sees. Throws Refusal('not-found'). */
  inSession(session: ClientSession, id: string): Promise<StoredBody>
  place(id: string): Promise<BodyPlace | null>
  add(tx: Transaction, body: StoredBody): Promise<void>
  /** Writes over the version that was read and no other: throws Refusal('changed-since'). */
  save(tx: Transaction, before: StoredBody, given: StoredBody): Promise<StoredBody>
}

export function createBodyStore(db: Connection, bus: Bus, now: () => Date): BodyStore {
  const bodies = bodyModel(db)
  const all = createWhole(
    async () => new Map((await bodies.find().sort({ _id: 1 }).lean()).map((body) => [body._id, kept(body)])),
    ['Body'],
    bus,
    now,
  )
  return {
    all,
    async visible(viewer) {
      return [...(await all()).values()].filter((body) => maySee(viewer, body.audience, placeOf(body)))
    },
    async inSession(session, id) {
      const found = await bodies.findById(id).session(session).lean()
      if (!found) throw new Refusal('not-found')
      const { _id, ...rest } = kept(found)
      return { ...rest, id: _id }
    },
    async place(id) {
      const found = (await all()).get(id)
      return found ? placeOf(found).body : null
    },
    async add(tx, { id: _id, ...body }) {
      if (await bodies.findById(_id).session(tx.session).lean()) throw new Refusal('already-so')
      await bodies.create([{ ...body, _id }], { session: tx.session })
    },
    async save(tx, before, given) {
      const after = { ...given, version: before.version + 1 }
      const { id: _id, ...fields } = after
      const written = await bodies.updateOne(
        { _id, version: before.version },
        { $set: fields },
        { session: tx.session },
      )
      if (written.matchedCount === 0) throw new Refusal('changed-since', { field: 'version' })
      return after
    },
  }
}

/** Earlier versions kept less of a body: what they did not keep is said here, and nowhere else. */
function kept(body: BodyRecord): BodyRecord {
  const unkept = { remit: null, plannedEnd: null, sector: null, life: [], audience: 'public' as const }
  return { ...unkept, ...body }
}

export const placeOf = ({ _id: id, kind, parentId, status }: BodyRecord) =>
  ({ space: 'body', body: { id, kind, parentId, status } satisfies BodyPlace & Pick<Body, 'status'> }) as const

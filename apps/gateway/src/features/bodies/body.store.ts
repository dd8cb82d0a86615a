import type { Body, BodyPlace } from '@camau/domain'
import type { ClientSession, Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { createWhole } from '../../platform/whole.js'
import { type BodyRecord, bodyModel } from './body.model.js'

/** Bodies are named in public documents: everybody may see that they exist. */
export interface BodyStore {
  all(): Promise<ReadonlyMap<string, BodyRecord>>
  /** Within a command, so that the rule sees what the transaction sees. */
  inSession(session: ClientSession, id: string): Promise<Body | null>
  place(id: string): Promise<BodyPlace | null>
}

export function createBodyStore(db: Connection, bus: Bus, now: () => Date): BodyStore {
  const bodies = bodyModel(db)
  const all = createWhole(
    async () => new Map((await bodies.find().sort({ _id: 1 }).lean()).map((body) => [body._id, body])),
    ['Body'],
    bus,
    now,
  )
  return {
    all,
    async inSession(session, id) {
      const found = await bodies.findById(id).session(session).lean()
      return found && { ...found, id: found._id }
    },
    async place(id) {
      const found = (await all()).get(id)
      return found ? { id, kind: found.kind, parentId: found.parentId } : null
    },
  }
}

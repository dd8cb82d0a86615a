import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { inOrder } from '../../platform/loaders.js'
import { recordOptions } from '../../platform/mongo.js'
import { createWhole } from '../../platform/whole.js'

/** What every register entry has; the rest is the register's own. */
export interface RegisterRecord {
  _id: string
  /** Its place in the documents' order. */
  position: number
}

/** A register: imported once from public documents, never changed here, seen by everybody. */
export interface Register<R extends RegisterRecord> {
  all(): Promise<readonly R[]>
  /** In the order of the ids; null for what is not there. */
  byIds(ids: readonly string[]): Promise<(R | null)[]>
}

export function registerModel<R extends RegisterRecord>(
  db: Connection,
  name: string,
  collection: string,
  definition: SchemaDefinition,
): Model<R> {
  const id = { type: String, required: true }
  const schema = new Schema({ _id: id, position: { type: Number, required: true }, ...definition }, recordOptions)
  return db.model<R>(name, schema as unknown as Schema<R>, collection)
}

export function createRegister<R extends RegisterRecord>(model: Model<R>, bus: Bus, now: () => Date): Register<R> {
  const all = createWhole(async () => (await model.find().sort({ position: 1 }).lean().exec()) as R[], [], bus, now)
  return { all, byIds: async (ids) => inOrder(ids, await all(), ({ _id }) => _id) }
}

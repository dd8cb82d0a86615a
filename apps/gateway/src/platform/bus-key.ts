import { randomBytes } from 'node:crypto'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from './mongo.js'

interface BusKey {
  _id: string
  key: string
}

const needed = { type: String, required: true }
const schema = new Schema<BusKey>({ _id: needed, key: needed }, recordOptions)
const busKeyModel = (db: Connection): Model<BusKey> => db.model<BusKey>('BusKey', schema, 'busKeys')
const one = 'bus'

/** What the nodes sign their messages with. Who has the database has it; who has only Redis has not. The first node makes it. */
export async function busKey(db: Connection): Promise<string> {
  const keys = busKeyModel(db)
  const known = await keys.findById(one).lean()
  if (known) return known.key
  await keys.create({ _id: one, key: randomBytes(32).toString('base64url') }).catch(() => {}) // another node was first
  return (await keys.findById(one).orFail().lean()).key
}

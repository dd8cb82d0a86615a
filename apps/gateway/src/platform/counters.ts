import { type ClientSession, type Connection, Schema } from 'mongoose'

interface CounterRecord {
  _id: string
  last: number
}

const schema = new Schema<CounterRecord>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
)

const model = (connection: Connection) => connection.model<CounterRecord>('Counter', schema, 'counters')

/** The next number of a running count ("actions", "decisions"). Taken inside the transaction, so that none is lost or given twice. */
export async function nextNumber(connection: Connection, session: ClientSession, count: string): Promise<number> {
  const row = await model(connection).findOneAndUpdate(
    { _id: count },
    { $inc: { last: 1 } },
    { session, upsert: true, returnDocument: 'after' },
  )
  return row?.last ?? 1
}

/** Starts a count after imported records. Never lowers it. */
export async function startCount(connection: Connection, session: ClientSession, count: string, last: number) {
  await model(connection).updateOne({ _id: count }, { $max: { last } }, { session, upsert: true })
}

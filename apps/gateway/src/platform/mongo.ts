import mongoose, { type Connection, type Schema, type SchemaOptions } from 'mongoose'
import { readPatience } from './patience.js'
import { repairDriver } from './repair-driver.js'

repairDriver()

/**
 * Acknowledged means durable, and read means durable: a majority has it in its journal. Both are the server's defaults by now;
 * they are said out loud because the promises of the product rest on them.
 */
export async function connectMongo(uri: string): Promise<Connection> {
  const db = mongoose.createConnection()
  db.plugin(limitReads)
  await db.openUri(uri, {
    autoCreate: false,
    autoIndex: false,
    readConcern: { level: 'majority' },
    writeConcern: { w: 'majority', journal: true },
    serverSelectionTimeoutMS: 5_000,
  })
  return db
}

function limitReads(schema: Schema): void {
  schema.pre(['find', 'findOne', 'countDocuments', 'distinct'], function () {
    const maxTimeMS = readPatience()
    if (maxTimeMS !== undefined) this.setOptions({ maxTimeMS })
  })
  schema.pre('aggregate', function () {
    const maxTimeMS = readPatience()
    if (maxTimeMS !== undefined) this.option({ maxTimeMS })
  })
}

/** Options every model shares: unknown fields are our bug, ids are our own, and mongoose keeps no version of its own. */
export const recordOptions = {
  strict: 'throw',
  versionKey: false,
  minimize: false,
  autoIndex: false,
  autoCreate: false,
} as const satisfies SchemaOptions

/** Collections and indexes are made once at start: inside a transaction it would be too late. */
export async function prepareCollections(db: Connection): Promise<void> {
  for (const model of Object.values(db.models)) {
    await model.createCollection()
    await model.createIndexes()
  }
}

import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from '../../platform/mongo.js'
import { needed } from '../../platform/record-parts.js'

/** What a person's unsent work is sealed with on a device when they sign out: without signing in again nobody opens it. */
export interface DeviceKeyRecord {
  /** The person. */
  _id: string
  /** Names the key on a device without naming the person. */
  keyId: string
  /** 256 bits, base64. */
  key: string
}

const schema = new Schema<DeviceKeyRecord>({ _id: needed, keyId: needed, key: needed }, recordOptions)

export const deviceKeyModel = (db: Connection): Model<DeviceKeyRecord> =>
  db.model<DeviceKeyRecord>('DeviceKey', schema, 'deviceKeys')

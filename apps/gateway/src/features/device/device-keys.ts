import { randomBytes } from 'node:crypto'
import type { Connection } from 'mongoose'
import { deviceKeyModel } from './device-key.model.js'

export interface DeviceKey {
  keyId: string
  key: string
}

/** A person's key, made when it is asked for first. Two nodes that make it at once keep the one that was first. */
export function createDeviceKeys(db: Connection): (personId: string) => Promise<DeviceKey> {
  const keys = deviceKeyModel(db)
  return async (personId) => {
    const known = await keys.findById(personId).lean()
    if (known) return known
    const made = { keyId: randomBytes(16).toString('hex'), key: randomBytes(32).toString('base64') }
    await keys.updateOne({ _id: personId }, { $setOnInsert: made }, { upsert: true })
    return (await keys.findById(personId).lean()) ?? made
  }
}

import type { Connection } from 'mongoose'
import type { Feature } from '../../platform/feature.js'
import { type DeviceNeeds } from './device.js'
import { DeviceResolver } from './device.resolver.js'
import { createDeviceKeys } from './device-keys.js'

export function createDeviceFeature({ db, ...needs }: Omit<DeviceNeeds, 'keyOf'> & { db: Connection }): Feature {
  return { resolvers: [new DeviceResolver({ ...needs, keyOf: createDeviceKeys(db) })], sources: {} }
}

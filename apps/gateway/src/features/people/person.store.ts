import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { createWhole } from '../../platform/whole.js'
import { type PersonRecord, personModel } from './person.model.js'

export interface PersonStore {
  all(): Promise<ReadonlyMap<string, PersonRecord>>
  setLanguage(personId: string, language: 'en' | 'cy'): Promise<void>
}

export function createPersonStore(db: Connection, bus: Bus, now: () => Date): PersonStore {
  const people = personModel(db)
  const read = async () => new Map((await people.find().sort({ _id: 1 }).lean()).map((one) => [one._id, one]))
  return {
    all: createWhole(read, ['Person'], bus, now),
    async setLanguage(personId, language) {
      await people.updateOne({ _id: personId }, { $set: { language } })
    },
  }
}

import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { createWhole } from '../../platform/whole.js'
import { type PersonRecord, personModel } from './person.model.js'

export interface PersonStore {
  all(): Promise<ReadonlyMap<string, PersonRecord>>
  /** Read from the database: it is nobody's business but the person's, so nothing is kept or told. */
  languageOf(personId: string): Promise<string | null>
  setLanguage(personId: string, language: 'en' | 'cy'): Promise<void>
}

export function createPersonStore(db: Connection, bus: Bus, now: () => Date): PersonStore {
  const people = personModel(db)
  const read = async () => new Map((await people.find().sort({ _id: 1 }).lean()).map((one) => [one._id, one]))
  return {
    all: createWhole(read, ['Person'], bus, now),
    languageOf: async (personId) => (await people.findById(personId).lean())?.language ?? null,
    async setLanguage(personId, language) {
      await people.updateOne({ _id: personId }, { $set: { language } })
    },
  }
}

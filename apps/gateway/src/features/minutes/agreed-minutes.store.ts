import type { Connection } from 'mongoose'
import type { Transaction } from '../../platform/command.js'
import { type AgreedMinutesRecord, agreedMinutesModel } from './agreed-minutes.model.js'

export interface AgreedMinutesStore {
  /** null until they are agreed. */
  find(meetingId: string): Promise<AgreedMinutesRecord | null>
  /** Once: a second version under the same meeting is refused by its id. */
  add(tx: Transaction, minutes: AgreedMinutesRecord): Promise<void>
}

export function agreedMinutesStore(db: Connection): AgreedMinutesStore {
  const minutes = agreedMinutesModel(db)
  return {
    find: (meetingId) => minutes.findById(meetingId).lean<AgreedMinutesRecord>(),
    async add({ session }, record) {
      await minutes.create([record], { session })
    },
  }
}

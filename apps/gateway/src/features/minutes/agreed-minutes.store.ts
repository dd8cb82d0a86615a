import type { Connection } from 'mongoose'
import type { Transaction } from '../../platform/command.js'
import {
  type AgreedMinutesRecord,
  agreedMinutesModel,
  type MinutesChainRecord,
  minutesChainModel,
} from './agreed-minutes.model.js'

export interface AgreedMinutesStore {
  /** null until they are agreed. */
  find(meetingId: string, tx?: Transaction): Promise<AgreedMinutesRecord | null>
  /** All that were agreed of a body since its chain began, in no order. */
  ofBody(bodyId: string): Promise<AgreedMinutesRecord[]>
  /** All that tell of an action, in no order. */
  ofAction(actionId: string, tx?: Transaction): Promise<AgreedMinutesRecord[]>
  /** The end of a body's chain; null before its first agreed minutes. */
  chainOf(bodyId: string, tx?: Transaction): Promise<MinutesChainRecord | null>
  /** Once: a second version under the same meeting is refused by its id. Two that follow the same minutes: one is tried again. */
  add(tx: Transaction, minutes: AgreedMinutesRecord & { bodyId: string }): Promise<void>
  /** Only where words are taken out of them for good. */
  replace(tx: Transaction, minutes: AgreedMinutesRecord): Promise<void>
}

export function agreedMinutesStore(db: Connection): AgreedMinutesStore {
  const minutes = agreedMinutesModel(db)
  const chains = minutesChainModel(db)
  return {
    find: (meetingId, tx) =>
      minutes
        .findById(meetingId)
        .session(tx?.session ?? null)
        .lean<AgreedMinutesRecord>(),
    async replace({ session }, { _id, ...record }) {
      await minutes.updateOne({ _id }, { $set: record }, { session })
    },
    ofBody: (bodyId) => minutes.find({ bodyId }).lean<AgreedMinutesRecord[]>(),
    ofAction: (actionId, tx) =>
      minutes
        .find({ 'actions.id': actionId })
        .session(tx?.session ?? null)
        .lean<AgreedMinutesRecord[]>(),
    chainOf: (bodyId, tx) =>
      chains
        .findById(bodyId)
        .session(tx?.session ?? null)
        .lean<MinutesChainRecord>(),
    async add({ session }, record) {
      await minutes.create([record], { session })
      const { _id: meetingId, sha256 } = record
      await chains.updateOne({ _id: record.bodyId }, { $set: { meetingId, sha256 } }, { session, upsert: true })
    },
  }
}

import type { Action } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from '../../platform/mongo.js'
import { needed, neededNumber, neededTime, part } from '../../platform/record-parts.js'

/** What a batch may set, and what undoing it sets back. */
export const batchFields = [
  'status',
  'owner',
  'acceptance',
  'earlierOwners',
  'due',
  'earlierDues',
  'transfer',
  'reason',
  'statusHistory',
] as const
export type BatchFields = Pick<Action, (typeof batchFields)[number]>

export interface BatchRow {
  id: string
  /** Of the record after the batch: a later one has been changed since. */
  version: number
  before: BatchFields
}

/** Actions that were changed in one command; `_id` is its mutationId. */
export interface ActionBatchRecord {
  _id: string
  personId: string
  at: Date
  rows: BatchRow[]
  undone: boolean
}

const schema = new Schema<ActionBatchRecord>(
  {
    _id: needed,
    personId: needed,
    at: neededTime,
    rows: [part({ id: needed, version: neededNumber, before: { type: Object, required: true } })],
    undone: { type: Boolean, required: true },
  },
  recordOptions,
)

export const actionBatchModel = (db: Connection): Model<ActionBatchRecord> =>
  db.model<ActionBatchRecord>('ActionBatch', schema, 'actionBatches')

import { type NoticeKind, noticeKinds } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import type { EntityName } from '../../platform/graphql/entity.js'
import { recordOptions } from '../../platform/mongo.js'
import { needed, neededNumber, neededTime, part, text } from '../../platform/record-parts.js'

/** One line of somebody's inbox. Words of the record itself are never kept in it: it may be restricted later. */
export interface NoticeRecord {
  _id: string
  personId: string
  kind: NoticeKind
  about: { type: EntityName; id: string }
  /** Whose act it was; null for what the calendar brought. */
  byId: string | null
  text: string | null
  at: Date
  read: boolean
  version: number
}

const schema = new Schema<NoticeRecord>(
  {
    _id: needed,
    personId: needed,
    kind: { type: String, enum: noticeKinds, required: true },
    about: { type: part({ type: needed, id: needed }), required: true },
    byId: text,
    text,
    at: neededTime,
    read: { type: Boolean, required: true },
    version: neededNumber,
  },
  recordOptions,
).index({ personId: 1, at: -1 })

export const noticeModel = (db: Connection): Model<NoticeRecord> => db.model<NoticeRecord>('Notice', schema, 'notices')

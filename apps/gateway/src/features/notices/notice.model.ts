import { type NoticeKind, noticeKinds } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import type { EntityName } from '../../platform/graphql/entity.js'
import { recordOptions } from '../../platform/mongo.js'
import { needed, neededNumber, neededTime, part, text } from '../../platform/record-parts.js'

export interface NoticeSubject {
  type: EntityName
  id: string
}

/** One line of somebody's inbox. Words of the record itself are never kept in it: it may be restricted later. */
export interface NoticeRecord {
  _id: string
  personId: string
  kind: NoticeKind
  about: NoticeSubject
  /** Another record it came of; null where it is about that record itself. */
  because: NoticeSubject | null
  /** Everything of the reader's that it touches, `about` the first; empty where nothing came of another record. */
  touches: NoticeSubject[]
  /** The comment it tells of. */
  commentId: string | null
  /** Whose act it was; null for what the calendar brought. */
  byId: string | null
  text: string | null
  at: Date
  read: boolean
  version: number
}

const subject = part({ type: needed, id: needed })

const schema = new Schema<NoticeRecord>(
  {
    _id: needed,
    personId: needed,
    kind: { type: String, enum: noticeKinds, required: true },
    about: { type: subject, required: true },
    because: { type: subject, default: null },
    touches: [subject],
    commentId: { type: String, default: null },
    byId: text,
    text,
    at: neededTime,
    read: { type: Boolean, required: true },
    version: neededNumber,
  },
  recordOptions,
)
  .index({ personId: 1, at: -1 })
  .index({ byId: 1, at: -1 })

export const noticeModel = (db: Connection): Model<NoticeRecord> => db.model<NoticeRecord>('Notice', schema, 'notices')

/** Lines of earlier versions named the new date of something that not everybody may see: these words are left out. */
export function made(kept: NoticeRecord): NoticeRecord {
  const { because, touches, commentId } = kept as Partial<NoticeRecord>
  const text = because === undefined && (kept.kind === 'held-up' || kept.kind === 'due-moved') ? null : kept.text
  return { ...kept, text, because: because ?? null, touches: touches ?? [], commentId: commentId ?? null }
}

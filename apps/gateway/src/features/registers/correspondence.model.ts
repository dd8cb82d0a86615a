import type { Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { needed, neededSource, source, text } from '../../platform/record-parts.js'
import { type RegisterRecord, registerModel } from './register.store.js'

/** A letter as the programme's documents print or mention it. */
export interface CorrespondenceRecord extends RegisterRecord {
  kind: string
  fromBodyId: string
  fromPersonId: string
  toBodyId: string
  toPersonId: string | null
  ccPersonIds: string[]
  date: string | null
  ref: string | null
  subject: string
  asks: string[]
  answers: string[]
  due: string | null
  replyToId: string | null
  availability: string
  actionIds: string[]
  note: string | null
  source: Source
  alsoSeenIn: Source[]
}

export const correspondenceModel = (db: Connection) =>
  registerModel<CorrespondenceRecord>(db, 'PrintedCorrespondence', 'correspondence', {
    kind: needed,
    fromBodyId: needed,
    fromPersonId: needed,
    toBodyId: needed,
    toPersonId: text,
    ccPersonIds: [String],
    date: text,
    ref: text,
    subject: needed,
    asks: [String],
    answers: [String],
    due: text,
    replyToId: text,
    availability: needed,
    actionIds: [String],
    note: text,
    source: neededSource,
    alsoSeenIn: [source],
  })

import type { Audience, LetterFacts } from '@camau/domain'
import { maybeTime, needed, neededTime, part, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'
import type { CorrespondenceRecord } from './correspondence.model.js'

/** To whom a letter was opened, by whom, and when. */
export interface LetterShare {
  audience: Audience
  at: Date
  personId: string
}

/** A letter written or recorded here. Imported ones stay as the documents have them. */
export interface StoredLetter extends KeptRecord {
  kind: string
  fromBodyId: string
  toBodyId: string
  ccBodyIds: string[]
  date: string | null
  ref: string | null
  subject: string
  asks: string[]
  answers: string[]
  due: string | null
  replyToIds: string[]
  language: 'en' | 'cy' | null
  sentAt: Date | null
  shares: LetterShare[]
  writtenBy: string
  writtenAt: Date
}

export const letterKind: RecordKind<StoredLetter> = {
  type: 'Correspondence',
  collection: 'letters',
  fields: {
    kind: needed,
    fromBodyId: needed,
    toBodyId: needed,
    ccBodyIds: [String],
    date: text,
    ref: text,
    subject: needed,
    asks: [String],
    answers: [String],
    due: text,
    replyToIds: [String],
    language: text,
    sentAt: maybeTime,
    shares: [part({ audience: needed, at: neededTime, personId: needed })],
    writtenBy: needed,
    writtenAt: neededTime,
  },
  order: (a, b) => a.writtenAt.getTime() - b.writtenAt.getTime() || (a.id < b.id ? -1 : 1),
  place: () => ({ space: 'correspondence' }),
  rooms: () => ['programme'],
  // What a letter answers, and whether it is answered, is told by the whole register: lists are asked again.
  patch: () => ({}),
}

export const letterFacts = ({ sentAt, ...letter }: StoredLetter): LetterFacts => ({ ...letter, sent: sentAt !== null })

export const printedFacts = ({ _id, replyToId, ...letter }: CorrespondenceRecord): LetterFacts => ({
  ...letter,
  id: _id,
  replyToIds: replyToId ? [replyToId] : [],
  sent: true,
})

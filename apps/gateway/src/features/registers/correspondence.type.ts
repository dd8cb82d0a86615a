import { type Audience, type LetterStatus, letterStatuses } from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { CorrespondenceRecord } from './correspondence.model.js'
import { LetterLanguageEnum } from './letter.inputs.js'
import type { LetterShare, StoredLetter } from './letter.kind.js'
import type { standing } from './letter-register.js'

const LetterStatusEnum = wordsEnum('LetterStatus', letterStatuses, 'Whether a letter waits for an answer.')

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Correspondence: CorrespondenceType
  }
}

@Entity('Correspondence', { description: 'A letter or a written question.' })
export class CorrespondenceType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  kind!: string

  @Field(() => String, { nullable: true })
  date!: string | null

  @Field(() => String, { nullable: true })
  ref!: string | null

  @Field(() => String)
  subject!: string

  @Field(() => [String])
  asks!: string[]

  @Field(() => [String])
  answers!: string[]

  @Field(() => String, { nullable: true })
  due!: string | null

  @Field(() => ID, { nullable: true })
  replyTo!: string | null

  @Field(() => String, { nullable: true })
  availability!: string | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => SourceType, { nullable: true, description: 'null: recorded here.' })
  source!: SourceType | null

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  @Field(() => LetterStatusEnum, {
    description: 'Only what asks something waits for an answer (requirements, row 67).',
  })
  status!: LetterStatus

  @Field(() => String, {
    nullable: true,
    description: 'The first day on which it was late; null while it is in time, answered, or has no due date.',
  })
  overdueSince!: string | null

  @Field(() => LetterLanguageEnum, { nullable: true, description: 'null: not stated.' })
  language!: 'en' | 'cy' | null

  @Field(() => AudienceEnum)
  audience!: Audience

  @Field(() => Int)
  version!: number

  repliesToIds!: string[]
  replyIds!: string[]
  draftIds!: string[]
  ccBodyIds!: string[]
  shareRows!: LetterShare[]
  fromBodyId!: string
  fromPersonId!: string | null
  toBodyId!: string
  toPersonId!: string | null
  ccPersonIds!: string[]
  actionIds!: string[]
}

@ObjectType('LetterShare', { description: 'To whom a letter was opened, by whom and when (requirements, row 69).' })
export class LetterShareType {
  @Field(() => AudienceEnum)
  audience!: Audience

  @Field(() => DateTimeISO)
  at!: Date

  personId!: string
}

type Standing = ReturnType<typeof standing>

const inRegister = ({ status, overdueSince, repliesTo, replies, drafts }: Standing) => ({
  status,
  overdueSince,
  repliesToIds: repliesTo,
  replyIds: replies,
  draftIds: drafts,
})

export const correspondenceType = ({ _id, replyToId, ...record }: CorrespondenceRecord, as: Standing) =>
  Object.assign(new CorrespondenceType(), {
    ...record,
    id: _id,
    replyTo: replyToId,
    language: null,
    audience: 'public' as const,
    version: 1,
    ccBodyIds: [],
    shareRows: [],
    ...inRegister(as),
  })

export const letterType = (letter: StoredLetter, as: Standing) =>
  Object.assign(new CorrespondenceType(), {
    ...letter,
    replyTo: letter.replyToIds[0] ?? null,
    availability: null,
    note: null,
    source: null,
    alsoSeenIn: [],
    fromPersonId: null,
    toPersonId: null,
    ccPersonIds: [],
    actionIds: [],
    shareRows: letter.shares,
    ...inRegister(as),
  })

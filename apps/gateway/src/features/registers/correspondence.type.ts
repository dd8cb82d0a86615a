import type { Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Field, ID } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededSource, source, text } from '../../platform/record-parts.js'
import { type RegisterRecord, registerModel } from './register.store.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Correspondence: CorrespondenceType
  }
}

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
  registerModel<CorrespondenceRecord>(db, 'Correspondence', 'correspondence', {
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

  @Field(() => SourceType)
  source!: SourceType

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  fromBodyId!: string
  fromPersonId!: string
  toBodyId!: string
  toPersonId!: string | null
  ccPersonIds!: string[]
  actionIds!: string[]
}

export const correspondenceType = ({ _id, replyToId, ...record }: CorrespondenceRecord): CorrespondenceType =>
  Object.assign(new CorrespondenceType(), { id: _id, replyTo: replyToId, ...record })

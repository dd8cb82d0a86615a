import type { Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Field, Float, ID } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededSource, number, source, text } from '../../platform/record-parts.js'
import { type RegisterRecord, registerModel } from './register.store.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Funding: FundingType
  }
}

export interface FundingRecord extends RegisterRecord {
  title: string
  amountGBP: number | null
  asPrinted: string | null
  approximate: boolean
  basis: string
  period: string | null
  funderIds: string[]
  recipientIds: string[]
  purpose: string
  parentId: string | null
  workstreamId: string | null
  workAreaIds: string[]
  legacyItemIds: string[]
  ambiguity: string | null
  source: Source
  alsoSeenIn: Source[]
}

export const fundingModel = (db: Connection) =>
  registerModel<FundingRecord>(db, 'Funding', 'funding', {
    title: needed,
    amountGBP: number,
    asPrinted: text,
    approximate: { type: Boolean, required: true },
    basis: needed,
    period: text,
    funderIds: [String],
    recipientIds: [String],
    purpose: needed,
    parentId: text,
    workstreamId: text,
    workAreaIds: [String],
    legacyItemIds: [String],
    ambiguity: text,
    source: neededSource,
    alsoSeenIn: [source],
  })

@Entity('Funding', { description: 'A funding line. No figure means that the documents give none, not nothing.' })
export class FundingType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => Float, { nullable: true })
  amountGBP!: number | null

  @Field(() => String, { nullable: true })
  asPrinted!: string | null

  @Field(() => Boolean, { description: 'Printed as almost, over, some or nearly.' })
  approximate!: boolean

  @Field(() => String, { nullable: true })
  basis!: string | null

  @Field(() => String, { nullable: true })
  period!: string | null

  @Field(() => String, { nullable: true })
  purpose!: string | null

  @Field(() => String, { nullable: true, description: 'Where the documents disagree with each other.' })
  ambiguity!: string | null

  @Field(() => SourceType)
  source!: SourceType

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  funderIds!: string[]
  recipientIds!: string[]
  parentId!: string | null
  workstreamId!: string | null
  workAreaIds!: string[]
  legacyItemIds!: string[]
}

export const fundingType = ({ _id, ...record }: FundingRecord): FundingType =>
  Object.assign(new FundingType(), { id: _id, ...record })

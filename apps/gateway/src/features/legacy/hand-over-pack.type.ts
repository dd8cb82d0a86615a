import { type HandOverPack, type PackAnswer, packAnswers } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { LedgerEntryType } from './legacy.type.js'
import type { StoredHanded } from './stored-legacy.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    HandOverPack: HandOverPackType
  }
}

const PackAnswerEnum = wordsEnum('PackAnswer', packAnswers, 'What the body asked says to one item of a pack.')

@ObjectType('PackLine', { description: 'One item or commitment of a pack. Its answer stands in its own owner ledger.' })
export class PackLineType {
  @Field(() => ID, { description: 'Of the line of the ledger by which it was offered.' })
  id!: string

  @Field(() => PackAnswerEnum)
  answer!: PackAnswer

  @Field(() => LedgerEntryType, { nullable: true, description: 'The answer, or the last question and explanation.' })
  answered!: LedgerEntryType | null

  record!: StoredHanded
}

@ObjectType('PackCounts', { description: 'How many of the items stand at each answer.' })
export class PackCountsType implements Record<PackAnswer, number> {
  @Field(() => Int)
  waiting!: number

  @Field(() => Int)
  queried!: number

  @Field(() => Int)
  accepted!: number

  @Field(() => Int)
  declined!: number

  @Field(() => Int)
  withdrawn!: number
}

@Entity('HandOverPack', {
  description:
    'Items, commitments and documents offered to a successor body, which answers item by item; what it does not accept stays with the body that hands on (requirements, row 39).',
})
export class HandOverPackType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => DateTimeISO)
  offeredAt!: Date

  @Field(() => DateTimeISO, { nullable: true })
  withdrawnAt!: Date | null

  @Field(() => String, { nullable: true })
  withdrawnBecause!: string | null

  @Field(() => Int)
  version!: number

  pack!: HandOverPack
}

export function packType(pack: HandOverPack): HandOverPackType {
  const { id, title, note, offeredAt, withdrawn, version } = pack
  const ended = { withdrawnAt: withdrawn?.at ?? null, withdrawnBecause: withdrawn?.reason ?? null }
  return Object.assign(new HandOverPackType(), { id, title, note, offeredAt, version, ...ended, pack })
}

@InputType('OfferHandOverInput', { description: 'Offers items and commitments to a body at work, all in one step.' })
export class OfferHandOverInput extends CommandInput {
  @Field(() => ID, { description: 'UUIDv7 of the pack, made by the client.' })
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => ID, { description: 'The body that hands on.' })
  fromBodyId!: string

  @Field(() => ID, { description: 'The body that is asked. Only proposed or closed: `body-not-active`.' })
  toBodyId!: string

  @Field(() => [ID], { description: 'Legacy items and commitments.' })
  recordIds!: string[]

  @Field(() => [ID], { nullable: true, description: 'Publications that go with them.' })
  publicationIds?: string[] | null
}

import { type Audience, type Cadence, type CadenceUnit, cadenceUnits, type MeetingSeries } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { ItemWordsInput, TemplateItemType } from './agenda-item.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    MeetingSeries: MeetingSeriesType
  }
}

export type StoredSeries = MeetingSeries & { audience: Audience; version: number }

const CadenceUnitEnum = wordsEnum(
  'CadenceUnit',
  cadenceUnits,
  'A quarter is three months; a term, of three in a school year, four.',
)

@ObjectType('Cadence', { description: 'How often a body means to meet (requirements, row 10).' })
export class CadenceType implements Cadence {
  @Field(() => Int)
  every!: number

  @Field(() => CadenceUnitEnum)
  unit!: CadenceUnit
}

@Entity('MeetingSeries', {
  description: 'How a body meets: its rhythm, its quorum, and what each new meeting begins with.',
})
export class MeetingSeriesType {
  @Field(() => ID)
  id!: string

  @Field(() => CadenceType, { nullable: true, description: 'null: it meets when there is need.' })
  cadence!: CadenceType | null

  @Field(() => Int, { nullable: true, description: 'Seats that must be taken; null: none is set.' })
  quorum!: number | null

  @Field(() => String, { nullable: true })
  title!: string | null

  @Field(() => String, { nullable: true })
  place!: string | null

  @Field(() => Int, { description: 'Planned length of a meeting.' })
  minutes!: number

  @Field(() => [TemplateItemType])
  agenda!: TemplateItemType[]

  @Field(() => String, { description: 'The day from which the rhythm counts.' })
  since!: string

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  bodyId!: string
}

@ObjectType('Rhythm', { description: 'Whether a body keeps the rhythm it has set itself (requirements, row 10).' })
export class RhythmType {
  @Field(() => String, { nullable: true, description: 'The day it last met; cancelled meetings are none.' })
  lastMet!: string | null

  @Field(() => String, { nullable: true, description: 'The day by which it should meet again.' })
  meetBy!: string | null

  @Field(() => Boolean, { description: 'That day has passed without a meeting.' })
  late!: boolean
}

@InputType('CadenceInput')
export class CadenceInput implements Cadence {
  @Field(() => Int)
  every!: number

  @Field(() => CadenceUnitEnum)
  unit!: CadenceUnit
}

@InputType('SetMeetingSeriesInput')
export class SetMeetingSeriesInput extends CommandInput {
  @Field(() => ID)
  bodyId!: string

  @Field(() => CadenceInput, { nullable: true })
  cadence?: CadenceInput | null

  @Field(() => Int, { nullable: true })
  quorum?: number | null

  @Field(() => String, { nullable: true })
  title?: string | null

  @Field(() => String, { nullable: true })
  place?: string | null

  @Field(() => Int)
  minutes!: number

  @Field(() => [ItemWordsInput])
  agenda!: ItemWordsInput[]

  @Field(() => Int, { nullable: true, description: 'Version of the series the person saw.' })
  basedOn?: number | null
}

@InputType('CreateNextMeetingInput')
export class CreateNextMeetingInput extends CommandInput {
  @Field(() => ID, { description: 'Of the new meeting.' })
  id!: string

  @Field(() => ID)
  bodyId!: string

  @Field(() => DateTimeISO)
  startsAt!: Date
}

/** The series as its resolvers give it out; a template is part of it there. */
export function seriesType({ template, ...same }: StoredSeries): MeetingSeriesType {
  return Object.assign(new MeetingSeriesType(), same, template)
}

import { isReduction, type LocalText, type Source, safetyNote } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Field, Float, ID } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededSource, number, source, text } from '../../platform/record-parts.js'
import { type RegisterRecord, registerModel } from './register.store.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Indicator: IndicatorType
  }
}

export interface IndicatorRecord extends RegisterRecord {
  label: string
  value: number | null
  unit: string
  asPrinted: string | null
  kind: string
  date: string | null
  population: string
  approximate: boolean
  workstreamId: string | null
  legacyItemId: string | null
  measureOf: string | null
  note: string | null
  source: Source
  alsoSeenIn: Source[]
}

export const indicatorModel = (db: Connection) =>
  registerModel<IndicatorRecord>(db, 'Indicator', 'indicators', {
    label: needed,
    value: number,
    unit: needed,
    asPrinted: text,
    kind: needed,
    date: text,
    population: needed,
    approximate: { type: Boolean, required: true },
    workstreamId: text,
    legacyItemId: text,
    measureOf: text,
    note: text,
    source: neededSource,
    alsoSeenIn: [source],
  })

@Entity('Indicator', { description: 'One figure, with its unit, date and population.' })
export class IndicatorType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  label!: string

  @Field(() => Float, { nullable: true })
  value!: number | null

  @Field(() => String, { nullable: true })
  unit!: string | null

  @Field(() => String, { description: 'As the documents print it; empty where they print no figure.' })
  asPrinted!: string

  @Field(() => String)
  kind!: string

  @Field(() => String, { nullable: true })
  date!: string | null

  @Field(() => String, { nullable: true })
  population!: string | null

  @Field(() => Boolean)
  approximate!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'What the figure measures, where a target or a change is given.',
  })
  measureOf!: string | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => LocalTextType, { nullable: true, description: 'Beside every figure of a reduction (row 49).' })
  safetyNote!: LocalText | null

  @Field(() => SourceType)
  source!: SourceType

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  workstreamId!: string | null
  legacyItemId!: string | null
}

export const indicatorType = ({ _id, asPrinted, ...record }: IndicatorRecord): IndicatorType =>
  Object.assign(new IndicatorType(), {
    id: _id,
    asPrinted: asPrinted ?? '',
    safetyNote: isReduction(record.measureOf) ? safetyNote : null,
    ...record,
  })

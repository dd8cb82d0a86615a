import {
  type Caveat,
  type ChildGroup,
  caveats,
  childGroups,
  type DefinitionVersion,
  type Direction,
  type Duty,
  definitionStates,
  directions,
  duties,
} from '@camau/domain'
import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { OwnerType } from '../../platform/graphql/owner.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { StoredMeasure } from './measure.kinds.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Measure: MeasureType
    MeasureFigure: MeasureFigureType
    ReductionPlan: ReductionPlanType
  }
}

export const DirectionEnum = wordsEnum('Direction', directions, 'Which way a measure is expected to go.')
export const DutyEnum = wordsEnum('Duty', duties, 'Who sets, risk-assesses and monitors an expectation (row 48).')
export const DefinitionStateEnum = wordsEnum('DefinitionState', definitionStates, 'Whether what is counted is settled.')
export const ChildGroupEnum = wordsEnum('ChildGroup', childGroups, 'Groups reported apart from the total (row 50).')
export const CaveatEnum = wordsEnum('Caveat', caveats, 'What must be known before a figure is read (row 51).')

@ObjectType('DefinitionVersion', { description: 'What a measure counts, as agreed at a time; earlier ones stay.' })
export class DefinitionVersionType {
  @Field(() => Int)
  number!: number

  @Field(() => DefinitionStateEnum)
  state!: DefinitionVersion['state']

  @Field(() => String)
  text!: string

  @Field(() => Date, { nullable: true, description: 'null: from the documents.' })
  at!: Date | null

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null
}

@ObjectType('DutyHolder', { description: 'Who holds one of the three duties; no owner means not assigned.' })
export class DutyHolderType {
  @Field(() => DutyEnum)
  duty!: Duty

  @Field(() => OwnerType, { nullable: true })
  owner!: OwnerType | null
}

@ObjectType('GroupCount', { description: 'The part of a figure that belongs to one group (row 50).' })
export class GroupCountType {
  @Field(() => ChildGroupEnum)
  group!: ChildGroup

  @Field(() => Float, { nullable: true, description: 'null: hidden, because it or another part is small.' })
  value!: number | null
}

@Entity('MeasureFigure', {
  description: 'One figure of a measure. Value, period, population, source and caveats are one record (row 51).',
})
export class MeasureFigureType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => Float, { nullable: true, description: 'null: not printed, or hidden as too small.' })
  value!: number | null

  @Field(() => Boolean, { description: 'Whether numbers of it are hidden from you, so that nobody can be picked out.' })
  suppressed!: boolean

  @Field(() => [GroupCountType])
  groups!: GroupCountType[]

  @Field(() => String)
  label!: string

  @Field(() => String)
  unit!: string

  @Field(() => String, { nullable: true })
  period!: string | null

  @Field(() => String)
  population!: string

  @Field(() => [CaveatEnum])
  caveats!: Caveat[]

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => String, { description: 'Never empty: document and place, or where the figure was taken from.' })
  sourceLine!: string

  @Field(() => Boolean, { description: 'What plans said would happen, never an outcome.' })
  expected!: boolean

  @Field(() => LocalTextType, { nullable: true, description: 'Beside every figure of a reduction (row 49).' })
  safetyNote!: LocalTextType | null

  @Field(() => ID, { nullable: true, description: 'The figure it corrects.' })
  replaces!: string | null

  @Field(() => Boolean, { description: 'Printed in the documents of the programme.' })
  imported!: boolean

  @Field(() => Boolean)
  published!: boolean
}

@ObjectType('Reporting', { description: 'How many authorities report a measure, where the documents say.' })
export class ReportingType {
  @Field(() => Int)
  reporting!: number

  @Field(() => Int)
  of!: number

  @Field(() => String)
  sourceLine!: string
}

@ObjectType('Retirement')
export class RetirementType {
  @Field(() => Date)
  at!: Date

  @Field(() => String)
  reason!: string
}

@Entity('Measure', {
  description: 'A named series of figures: an indicator of the catalogue, or one of the four reduction expectations.',
})
export class MeasureType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => LocalTextType)
  title!: LocalTextType

  @Field(() => Boolean, { description: 'One of the four areas in which reductions are expected (row 46).' })
  reduction!: boolean

  @Field(() => DirectionEnum)
  direction!: Direction

  @Field(() => String)
  unit!: string

  @Field(() => String, { nullable: true })
  population!: string | null

  @Field(() => [DefinitionVersionType], { description: 'The latest last.' })
  definitions!: DefinitionVersionType[]

  @Field(() => String, { nullable: true })
  riskAssessment!: string | null

  @Field(() => LocalTextType, { nullable: true })
  safetyNote!: LocalTextType | null

  @Field(() => String, { nullable: true })
  dataSource!: string | null

  @Field(() => Int, { nullable: true, description: 'The month in which figures are collected, 1 to 12.' })
  collectionMonth!: number | null

  @Field(() => RetirementType, { nullable: true })
  retired!: RetirementType | null

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  /** What the resolvers of its other fields work on. */
  stored!: StoredMeasure
}

export const measureType = (stored: StoredMeasure): MeasureType =>
  Object.assign(new MeasureType(), { ...stored, stored })

@ObjectType('PlannedChange', { description: 'What one plan expects of one measure, in children; null: no figure.' })
export class PlannedChangeType {
  @Field(() => ID)
  measureId!: string

  @Field(() => Float, { nullable: true })
  change!: number | null
}

@Entity('ReductionPlan', { description: 'One plan of one authority for one year; only for those who keep the plans.' })
export class ReductionPlanType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => String)
  year!: string

  @Field(() => Int, { description: 'Its place in the list. It says nothing of whose plan it is.' })
  place!: number

  @Field(() => Boolean)
  submitted!: boolean

  @Field(() => String, { nullable: true, description: 'null where it is not submitted, or the documents name nobody.' })
  authority!: string | null

  @Field(() => [PlannedChangeType])
  changes!: PlannedChangeType[]
}

@ObjectType('PlanTotal', { description: 'All plans of a year together, for one measure (row 47).' })
export class PlanTotalType {
  @Field(() => ID)
  measureId!: string

  @Field(() => Float, { nullable: true, description: 'In children; null where too few plans give a figure.' })
  change!: number | null

  @Field(() => Int)
  plansWithFigure!: number

  @Field(() => LocalTextType, { description: 'Beside every reduction figure (row 49).' })
  safetyNote!: LocalTextType
}

@ObjectType('PlanYear', { description: 'How many authorities submitted a plan for a year; never which (row 47).' })
export class PlanYearType {
  @Field(() => ID)
  year!: string

  @Field(() => Int)
  submitted!: number

  @Field(() => Int)
  notSubmitted!: number

  @Field(() => [PlanTotalType])
  totals!: PlanTotalType[]
}

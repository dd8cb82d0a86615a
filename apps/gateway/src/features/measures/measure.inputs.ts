import type { Caveat, ChildGroup, DefinitionVersion, Direction, Duty } from '@camau/domain'
import { Field, Float, ID, InputType, Int } from 'type-graphql'
import { OwnerInput } from '../../platform/graphql/owner.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { CaveatEnum, ChildGroupEnum, DefinitionStateEnum, DirectionEnum, DutyEnum } from './measure.type.js'

@InputType('AddMeasureInput')
export class AddMeasureInput extends ActionInput {
  @Field(() => String)
  title!: string

  @Field(() => String)
  definition!: string

  @Field(() => String)
  unit!: string

  @Field(() => DirectionEnum)
  direction!: Direction

  @Field(() => ID, { nullable: true })
  workstreamId?: string | null

  @Field(() => [ID], { nullable: true })
  workAreaIds?: string[] | null

  @Field(() => String, { nullable: true })
  population?: string | null

  @Field(() => String, { description: 'Where its figures will be taken from.' })
  dataSource!: string

  @Field(() => Int, { nullable: true, description: '1 to 12.' })
  collectionMonth?: number | null

  @Field(() => Int, { nullable: true, description: 'Days after which its figures are marked as old.' })
  maxAgeDays?: number | null
}

@InputType('DefineMeasureInput')
export class DefineMeasureInput extends ActionInput {
  @Field(() => String)
  text!: string

  @Field(() => DefinitionStateEnum)
  state!: DefinitionVersion['state']
}

@InputType('AssignDutyInput', { description: 'Without an owner the duty is not assigned any more.' })
export class AssignDutyInput extends ActionInput {
  @Field(() => DutyEnum)
  duty!: Duty

  @Field(() => OwnerInput, { nullable: true })
  owner?: OwnerInput | null
}

@InputType('SetMeasureOwnerInput')
export class SetMeasureOwnerInput extends ActionInput {
  @Field(() => OwnerInput, { nullable: true })
  owner?: OwnerInput | null
}

@InputType('SetRiskAssessmentInput')
export class SetRiskAssessmentInput extends ActionInput {
  @Field(() => String)
  text!: string
}

@InputType('RetireMeasureInput')
export class RetireMeasureInput extends ActionInput {
  @Field(() => String)
  reason!: string
}

@InputType('GroupCountInput')
export class GroupCountInput {
  @Field(() => ChildGroupEnum)
  group!: ChildGroup

  @Field(() => Float)
  value!: number
}

@InputType('AddFigureInput')
export class AddFigureInput extends ActionInput {
  @Field(() => ID)
  measureId!: string

  @Field(() => Float)
  value!: number

  @Field(() => [GroupCountInput], { nullable: true, description: 'Adding up to the value.' })
  groups?: GroupCountInput[] | null

  @Field(() => String, { description: 'A day, month, year, financial year or quarter: 2026-27 to Q3.' })
  period!: string

  @Field(() => String)
  population!: string

  @Field(() => [CaveatEnum], { nullable: true })
  caveats?: Caveat[] | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => String)
  sourceLine!: string

  @Field(() => ID, { nullable: true, description: 'The figure it corrects.' })
  replaces?: string | null
}

@InputType('PublishFigureInput', { description: 'Everybody may see it from now on, without its small numbers.' })
export class PublishFigureInput extends ActionInput {}

@InputType('PlannedChangeInput')
export class PlannedChangeInput {
  @Field(() => ID)
  measureId!: string

  @Field(() => Float, { nullable: true })
  change?: number | null
}

@InputType('SetReductionPlanInput')
export class SetReductionPlanInput extends ActionInput {
  @Field(() => Boolean)
  submitted!: boolean

  @Field(() => String, { nullable: true })
  authority?: string | null

  @Field(() => [PlannedChangeInput], { nullable: true })
  changes?: PlannedChangeInput[] | null
}

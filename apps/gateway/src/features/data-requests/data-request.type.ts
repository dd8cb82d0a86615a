import { type RequestRhythm, type ReturnFault, requestRhythms, returnFaults } from '@camau/domain'
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    DataRequest: DataRequestType
  }
}

export const RequestRhythmEnum = wordsEnum('RequestRhythm', requestRhythms, 'How often a request is repeated.')
export const ReturnFaultEnum = wordsEnum('ReturnFault', returnFaults, 'Why a line of a file was not taken (row 54).')

@ObjectType('DataReturn', { description: 'What one authority sent in; only for the secretariat.' })
export class DataReturnType {
  @Field(() => String)
  authority!: string

  @Field(() => Float)
  value!: number

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => Date, { description: 'The receipt.' })
  receivedAt!: Date
}

@ObjectType('RefusedLine', { description: 'A line of a file that was not taken, kept as it was sent.' })
export class RefusedLineType {
  @Field(() => Int)
  line!: number

  @Field(() => String)
  text!: string

  @Field(() => ReturnFaultEnum)
  why!: ReturnFault
}

@ObjectType('RequestRound', { description: 'One due date of a request.' })
export class RequestRoundType {
  @Field(() => String)
  dueOn!: string

  @Field(() => Int)
  received!: number

  @Field(() => Int)
  missingCount!: number

  @Field(() => Boolean, { description: 'The due date is over and somebody has not answered.' })
  overdue!: boolean

  @Field(() => [String], {
    nullable: true,
    description: 'By authority; null for everybody but the secretariat (row 54).',
  })
  missing!: string[] | null

  @Field(() => [DataReturnType], { nullable: true, description: 'null for everybody but the secretariat.' })
  returns!: DataReturnType[] | null

  @Field(() => [RefusedLineType], {
    nullable: true,
    description: 'Of the last file; null for all but the secretariat.',
  })
  refused!: RefusedLineType[] | null
}

@Entity('DataRequest', { description: 'A short, repeated question to authorities (row 54).' })
export class DataRequestType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => String)
  title!: string

  @Field(() => RequestRhythmEnum)
  every!: RequestRhythm

  @Field(() => Int, { description: 'How many authorities are asked.' })
  asked!: number

  @Field(() => [RequestRoundType], { description: 'The latest first.' })
  rounds!: RequestRoundType[]
}

@InputType('OpenDataRequestInput')
export class OpenDataRequestInput extends ActionInput {
  @Field(() => String)
  title!: string

  @Field(() => [String], { description: 'The authorities asked, by name.' })
  authorities!: string[]

  @Field(() => RequestRhythmEnum)
  every!: RequestRhythm

  @Field(() => String, { description: 'The first due date, as 2026-11-30.' })
  dueOn!: string

  @Field(() => ID, { nullable: true })
  workstreamId?: string | null

  @Field(() => ID, { nullable: true, description: 'The measure it is asked for.' })
  measureId?: string | null
}

@InputType('ImportReturnsInput', { description: 'A file of returns: authority, value, note on each line.' })
export class ImportReturnsInput extends ActionInput {
  @Field(() => String)
  dueOn!: string

  @Field(() => String)
  csv!: string
}

@InputType('OpenNextRoundInput')
export class OpenNextRoundInput extends ActionInput {}

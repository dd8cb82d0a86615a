import { type BodyEvent, type BodyKind, type BodyStatus, bodyStatuses, type Sector } from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { BodyKindEnum, SectorEnum } from '../../platform/graphql/enums.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { BodyRecord } from './body.model.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Body: BodyType
  }
}

export const BodyStatusEnum = wordsEnum('BodyStatus', bodyStatuses, 'Where a body stands.')

export const BodyEventStepEnum = wordsEnum(
  'BodyEventStep',
  ['proposed', 'started', 'closed', 're-established', 'successor-named'] as const,
  'What happened in the life of a body.',
)
type EventStep = (typeof BodyEventStepEnum)[string]
const stepWords: Record<BodyEvent['step'], EventStep> = {
  propose: 'proposed',
  start: 'started',
  close: 'closed',
  reestablish: 're-established',
  nameSuccessor: 'successor-named',
}

@ObjectType('BodyEvent', { description: 'One step in the life of a body, taken here (requirements, rows 6 and 40).' })
export class BodyEventType {
  @Field(() => BodyEventStepEnum)
  step!: EventStep

  @Field(() => DateTimeISO, { description: 'When it was recorded.' })
  at!: Date

  @Field(() => String, { description: 'The day from which it counts.' })
  day!: string

  @Field(() => String, { nullable: true })
  reason!: string | null

  personId!: string
  successorId!: string | null
}

export const bodyEventType = ({ step, ...event }: BodyEvent): BodyEventType =>
  Object.assign(new BodyEventType(), { ...event, step: stepWords[step] })

@Entity('Body', {
  description: 'Any group that meets or is named: the Advisory Group, a workstream, an office, a partner.',
})
export class BodyType {
  @Field(() => ID)
  id!: string

  @Field(() => BodyKindEnum)
  kind!: BodyKind

  @Field(() => String, { description: 'The kind as the documents have it.' })
  type!: string

  @Field(() => LocalTextType)
  name!: LocalTextType

  @Field(() => [String])
  alsoKnownAs!: string[]

  @Field(() => BodyStatusEnum)
  status!: BodyStatus

  @Field(() => String, { nullable: true })
  termsOfReference!: string | null

  @Field(() => String, { nullable: true })
  membershipRule!: string | null

  @Field(() => String, { nullable: true })
  meetingCadence!: string | null

  @Field(() => String, { nullable: true, description: 'As the documents print it.' })
  from!: string | null

  @Field(() => String, { nullable: true, description: 'As the documents print it.' })
  to!: string | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => String, { nullable: true, description: 'What the documents say about its successors.' })
  successorNote!: string | null

  @Field(() => Int, { nullable: true, description: 'How many there are, where it stands for several of a kind.' })
  count!: number | null

  @Field(() => Boolean, { description: 'Active again to show the product; its dates stay those of the documents.' })
  example!: boolean

  @Field(() => String, { nullable: true, description: 'What it was set up here to do.' })
  remit!: string | null

  @Field(() => String, { nullable: true, description: 'A day, month or year; only of groups set up here for a time.' })
  plannedEnd!: string | null

  @Field(() => SectorEnum, { nullable: true, description: 'null: not stated.' })
  sector!: Sector | null

  @Field(() => [BodyEventType], { description: 'Every step taken here, oldest first.' })
  life!: BodyEventType[]

  @Field(() => SourceType, { nullable: true, description: 'null: proposed here.' })
  source!: SourceType | null

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  @Field(() => Int)
  version!: number

  parentId!: string | null
  successorIds!: string[]
}

export function bodyType({ _id, life, ...record }: BodyRecord): BodyType {
  return Object.assign(new BodyType(), { id: _id, ...record, life: life.map(bodyEventType) })
}

import { type LinkRisk, linkRisks } from '@camau/domain'
import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { OwnerType } from '../../platform/graphql/owner.js'

const LinkRiskEnum = wordsEnum(
  'LinkRisk',
  linkRisks,
  'How a link stands, the worst first: its blocker is late; it will be late if nothing moves; late, but it only informs; it blocks and no day is known; healthy.',
)

@ObjectType('RadarItem', {
  description:
    'A thing that waits or is waited for, as the viewer may see it. Of a restricted one only its body is told: neither words nor number, owner or day.',
})
export class RadarItemType {
  @Field(() => ID, { nullable: true, description: 'Of the record; null where it is not for the viewer.' })
  recordId!: string | null

  @Field(() => String, { description: 'GraphQL name of the record; empty where it is not for the viewer.' })
  type!: string

  @Field(() => String, { description: 'Empty where it is not for the viewer.' })
  label!: string

  @Field(() => Int, { nullable: true })
  number!: number | null

  @Field(() => OwnerType, { nullable: true, description: 'The one responsible; null: not stated.' })
  owner!: OwnerType | null

  @Field(() => String, {
    nullable: true,
    description: 'The last day that is in time; null: none is known to the viewer.',
  })
  dueOn!: string | null

  @Field(() => String, { nullable: true, description: 'The due date in the words it was given in.' })
  dueLabel!: string | null

  @Field(() => Int, { description: 'Days past its last day; 0 where it is in time, or no day is known.' })
  lateDays!: number

  @Field(() => Boolean, { description: 'There, but not for the viewer to see.' })
  restricted!: boolean

  bodyId!: string | null
}

@ObjectType('LateBlocker', { description: 'Something late that holds others up.' })
export class LateBlockerType {
  @Field(() => RadarItemType)
  item!: RadarItemType

  @Field(() => [RadarItemType], { description: 'What waits for it directly.' })
  waiting!: RadarItemType[]

  @Field(() => Int, { description: 'How many wait for it, directly or through others.' })
  waitingInAll!: number
}

@ObjectType('RadarSlip', { description: 'Something that slips because of something else.' })
export class RadarSlipType {
  @Field(() => RadarItemType)
  item!: RadarItemType

  @Field(() => Int, {
    nullable: true,
    description: 'Days past its own last day; null: it has none, so nobody can say by how many.',
  })
  days!: number | null

  @Field(() => String, { nullable: true, description: 'The first day on which it can be finished, by what is known.' })
  notBefore!: string | null

  @Field(() => RadarItemType)
  becauseOf!: RadarItemType
}

@ObjectType('RadarChain', { description: 'Things that wait for one another in a row.' })
export class RadarChainType {
  @Field(() => [RadarItemType], { description: 'The first of them first, as many as were asked for.' })
  items!: RadarItemType[]

  @Field(() => Int, { description: 'How many there are in the row.' })
  length!: number
}

@ObjectType('RadarLane', {
  description:
    'A line of work: what of a body, and of the task and finish groups of a workstream, waits or is waited for and is not finished.',
})
export class RadarLaneType {
  @Field(() => Int)
  open!: number

  @Field(() => Int)
  late!: number

  @Field(() => Int, { description: 'Held up today by something unfinished.' })
  heldUp!: number

  bodyId!: string
}

@ObjectType('RadarLink', { description: 'A dependency on the radar.' })
export class RadarLinkType {
  @Field(() => ID, { description: 'Of the dependency.' })
  linkId!: string

  @Field(() => RadarItemType)
  waiting!: RadarItemType

  @Field(() => RadarItemType)
  waitsFor!: RadarItemType

  @Field(() => Boolean)
  blocks!: boolean

  @Field(() => LinkRiskEnum)
  risk!: LinkRisk

  laneId!: string | null
  otherLaneId!: string | null
}

@ObjectType('RadarTalk', { description: 'Two who must talk: one waits for what the other is late with, or will be.' })
export class RadarTalkType {
  @Field(() => OwnerType, { description: 'Who answers for what waits: its owner, or else its body.' })
  waiting!: OwnerType

  @Field(() => OwnerType, { description: 'Who answers for what is late.' })
  late!: OwnerType

  @Field(() => [RadarLinkType], { description: 'What they must talk about: the first ten.' })
  about!: RadarLinkType[]

  @Field(() => Int, { description: 'How many links they must talk about in all.' })
  aboutCount!: number

  meetingId!: string | null
}

@ObjectType('UndatedBlocker', { description: 'Something others wait for that has no day known to the viewer.' })
export class UndatedBlockerType {
  @Field(() => RadarItemType)
  item!: RadarItemType

  @Field(() => Int)
  waitingDirectly!: number

  @Field(() => Int, { description: 'Directly or through others.' })
  waitingInAll!: number

  @Field(() => String, { nullable: true, description: 'The day its owner was last asked for a date.' })
  askedOn!: string | null

  @Field(() => Boolean, { description: 'Whether the viewer may ask for a date now (`askForDate`).' })
  mayAsk!: boolean
}

@ObjectType('RadarCounts', { description: 'How many there are in all, also where the lists hold only the first.' })
export class RadarCountsType {
  @Field(() => Int, { description: 'Unfinished things that something unfinished holds up.' })
  heldUp!: number

  @Field(() => Int, { description: 'Unfinished things that hold others up.' })
  blockers!: number

  @Field(() => Int, { description: 'Of the blockers: late.' })
  late!: number

  @Field(() => Int, { description: 'Slip by a known number of days.' })
  slips!: number

  @Field(() => Int, { description: 'Wait for something late and have no day of their own.' })
  slipsUnknown!: number

  @Field(() => Int)
  talks!: number

  @Field(() => Int)
  withoutDate!: number

  @Field(() => Int, { description: 'Links between lanes.' })
  crossing!: number

  @Field(() => Int, { description: 'Chains as long as the longest.' })
  chains!: number

  @Field(() => Int, { description: 'Things on the radar that are not for the viewer.' })
  restricted!: number
}

@ObjectType('DependencyRadar', {
  description:
    'The radar of the Operational Group, for the viewer (requirements, rows 42–45): worked out from what they may see, so that what is restricted to others cannot be inferred from it.',
})
export class DependencyRadarType {
  @Field(() => String, { description: 'The day in London it was worked out for.' })
  asOf!: string

  @Field(() => RadarCountsType)
  counts!: RadarCountsType

  @Field(() => [LateBlockerType], { description: 'The longest late first.' })
  late!: LateBlockerType[]

  @Field(() => [RadarSlipType], { description: 'By the most days first; those without a day of their own last.' })
  slips!: RadarSlipType[]

  @Field(() => [RadarTalkType], { description: 'The nearest meeting first.' })
  talks!: RadarTalkType[]

  @Field(() => [UndatedBlockerType], { description: 'What most wait for first.' })
  withoutDate!: UndatedBlockerType[]

  @Field(() => [RadarChainType], { description: 'The longest; of several as long, the first three.' })
  chains!: RadarChainType[]

  @Field(() => [RadarLaneType])
  lanes!: RadarLaneType[]

  @Field(() => [RadarLinkType], { description: 'Links between lanes, the worst first.' })
  crossing!: RadarLinkType[]
}

@ArgsType()
export class RadarArgs {
  @Field(() => ID, { nullable: true, description: 'Only what touches this body, or the groups of this workstream.' })
  bodyId?: string | null

  @Field(() => Int, { nullable: true, description: 'How many of each list; 50 unless told, 500 at most.' })
  first?: number | null
}

import type { ActionStatus, Slippage, SlippageSum, StatusNote } from '@camau/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { DueType } from '../../platform/graphql/due.js'
import { ActionStatusEnum } from '../../platform/graphql/enums.js'
import { OwnerType } from '../../platform/graphql/owner.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { StatusNoteType } from '../../platform/graphql/status-note.js'
import { ActionType } from './action.type.js'

@ObjectType('StatusChange', {
  description: 'One change of status made here: when, by whom, and why (requirements, row 16).',
})
export class StatusChangeType {
  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => ActionStatusEnum, { nullable: true, description: 'null: it was raised.' })
  from!: ActionStatus | null

  @Field(() => ActionStatusEnum)
  to!: ActionStatus

  @Field(() => String, { nullable: true, description: 'Needed to reopen, drop, supersede and decline.' })
  reason!: string | null

  personId!: string
}

@ObjectType('EarlierBody', { description: 'A body that held the action before it went to another.' })
export class EarlierBodyType {
  @Field(() => DateTimeISO)
  until!: Date

  @Field(() => String)
  reason!: string

  bodyId!: string
  personId!: string
}

@ObjectType('Transfer', {
  description: 'An offer to another body; until those who rule there accept, the action stays where it is.',
})
export class TransferType {
  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => String)
  reason!: string

  toBodyId!: string
  personId!: string
}

@ObjectType('DeclinedTransfer', { description: 'An offer that the other body did not take, and why.' })
export class DeclinedTransferType {
  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => String)
  reason!: string

  @Field(() => DateTimeISO)
  declinedAt!: Date

  @Field(() => String, { description: 'Why it was declined.' })
  declined!: string

  toBodyId!: string
  personId!: string
  declinedBy!: string
}

@ObjectType('Slippage', { description: 'How far the due date has moved since it was first set.' })
export class SlippageType implements Slippage {
  @Field(() => Int, { description: 'Times it was moved or taken away; setting the first date is no move.' })
  moves!: number

  @Field(() => Int, {
    nullable: true,
    description: 'Days from the first last day known to the present one; null where either is only words.',
  })
  days!: number | null
}

@ObjectType('BodySlippage', { description: 'What the moved dates of a body’s actions come to (requirements, C5).' })
export class BodySlippageType implements SlippageSum {
  @Field(() => Int, { description: 'Actions whose date has moved.' })
  actions!: number

  @Field(() => Int)
  moves!: number

  @Field(() => Int, { description: 'Days that can be counted, earlier ones taken off.' })
  days!: number

  @Field(() => Int, { description: 'Actions moved by a number of days that their words do not give.' })
  uncounted!: number

  @Field(() => [ActionType], { description: 'Those that moved furthest, at most ten.' })
  furthest!: ActionType[]
}

@ObjectType('PartsProgress', {
  description: 'How far the sub-actions have come; dropped and superseded ones count neither way.',
})
export class PartsProgressType {
  @Field(() => Int)
  finished!: number

  @Field(() => Int)
  total!: number
}

@ObjectType('ActionAsAt', { description: 'How an action stood at the end of a day (requirements, row 19).' })
export class ActionAsAtType {
  @Field(() => ActionStatusEnum)
  status!: ActionStatus

  @Field(() => StatusNoteType, {
    nullable: true,
    description: 'What the sources said by then, last; null where its status had been set here since.',
  })
  note!: StatusNote | null

  @Field(() => OwnerType, { nullable: true })
  owner!: OwnerType | null

  @Field(() => DueType, { nullable: true })
  due!: DueType | null

  @Field(() => String, { nullable: true, description: 'The first day on which it was late by then.' })
  overdueSince!: string | null

  bodyId!: string
}

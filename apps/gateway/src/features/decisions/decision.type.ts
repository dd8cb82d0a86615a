import {
  type Audience,
  type DecisionKind,
  type DecisionOutcome,
  decisionKinds,
  decisionOutcomes,
  type Owner,
} from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { SourceType } from '../../platform/graphql/source.js'
import { VoteCountsType } from '../../platform/graphql/vote-counts.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Decision: DecisionType
  }
}

export const DecisionKindEnum = wordsEnum(
  'DecisionKind',
  decisionKinds,
  "Advice goes to a minister's office and waits for its reply (requirements, row 22).",
)
export const DecisionOutcomeEnum = wordsEnum('DecisionOutcome', decisionOutcomes, 'What came of the question.')

@ObjectType('Dissent', { description: 'Somebody did not agree, by name or anonymously as the rules of the body say.' })
export class DissentType {
  @Field(() => String, { description: 'What they wished to have recorded; may be empty.' })
  text!: string

  personId!: string | null
}

@ObjectType('EarlierDecision', { description: 'What a decision said before it was corrected.' })
export class EarlierDecisionType {
  @Field(() => String, { description: 'Its words then.' })
  text!: string

  @Field(() => DecisionOutcomeEnum, { nullable: true, description: 'Its outcome then; null: not stated.' })
  outcome!: DecisionOutcome | null

  @Field(() => DateTimeISO, { description: 'When it was corrected.' })
  at!: Date

  personId!: string
}

@ObjectType('AdviceReply', { description: 'What the office replied to advice it was given.' })
export class AdviceReplyType {
  @Field(() => String, { description: 'Its words.' })
  text!: string

  @Field(() => DateTimeISO, { description: 'When it was entered.' })
  at!: Date

  personId!: string
}

@Entity('Decision', {
  description:
    'What a meeting or a written procedure resolved. It has a date, and no owner. Once the minutes are agreed it stands; a correction is a new entry (requirements, row 25).',
})
export class DecisionType {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'Given once and never again: the address `/decisions/12` stays.' })
  number!: number

  @Field(() => DecisionKindEnum, { description: 'A decision, or advice to a minister.' })
  kind!: DecisionKind

  @Field(() => String)
  text!: string

  @Field(() => DecisionOutcomeEnum, { nullable: true, description: 'null: not stated.' })
  outcome!: DecisionOutcome | null

  @Field(() => VoteCountsType, { nullable: true, description: 'null: without a vote.' })
  votes!: VoteCountsType | null

  @Field(() => [DissentType], { description: 'Who did not agree.' })
  dissent!: DissentType[]

  @Field(() => String, { description: 'A day, or as exact as the source gives it; empty where it gives none.' })
  date!: string

  @Field(() => DateTimeISO, { nullable: true, description: 'null: taken from a document, or not kept then.' })
  recordedAt!: Date | null

  @Field(() => [EarlierDecisionType], { description: 'What it said before corrections, the first one first.' })
  earlier!: EarlierDecisionType[]

  @Field(() => AdviceReplyType, { nullable: true, description: 'null: none yet, or no advice.' })
  reply!: AdviceReplyType | null

  @Field(() => Boolean, { description: 'Advice that still waits for the office it was given to.' })
  awaitsReply!: boolean

  @Field(() => AudienceEnum)
  audience!: Audience

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  @Field(() => Int)
  version!: number

  meetingId!: string | null
  procedureId!: string | null
  bodyId!: string
  recipientBodyId!: string | null
  proposedById!: string | null
  secondedById!: string | null
  named!: readonly Owner[] | null
  recordedById!: string | null
  replacesId!: string | null
  replacedById!: string | null
  actionIds!: string[]
}

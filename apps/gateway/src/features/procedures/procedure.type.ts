import {
  type Audience,
  type ProcedureStatus,
  procedureStatuses,
  tallyOf,
  type VoteChoice,
  voteChoices,
  type WrittenProcedure,
} from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import type { StoredProcedure } from './procedure.kind.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    WrittenProcedure: WrittenProcedureType
  }
}

const ProcedureStatusEnum = wordsEnum(
  'ProcedureStatus',
  procedureStatuses,
  'Where a vote between meetings stands; an open one takes votes until its closing time and then waits to be closed.',
)
const VoteChoiceEnum = wordsEnum('VoteChoice', voteChoices, 'A vote.')

@ObjectType('CastVote', { description: 'The last vote somebody cast.' })
export class CastVoteType {
  @Field(() => VoteChoiceEnum, { description: 'For, against or abstaining.' })
  choice!: VoteChoice

  @Field(() => DateTimeISO, { description: 'When it was cast last.' })
  at!: Date

  personId!: string
}

@Entity('WrittenProcedure', {
  description: 'A decision asked for between meetings; its outcome is a decision, noted at the next meeting by itself.',
})
export class WrittenProcedureType {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'What is to be decided.' })
  question!: string

  @Field(() => ProcedureStatusEnum)
  status!: ProcedureStatus

  @Field(() => DateTimeISO, { description: 'When it was opened; who may vote was settled then.' })
  openedAt!: Date

  @Field(() => DateTimeISO, { description: 'Votes can be cast and changed until then.' })
  closesAt!: Date

  @Field(() => Int, { description: 'The least number of votes for a valid result; abstentions count.' })
  quorum!: number

  @Field(() => [CastVoteType], { description: 'One for each who has voted.' })
  votes!: CastVoteType[]

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was closed or withdrawn.' })
  closedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  reason!: string | null

  @Field(() => AudienceEnum)
  audience!: Audience

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  /** As the rules have it: for the tally. */
  record!: WrittenProcedure
  bodyId!: string
  voterIds!: string[]
  openedById!: string
  closedById!: string | null
  decisionId!: string | null
}

/** The procedure as its resolvers give it out. */
export function procedureType(procedure: StoredProcedure): WrittenProcedureType {
  const { openedBy, closedBy, voters, votes, ...same } = procedure
  return Object.assign(new WrittenProcedureType(), same, {
    record: procedure,
    openedById: openedBy,
    closedById: closedBy,
    voterIds: voters,
    votes: votes.map((vote) => Object.assign(new CastVoteType(), vote)),
  })
}

export const countVotes = ({ record }: WrittenProcedureType) => tallyOf(record)

@InputType('OpenProcedureInput')
export class OpenProcedureInput extends CommandInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string

  @Field(() => ID)
  bodyId!: string

  @Field(() => String, { description: 'At most 2,000 characters.' })
  question!: string

  @Field(() => DateTimeISO, { description: 'In the future.' })
  closesAt!: Date

  @Field(() => Int, { nullable: true, description: 'Left out: more than half of the voters.' })
  quorum?: number | null
}

@InputType('CastVoteInput')
export class CastVoteInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => VoteChoiceEnum)
  choice!: VoteChoice
}

import { type AmendmentStatus, type Audience, amendmentStatuses } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import type { StoredAmendment } from './amendment.kind.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Amendment: AmendmentType
  }
}

const AmendmentStatusEnum = wordsEnum(
  'AmendmentStatus',
  amendmentStatuses,
  'Where a correction to agreed minutes stands.',
)

@Entity('Amendment', {
  description:
    'A numbered correction to agreed minutes, agreed at a later meeting. The text as agreed stays as it was.',
})
export class AmendmentType {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "Runs within the meeting's minutes." })
  number!: number

  @Field(() => String, {
    nullable: true,
    description: 'The passage by its number in the margin ("3.1"); null: the minutes as a whole.',
  })
  place!: string | null

  @Field(() => String, { description: 'Words of the agreed text; empty where something is added.' })
  before!: string

  @Field(() => String, { description: 'The words that should stand there; empty where something is struck out.' })
  after!: string

  @Field(() => String, { description: 'Why.' })
  reason!: string

  @Field(() => AmendmentStatusEnum)
  status!: AmendmentStatus

  @Field(() => DateTimeISO)
  proposedAt!: Date

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was agreed, declined or withdrawn.' })
  answeredAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  answer!: string | null

  @Field(() => AudienceEnum)
  audience!: Audience

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  meetingId!: string
  bodyId!: string
  proposedById!: string
  answeredById!: string | null
  agreedAtMeetingId!: string | null
}

/** The amendment as its resolvers give it out. */
export function amendmentType({ proposedBy, answeredBy, ...same }: StoredAmendment): AmendmentType {
  return Object.assign(new AmendmentType(), same, { proposedById: proposedBy, answeredById: answeredBy })
}

@InputType('ProposeAmendmentInput')
export class ProposeAmendmentInput extends CommandInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string

  @Field(() => ID, { description: 'Whose agreed minutes.' })
  meetingId!: string

  @Field(() => String, { nullable: true, description: 'The number in the margin; left out: the minutes as a whole.' })
  place?: string | null

  @Field(() => String, { description: 'As the agreed text has it at the place: `not-in-the-text` otherwise.' })
  before!: string

  @Field(() => String)
  after!: string

  @Field(() => String)
  reason!: string
}

@InputType('AgreeAmendmentInput')
export class AgreeAmendmentInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => ID, { description: 'The later meeting of the same body that agrees it.' })
  meetingId!: string
}

import type { StatusNote } from '@camau/domain'
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DueType } from '../../platform/graphql/due.js'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { OwnerInput, OwnerType } from '../../platform/graphql/owner.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { SourceType } from '../../platform/graphql/source.js'
import { StatusNoteType } from '../../platform/graphql/status-note.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    LegacyItem: LegacyItemType
    Commitment: CommitmentType
  }
}

const states = ['proposed', 'accepted', 'declined', 'withdrawn', 'released'] as const
const LedgerStateEnum = wordsEnum('LedgerState', states, 'What a line of the owner ledger says.')

@ObjectType('LedgerEntry', { description: 'One line of the owner ledger. Lines are added, never changed.' })
export class LedgerEntryType {
  @Field(() => ID)
  id!: string

  @Field(() => LedgerStateEnum)
  state!: (typeof states)[number]

  @Field(() => OwnerType)
  owner!: OwnerType

  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => String, { nullable: true })
  reason!: string | null

  personId!: string
}

@ObjectType('Recommendation', { description: 'What a report recommended on the subject of a legacy item.' })
export class RecommendationType {
  @Field(() => String)
  text!: string

  @Field(() => String, {
    nullable: true,
    description: "Whether it was accepted, in the documents' own word; 'not-stated' where they do not say.",
  })
  acceptance!: string | null

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  publicationId!: string | null
}

/** What an item and a commitment have in common: the owner ledger. */
@ObjectType()
abstract class HandedType {
  @Field(() => ID)
  id!: string

  @Field(() => OwnerType, { nullable: true, description: 'Who answers for it now; null until somebody accepts.' })
  owner!: OwnerType | null

  @Field(() => LedgerEntryType, { nullable: true, description: 'The proposal nobody has answered yet.' })
  proposal!: LedgerEntryType | null

  @Field(() => [LedgerEntryType])
  ledger!: LedgerEntryType[]

  @Field(() => SourceType)
  source!: SourceType

  @Field(() => Int)
  version!: number

  workstreamId!: string | null
  workstreamBodyId!: string | null
}

@Entity('LegacyItem', { description: 'Work that the programme hands on.' })
export class LegacyItemType extends HandedType {
  @Field(() => Int)
  number!: number

  @Field(() => LocalTextType)
  title!: LocalTextType

  @Field(() => LocalTextType, { nullable: true, description: 'As the closing list of the report has it.' })
  titleInConclusion!: LocalTextType | null

  @Field(() => String)
  problem!: string

  @Field(() => ID, { description: 'Of the live document.' })
  narrativeId!: string

  @Field(() => String, { nullable: true })
  ownerNote!: string | null

  @Field(() => [RecommendationType])
  recommendations!: RecommendationType[]

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  workAreaIds!: string[]
  indicatorIds!: string[]
}

@Entity('Commitment', { description: 'A promise, within a legacy item or outside the seven.' })
export class CommitmentType extends HandedType {
  @Field(() => String, { nullable: true })
  number!: string | null

  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true })
  responsibleBasis!: string | null

  @Field(() => DueType, { nullable: true })
  due!: DueType | null

  @Field(() => String, { nullable: true })
  overdueSince!: string | null

  @Field(() => String, { description: "The source's own word." })
  status!: string

  @Field(() => String, { nullable: true })
  statusAsOf!: string | null

  @Field(() => [StatusNoteType])
  updates!: StatusNote[]

  legacyItemId!: string | null
  responsibleIds!: string[]
  actionIds!: string[]
  fundingIds!: string[]
}

export const HandedUnion = createUnionType({
  name: 'Handed',
  types: () => [LegacyItemType, CommitmentType] as const,
  resolveType: (handed) => (handed instanceof LegacyItemType ? LegacyItemType : CommitmentType),
})

@InputType('ProposeLegacyOwnerInput')
export class ProposeLegacyOwnerInput extends ActionInput {
  @Field(() => OwnerInput)
  owner!: OwnerInput
}

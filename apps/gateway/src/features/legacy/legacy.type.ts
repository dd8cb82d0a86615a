import { type Course, type Handed, type LedgerState, ledgerStates, ownerNeeds, type StatusNote } from '@camau/domain'
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
import { CourseEnum } from './legacy.inputs.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    LegacyItem: LegacyItemType
    Commitment: CommitmentType
  }
}

const LedgerStateEnum = wordsEnum('LedgerState', ledgerStates, 'What a line of the owner ledger says.')

@ObjectType('LedgerEntry', { description: 'One line of the owner ledger. Lines are added, never changed.' })
export class LedgerEntryType {
  @Field(() => ID)
  id!: string

  @Field(() => LedgerStateEnum)
  state!: LedgerState

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

export const OwnerNeedEnum = wordsEnum(
  'OwnerNeed',
  ownerNeeds,
  'Why somebody has to be found who answers for it: nothing is ever silently without an owner.',
)

@ObjectType('LegacyCourse', {
  description: 'What was decided of inherited work: continued, merged, replaced or stopped (row 41).',
})
export class LegacyCourseType {
  @Field(() => ID)
  id!: string

  @Field(() => CourseEnum)
  course!: Course

  @Field(() => String)
  day!: string

  @Field(() => String)
  reason!: string

  @Field(() => String, { nullable: true, description: 'The letter, report or minute that says so.' })
  reference!: string | null

  @Field(() => DateTimeISO)
  at!: Date

  intoId!: string | null
  personId!: string
}

@ObjectType('SeneddTerm', { description: 'A term of the Senedd, from one election to the next.' })
export class SeneddTermType {
  @Field(() => Int)
  number!: number

  @Field(() => String)
  from!: string

  @Field(() => String, { nullable: true, description: 'null: the present one.' })
  until!: string | null
}

@ObjectType('LegacyUpdate', { description: 'What a later document says of inherited work (row 38), oldest first.' })
export class LegacyUpdateType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  day!: string

  @Field(() => SeneddTermType, { nullable: true, description: 'The term of government its day falls in.' })
  term!: SeneddTermType | null

  @Field(() => String, { description: "The document's own word." })
  status!: string

  @Field(() => String, { nullable: true })
  text!: string | null

  @Field(() => String, { nullable: true, description: 'What it waits for, where the document says so.' })
  waitsOn!: string | null

  @Field(() => String, { description: 'The letter, reply or report.' })
  document!: string

  @Field(() => String, { nullable: true, description: 'The place in it, to the paragraph.' })
  place!: string | null

  personId!: string | null
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

  @Field(() => LegacyCourseType, { nullable: true, description: 'What holds now; null while nothing was decided.' })
  course!: LegacyCourseType | null

  @Field(() => [LegacyCourseType])
  courses!: LegacyCourseType[]

  @Field(() => [LegacyUpdateType])
  laterUpdates!: LegacyUpdateType[]

  /** Of the domain, for what is derived from it. */
  held!: Handed

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

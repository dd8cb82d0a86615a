import type { ActionStatus } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { ActionStatusEnum } from '../../platform/graphql/enums.js'
import { OwnerInput } from '../../platform/graphql/owner.js'
import { ActionType } from './action.type.js'

@ObjectType('ActionCounts', { description: 'How many there are in each view of the log.' })
export class ActionCountsType {
  @Field(() => Int)
  all!: number

  @Field(() => Int)
  unfinished!: number

  @Field(() => Int)
  proposed!: number

  @Field(() => Int)
  open!: number

  @Field(() => Int)
  inProgress!: number

  @Field(() => Int)
  done!: number

  @Field(() => Int)
  closed!: number

  @Field(() => Int)
  dropped!: number

  @Field(() => Int)
  superseded!: number

  @Field(() => Int, {
    description: 'Went from this body to another; the log shows them, and no other view counts them.',
  })
  transferred!: number

  @Field(() => Int, { description: 'Offered to this body by another, and not yet its own.' })
  offered!: number

  @Field(() => Int)
  overdue!: number

  @Field(() => Int)
  ownerNotStated!: number

  @Field(() => Int)
  noDate!: number

  @Field(() => Int)
  waitingForMe!: number

  @Field(() => Int)
  blocked!: number

  @Field(() => Int, { description: 'Unfinished, not late, and due within thirty days.' })
  dueSoon!: number
}

@ObjectType('ActionEdge')
export class ActionEdgeType {
  @Field(() => String)
  cursor!: string

  @Field(() => ActionType)
  node!: ActionType
}

@ObjectType('PageInfo')
export class PageInfoType {
  @Field(() => Boolean)
  hasNextPage!: boolean

  @Field(() => String, { nullable: true })
  endCursor!: string | null
}

@ObjectType('ActionGroup', { description: 'How many actions of a list stand in one group of the log.' })
export class ActionGroupType {
  @Field(() => ActionStatusEnum)
  status!: ActionStatus

  @Field(() => Int)
  count!: number
}

@ObjectType('ActionConnection', { description: 'A page of the log.' })
export class ActionConnectionType {
  @Field(() => Int)
  totalCount!: number

  @Field(() => [ActionEdgeType])
  edges!: ActionEdgeType[]

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType

  @Field(() => ActionCountsType, { description: 'Per view, over the same body, meeting, kind and text.' })
  counts!: ActionCountsType

  @Field(() => [ActionGroupType], {
    description:
      'How many of `totalCount` stand in each group, in the order of `sort: STATUS`; a group with none is left out. What went from the body of the filter stands among the transferred.',
  })
  groups!: ActionGroupType[]
}

@InputType('ActionFilter')
export class ActionFilter {
  @Field(() => ID, { nullable: true })
  bodyId?: string | null

  @Field(() => [ActionStatusEnum], { nullable: true })
  status?: ActionStatus[] | null

  @Field(() => Boolean, { nullable: true })
  ownerStated?: boolean | null

  @Field(() => OwnerInput, { nullable: true })
  owner?: OwnerInput | null

  @Field(() => Boolean, { nullable: true })
  waitingForMe?: boolean | null

  @Field(() => Boolean, { nullable: true })
  overdue?: boolean | null

  @Field(() => Boolean, { nullable: true })
  hasDate?: boolean | null

  @Field(() => Boolean, { nullable: true })
  blocked?: boolean | null

  @Field(() => Int, { nullable: true })
  dueWithinDays?: number | null

  @Field(() => Boolean, { nullable: true })
  unfinished?: boolean | null

  @Field(() => ID, { nullable: true })
  meetingId?: string | null

  @Field(() => String, { nullable: true })
  text?: string | null

  @Field(() => String, { nullable: true })
  kind?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'The log as at the end of a day, month or year (YYYY, YYYY-MM, YYYY-MM-DD): what stood in it then, filtered, counted and sorted by its values of then; `asAtDay` of each row tells them. Nothing is blocked or waits on anybody there. Refused: impossible-date (requirements, row 19).',
  })
  asAt?: string | null
}

export enum ActionSortField {
  NUMBER = 'number',
  TITLE = 'title',
  OWNER = 'owner',
  DUE = 'due',
  STATUS = 'status',
  AS_AT = 'as-at',
}
registerEnumType(ActionSortField, { name: 'ActionSortField' })

const languages = ['en', 'cy'] as const
const LanguageEnum = wordsEnum('Language', languages, 'English or Welsh.')

@InputType('ActionSort')
export class ActionSort {
  @Field(() => ActionSortField)
  field!: ActionSortField

  @Field(() => Boolean, { nullable: true })
  descending?: boolean | null

  @Field(() => LanguageEnum, {
    nullable: true,
    description:
      'Whose alphabet orders titles and owners, and in which language owners are named. English when left out.',
  })
  language?: (typeof languages)[number] | null
}

import { type LocalText, type NoticeKind, noticeKinds } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DueType } from '../../platform/graphql/due.js'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Notice: NoticeType
  }
}

const NoticeKindEnum = wordsEnum('NoticeKind', noticeKinds, 'What happened to whoever reads their inbox.')

@ObjectType('NoticeAbout', { description: 'The record a notice is about, as it is now.' })
export class NoticeAboutType {
  @Field(() => String, { description: 'The GraphQL type of the record.' })
  type!: string

  @Field(() => ID)
  id!: string

  @Field(() => LocalTextType, { nullable: true, description: 'null where records of the kind have no title.' })
  title!: LocalText | null

  @Field(() => Int, {
    nullable: true,
    description: 'Its place in its register, where records of the kind are numbered.',
  })
  number!: number | null

  bodyId!: string | null
}

@ObjectType('NoticeCause', {
  description: 'What a notice came of: what slipped, was finished, dropped or taken up again, as it is now.',
})
export class NoticeCauseType {
  @Field(() => Boolean, { description: 'It is not for the viewer: nothing is told of it but the body that holds it.' })
  restricted!: boolean

  @Field(() => String, { nullable: true, description: 'The GraphQL type of the record; null where it is restricted.' })
  type!: string | null

  @Field(() => ID, { nullable: true, description: 'null where it is restricted.' })
  id!: string | null

  @Field(() => LocalTextType, { nullable: true, description: 'null where it is restricted, or has no title.' })
  title!: LocalText | null

  @Field(() => Int, { nullable: true, description: 'Its place in its register, where it has one.' })
  number!: number | null

  @Field(() => DueType, { nullable: true, description: 'null where it is restricted, or has no date.' })
  due!: DueType | null

  bodyId!: string | null
}

@Entity('Notice', { description: 'One line of the inbox of whoever is signed in (requirements, row 27).' })
export class NoticeType {
  @Field(() => ID)
  id!: string

  @Field(() => NoticeKindEnum)
  kind!: NoticeKind

  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => String, {
    nullable: true,
    description:
      'A reason, or the beginning of a comment, in its author’s words; null where they are of a record the viewer may not see.',
  })
  text!: string | null

  @Field(() => Boolean)
  read!: boolean

  @Field(() => NoticeAboutType)
  about!: NoticeAboutType

  @Field(() => [NoticeAboutType], {
    description: 'Everything of the viewer’s that it touches and they may see, `about` the first.',
  })
  touches!: NoticeAboutType[]

  @Field(() => NoticeCauseType, {
    nullable: true,
    description: 'Another record it came of (requirements, row 45); null where it is about the record itself.',
  })
  because!: NoticeCauseType | null

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  byId!: string | null
}

@ObjectType('NoticeEdge')
export class NoticeEdgeType {
  @Field(() => String)
  cursor!: string

  @Field(() => NoticeType)
  node!: NoticeType
}

@ObjectType('NoticePageInfo')
export class NoticePageInfoType {
  @Field(() => Boolean)
  hasNextPage!: boolean

  @Field(() => String, { nullable: true })
  endCursor!: string | null
}

@ObjectType('NoticeConnection', {
  description: 'A page of the inbox, the latest first. Lines about what the viewer may no longer see are not in it.',
})
export class NoticeConnectionType {
  @Field(() => Int)
  totalCount!: number

  @Field(() => Int, { description: 'How many of all lines are unread.' })
  unreadCount!: number

  @Field(() => [NoticeEdgeType])
  edges!: NoticeEdgeType[]

  @Field(() => NoticePageInfoType)
  pageInfo!: NoticePageInfoType
}

@InputType('MarkNoticesReadInput')
export class MarkNoticesReadInput extends CommandInput {
  @Field(() => [ID], { nullable: true, description: 'null: every line of the inbox.' })
  ids?: string[] | null

  @Field(() => Boolean, { nullable: true, description: 'false marks them unread again.' })
  read?: boolean | null
}

import { type CommentedType, commentedTypes } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { OwnerType } from '../../platform/graphql/owner.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Comment: CommentType
  }
}

/** Named as their types are named, so that nothing has to be translated. */
const CommentedTypeEnum = Object.fromEntries(commentedTypes.map((type) => [type, type]))
registerEnumType(CommentedTypeEnum, { name: 'CommentedType', description: 'Kinds of record that people comment on.' })

@ObjectType('EarlierComment', { description: 'What a comment said before its author changed it.' })
export class EarlierCommentType {
  @Field(() => String)
  text!: string

  @Field(() => DateTimeISO)
  until!: Date
}

@Entity('Comment', {
  description: 'Something said about a record, for those who may see the record. Nothing of it is ever published.',
})
export class CommentType {
  @Field(() => ID)
  id!: string

  @Field(() => CommentedTypeEnum)
  aboutType!: CommentedType

  @Field(() => ID, { description: 'For an item of an agenda: the id of its meeting, a colon, its own.' })
  aboutId!: string

  @Field(() => String, {
    description:
      'Who is mentioned stands in it as `@[person:ID]` or `@[office:BODY:office]`. Empty once it is withdrawn.',
  })
  text!: string

  @Field(() => [OwnerType], { description: 'Who is mentioned, in the order of the text, each once.' })
  mentions!: OwnerType[]

  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => [EarlierCommentType], { description: 'The oldest first.' })
  earlier!: EarlierCommentType[]

  @Field(() => DateTimeISO, { nullable: true })
  withdrawnAt!: Date | null

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was settled; null while it is open.' })
  resolvedAt!: Date | null

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  authorId!: string
  withdrawnById!: string | null
  resolvedById!: string | null
}

@InputType('CommentAboutInput')
export class CommentAboutInput {
  @Field(() => CommentedTypeEnum)
  type!: CommentedType

  @Field(() => ID)
  id!: string
}

@InputType('CommentInput', { description: 'A command on one comment.' })
export class CommentInput extends CommandInput {
  @Field(() => ID)
  id!: string
}

@InputType('AddCommentInput')
export class AddCommentInput extends CommentInput {
  @Field(() => CommentAboutInput)
  about!: CommentAboutInput

  @Field(() => String)
  text!: string
}

@InputType('EditCommentInput')
export class EditCommentInput extends CommentInput {
  @Field(() => String)
  text!: string
}

@InputType('WithdrawCommentInput')
export class WithdrawCommentInput extends CommentInput {}

@InputType('ResolveCommentInput')
export class ResolveCommentInput extends CommentInput {
  @Field(() => Boolean, { nullable: true, description: 'false opens it again.' })
  resolved?: boolean | null
}

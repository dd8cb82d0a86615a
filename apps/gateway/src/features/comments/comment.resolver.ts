import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { addComment } from './add-comment.js'
import { editOwnComment, settleComment, takeBackComment } from './change-comment.js'
import { commentType } from './comment.shape.js'
import type { StoredComment } from './comment.store.js'
import {
  AddCommentInput,
  CommentAboutInput,
  CommentType,
  EditCommentInput,
  ResolveCommentInput,
  WithdrawCommentInput,
} from './comment.type.js'
import { type CommentNeeds, countComments, listComments } from './comment-needs.js'
import { mentionablePersons } from './mentions.js'

type Person = Entities['Person']

@Resolver(() => CommentType)
export class CommentResolver {
  constructor(private readonly needs: CommentNeeds) {}

  @Query(() => [CommentType], {
    description:
      'What is said about a record, the oldest first, to those who may read where it stands. Refused where the record may not be seen: not-found.',
  })
  async comments(
    @Arg('about', () => CommentAboutInput) about: CommentAboutInput,
    @Ctx() { viewer }: Context,
  ): Promise<CommentType[]> {
    const names = await this.needs.directory.now()
    return (await listComments(this.needs, viewer, about)).map((one) => commentType(one, names))
  }

  @Query(() => [Int], {
    description:
      'How many comments each of the records has, in the order asked for, withdrawn ones left out; 0 where they may not be read. At most 100 records. Refused: too-long.',
  })
  commentCounts(
    @Arg('about', () => [CommentAboutInput]) about: CommentAboutInput[],
    @Ctx() { viewer }: Context,
  ): Promise<number[]> {
    return countComments(this.needs, viewer, about)
  }

  @Query(() => [entity('Person')], {
    description:
      'Persons in office who may see the record, by name: those whom a comment on it may mention. Refused where the record may not be seen: not-found.',
  })
  async mentionable(
    @Arg('about', () => CommentAboutInput) about: CommentAboutInput,
    @Ctx() { viewer, load }: Context,
  ): Promise<Person[]> {
    const ids = await mentionablePersons(this.needs, viewer, about)
    return Promise.all(ids.map((id) => load.get('Person', id)))
  }

  @Mutation(() => CommentType, {
    description:
      'For those who may write where the record stands, and for its owner. Refused: cannot-see-it with the names of those mentioned who may not see the record.',
  })
  addComment(@Arg('input', () => AddCommentInput) input: AddCommentInput, @Ctx() { viewer }: Context) {
    return this.shown(addComment(this.needs, viewer, input))
  }

  @Mutation(() => CommentType, { description: 'By its author alone; what it said before stays. Refused: not-yours.' })
  editComment(@Arg('input', () => EditCommentInput) input: EditCommentInput, @Ctx() { viewer }: Context) {
    return this.shown(editOwnComment(this.needs, viewer, input))
  }

  @Mutation(() => CommentType, {
    description:
      'By its author, or by those who prepare or rule where the record stands. That it was there is still shown.',
  })
  withdrawComment(@Arg('input', () => WithdrawCommentInput) input: WithdrawCommentInput, @Ctx() { viewer }: Context) {
    return this.shown(takeBackComment(this.needs, viewer, input))
  }

  @Mutation(() => CommentType, { description: 'Settles it, or opens it again; for those who may comment.' })
  resolveComment(@Arg('input', () => ResolveCommentInput) input: ResolveCommentInput, @Ctx() { viewer }: Context) {
    return this.shown(settleComment(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Person'))
  author(@Root() { authorId }: CommentType, @Ctx() { load }: Context): Promise<Person> {
    return load.get('Person', authorId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  withdrawnBy(@Root() { withdrawnById }: CommentType, @Ctx() { load }: Context): Promise<Person | null> {
    return load.find('Person', withdrawnById)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  resolvedBy(@Root() { resolvedById }: CommentType, @Ctx() { load }: Context): Promise<Person | null> {
    return load.find('Person', resolvedById)
  }

  private async shown(comment: Promise<StoredComment>): Promise<CommentType> {
    return commentType(await comment, await this.needs.directory.now())
  }
}

import { limits, Refusal } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { allNotices, seenOf } from './list-notices.js'
import { type MarkNoticesNeeds, markNoticesRead } from './mark-notices-read.js'
import {
  MarkNoticesReadInput,
  NoticeAboutType,
  NoticeCauseType,
  NoticeConnectionType,
  NoticeType,
} from './notice.type.js'

@Resolver(() => NoticeType)
export class NoticeResolver {
  constructor(private readonly needs: MarkNoticesNeeds) {}

  @Mutation(() => [NoticeType], {
    description:
      'Marks lines of one’s own inbox as read, or as unread again; gives those that changed. Refused: already-so.',
  })
  async markNoticesRead(
    @Arg('input', () => MarkNoticesReadInput) input: MarkNoticesReadInput,
    @Ctx() { viewer, load }: Context,
  ): Promise<NoticeType[]> {
    const changed = await markNoticesRead(this.needs, viewer, input)
    return seenOf(this.needs, changed, { viewer, load })
  }

  @FieldResolver(() => entity('Person'), {
    nullable: true,
    description: 'Whose act it was; null for what the calendar brought.',
  })
  by(@Root() { byId }: NoticeType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', byId)
  }
}

@Resolver(() => NoticeCauseType)
export class NoticeCauseResolver {
  @FieldResolver(() => entity('Body'), { nullable: true, description: 'The body that holds it.' })
  body(@Root() { bodyId }: NoticeCauseType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', bodyId)
  }
}

@Resolver(() => NoticeAboutType)
export class NoticeAboutResolver {
  @FieldResolver(() => entity('Body'), { nullable: true, description: 'The body that holds it.' })
  body(@Root() { bodyId }: NoticeAboutType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', bodyId)
  }
}

@Resolver(() => entity('Viewer'))
export class ViewerNoticesResolver {
  constructor(private readonly needs: MarkNoticesNeeds) {}

  @FieldResolver(() => NoticeConnectionType, {
    description: 'The inbox of whoever is signed in (requirements, row 27).',
  })
  async notices(
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor of the last line one has.' }) after:
      | string
      | null,
    @Arg('unread', () => Boolean, { nullable: true, description: 'true: only what is unread.' }) unread: boolean | null,
    @Ctx() { viewer, load }: Context,
  ): Promise<NoticeConnectionType> {
    const most = first ?? limits.pageDefault
    if (most < 1 || most > limits.page) throw new Refusal('malformed', { field: 'first' })
    const all = await seenOf(this.needs, await allNotices(this.needs, viewer), { viewer, load })
    const wanted = unread ? all.filter(({ read }) => !read) : all
    const from = after ? wanted.findIndex(({ id }) => id === after) + 1 : 0
    const page = wanted.slice(from, from + most)
    return {
      totalCount: wanted.length,
      unreadCount: all.filter(({ read }) => !read).length,
      edges: page.map((node) => ({ cursor: node.id, node })),
      pageInfo: { hasNextPage: from + most < wanted.length, endCursor: page.at(-1)?.id ?? null },
    }
  }

  @FieldResolver(() => Int, { description: 'How many lines of the inbox are unread.' })
  async noticesUnread(@Ctx() { viewer, load }: Context): Promise<number> {
    const unread = (await allNotices(this.needs, viewer)).filter(({ read }) => !read)
    return (await seenOf(this.needs, unread, { viewer, load })).length
  }
}

import { slippageOf, sumSlippage } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { actionType } from './action.shape.js'
import type { ActionScope } from './action.store.js'
import { ActionType } from './action.type.js'
import { BodySlippageType } from './action-life.type.js'
import { ActionCountsType } from './action-log.type.js'
import { pageLength } from './action-page.js'
import { actionsWaiting, countActions, type ListActionsNeeds } from './list-actions.js'

/** What other records show of actions. */
abstract class ActionsShown {
  constructor(protected readonly needs: ListActionsNeeds) {}

  protected async list({ viewer }: Context, scope: ActionScope): Promise<ActionType[]> {
    const names = await this.needs.directory.now()
    return (await this.needs.actions.list(viewer, scope)).map((one) => actionType(one.record, names, this.needs.now()))
  }
}

@Resolver(() => entity('Body'))
export class BodyActionsResolver extends ActionsShown {
  @FieldResolver(() => ActionCountsType)
  counts(@Root() { id }: Entities['Body'], @Ctx() { viewer }: Context): Promise<ActionCountsType> {
    return countActions(this.needs, viewer, id)
  }

  @FieldResolver(() => DateTimeISO, {
    description: 'When `counts` were worked out: at the moment of the answer, from the records as they stood then.',
  })
  countedAt(): Date {
    return this.needs.now()
  }
}

@Resolver(() => entity('Body'))
export class BodySlippageResolver extends ActionsShown {
  @FieldResolver(() => BodySlippageType, { description: 'How far the dates of its own actions have moved, in all.' })
  async slippage(@Root() { id }: Entities['Body'], @Ctx() { viewer }: Context): Promise<BodySlippageType> {
    const names = await this.needs.directory.now()
    const own = (await this.needs.actions.list(viewer, { bodyId: id })).map(({ record }) => record)
    const furthest = own
      .map((record) => ({ record, days: slippageOf(record).days ?? 0 }))
      .filter(({ days }) => days > 0)
      .sort((a, b) => b.days - a.days || a.record.number - b.record.number)
      .slice(0, 10)
    return {
      ...sumSlippage(own),
      furthest: furthest.map(({ record }) => actionType(record, names, this.needs.now())),
    }
  }
}

@Resolver(() => entity('Correspondence'))
export class LetterActionsResolver extends ActionsShown {
  @FieldResolver(() => [ActionType], { description: 'Actions that came from it (requirements, row 18).' })
  actionsProduced(@Root() { id }: Entities['Correspondence'], @Ctx() context: Context): Promise<ActionType[]> {
    return this.list(context, { documentId: id })
  }
}

@Resolver(() => entity('Publication'))
export class PublicationActionsResolver extends ActionsShown {
  @FieldResolver(() => [ActionType], { description: 'Actions that came from it (requirements, row 18).' })
  actionsProduced(@Root() { id }: Entities['Publication'], @Ctx() context: Context): Promise<ActionType[]> {
    return this.list(context, { documentId: id })
  }
}

@Resolver(() => entity('Meeting'))
export class MeetingActionsResolver extends ActionsShown {
  @FieldResolver(() => [ActionType], { description: 'Raised in this meeting.' })
  actions(@Root() { id }: Entities['Meeting'], @Ctx() context: Context): Promise<ActionType[]> {
    return this.list(context, { meetingId: id })
  }
}

@Resolver(() => entity('Viewer'))
export class ViewerActionsResolver extends ActionsShown {
  @FieldResolver(() => [ActionType], {
    description: 'What waits on whoever is signed in, the most urgent first; as many as a page holds, or as asked for.',
  })
  async actionsWaiting(
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Ctx() { viewer }: Context,
  ): Promise<ActionType[]> {
    const names = await this.needs.directory.now()
    const waiting = (await actionsWaiting(this.needs, viewer)).slice(0, pageLength(first))
    return waiting.map(({ record }) => actionType(record, names, this.needs.now()))
  }

  @FieldResolver(() => Int, { description: 'How many actions wait on whoever is signed in.' })
  async actionsWaitingCount(@Ctx() { viewer }: Context): Promise<number> {
    return (await actionsWaiting(this.needs, viewer)).length
  }
}

import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { acceptAction } from './accept-action.js'
import {
  ActionInput,
  AssignActionInput,
  CloseActionInput,
  CompleteActionInput,
  ProposeActionInput,
  ReasonInput,
  ReportActionProgressInput,
  SetActionDueDateInput,
} from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { actionType } from './action.shape.js'
import { ActionType } from './action.type.js'
import { ActionConnectionType, ActionFilter, ActionSort } from './action-log.type.js'
import { assignAction } from './assign-action.js'
import { closeAction } from './close-action.js'
import { completeAction } from './complete-action.js'
import { declineAction } from './decline-action.js'
import { dropAction } from './drop-action.js'
import { type ListActionsNeeds, listActions } from './list-actions.js'
import { type ProposeActionNeeds, proposeAction } from './propose-action.js'
import { reopenAction } from './reopen-action.js'
import { reportActionProgress } from './report-action-progress.js'
import { setActionDueDate } from './set-action-due-date.js'

export type ActionFeatureNeeds = ProposeActionNeeds & ListActionsNeeds

@Resolver(() => ActionType)
export class ActionResolver {
  constructor(private readonly needs: ActionFeatureNeeds) {}

  @Query(() => ActionConnectionType, {
    description:
      'The action log, of one body or of all. A page begins after the cursor `after`, or where `from` actions of the order have been passed over. Refused: malformed, where both are given.',
  })
  actions(
    @Arg('filter', () => ActionFilter, { nullable: true }) filter: ActionFilter | null,
    @Arg('sort', () => ActionSort, { nullable: true }) sort: ActionSort | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('from', () => Int, { nullable: true }) from: number | null,
    @Ctx() { viewer }: Context,
  ): Promise<ActionConnectionType> {
    const place = { first: first ?? null, after: after ?? null, from: from ?? null }
    return listActions(this.needs, viewer, { filter: filter ?? {}, sort: sort ?? null, ...place })
  }

  @Query(() => ActionType)
  async action(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<ActionType> {
    return this.shown((await this.needs.actions.get(viewer, id)).record)
  }

  @Mutation(() => ActionType)
  async proposeAction(@Arg('input', () => ProposeActionInput) input: ProposeActionInput, @Ctx() { viewer }: Context) {
    return this.shown(await proposeAction(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async assignAction(@Arg('input', () => AssignActionInput) input: AssignActionInput, @Ctx() { viewer }: Context) {
    return this.shown(await assignAction(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async acceptAction(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() { viewer }: Context) {
    return this.shown(await acceptAction(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async declineAction(@Arg('input', () => ReasonInput) input: ReasonInput, @Ctx() { viewer }: Context) {
    return this.shown(await declineAction(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async setActionDueDate(
    @Arg('input', () => SetActionDueDateInput) input: SetActionDueDateInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.shown(await setActionDueDate(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async reportActionProgress(
    @Arg('input', () => ReportActionProgressInput) input: ReportActionProgressInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.shown(await reportActionProgress(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async completeAction(
    @Arg('input', () => CompleteActionInput) input: CompleteActionInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.shown(await completeAction(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async closeAction(@Arg('input', () => CloseActionInput) input: CloseActionInput, @Ctx() { viewer }: Context) {
    return this.shown(await closeAction(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async reopenAction(@Arg('input', () => ReasonInput) input: ReasonInput, @Ctx() { viewer }: Context) {
    return this.shown(await reopenAction(this.needs, viewer, input))
  }

  @Mutation(() => ActionType)
  async dropAction(@Arg('input', () => ReasonInput) input: ReasonInput, @Ctx() { viewer }: Context) {
    return this.shown(await dropAction(this.needs, viewer, input))
  }

  private async shown(action: StoredAction): Promise<ActionType> {
    return actionType(action, await this.needs.directory.now(), this.needs.now())
  }
}

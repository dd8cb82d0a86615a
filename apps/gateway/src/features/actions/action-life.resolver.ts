import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { acceptActionTransfer } from './accept-action-transfer.js'
import { ActionInput, ReasonInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { actionType } from './action.shape.js'
import { ActionType } from './action.type.js'
import { ActionSupporterInput, ProposeActionTransferInput, SupersedeActionInput } from './action-life.inputs.js'
import { addActionSupporter } from './add-action-supporter.js'
import type { ActionNeeds } from './change-action.js'
import { declineActionTransfer } from './decline-action-transfer.js'
import { proposeActionTransfer } from './propose-action-transfer.js'
import { removeActionSupporter } from './remove-action-supporter.js'
import { supersedeAction } from './supersede-action.js'
import { withdrawActionTransfer } from './withdraw-action-transfer.js'

export type ActionLifeNeeds = ActionNeeds & { now: () => Date }

/** The rarer steps of an action's life: going to another body, being superseded, being helped. */
@Resolver(() => ActionType)
export class ActionLifeResolver {
  constructor(private readonly needs: ActionLifeNeeds) {}

  @Mutation(() => ActionType, {
    description:
      'Offers the action to another body; it stays where it is until that body accepts. Refused: not-transferable-now, transfer-waiting, body-keeps-no-log, body-not-active, chairs-not-named, reason-needed.',
  })
  async proposeActionTransfer(
    @Arg('input', () => ProposeActionTransferInput) input: ProposeActionTransferInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.shown(await proposeActionTransfer(this.needs, viewer, input))
  }

  @Mutation(() => ActionType, {
    description:
      'Those who rule on the receiving body take it on; number and history stay. Refused: no-transfer-waiting.',
  })
  async acceptActionTransfer(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() { viewer }: Context) {
    return this.shown(await acceptActionTransfer(this.needs, viewer, input))
  }

  @Mutation(() => ActionType, { description: 'It stays where it is. Refused: no-transfer-waiting, reason-needed.' })
  async declineActionTransfer(@Arg('input', () => ReasonInput) input: ReasonInput, @Ctx() { viewer }: Context) {
    return this.shown(await declineActionTransfer(this.needs, viewer, input))
  }

  @Mutation(() => ActionType, { description: 'Takes the offer back. Refused: no-transfer-waiting.' })
  async withdrawActionTransfer(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() { viewer }: Context) {
    return this.shown(await withdrawActionTransfer(this.needs, viewer, input))
  }

  @Mutation(() => ActionType, {
    description:
      'Another action takes its place. Refused: not-supersedable-now, replaces-itself (details: path), not-a-replacement, sub-actions-open, reason-needed.',
  })
  async supersedeAction(
    @Arg('input', () => SupersedeActionInput) input: SupersedeActionInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.shown(await supersedeAction(this.needs, viewer, input))
  }

  @Mutation(() => ActionType, {
    description:
      'Those who rule on the body, and the owner, choose supporters. Refused: not-supportable-now, too-many-supporters.',
  })
  async addActionSupporter(
    @Arg('input', () => ActionSupporterInput) input: ActionSupporterInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.shown(await addActionSupporter(this.needs, viewer, input))
  }

  @Mutation(() => ActionType, { description: 'Refused: not-supportable-now, already-so.' })
  async removeActionSupporter(
    @Arg('input', () => ActionSupporterInput) input: ActionSupporterInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.shown(await removeActionSupporter(this.needs, viewer, input))
  }

  private async shown(action: StoredAction): Promise<ActionType> {
    return actionType(action, await this.needs.directory.now(), this.needs.now())
  }
}

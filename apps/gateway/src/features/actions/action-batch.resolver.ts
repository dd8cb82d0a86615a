import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { actionType } from './action.shape.js'
import { ActionBatchType, ChangeActionsInput } from './action-batch.type.js'
import { type Batch, type BatchNeeds, changeActions } from './change-actions.js'

@Resolver()
export class ActionBatchResolver {
  constructor(private readonly needs: BatchNeeds & { now: () => Date }) {}

  @Mutation(() => ActionBatchType, {
    description:
      'Changes many actions at once, each under its own rule. Refused: some-refused with every row that stands in the way; nothing is done then. `undoAct` takes it back as a whole.',
  })
  async changeActions(
    @Arg('input', () => ChangeActionsInput) input: ChangeActionsInput,
    @Ctx() { viewer }: Context,
  ): Promise<ActionBatchType> {
    return this.shown(await changeActions(this.needs, viewer, input))
  }

  private async shown({ id, actions }: Batch): Promise<ActionBatchType> {
    const names = await this.needs.directory.now()
    const shown = actions.map((action) => actionType(action, names, this.needs.now()))
    return Object.assign(new ActionBatchType(), { id, actions: shown })
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import type { Feature } from '../../platform/feature.js'
import { UndoActInput, UndoneActType } from './undo.type.js'
import { type UndoNeeds, type Undone, undoAct } from './undo-act.js'

@Resolver()
class UndoResolver {
  constructor(private readonly needs: UndoNeeds) {}

  @Mutation(() => UndoneActType, {
    description:
      'Takes back one act of one’s own as a whole, on the day it was done, under the rule of the act itself. Refused: not-undoable with who has changed what since, stays-done, already-undone, undo-over; not-found for anybody else’s.',
  })
  undoAct(@Arg('input', () => UndoActInput) input: UndoActInput, @Ctx() { viewer, load }: Context): Promise<Undone> {
    return undoAct(this.needs, viewer, load, input)
  }
}

/** Undo of one's own last act. */
export function createUndo(needs: UndoNeeds): Feature {
  return { resolvers: [new UndoResolver(needs)], sources: {} }
}

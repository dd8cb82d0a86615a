import { fitting, type Successors, supersede, type Viewer, whyNotSupersede } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { StoredAction } from './action.model.js'
import type { SupersedeActionInput } from './action-life.inputs.js'
import { type ActionNeeds, changeAction, tellsOwner } from './change-action.js'

/** A chair lets another action take its place, and says why. */
export function supersedeAction(
  needs: ActionNeeds,
  viewer: Viewer,
  input: SupersedeActionInput,
): Promise<StoredAction> {
  return changeAction(needs, viewer, 'supersedeAction', input, {
    guards: 'status',
    whyNot: whyNotSupersede,
    change: async (held, at, _names, tx) => {
      const chain = await successorsOf(needs, tx, viewer, input.byId)
      return supersede(viewer, held, chain, fitting('reason', input.reason), at)
    },
    tells: tellsOwner(input.reason.trim()),
  })
}

// No chain of replacements is as long; a damaged one must not hold the command up.
const longestChain = 100

/** The action that is to take the place, and what took the place of it in turn. */
async function successorsOf(
  { actions }: ActionNeeds,
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<Successors> {
  const chain = [(await actions.get(viewer, id, tx)).record]
  for (let next = chain[0]?.supersededBy; next && chain.length < longestChain; ) {
    const [found] = await actions.within(tx, { ids: [next] })
    if (!found) break
    chain.push(found.record)
    next = found.record.supersededBy
  }
  return chain
}

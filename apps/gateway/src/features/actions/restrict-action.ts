import { officeFor, Refusal, type Viewer, whyNotRestrict } from '@camau/domain'
import { givenRestriction, type RestrictInput } from '../../platform/graphql/restriction.js'
import type { StoredAction } from './action.model.js'
import type { ActionNeeds } from './change-action.js'

/** Those who rule or prepare on the body decide who may see it at all. Screens of everybody else lose it at once. */
export function restrictAction(
  { actions, command, directory }: ActionNeeds,
  viewer: Viewer,
  input: RestrictInput,
): Promise<StoredAction> {
  return command(
    { command: 'restrictAction', viewer, input },
    async (tx) => {
      const held = await actions.get(viewer, input.id, tx)
      const refusal = whyNotRestrict(viewer, held.body, held.record.audience)
      if (refusal) throw new Refusal(refusal)
      const restrictedTo = givenRestriction(viewer, held.record.restrictedTo ?? null, input.to, await directory.now())
      const office = officeFor(viewer, 'prepare', { space: 'body', body: held.body })
      return (await actions.save(tx, viewer, held, { ...held.record, restrictedTo }, office)).record
    },
    async (id) => (await actions.get(viewer, id)).record,
  )
}

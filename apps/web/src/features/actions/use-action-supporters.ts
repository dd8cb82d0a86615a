import type { Owner } from '@camau/domain'
import { useCommand } from '../../platform/commands'
import { wordsIn } from '../../platform/words'
import { AddActionSupporterDocument, RemoveActionSupporterDocument } from './actions.graphql.js'
import { passingWords } from './passing-words'
import { ownerInput } from './use-assign-action'
import type { ActionLife } from './walk-steps'

/** Adds and removes those who help the owner. */
export function useActionSupporters({ id, number }: ActionLife) {
  const what = {
    en: wordsIn(passingWords, 'en').titles.support(number),
    cy: wordsIn(passingWords, 'cy').titles.support(number),
  }
  const add = useCommand(AddActionSupporterDocument, { what })
  const remove = useCommand(RemoveActionSupporterDocument, { what })
  return {
    add: (supporter: Owner) => add.run({ id, supporter: ownerInput(supporter) }),
    remove: ({ body, office, person }: ActionLife['supportedBy'][number]) =>
      remove.run({
        id,
        supporter: person ? { personId: person.id } : { bodyId: body?.id ?? null, office: office ?? null },
      }),
    busy: add.busy || remove.busy,
  }
}

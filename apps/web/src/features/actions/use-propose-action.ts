import type { Due, Owner } from '@camau/domain'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { useWords, wordsIn } from '../../platform/words'
import { ProposeActionDocument } from './actions.graphql.js'
import { stepWords } from './step-words'
import { ownerInput } from './use-assign-action'

export interface Proposal {
  bodyId: string
  title: string
  owner: Owner | null
  due: Due | null
}

/** Proposes an action; its id is made here, so that it can be done offline. */
export function useProposeAction() {
  const words = useWords(stepWords)
  const command = useCommand(ProposeActionDocument, {
    what: { en: wordsIn(stepWords, 'en').titles.propose, cy: wordsIn(stepWords, 'cy').titles.propose },
  })
  return {
    busy: command.busy,
    async run({ bodyId, title, owner, due }: Proposal) {
      const result = await command.run({ id: newId(), bodyId, title, owner: owner && ownerInput(owner), due })
      if (result.state !== 'refused') announce(words.done.propose)
      return result
    },
  }
}

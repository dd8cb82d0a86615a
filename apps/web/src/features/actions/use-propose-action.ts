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
  /** The action it is a part of. */
  parentId: string | null
}

/** Proposes an action; its id is made here, so that it can be done offline. */
export function useProposeAction() {
  const words = useWords(stepWords)
  const command = useCommand(ProposeActionDocument, {
    what: { en: wordsIn(stepWords, 'en').titles.propose, cy: wordsIn(stepWords, 'cy').titles.propose },
  })
  return {
    busy: command.busy,
    async run({ owner, ...given }: Proposal) {
      const result = await command.run({ ...given, id: newId(), owner: owner && ownerInput(owner) })
      if (result.state !== 'refused') announce(words.done.propose)
      return result
    },
  }
}

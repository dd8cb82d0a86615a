import type { Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import type { StoredLetter } from './letter.kind.js'
import { type LetterNeeds, letterOffice } from './letter-needs.js'

/** One step of a letter that is kept here. */
export function changeLetter(
  { letters, command }: LetterNeeds,
  viewer: Viewer,
  name: string,
  input: ActionInput,
  step: (letter: StoredLetter, tx: Transaction) => StoredLetter | Promise<StoredLetter>,
): Promise<StoredLetter> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const letter = await letters.get(viewer, input.id, tx)
      return letters.save(tx, letter, await step(letter, tx), letterOffice(viewer))
    },
    (id) => letters.get(viewer, id),
  )
}

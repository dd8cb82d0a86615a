import { Refusal, type Viewer, whyNotReviseLetter } from '@camau/domain'
import { neededText } from '../../platform/needed-text.js'
import { changeLetter } from './change-letter.js'
import { givenDay, givenPoints } from './given-letter.js'
import type { ReviseLetterInput } from './letter.inputs.js'
import { letterFacts, type StoredLetter } from './letter.kind.js'
import type { LetterNeeds } from './letter-needs.js'
import { lettersAnswered } from './letter-register.js'

/** Puts a draft in other words, over the version its writer saw and no other. */
export function reviseLetter(needs: LetterNeeds, viewer: Viewer, input: ReviseLetterInput): Promise<StoredLetter> {
  return changeLetter(needs, viewer, 'reviseLetter', input, async (letter) => {
    const refusal = whyNotReviseLetter(viewer, letterFacts(letter))
    if (refusal) throw new Refusal(refusal)
    if (input.basedOn < letter.version) throw new Refusal('changed-since', { field: 'version' })
    const questions = await lettersAnswered(needs, viewer, input.replyToIds)
    if (questions.length === 0) throw new Refusal('not-found')
    return {
      ...letter,
      subject: neededText('title', input.subject),
      answers: givenPoints(input.answers),
      due: givenDay(input.due),
      replyToIds: questions.map(({ id }) => id),
    }
  })
}

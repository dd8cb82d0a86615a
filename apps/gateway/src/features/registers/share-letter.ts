import { Refusal, type Viewer, whyNotShareLetter } from '@camau/domain'
import { changeLetter } from './change-letter.js'
import type { ShareLetterInput } from './letter.inputs.js'
import { letterFacts, type StoredLetter } from './letter.kind.js'
import type { LetterNeeds } from './letter-needs.js'

/** Opens a letter that was sent to more readers, and keeps to whom and when. */
export function shareLetter(needs: LetterNeeds, viewer: Viewer, input: ShareLetterInput): Promise<StoredLetter> {
  const { audience } = input
  return changeLetter(needs, viewer, 'shareLetter', input, (letter, tx) => {
    const refusal = whyNotShareLetter(viewer, letterFacts(letter))
    if (refusal) throw new Refusal(refusal)
    if (letter.audience === audience) throw new Refusal('already-so')
    return { ...letter, audience, shares: [...letter.shares, { audience, at: tx.at, personId: viewer.personId }] }
  })
}

import { dayInLondon, sendable, type Viewer } from '@camau/domain'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import { changeLetter } from './change-letter.js'
import { letterFacts, type StoredLetter } from './letter.kind.js'
import type { LetterNeeds } from './letter-needs.js'

/** Signs a draft off; it answers what it replies to from now on. */
export function sendLetter(needs: LetterNeeds, viewer: Viewer, input: ActionInput): Promise<StoredLetter> {
  return changeLetter(needs, viewer, 'sendLetter', input, (letter, tx) => {
    sendable(viewer, letterFacts(letter), letter.answers)
    return { ...letter, sentAt: tx.at, date: dayInLondon(tx.at) }
  })
}

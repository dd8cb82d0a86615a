import {
  dayInLondon,
  draftsOf,
  type LetterFacts,
  letterOverdueSince,
  letterStatus,
  Refusal,
  repliedTo,
  repliesOf,
  type Viewer,
} from '@camau/domain'
import { letterFacts, printedFacts } from './letter.kind.js'
import type { LetterNeeds } from './letter-needs.js'

type RegisterNeeds = Pick<LetterNeeds, 'printed' | 'letters'>

/** The whole register, as far as the viewer may see it. */
export async function factsFor({ printed, letters }: RegisterNeeds, viewer: Viewer): Promise<LetterFacts[]> {
  return [...(await printed.all()).map(printedFacts), ...(await letters.list(viewer)).map(letterFacts)]
}

/** How one letter stands in the register. */
export function standing(id: string, all: readonly LetterFacts[], at: Date) {
  const letter = all.find((one) => one.id === id)
  if (!letter) throw new Refusal('not-found')
  const status = letterStatus(letter, all)
  return {
    status,
    overdueSince: letterOverdueSince(letter, status, dayInLondon(at)),
    repliesTo: repliedTo(letter, all).map((one) => one.id),
    replies: repliesOf(letter, all).map((one) => one.id),
    drafts: draftsOf(letter, all).map((one) => one.id),
  }
}

/** The letters a reply answers: printed ones or recorded here, as far as the viewer may see them. */
export async function lettersAnswered({ printed, letters }: RegisterNeeds, viewer: Viewer, ids: readonly string[]) {
  const known = [
    ...(await printed.all()).map((one) => ({ ...one, id: one._id, language: null })),
    ...(await letters.list(viewer)),
  ]
  return ids.map((id) => {
    const found = known.find((one) => one.id === id)
    if (!found) throw new Refusal('not-found')
    return found
  })
}

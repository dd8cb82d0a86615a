import { Refusal, type Viewer, whyNotWriteLetter } from '@camau/domain'
import { blankLetter, givenPoints } from './given-letter.js'
import type { DraftReplyInput } from './letter.inputs.js'
import type { StoredLetter } from './letter.kind.js'
import { type LetterNeeds, letterOffice } from './letter-needs.js'
import { lettersAnswered } from './letter-register.js'

/** In the language of the first question, and due when the earliest of them is: the language makes no difference to that. */
export function draftReply(needs: LetterNeeds, viewer: Viewer, input: DraftReplyInput): Promise<StoredLetter> {
  const { letters, command } = needs
  return command(
    { command: 'draftReply', viewer, input },
    async (tx) => {
      const questions = await lettersAnswered(needs, viewer, input.replyToIds)
      const [first] = questions
      if (!first) throw new Refusal('not-found')
      const refusal = whyNotWriteLetter(viewer, { fromBodyId: first.toBodyId })
      if (refusal) throw new Refusal(refusal)
      const dues = questions.flatMap(({ due }) => due ?? []).sort()
      const draft: StoredLetter = {
        ...blankLetter(viewer, input.id, tx),
        kind: 'letter',
        fromBodyId: first.toBodyId,
        toBodyId: first.fromBodyId,
        subject: first.subject,
        answers: givenPoints(input.answers),
        due: dues[0] ?? null,
        replyToIds: questions.map(({ id }) => id),
        language: first.language,
      }
      return letters.add(tx, draft, letterOffice(viewer))
    },
    (id) => letters.get(viewer, id),
  )
}

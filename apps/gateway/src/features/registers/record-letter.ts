import { fitting, Refusal, type Viewer, whyNotWriteLetter } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import { neededText } from '../../platform/needed-text.js'
import { blankLetter, givenDay, givenPoints } from './given-letter.js'
import type { RecordLetterInput } from './letter.inputs.js'
import type { StoredLetter } from './letter.kind.js'
import { type LetterNeeds, letterOffice } from './letter-needs.js'
import { lettersAnswered } from './letter-register.js'

/** Puts a letter that was received or sent into the register. */
export function recordLetter(needs: LetterNeeds, viewer: Viewer, input: RecordLetterInput): Promise<StoredLetter> {
  const { letters, command } = needs
  return command(
    { command: 'recordLetter', viewer, input },
    async (tx) => {
      const refusal = whyNotWriteLetter(viewer, input)
      if (refusal) throw new Refusal(refusal)
      const letter = await givenLetter(needs, viewer, input, tx)
      const recorded = await letters.add(tx, letter, letterOffice(viewer))
      await tellAsked(needs, tx, recorded)
      return recorded
    },
    (id) => letters.get(viewer, id),
  )
}

async function givenLetter(
  needs: LetterNeeds,
  viewer: Viewer,
  input: RecordLetterInput,
  tx: Transaction,
): Promise<StoredLetter> {
  const { kind, fromBodyId, toBodyId, date, ref, subject, asks, answers, due, language = null } = input
  const ccBodyIds = input.ccBodyIds ?? []
  const days = { date: givenDay(date), due: givenDay(due) }
  if (!days.date) throw new Refusal('impossible-date')
  const { bodies } = await needs.directory.now()
  if (![fromBodyId, toBodyId, ...ccBodyIds].every((id) => bodies.has(id))) throw new Refusal('not-found')
  const replyToIds = (await lettersAnswered(needs, viewer, input.replyToIds ?? [])).map(({ id }) => id)
  return {
    ...blankLetter(viewer, input.id, tx),
    ...days,
    kind,
    fromBodyId,
    toBodyId,
    ccBodyIds,
    ref: fitting('label', ref) || null,
    subject: neededText('title', subject),
    asks: givenPoints(asks),
    answers: givenPoints(answers),
    replyToIds,
    language,
    sentAt: tx.at,
  }
}

/** Those asked are told that a question awaits their reply. */
async function tellAsked({ notify }: LetterNeeds, tx: Transaction, { id, asks, toBodyId, subject }: StoredLetter) {
  if (asks.length === 0) return
  const to = [{ kind: 'body', bodyId: toBodyId } as const]
  await notify(tx, [{ kind: 'question', to, about: { type: 'Correspondence', id }, text: subject }])
}

import { type DecisionWords, fitting, Refusal, whyNotWords } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { DecisionWordsInput } from './decision.inputs.js'

/** What somebody wrote of a decision, checked: it fits, it makes sense, and whoever is named is known. */
export function givenDecision(input: DecisionWordsInput, names: Names): DecisionWords {
  const words: DecisionWords = {
    text: fitting('decision', input.text),
    outcome: input.outcome ?? null,
    proposedBy: input.proposedById ?? null,
    secondedBy: input.secondedById ?? null,
    votes: input.votes
      ? { for: input.votes.for, against: input.votes.against, abstained: input.votes.abstained }
      : null,
    dissent: (input.dissent ?? []).map(({ personId, text }) => ({
      personId: personId ?? null,
      text: fitting('reason', text ?? ''),
    })),
  }
  const refusal = whyNotWords(words)
  if (refusal) throw new Refusal(refusal)
  const named = [words.proposedBy, words.secondedBy, ...words.dissent.map(({ personId }) => personId)]
  if (named.some((id) => id && !names.people.has(id))) throw new Refusal('not-found')
  return words
}

import { limits } from '@camau/domain'
import { domainName, graphqlName } from '../../platform/enums'
import type { CorrectDecisionInput, DecisionLineFragment } from './decisions.graphql'

/** A decision while it is written: every field as it was typed. */
export interface DecisionDraft {
  text: string
  outcome: '' | 'agreed' | 'not-agreed' | 'deferred'
  proposedById: string
  secondedById: string
  isVote: boolean
  votes: { for: string; against: string; abstained: string }
  dissent: { key: number; personId: string; text: string }[]
}

export const emptyDraft = (text = ''): DecisionDraft => ({
  text,
  outcome: 'agreed',
  proposedById: '',
  secondedById: '',
  isVote: false,
  votes: { for: '', against: '', abstained: '' },
  dissent: [],
})

export function draftOf({
  text,
  outcome,
  proposedBy,
  secondedBy,
  votes,
  dissent,
}: DecisionLineFragment): DecisionDraft {
  return {
    text,
    outcome: outcome ? domainName(outcome) : '',
    proposedById: proposedBy?.id ?? '',
    secondedById: secondedBy?.id ?? '',
    isVote: votes !== null,
    votes: {
      for: String(votes?.for ?? ''),
      against: String(votes?.against ?? ''),
      abstained: String(votes?.abstained ?? ''),
    },
    dissent: dissent.map(({ person, text }, key) => ({ key, personId: person?.id ?? '', text })),
  }
}

export type DraftProblem = 'text' | 'tooLong' | 'seconder' | 'votes'
type Given = Omit<CorrectDecisionInput, 'mutationId' | 'id'>

/** What the command takes, or what is wrong with the draft. */
export function readDraft(draft: DecisionDraft): { given: Given } | { wrong: DraftProblem } {
  const text = draft.text.trim()
  if (!text) return { wrong: 'text' }
  if (text.length > limits.decision) return { wrong: 'tooLong' }
  if (draft.secondedById && draft.secondedById === draft.proposedById) return { wrong: 'seconder' }
  const votes = draft.isVote ? readVotes(draft.votes) : null
  if (draft.isVote && !votes) return { wrong: 'votes' }
  return {
    given: {
      text,
      votes,
      outcome: draft.outcome ? graphqlName(draft.outcome) : null,
      proposedById: draft.proposedById || null,
      secondedById: draft.secondedById || null,
      dissent: draft.dissent.map(({ personId, text }) => ({ personId: personId || null, text: text.trim() })),
    },
  }
}

function readVotes({ for: yes, against, abstained }: DecisionDraft['votes']) {
  const [a, b, c] = [count(yes), count(against), count(abstained)]
  return a === null || b === null || c === null ? null : { for: a, against: b, abstained: c }
}

const count = (typed: string) => (/^\s*\d{0,4}\s*$/.test(typed) ? Number(typed) : null)

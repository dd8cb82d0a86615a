import { describe, expect, it } from 'vitest'
import { emptyDraft, readDraft } from './decision-draft'

describe('a decision as it was typed', () => {
  const draft = emptyDraft(' Adopt it ')
  it('is trimmed, and what was left open is not stated', () => {
    expect(readDraft({ ...draft, outcome: '' })).toEqual({
      given: { text: 'Adopt it', outcome: null, votes: null, proposedById: null, secondedById: null, dissent: [] },
    })
  })

  it.each([
    [{ text: '  ' }, 'text'],
    [{ text: 'x'.repeat(2_001) }, 'tooLong'],
    [{ proposedById: 'a', secondedById: 'a' }, 'seconder'],
    [{ isVote: true, votes: { for: '1.5', against: '', abstained: '' } }, 'votes'],
    [{ isVote: true, votes: { for: '-1', against: '', abstained: '' } }, 'votes'],
  ] as const)('with %o is not sent: %s', (over, wrong) => {
    expect(readDraft({ ...draft, ...over })).toEqual({ wrong })
  })

  it('counts a vote left empty as none, and keeps dissent without a name', () => {
    const votes = { for: '4', against: ' 2 ', abstained: '' }
    const dissent = [{ key: 1, personId: '', text: ' Too soon ' }]
    expect(readDraft({ ...draft, isVote: true, votes, dissent })).toMatchObject({
      given: {
        outcome: 'AGREED',
        votes: { for: 4, against: 2, abstained: 0 },
        dissent: [{ personId: null, text: 'Too soon' }],
      },
    })
  })
})

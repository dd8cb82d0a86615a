import { describe, expect, it } from 'vitest'
import {
  coverage,
  deliveryStates,
  type RecommendationStatement,
  recommendationAsAt,
  responses,
  stateRecommendation,
  type TrackedRecommendation,
  unresolvedSince,
  whyNotStateRecommendation,
} from './recommendation.js'
import { Refusal } from './refusal.js'
import { aPerson } from './scene.fixture.js'

const said = (given: Partial<RecommendationStatement> = {}): RecommendationStatement => ({
  id: 's',
  day: '2019-06-21',
  response: 'accepted',
  delivery: 'not-stated',
  reason: null,
  evidence: null,
  resolveBy: null,
  at: new Date('2026-11-22T09:00:00Z'),
  personId: 'them',
  ...given,
})
const one = (...statements: RecommendationStatement[]): TrackedRecommendation => ({
  id: 'r',
  text: 'High quality data',
  publicationId: 'pub',
  actionIds: [],
  statements,
})
const secretary = aPerson('secretariat team')

describe('where it stands', () => {
  it('nothing said: nothing is assumed', () => {
    expect(recommendationAsAt(one(), null)).toMatchObject({ response: 'not-stated', delivery: 'not-stated' })
  })

  it('at each day what was last said by its end, whatever the order in which it was written down', () => {
    const changed = one(
      said({ day: '2020-03-01', response: 'accepted', delivery: 'under-way' }),
      said({ day: '2019-06-21', response: 'in-principle', resolveBy: '2019-12-31' }),
    )
    const at = (day: string | null) => recommendationAsAt(changed, day).response
    expect([at('2019-06-20'), at('2019-06-21'), at('2020-02-29'), at('2020-03-01'), at(null)]).toEqual([
      'not-stated',
      'in-principle',
      'in-principle',
      'accepted',
      'accepted',
    ])
  })

  it('in principle is late from the day after, until it is accepted or rejected', () => {
    const inPrinciple = said({ response: 'in-principle', resolveBy: '2019-12-31' })
    expect(unresolvedSince(one(inPrinciple), '2019-12-31')).toBeNull()
    expect(unresolvedSince(one(inPrinciple), '2020-01-01')).toBe('2020-01-01')
    expect(unresolvedSince(one(inPrinciple, said({ day: '2020-02-01' })), '2020-03-01')).toBeNull()
  })

  it('a report is covered as far as it is accepted, integrated and delivered', () => {
    const all = [
      one(),
      { ...one(said()), actionIds: ['act'] },
      one(said({ delivery: 'delivered', evidence: 'Published' })),
      one(said({ response: 'rejected', reason: 'No' })),
      one(said({ response: 'in-principle', resolveBy: '2019-12-31' })),
    ]
    const counts = { total: 5, accepted: 2, rejected: 1, notStated: 1, integrated: 1, outstanding: 3 }
    expect(coverage(all, '2019-12-31')).toEqual({ ...counts, overdue: 0 })
    expect(coverage(all, '2020-01-01')).toEqual({ ...counts, overdue: 1 })
  })
})

describe('what may be said of it', () => {
  // From every state to every other: what a statement needs does not depend on what was said before.
  const before = responses.map((response) => one(said({ response, reason: 'r', resolveBy: '2019-12-31' })))
  const given = { reason: 'Why', evidence: 'Where', resolveBy: '2027-01-31' }
  for (const response of responses) {
    for (const delivery of deliveryStates) {
      it.each(before)(`${response}, ${delivery}, after $statements.0.response`, (was) => {
        const state = (left: object) => () =>
          stateRecommendation(secretary, was, said({ response, delivery, ...given, ...left }))
        expect(state({})().statements).toHaveLength(2)
        const needed = (
          left: object,
          code: 'reason-needed' | 'evidence-needed' | 'resolve-by-needed',
          needs: boolean,
        ) => (needs ? expect(state(left)).toThrow(new Refusal(code)) : expect(state(left)).not.toThrow())
        needed({ reason: null }, 'reason-needed', response === 'rejected')
        needed({ evidence: null }, 'evidence-needed', delivery === 'delivered')
        needed({ resolveBy: null }, 'resolve-by-needed', response === 'in-principle')
      })
    }
  }

  it.each([
    ['secretariat team', true],
    ['chair mag', true],
    ['official minister', true],
    ['vice-chair mag', false],
    ['chair ws-1', false],
    ['member mag', false],
    ['chair tf-of-1', false],
    ['member body-social-care-wales', false],
    ['member committee', false],
    ['guest mag', false],
  ])('%s: %s', (office, may) => {
    expect(whyNotStateRecommendation(aPerson(office)) === null).toBe(may)
  })
})

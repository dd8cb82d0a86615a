import { describe, expect, it } from 'vitest'
import { type DataRequest, importReturns, missingFrom, nextRound, whyNotAskAuthorities } from './data-request.js'
import { cite, type Finding, type GoodPractice, publishPractice, whyNotWriteEvidence } from './evidence.js'
import { basisOf, conditionState, type FundingCondition, type FundingLine, fundingTotals, itemised } from './funding.js'
import { caveatsOf, countsPeople, whyNotFigure, whyNotKeepNumbers } from './measure.js'
import { isStale, monthsLater, periodEnd } from './period.js'
import type { Place } from './permissions.js'
import { implementationOf, isOut, stageOf } from './publication.js'
import { planTotals, type ReductionPlan, setPlan } from './reduction-plan.js'
import { aBody, aPerson, noon } from './scene.fixture.js'

const space = (id: string): Place => ({ space: 'body', body: aBody(id) })
const board: Place = { space: 'operational-board' }

// Every office against what it may keep, typed by hand: numbers of workstream 1, numbers of none, evidence of workstream 1 and of the
// advisory group, returns of authorities, and publishing.
const rights = `
  secretariat team              yes yes yes yes yes yes
  chair mag                     yes -   yes yes -   yes
  vice-chair mag                -   -   -   yes -   -
  member mag                    -   -   -   yes -   -
  chair ws-1                    yes yes yes yes -   -
  vice-chair ws-1               yes yes yes yes -   -
  member ws-1                   -   -   yes -   -   -
  chair ws-2                    -   yes -   yes -   -
  chair tf-of-1                 -   -   -   yes -   -
  member tf-of-1                -   -   -   -   -   -
  member body-social-care-wales -   yes -   -   -   -
  official minister             -   -   -   -   -   -
  member committee              -   -   -   -   -   -
  guest ws-1                    -   -   -   -   -   -
`
  .trim()
  .split('\n')
  .map((line) => [line.replace(/( +(yes|-))+\s*$/, '').trim(), ...(line.match(/(?<= )(yes|-)(?= |$)/g) ?? [])])

describe('who keeps numbers and evidence', () => {
  it.each(rights)('a %s', (office, ...cells) => {
    const who = aPerson(office)
    const practice = {
      owner: { kind: 'body', bodyId: 'ws-1' },
      reviewOn: '2027-01-31',
      audience: 'member',
    } as GoodPractice
    const publishes = () => {
      try {
        return publishPractice(who, practice).audience === 'public'
      } catch {
        return false
      }
    }
    const found = [
      whyNotKeepNumbers(who, space('ws-1')) === null,
      whyNotKeepNumbers(who, board) === null,
      whyNotWriteEvidence(who, space('ws-1')) === null,
      whyNotWriteEvidence(who, space('mag')) === null,
      whyNotAskAuthorities(who, space('ws-1')) === null,
      publishes(),
    ]
    expect(found.map((yes) => (yes ? 'yes' : '-'))).toEqual(cells.map((cell) => cell.trim()))
  })
})

describe('a period', () => {
  it.each([
    ['2016', '2016-12-31'],
    ['2019-20', '2020-03-31'],
    ['2020-21 to Q3', '2020-12-31'],
    ['2020-21 to Q4', '2021-03-31'],
    ['2021-03', '2021-03-31'],
    ['2016 to 2020', '2020-12-31'],
    ['2019-20 to 2021-22', '2022-03-31'],
    ['2024-02', '2024-02-29'],
    ['since March 2019', null],
    ['2019-13', null],
  ])('%s ends on %s', (period, day) => expect(periodEnd(period)).toBe(day))

  it('makes data old only past the set age, and unknown where it cannot be told', () => {
    expect(isStale('2026-11-20', 1, noon)).toBe(false)
    expect(isStale('2026-11-19', 1, noon)).toBe(true)
    expect(isStale(null, 1, noon)).toBeNull()
  })

  it('of a month after the last of January ends with February', () => {
    expect(monthsLater('2027-01-31', 1)).toBe('2027-02-28')
    expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28')
  })
})

describe('a figure', () => {
  const figure = { value: 10, groups: [], sourceLine: 'Census', period: '2026' }

  it('says where it was taken from, and its parts add up', () => {
    expect(whyNotFigure(figure)).toBeNull()
    expect(whyNotFigure({ ...figure, sourceLine: '' })).toBe('source-needed')
    expect(whyNotFigure({ ...figure, period: '' })).toBe('text-needed')
    expect(whyNotFigure({ ...figure, value: Number.NaN })).toBe('not-a-number')
    const part = (value: number) => ({ group: 'placed-elsewhere' as const, value })
    expect(whyNotFigure({ ...figure, groups: [part(10)] })).toBeNull()
    expect(whyNotFigure({ ...figure, groups: [part(9)] })).toBe('parts-differ-from-total')
    expect(whyNotFigure({ ...figure, groups: [part(5), part(5)] })).toBe('malformed')
    expect(whyNotFigure({ ...figure, groups: [{ ...part(-1) }] })).toBe('not-a-number')
  })

  it('counts people where its unit does', () => {
    for (const unit of ['children', 'care leavers', 'young people']) expect(countsPeople({ unit })).toBe(true)
    for (const unit of ['percent', 'regions', 'local authorities']) expect(countsPeople({ unit })).toBe(false)
  })

  it('carries the caveats its own words imply', () => {
    expect(caveatsOf({ kind: 'measured', date: '2020-21 to Q3', approximate: true })).toEqual([
      'year-to-date',
      'approximate',
    ])
    expect(caveatsOf({ kind: 'expectation', date: '2019-20 to 2021-22', approximate: false })).toEqual(['expected'])
    expect(caveatsOf({ kind: 'measured', date: 'first six months of 2020-21', approximate: false })).toEqual([
      'part-year',
    ])
  })
})

describe('plans of a year', () => {
  const plan = (place: number, change: number | null, given: Partial<ReductionPlan> = {}): ReductionPlan => ({
    id: `plan-${place}`,
    year: '2026-27',
    place,
    submitted: true,
    authority: null,
    changes: [{ measureId: 'lac', change }],
    audience: 'member',
    ...given,
  })

  it('are added up for everybody only where there are enough of them', () => {
    const three = [plan(1, -3), plan(2, -4), plan(3, null), plan(4, -100, { submitted: false })]
    expect(planTotals(three, ['lac'], false)).toEqual([{ measureId: 'lac', change: null, plansWithFigure: 2 }])
    expect(planTotals(three, ['lac'], true)).toEqual([{ measureId: 'lac', change: -7, plansWithFigure: 2 }])
    expect(planTotals([...three, plan(5, 1)], ['lac'], false)[0]?.change).toBe(-6)
  })

  it('name an authority once, and only where it has submitted', () => {
    const named = { submitted: true, authority: 'A', changes: [] }
    expect(setPlan(plan(1, 0), named, []).authority).toBe('A')
    expect(() => setPlan(plan(1, 0), named, [plan(2, 0, { authority: 'A' })])).toThrow('already-so')
    expect(() => setPlan(plan(1, 0), { ...named, submitted: false }, [])).toThrow('not-submitted')
    expect(
      setPlan(plan(1, 0, { authority: 'A' }), { submitted: false, authority: null, changes: [] }, []).authority,
    ).toBeNull()
  })
})

describe('returns of authorities', () => {
  const receipt = { receivedAt: noon, personId: 'them' }
  const request = (every: DataRequest['every'] = 'month'): DataRequest => ({
    id: 'r',
    title: 'Returns',
    workstreamId: null,
    measureId: null,
    authorities: ['A', 'B, C and D', 'E'],
    every,
    rounds: [{ dueOn: '2026-01-31', returns: [], refused: [] }],
    audience: 'member',
  })
  const round = (given: DataRequest) => given.rounds[0] ?? { dueOn: '', returns: [], refused: [] }

  it('are taken line by line; what cannot be taken is kept with the reason', () => {
    const csv = '"Authority",value\r\na;3,5;late\r\n"B, C and D",7\r\nB,8\r\nE,\r\nA,4\r\nE,x\r\n'
    const once = importReturns(request(), '2026-01-31', csv, receipt)
    expect(round(once).returns.map(({ authority, value, note }) => [authority, value, note])).toEqual([
      ['A', 3, '5, late'],
      ['B, C and D', 7, null],
    ])
    expect(round(once).refused.map(({ line, why }) => [line, why])).toEqual([
      [4, 'unknown-authority'],
      [5, 'too-few-cells'],
      [6, 'twice'],
      [7, 'not-a-number'],
    ])
    expect(missingFrom(once, round(once))).toEqual(['E'])
    const twice = importReturns(once, '2026-01-31', 'A,9\nE,1', receipt)
    expect(round(twice).returns.map(({ authority }) => authority)).toEqual(['A', 'B, C and D', 'E'])
    expect(round(twice).refused).toEqual([{ line: 1, text: 'A,9', why: 'received-already' }])
    expect(() => importReturns(request(), '2026-02-28', 'A,1', receipt)).toThrow('not-found')
  })

  it('are asked again at the rhythm of the request', () => {
    const due = (every: DataRequest['every']) => nextRound(request(every)).rounds.at(-1)?.dueOn
    expect([due('week'), due('month'), due('quarter'), due('year')]).toEqual([
      '2026-02-07',
      '2026-02-28',
      '2026-04-30',
      '2027-01-31',
    ])
    expect(() => nextRound(request('once'))).toThrow('no-next-round')
  })
})

describe('money', () => {
  const line = (
    id: string,
    basis: string,
    amountGBP: number | null,
    given: Partial<FundingLine> = {},
  ): FundingLine => ({
    id,
    basis,
    amountGBP,
    parentId: null,
    approximate: false,
    ambiguity: null,
    ...given,
  })

  it.each([
    ['annual', 'annual'],
    ['recurrent', 'annual'],
    ['one-off', 'one-off'],
    ['one-off revenue', 'one-off'],
    ['rate per looked after child', 'rate'],
    ['not-stated', 'unknown'],
    ['commitment', 'unknown'],
    ['bid-based', 'unknown'],
  ])('printed as %s is %s', (basis, kind) => expect(basisOf({ basis })).toBe(kind))

  it('is added within a basis only; no figure is no zero, and a part is in its whole', () => {
    const lines = [
      line('a', 'annual', 5),
      line('b', 'annual', null),
      line('c', 'one-off', 8, { approximate: true }),
      line('d', 'one-off', 3, { parentId: 'c' }),
      line('e', 'one-off', null, { parentId: 'c' }),
    ]
    const [annual, once, rate] = fundingTotals(lines)
    expect(annual).toMatchObject({ sumGBP: 5, lines: 2, withoutFigure: 1 })
    expect(once).toMatchObject({ sumGBP: 8, lines: 1, approximate: 1 })
    expect(rate).toMatchObject({ sumGBP: null, lines: 0 })
    expect(lines[2] && itemised(lines[2], lines)).toEqual({ lines: 1, sumGBP: 3, restGBP: 5 })
    expect(lines[0] && itemised(lines[0], lines)).toBeNull()
  })

  it('that is tied to something is flagged from the review date on', () => {
    const condition: FundingCondition = {
      id: 'c',
      fundingId: 'a',
      text: 'Keep the service',
      reviewOn: '2026-11-21',
      evidence: null,
      met: null,
      source: null,
      audience: 'public',
    }
    expect(conditionState(condition, '2026-11-20')).toBe('waiting')
    expect(conditionState(condition, '2026-11-21')).toBe('unmet')
    expect(conditionState({ ...condition, reviewOn: null }, '2199-01-01')).toBe('waiting')
    expect(conditionState({ ...condition, met: { at: noon, personId: 'them' } }, '2199-01-01')).toBe('met')
  })
})

describe('documents and findings', () => {
  it('stand where the documents say', () => {
    expect(stageOf('in development')).toBe('in-development')
    expect(stageOf('something else')).toBe('not-stated')
    expect(['published', 'in-force', 'amended'].map((stage) => isOut(stageOf(stage)))).toEqual([true, true, true])
    expect(isOut('under-review')).toBe(false)
  })

  it('are in use once every action for it is finished', () => {
    expect(implementationOf([])).toBe('none')
    expect(implementationOf(['closed', 'in-progress'])).toBe('open')
    expect(implementationOf(['closed', 'dropped'])).toBe('done')
  })

  it('are cited once', () => {
    const finding = { actionIds: ['a'], decisionIds: [] as string[] } as Finding
    expect(cite(finding, { actionIds: ['a', 'b'], decisionIds: ['d'] })).toMatchObject({
      actionIds: ['a', 'b'],
      decisionIds: ['d'],
    })
    expect(() => cite(finding, { actionIds: ['a'], decisionIds: [] })).toThrow('already-so')
  })
})

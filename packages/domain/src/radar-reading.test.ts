import { describe, expect, it } from 'vitest'
import type { Owner } from './owner.js'
import { type RadarLink, radar } from './radar.js'
import { longestChains } from './radar-chains.js'
import { crossingLinks, lanes, linkRisk } from './radar-lanes.js'
import { holdersWithoutDay, lateHolders, type RadarThing, slips, waitingInAll } from './radar-reading.js'
import { type MeetingAhead, talks } from './radar-talks.js'

const today = '2026-11-21'
const thing = (id: string, given: Partial<RadarThing> = {}): RadarThing => ({
  ...{ id, due: null, done: false, bodyId: 'ws-1', line: 'ws-1', owner: null, hidden: false },
  ...given,
})
const link = (dependentId: string, dependsOnId: string, kind: RadarLink['kind'] = 'finish-to-start'): RadarLink => ({
  id: `${dependentId}>${dependsOnId}`,
  ...{ dependentId, dependsOnId, kind },
})
const ws2 = { bodyId: 'ws-2', line: 'ws-2' }
const chair = (bodyId: string): Owner => ({ kind: 'office', bodyId, office: 'chair' })

function read(given: RadarThing[], links: RadarLink[]) {
  const things = new Map(given.map((one) => [one.id, one]))
  return { things, links, found: radar(given, links, today) }
}

describe('what the radar says', () => {
  it('names what is late and holds others up, the longest late first, and how many wait in all', () => {
    const { found } = read(
      [
        thing('a', { due: '2026-11-01' }),
        thing('b', { due: '2026-10-01' }),
        thing('alone', { due: '2020-01-01' }),
        ...['c', 'd', 'e'].map((id) => thing(id)),
      ],
      [link('c', 'a'), link('d', 'b'), link('e', 'c'), link('e', 'd'), link('alone', 'd', 'informs')],
    )
    expect(lateHolders(found)).toEqual([
      { id: 'b', waiting: ['d'] },
      { id: 'a', waiting: ['c'] },
    ])
    expect(waitingInAll(found)('a')).toBe(2)
    expect(waitingInAll(found)('e')).toBe(0)
  })

  it('counts each that waits once, and never the thing itself, also where older records run in a loop', () => {
    const { found } = read([thing('a'), thing('b'), thing('c')], [link('a', 'b'), link('b', 'a'), link('c', 'a')])
    expect(waitingInAll(found)('a')).toBe(2)
  })

  it('tells slips by days, then what has no day of its own to slip past', () => {
    const { found, things } = read(
      [
        thing('late', { due: '2026-11-01' }),
        thing('next', { due: '2027-01-10' }),
        thing('small', { due: '2026-11-20' }),
        thing('large', { due: '2027-01-01' }),
        thing('undated'),
        thing('secret', { hidden: true }),
        thing('in time', { due: '2027-03-01' }),
      ],
      [
        ...['small', 'undated', 'secret', 'in time'].map((id) => link(id, 'late')),
        link('large', 'next'),
        link('in time', 'next'),
      ],
    )
    expect(slips(found, things)).toEqual([
      { id: 'large', days: 9, becauseOf: 'next' },
      { id: 'small', days: 1, becauseOf: 'late' },
      { id: 'undated', days: null, becauseOf: 'late' },
    ])
  })

  it('lists what is waited for without a known day, what most wait for first', () => {
    const { found, things } = read(
      [thing('a'), thing('b'), thing('dated', { due: '2027-01-01' }), thing('done', { done: true }), thing('c')],
      [link('c', 'a'), link('c', 'b'), link('a', 'b'), link('c', 'dated'), link('c', 'done')],
    )
    expect(holdersWithoutDay(found, things).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('gives every chain that is as long as the longest, and calls no pair a chain', () => {
    const pair = read([thing('a'), thing('b')], [link('b', 'a')])
    expect(longestChains(pair.found)).toEqual([])
    const two = read(
      ['a', 'b', 'c', 'd'].map((id) => thing(id)),
      [link('b', 'a'), link('c', 'b'), link('d', 'b')],
    )
    expect(longestChains(two.found)).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'd'],
    ])
  })
})

describe('the risk of a link', () => {
  const late = thing('late', { due: '2026-11-01' })
  const soon = thing('soon', { due: '2027-01-01' })
  const [early, far] = [thing('early', { due: '2026-12-01' }), thing('far', { due: '2027-06-01' })]
  const risk = (waits: RadarThing, other: RadarThing, kind?: RadarLink['kind']) => {
    const { links, found, things } = read([waits, other], [link(waits.id, other.id, kind)])
    return links.map((one) => linkRisk(one, found, things))[0]
  }

  it.each([
    ['blocked-and-late', far, late, undefined],
    ['blocked-and-late', thing('undated'), late, undefined],
    ['will-be-late', early, soon, undefined],
    ['healthy', far, soon, undefined],
    ['healthy', thing('undated'), soon, undefined],
    ['no-day', early, thing('undated'), undefined],
    ['no-day', early, thing('secret', { hidden: true }), undefined],
    ['informed-late', far, late, 'informs'],
    ['healthy', early, soon, 'informs'],
    ['healthy', thing('done', { done: true }), late, undefined],
    ['healthy', early, thing('done', { done: true, due: '2020-01-01' }), undefined],
  ] as const)('is %s', (expected, waits, other, kind) => {
    expect(risk(waits, other, kind)).toBe(expected)
  })

  it('passes on what comes from further back, also through what has no day', () => {
    const { found, things } = read([soon, thing('between'), early], [link('between', 'soon'), link('early', 'between')])
    expect(linkRisk(link('early', 'between'), found, things)).toBe('will-be-late')
  })
})

describe('lanes', () => {
  it('count what is open, late and held up, and hold what crosses them, the worst first', () => {
    const { found, things, links } = read(
      [
        thing('a', { due: '2026-11-01' }),
        thing('b', { due: '2027-01-01' }),
        thing('c', { ...ws2, due: '2027-02-01' }),
        thing('d', ws2),
        thing('group', { bodyId: 'tf-of-1', line: 'ws-1' }),
        thing('nowhere', { bodyId: null, line: null }),
      ],
      [link('c', 'b'), link('d', 'a'), link('group', 'a'), link('nowhere', 'a'), link('b', 'd', 'informs')],
    )
    expect(lanes(found, things)).toEqual([
      { bodyId: 'ws-1', open: 3, late: 1, heldUp: 1 },
      { bodyId: 'ws-2', open: 2, late: 0, heldUp: 2 },
    ])
    expect(crossingLinks(links, found, things)).toEqual([
      { linkId: 'd>a', risk: 'blocked-and-late' },
      { linkId: 'b>d', risk: 'healthy' },
      { linkId: 'c>b', risk: 'healthy' },
    ])
  })
})

describe('who must talk to whom', () => {
  const meeting = (id: string, bodyId: string, day: string): MeetingAhead => ({
    ...{ id, bodyId },
    startsAt: new Date(`${day}T10:00:00Z`),
  })
  const late = { due: '2026-11-01' }
  const partner: Owner = { kind: 'body', bodyId: 'partner' }

  it('is those who answer for the two ends, before the next meeting of either body', () => {
    const { found, things } = read(
      [thing('a', { ...late, owner: partner }), thing('b', ws2), thing('c', ws2)],
      [link('b', 'a'), link('c', 'a')],
    )
    const meetings = [meeting('later', 'ws-1', '2027-01-05'), meeting('soon', 'ws-2', '2026-12-01')]
    expect(talks(found, things, [...meetings, meeting('other', 'mag', '2026-11-25')])).toEqual([
      {
        waiting: { kind: 'body', bodyId: 'ws-2' },
        late: partner,
        meeting: meetings[1],
        linkIds: ['b>a', 'c>a'],
      },
    ])
  })

  it('is nobody where one answers for both, nothing is late, or nobody is known', () => {
    const mine = { owner: chair('ws-1') }
    const { found, things } = read(
      [
        thing('a', { ...late, ...mine }),
        thing('b', mine),
        thing('in time', { ...ws2, due: '2027-01-01' }),
        thing('nobody', { bodyId: null, line: null }),
      ],
      [link('b', 'a'), link('b', 'in time'), link('nobody', 'a')],
    )
    expect(talks(found, things, [])).toEqual([])
  })

  it('comes in the order of the meetings; without one, last', () => {
    const { found, things } = read(
      [
        thing('a', { ...late, bodyId: 'partner', owner: partner }),
        thing('b', { owner: chair('ws-1') }),
        thing('c', { ...ws2, owner: chair('ws-2') }),
        thing('d', { bodyId: 'mag', line: 'mag' }),
      ],
      [link('d', 'a'), link('c', 'a'), link('b', 'a')],
    )
    const meetings = [meeting('one', 'ws-1', '2026-12-01'), meeting('two', 'ws-2', '2026-12-02')]
    expect(talks(found, things, meetings).map((one) => one.meeting?.id)).toEqual(['one', 'two', undefined])
  })

  it('names of what is not for whoever asks only its body', () => {
    const { found, things } = read([thing('a', late), thing('b', { ...ws2, hidden: true })], [link('b', 'a')])
    expect(talks(found, things, [])[0]?.waiting).toEqual({ kind: 'body', bodyId: 'ws-2' })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockingKinds, dependencyKinds } from './dependency.js'
import { aRandomProgramme } from './radar.fixture.js'
import { daysFrom, holdsLonger, type Radar, type RadarItem, type RadarLink, type RadarPoint, radar } from './radar.js'
import { longestChains } from './radar-chains.js'

const today = '2026-11-21'
const item = (id: string, due: string | null = null, done = false): RadarItem => ({ id, due, done })
const link = (dependentId: string, dependsOnId: string, kind: RadarLink['kind'] = 'finish-to-start'): RadarLink => ({
  id: `${dependentId} waits for ${dependsOnId}`,
  ...{ dependentId, dependsOnId, kind },
})
const point = (of: Radar, id: string): RadarPoint | undefined => of.points.get(id)

describe('what slips because of what', () => {
  it('is told in days past one’s own last day, however many stand between', () => {
    const chain = radar(
      [item('a', '2026-12-31'), item('b', null), item('c', '2026-12-01')],
      [link('b', 'a'), link('c', 'b')],
      today,
    )
    expect(point(chain, 'c')).toEqual({
      id: 'c',
      lateDays: 0,
      notBefore: '2026-12-31',
      slipDays: 30,
      becauseOf: 'a',
      depth: 2,
    })
    expect(longestChains(chain)).toEqual([['a', 'b', 'c']])
  })

  it('takes what is late to be finished today at the earliest', () => {
    const late = radar([item('a', '2026-11-01'), item('b', '2026-11-11')], [link('b', 'a')], today)
    expect(point(late, 'a')).toMatchObject({ lateDays: 20, slipDays: 0, becauseOf: null, notBefore: today })
    expect(point(late, 'b')).toMatchObject({ lateDays: 10, slipDays: 10, becauseOf: 'a', notBefore: today })
  })

  it('guesses no day: neither for what has none, nor for what waits for it', () => {
    const unknown = radar([item('a'), item('b', '2026-12-01'), item('c')], [link('b', 'a'), link('c', 'b')], today)
    expect(point(unknown, 'a')).toMatchObject({ notBefore: null, lateDays: 0, slipDays: 0 })
    expect(point(unknown, 'b')).toMatchObject({ notBefore: '2026-12-01', slipDays: 0, becauseOf: null })
    expect(point(unknown, 'c')).toMatchObject({ notBefore: '2026-12-01', slipDays: 0, becauseOf: null })
  })

  it('ends with either end, and does not come from what only informs', () => {
    const items = [item('a', '2027-01-01'), item('b', '2026-12-01')]
    expect(point(radar(items, [link('b', 'a', 'informs')], today), 'b')?.slipDays).toBe(0)
    expect(
      point(radar([item('a', '2027-01-01', true), item('b', '2026-12-01')], [link('b', 'a')], today), 'b'),
    ).toEqual({ id: 'b', lateDays: 0, notBefore: '2026-12-01', slipDays: 0, becauseOf: null, depth: 0 })
  })

  it('names of several the one that ends last, and of these the longest late', () => {
    const items = [item('a', '2026-11-20'), item('b', '2026-10-01'), item('c', '2026-11-01')]
    expect(point(radar(items, [link('c', 'a'), link('c', 'b')], today), 'c')?.becauseOf).toBe('b')
    const later = [...items, item('d', '2026-11-22')]
    expect(point(radar(later, [link('c', 'a'), link('c', 'b'), link('c', 'd')], today), 'c')?.becauseOf).toBe('d')
  })

  it('comes to an end in a loop that older records may hold', () => {
    const round = radar([item('a', '2027-01-01'), item('b', '2026-12-01')], [link('a', 'b'), link('b', 'a')], today)
    expect(point(round, 'b')).toMatchObject({ slipDays: 31, becauseOf: 'a', depth: null })
    expect(longestChains(round)).toEqual([])
  })
})

/** The same, tried out: from each thing along every link, again and again. Slow, and plainly right. */
function tried(items: readonly RadarItem[], links: readonly RadarLink[]): Map<string, Omit<RadarPoint, 'id'>> {
  const open = items.filter(({ done }) => !done)
  const byId = new Map(open.map((one) => [one.id, one]))
  const before = new Map<string, string[]>()
  for (const { kind, dependentId, dependsOnId } of links)
    if (blockingKinds.includes(kind) && byId.has(dependentId) && byId.has(dependsOnId))
      before.set(dependentId, [...(before.get(dependentId) ?? []), dependsOnId])
  const end = ({ due }: RadarItem) => (due && due < today ? today : due)
  const points = new Map<string, Omit<RadarPoint, 'id'>>()
  for (const one of open) {
    const upstream = new Set<string>()
    let edge = before.get(one.id) ?? []
    while (edge.length > 0) {
      const fresh = [...new Set(edge)].filter((id) => !upstream.has(id))
      for (const id of fresh) upstream.add(id)
      edge = fresh.flatMap((id) => before.get(id) ?? [])
    }
    const dated = [...upstream].flatMap((id) => byId.get(id) ?? []).filter(({ due }) => due !== null)
    const [holder] = dated.sort(holdsLonger(today))
    const held = holder ? end(holder) : null
    const slips = one.due !== null && held !== null && held > one.due
    const ends = [end(one), held].filter((day) => day !== null).sort()
    points.set(one.id, {
      lateDays: one.due && one.due < today ? daysFrom(one.due, today) : 0,
      notBefore: ends.at(-1) ?? null,
      slipDays: slips && one.due && held ? daysFrom(one.due, held) : 0,
      becauseOf: slips ? (holder?.id ?? null) : null,
      depth: upstream.has(one.id) ? null : deepest(one.id, before, new Set(), new Map()),
    })
  }
  return points
}

/** The longest row before a thing, or null where a loop is among them. */
function deepest(
  id: string,
  before: ReadonlyMap<string, readonly string[]>,
  under: ReadonlySet<string>,
  known: Map<string, number | null>,
): number | null {
  if (under.has(id)) return null
  const found = known.get(id)
  if (found !== undefined) return found
  const each = (before.get(id) ?? []).map((one) => deepest(one, before, new Set([...under, id]), known))
  const depth = each.some((one) => one === null) ? null : Math.max(0, ...each.map((one) => (one ?? 0) + 1))
  known.set(id, depth)
  return depth
}

describe('the radar of a whole programme', () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

  it.each([0, 1])(`over 5,000 random links is what trying out every way finds (seed ${seed} + %i)`, (plus) => {
    const { items, links } = aRandomProgramme(seed + plus, 2_000, 5_000, today)
    const found = radar(items, links, today)
    const expected = tried(items, links)
    expect(found.points.size).toBe(expected.size)
    for (const [id, one] of expected) expect(found.points.get(id), `seed ${seed + plus}, ${id}`).toEqual({ id, ...one })
    const deep = Math.max(...[...expected.values()].map(({ depth }) => depth ?? 0))
    expect(longestChains(found)[0]?.length).toBe(deep + 1)
  })

  it('is what trying out every way finds where links run in loops, too', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const days = ['2026-10-01', '2026-11-20', '2026-11-21', '2026-11-30', '2027-03-01']
    const someItems = fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(id), done: fc.boolean(), due: fc.option(fc.constantFrom(...days)) }),
      ),
    )
    const anId = fc.constantFrom(...ids)
    const someLinks = fc.array(
      fc.record({ dependentId: anId, dependsOnId: anId, kind: fc.constantFrom(...dependencyKinds) }),
      { maxLength: 16 },
    )
    fc.assert(
      fc.property(someItems, someLinks, (items, given) => {
        const links = given.map((one, i) => ({ ...one, id: String(i) }))
        const found = radar(items, links, today)
        for (const [id, one] of tried(items, links)) {
          const { depth: _, ...rest } = one
          expect(found.points.get(id)).toMatchObject({ id, ...rest })
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('is worked out within 200 ms at 2,000 actions and 5,000 links', () => {
    const { items, links } = aRandomProgramme(7, 2_000, 5_000, today)
    const runs = Array.from({ length: 15 }, () => {
      const from = performance.now()
      radar(items, links, today)
      return performance.now() - from
    }).sort((a, b) => a - b)
    const [best = 0, middle = 0, worst = 0] = [runs[0], runs[7], runs[14]]
    const said = [best, middle, worst].map((ms) => ms.toFixed(1)).join(' / ')
    console.log(`radar, 2,000 actions and 5,000 links, best / median / worst of 15: ${said} ms`)
    expect(middle).toBeLessThan(200 * Number(process.env.CAMAU_PACE ?? 5))
  })
})

import { describe, expect, it } from 'vitest'
import { type Due, dueOn } from './due.js'
import { slippageOf, sumSlippage } from './slippage.js'
import { workingDaysBetween } from './working-days.js'

const autumn: Due = { label: 'Autumn', earliest: null, latest: null }
const november: Due = { label: 'October/November 2021', earliest: '2021-10', latest: '2021-11' }
const dated = (...dues: (Due | null)[]) => ({
  due: dues.at(-1) ?? null,
  earlierDues: dues.slice(0, -1).map((due) => ({ due, until: new Date(0), personId: 'x', reason: null })),
})

describe('slippage', () => {
  it.each([
    // dates one after the other, moves, days
    [[null], 0, 0],
    [[dueOn('2027-01-31')], 0, 0],
    [[null, dueOn('2027-01-31')], 0, 0],
    [[null, dueOn('2027-03-31'), dueOn('2027-04-30'), dueOn('2027-05-11')], 2, 41],
    [[dueOn('2027-03-31'), dueOn('2027-03-01')], 1, -30],
    [[november, dueOn('2021-12-10')], 1, 10], // from the last day that November can mean
    [[november, autumn], 1, null],
    [[autumn, november], 1, null],
    [[november, null], 1, null],
    [[november, null, dueOn('2021-12-01')], 2, 1],
  ])('%j: %s moves, %s days', (dues, moves, days) => {
    expect(slippageOf(dated(...dues))).toEqual({ moves, days })
  })

  it('adds up what can be counted, and says how many cannot', () => {
    const all = [
      dated(dueOn('2027-03-31'), dueOn('2027-04-30')),
      dated(dueOn('2027-03-31'), dueOn('2027-04-30'), dueOn('2027-05-11')),
      dated(november, autumn),
      dated(null, dueOn('2027-01-31')),
    ]
    expect(sumSlippage(all)).toEqual({ actions: 3, moves: 4, days: 71, uncounted: 1 })
  })
})

describe('working days', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 0], // Friday
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-20', '2026-11-27', 5],
    ['2026-11-20', '2026-12-25', 25],
    ['2026-11-21', '2026-11-23', 1],
    ['2026-11-27', '2026-11-20', 0],
  ])('from %s to %s: %s', (from, to, days) => {
    expect(workingDaysBetween(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))).toBe(days)
  })
})

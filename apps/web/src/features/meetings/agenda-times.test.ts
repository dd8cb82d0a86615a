import { describe, expect, it } from 'vitest'
import { moveItem, placeItem, planAgenda } from './agenda-times'
import { bySection } from './by-section'

const items = [
  { id: 'a', title: 'Welcome', minutes: 10 },
  { id: 'b', title: 'Minutes of the last meeting', minutes: 10 },
  { id: 'c', title: 'Fostering', minutes: 30 },
]
const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const planned = { startsAt: at('10:00'), startedAt: null, running: false }
const running = { startsAt: at('10:00'), startedAt: at('10:01'), running: true }

describe('the times of an agenda', () => {
  it('run on from the planned start', () => {
    const plan = planAgenda(items, planned, at('09:00'))
    expect(plan.lines.map((line) => line.from)).toEqual([at('10:00'), at('10:10'), at('10:20')])
    expect(plan).toMatchObject({ minutes: 50, endsAt: at('10:50'), over: 0 })
    expect(plan.lines.every((line) => line.state === 'ahead')).toBe(true)
  })

  it('mark the item that is on, with what is used and left', () => {
    const { lines } = planAgenda(items, running, at('10:32'))
    expect(lines.map((line) => line.state)).toEqual(['past', 'past', 'now'])
    expect(lines[2]).toMatchObject({ used: 12, left: 18 })
  })

  it('count the minutes over when the agenda is used up and the meeting still runs', () => {
    const plan = planAgenda(items, running, at('11:05'))
    expect(plan.over).toBe(15)
    expect(plan.lines.every((line) => line.state === 'past')).toBe(true)
    expect(planAgenda([], running, at('11:05')).over).toBe(0) // without an item there is nothing to be beyond
  })

  it('follow the real start when the meeting began hours away from the plan', () => {
    const late = { startsAt: at('10:00'), startedAt: new Date('2026-11-24T14:07:42Z'), running: true }
    const { lines } = planAgenda(items, late, at('14:20'))
    expect(lines[0]?.from).toEqual(at('14:07'))
    expect(lines[1]?.state).toBe('now')
  })

  it('show every item behind us once the meeting has ended', () => {
    const { lines, over } = planAgenda(items, { ...running, running: false }, at('18:00'))
    expect(lines.every((line) => line.state === 'past')).toBe(true)
    expect(over).toBe(0)
  })

  it('follow the item that was said to be on, also beyond its time', () => {
    const led = { ...running, on: { itemId: 'b', since: at('10:40') } }
    const { lines } = planAgenda(items, led, at('10:52'))
    expect(lines.map(({ state }) => state)).toEqual(['past', 'now', 'ahead'])
    expect(lines[1]).toMatchObject({ used: 12, left: -2 })
    // Nobody has said so after the meeting, and an item that is gone is not on.
    expect(planAgenda(items, { ...led, running: false }, at('10:52')).lines[1]?.state).toBe('past')
    const gone = planAgenda(items, { ...led, on: { itemId: 'z', since: at('10:40') } }, at('10:12'))
    expect(gone.lines[1]?.state).toBe('now')
  })

  it('say by how much the agenda is longer than the meeting', () => {
    const long = (endsAt: string) => planAgenda(items, { ...planned, endsAt: at(endsAt) }, at('09:00')).overrun
    expect([long('10:30'), long('10:50'), long('12:00')]).toEqual([20, 0, 0])
    expect(planAgenda(items, planned, at('09:00')).overrun).toBe(0)
  })

  it('hold for an empty agenda', () => {
    expect(planAgenda([], planned, at('10:00'))).toMatchObject({ lines: [], minutes: 0, endsAt: at('10:00') })
  })
})

describe('moving an agenda item', () => {
  const order = (by: -1 | 1, id: string) => moveItem(items, id, by).map((item) => item.id)
  it('takes it one place up or down', () => {
    expect(order(1, 'a')).toEqual(['b', 'a', 'c'])
    expect(order(-1, 'c')).toEqual(['a', 'c', 'b'])
  })
  it('stops at either end and ignores what is not there', () => {
    expect(order(-1, 'a')).toEqual(['a', 'b', 'c'])
    expect(order(1, 'c')).toEqual(['a', 'b', 'c'])
    expect(order(1, 'gone')).toEqual(['a', 'b', 'c'])
  })
})

describe('dragging an agenda item', () => {
  const order = (id: string, to: string) => placeItem(items, id, to).map((item) => item.id)
  it('puts it where the other one is', () => {
    expect(order('a', 'c')).toEqual(['b', 'c', 'a'])
    expect(order('c', 'a')).toEqual(['c', 'a', 'b'])
    expect(order('a', 'gone')).toEqual(['a', 'b', 'c'])
  })
})

describe('the headings of an agenda', () => {
  it('stand once over the items that follow each other under them', () => {
    const named = ['x', 'x', null, 'x'].map((section, n) => ({ n, section }))
    expect(bySection(named).map(({ section, lines }) => [section, lines.map(({ n }) => n)])).toEqual([
      ['x', [0, 1]],
      [null, [2]],
      ['x', [3]],
    ])
  })
})

import { byName } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { type Layout, layOut, type Sort, sortRows } from './log-items'
import { aRow, dueOnDay, ownedBy } from './log-rows.fixture'
import { holdRows, placingRows } from './steady-rows'

const layout = (changes: Partial<Layout> = {}): Layout => ({
  grouping: 'status',
  sort: { field: 'number', descending: false },
  language: 'en',
  compare: byName('en'),
  folded: new Set(),
  opened: new Set(),
  clashing: new Set(),
  ...changes,
})
const sorted = (rows: Parameters<typeof sortRows>[0], sort: Sort) =>
  sortRows(rows, layout({ sort })).map(({ number }) => number)

describe('the log laid out', () => {
  const rows = [
    aRow({ number: 3, status: 'DONE' }),
    aRow({ number: 2, status: 'IN_PROGRESS' }),
    aRow({ number: 1, status: 'IN_PROGRESS' }),
  ]

  it('has the groups in the order of the meeting, each with its count', () => {
    const groups = layOut(rows, layout()).filter((item) => item.kind === 'group')
    expect(groups.map(({ group, count }) => [group, count])).toEqual([
      ['in-progress', 2],
      ['done', 1],
    ])
  })

  it('counts no group by the rows that are here while others are still to come', () => {
    const items = layOut(rows, layout({ countOf: (group) => (group === 'done' ? 46 : null) }))
    const groups = items.flatMap((item) => (item.kind === 'group' ? [[item.group, item.count]] : []))
    expect(groups).toEqual([
      ['in-progress', null],
      ['done', 46],
    ])
  })

  it('folds a group away without losing its count', () => {
    const items = layOut(rows, layout({ folded: new Set(['in-progress']) }))
    expect(items.map(({ key }) => key)).toEqual(['group:in-progress', 'group:done', 'action-3'])
    expect(items[0]).toMatchObject({ count: 2, open: false })
  })

  it('puts what is inside an opened row under it, the clash first', () => {
    const items = layOut(
      rows,
      layout({ grouping: 'none', opened: new Set(['action-1']), clashing: new Set(['action-1']) }),
    )
    expect(items.map(({ key }) => key)).toEqual([
      'action-1',
      'clash:action-1',
      'inside:action-1',
      'action-2',
      'action-3',
    ])
  })

  it('numbers the rows of the grid through all groups', () => {
    const numbers = layOut(rows, layout()).flatMap((item) => (item.kind === 'row' ? [item.index] : []))
    expect(numbers).toEqual([0, 1, 2])
  })

  it('groups by body in the alphabet of the page', () => {
    const body = (id: string, cy: string) => ({ body: { ...aRow().body, id, name: { en: cy, cy } } })
    const two = [aRow({ number: 1, ...body('b', 'Chwaer') }), aRow({ number: 2, ...body('a', 'Cyngor') })]
    const items = layOut(two, layout({ grouping: 'body', language: 'cy', compare: byName('cy') }))
    expect(items.flatMap((item) => (item.kind === 'group' ? [item.group] : []))).toEqual(['a', 'b'])
  })
})

describe('sorting the log', () => {
  it('puts what is not stated last in either direction', () => {
    const rows = [
      aRow({ number: 1 }),
      aRow({ number: 2, ...dueOnDay('2027-01-01') }),
      aRow({ number: 3, ...dueOnDay('2026-01-01') }),
    ]
    expect(sorted(rows, { field: 'due', descending: false })).toEqual([3, 2, 1])
    expect(sorted(rows, { field: 'due', descending: true })).toEqual([2, 3, 1])
  })

  it('keeps the order of numbers among equals', () => {
    const rows = [3, 1, 2].map((number) => aRow({ number, ...ownedBy('x', 'Welsh Government') }))
    expect(sorted(rows, { field: 'owner', descending: true })).toEqual([1, 2, 3])
  })

  it('takes the later of a value set here and the word of the source', () => {
    const set = { field: 'due', version: 1, at: '2026-11-21T10:00:00Z', by: { id: 'p', name: 'P', initials: 'P' } }
    const rows = [aRow({ number: 1, asAt: '2021-03' }), aRow({ number: 2, versions: [set], asAt: '2020-01' })]
    expect(sorted(rows, { field: 'as-at', descending: true })).toEqual([2, 1])
  })
})

describe('a row under a hand', () => {
  const before = aRow({ number: 1, status: 'OPEN' })
  const after = { ...before, status: 'DONE' as const }

  it('keeps its place while held and moves once it is left', () => {
    const held = holdRows(new Map(), [before.id], [before])
    const still = holdRows(held, [before.id], [after])
    expect(placingRows([after], still)[0]?.status).toBe('OPEN')
    expect(placingRows([after], holdRows(still, [], [after]))[0]?.status).toBe('DONE')
  })

  it('does not hold a row that is gone', () => {
    const held = holdRows(new Map(), [before.id, 'gone'], [before])
    expect([...held.keys()]).toEqual([before.id])
  })
})

import { describe, expect, it } from 'vitest'
import type { LogRow } from './action-status'
import { aRow } from './log-rows.fixture'
import { type Measures, shapeOf } from './log-shape'
import { longLines } from './long-lines'

const measures = (changes: Partial<Measures> = {}): Measures => ({
  groups: [
    { status: 'proposed', count: 3 },
    { status: 'open', count: 4 },
    { status: 'done', count: 2 },
  ],
  folded: [],
  total: 9,
  extras: [],
  ...changes,
})

/** A log of nine whose rows at these places are here; numbers are places. */
function lines(here: readonly number[], changes: Partial<Measures> = {}) {
  const rows = new Map<number, LogRow>(here.map((place) => [place, aRow({ number: place })]))
  const log = {
    total: 9,
    groups: [],
    rowAt: (place: number) => rows.get(place),
    idAt: (place: number) => rows.get(place)?.id,
    placeOf: (id: string) => here.find((place) => `action-${place}` === id) ?? -1,
    places: here,
  }
  return longLines(log, shapeOf(measures(changes)))
}

const keys = (log: ReturnType<typeof lines>) => Array.from({ length: log.length }, (_, index) => log.at(index)?.key)

describe('the lines of a long log', () => {
  it('have a head for each group and room for each row that is not here', () => {
    const log = lines([0, 3])
    expect(keys(log)).toEqual([
      'group:proposed',
      'action-0',
      'at:1',
      'at:2',
      'group:open',
      'action-3',
      'at:4',
      'at:5',
      'at:6',
      'group:done',
      'at:7',
      'at:8',
    ])
    expect(log.lineCount).toBe(12)
  })

  it('pass over what is folded away, and count the rows that are shown', () => {
    const log = lines([0, 7], { folded: ['open'] })
    expect(keys(log)).toEqual([
      'group:proposed',
      'action-0',
      'at:1',
      'at:2',
      'group:open',
      'group:done',
      'action-7',
      'at:8',
    ])
    expect(log.at(4)).toMatchObject({ count: 4, open: false })
    expect(log.at(6)).toMatchObject({ index: 3 })
    expect(log.lineOf('at:4')).toBe(-1)
    expect(log.rowIds).toEqual(['action-0', 'action-7'])
  })

  it('stand in one run where they are not grouped', () => {
    expect(keys(lines([8], { groups: null })).slice(-2)).toEqual(['at:7', 'action-8'])
  })

  it('put the clash and the inside under their row, and count neither as a line', () => {
    const extras = [
      { kind: 'clash', id: 'action-3', place: 3 },
      { kind: 'inside', id: 'action-3', place: 3 },
      { kind: 'inside', id: 'action-0', place: 0 },
    ] as const
    const log = lines([0, 3], { extras })
    expect(keys(log).slice(0, 9)).toEqual([
      'group:proposed',
      'action-0',
      'inside:action-0',
      'at:1',
      'at:2',
      'group:open',
      'action-3',
      'clash:action-3',
      'inside:action-3',
    ])
    expect(log.lineCount).toBe(12)
    expect([log.lineOf('action-3'), log.indexOf('action-3')]).toEqual([5, 6])
    expect(log.here()).toEqual([0, 1, 2, 5, 6, 7, 8, 12])
    expect([0, 1, 2, 6, 7].map(log.kindAt)).toEqual(['group', 'row', 'inside', 'row', 'clash'])
  })

  it('find each of them again, by key and by name', () => {
    const log = lines([0, 3, 8], { folded: ['open'], extras: [{ kind: 'inside', id: 'action-0', place: 0 }] })
    for (let index = 0; index < log.length; index += 1) {
      const item = log.at(index)
      if (item && item.kind !== 'inside') expect(log.indexOf(item.key)).toBe(index)
    }
    const names = Array.from({ length: log.length }, (_, index) => log.sizeKeyAt(index))
    expect(new Set(names).size).toBe(log.length)
    expect(names.slice(0, 4)).toEqual(['proposed', 0, 'inside:action-0', 1])
  })

  it('say which rows stand between two of them', () => {
    const log = lines([])
    expect(log.placesBetween(2, 6)).toEqual({ first: 1, last: 4 })
    expect(log.placesBetween(0, 0)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { filterOf, mapAddress } from './map-filter'
import type { MapEdge, MapNode } from './map-graph'
import { heldBy, sumOf } from './map-graph'
import { stepFrom } from './map-steps'

const item = { id: '', type: 'Action', label: '', number: 1, status: null, done: false, late: false, lateSince: null }
const aNode = (id: string, x: number, y: number, lateDays: number | null = 0): MapNode => ({
  ...{ id, lateDays, depth: 0, width: 256, height: 112, at: { x, y }, owner: null, body: null },
  item: { ...item, restricted: false, body: null },
})
const aLink = (from: string, to: string, risk: MapEdge['risk'] = 'HOLDS'): MapEdge => ({
  ...{ id: `${from}>${to}`, from, to, risk, kind: 'FINISH_TO_START', text: '', route: [] },
})

// a ─→ c ─→ d, b ─→ c, and e far below d: c ─→ e
const nodes = [
  aNode('a', 0, 0, 5),
  aNode('b', 0, 200),
  aNode('c', 300, 100),
  aNode('d', 600, 100),
  aNode('e', 600, 900),
]
const edges = [aLink('a', 'c', 'LATE'), aLink('b', 'c'), aLink('c', 'd', 'NONE'), aLink('c', 'e')]
const step = (key: string, from: string) => stepFrom(key, from, nodes, edges)

describe('the arrow keys on the map', () => {
  it('walk along the lines, to the nearest end', () => {
    expect(step('ArrowRight', 'a')).toBe('c')
    expect(step('ArrowRight', 'c')).toBe('d')
    expect(step('ArrowLeft', 'd')).toBe('c')
    expect(step('ArrowLeft', 'c')).toBe('a')
    expect(step('ArrowRight', 'd')).toBeNull()
    expect(step('ArrowLeft', 'a')).toBeNull()
  })

  it('reach every item with up and down, and the ends with Home and End', () => {
    const seen = [step('Home', 'd')]
    for (let at = seen[0]; at; at = step('ArrowDown', at)) if (at !== seen[0]) seen.push(at)
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(step('ArrowUp', 'b')).toBe('a')
    expect(step('End', 'a')).toBe('e')
    expect(step('x', 'a')).toBeNull()
  })

  it('begin at the first where the item is gone', () => {
    expect(step('ArrowDown', 'gone')).toBe('a')
    expect(stepFrom('Home', '', [], [])).toBeNull()
  })
})

describe('what the map adds up', () => {
  it('counts what holds up, and not what informs', () => {
    expect(Object.fromEntries(heldBy(edges, 'to'))).toEqual({ c: 2, e: 1 })
    expect(sumOf({ nodes, edges })).toEqual({ things: 5, links: 4, late: 1, waiting: 2 })
  })
})

describe('the address of the map', () => {
  it('says what is not usual, and is read back the same', () => {
    expect(mapAddress({})).toBe('/dependencies/map')
    const filter = { bodyId: 'body-ws-1', unfinished: true, around: 'act-1', distance: 3, view: 'table' } as const
    const address = mapAddress(filter)
    expect(filterOf(new URLSearchParams(address.split('?')[1]))).toEqual(filter)
  })

  it('takes nothing it does not know', () => {
    expect(filterOf(new URLSearchParams('view=cube&distance=99&unfinished=1'))).toEqual({
      ...{ bodyId: null, unfinished: false, around: null, distance: 2, view: null },
    })
  })
})

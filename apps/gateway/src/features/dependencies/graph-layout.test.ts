import { afterAll, describe, expect, it } from 'vitest'
import { aLargeStructure } from './graph.fixture.js'
import { createLayouts, type Layout, type Structure } from './graph-layout.js'

const layouts = createLayouts({ patience: 20_000 })
afterAll(() => layouts.stop())

const pair: Structure = { nodes: 2, edges: [[0, 1]], width: 200, height: 80 }
const large = aLargeStructure(500, 900)

const overlap = ({ places }: Layout, { width, height }: Structure) =>
  places.flatMap((a, i) =>
    places
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < height)
      .map((b) => [a, b]),
  )

describe('a layout', () => {
  it('has no two things over one another, and every line leads from the one to the other', async () => {
    const laid = await layouts.layOut(large)
    expect(laid.places).toHaveLength(500)
    expect(overlap(laid, large)).toEqual([])
    expect(laid.routes).toHaveLength(large.edges.length)
    for (const [i, [from, to]] of large.edges.entries()) {
      const [first, last] = [laid.routes[i]?.[0], laid.routes[i]?.at(-1)]
      const [a, b] = [laid.places[from], laid.places[to]]
      expect(first?.x).toBeCloseTo((a?.x ?? 0) + large.width, -1)
      expect(last?.x).toBeCloseTo(b?.x ?? 0, -1)
      expect((first?.y ?? 0) - (a?.y ?? 0)).toBeGreaterThanOrEqual(0)
      expect((last?.y ?? 0) - (b?.y ?? 0)).toBeLessThanOrEqual(large.height)
    }
  })

  it('puts what comes first to the left, also where things wait for each other in a circle', async () => {
    const { places } = await layouts.layOut(pair)
    expect(places[0]?.x).toBeLessThan(places[1]?.x ?? 0)
    const circle = await layouts.layOut({
      ...pair,
      edges: [
        [0, 1],
        [1, 0],
      ],
    })
    expect(overlap(circle, pair)).toEqual([])
  })

  it('is worked out once for a shape, however many ask at the same time', async () => {
    const [one, other] = await Promise.all([layouts.layOut(pair), layouts.layOut({ ...pair })])
    expect(other).toBe(one)
  })

  it('of nothing is empty', async () => {
    expect(await layouts.layOut({ ...pair, nodes: 0, edges: [] })).toMatchObject({ places: [], routes: [] })
  })
})

describe('the thread of the layouts', () => {
  const refusal = { code: 'map-not-drawn' }

  it('is begun again after it died, and whoever waited is told', async () => {
    const impossible = { ...pair, edges: [[0, 9]] as const }
    await expect(layouts.layOut(impossible)).rejects.toMatchObject(refusal)
    expect((await layouts.layOut({ ...pair, height: 81 })).places).toHaveLength(2)
  })

  it('is ended when one layout takes too long', async () => {
    const hasty = createLayouts({ patience: 1 })
    await expect(hasty.layOut(large)).rejects.toMatchObject(refusal)
    await hasty.stop()
  })

  it('lets so many wait and no more', async () => {
    const busy = createLayouts({ patience: 20_000, waiting: 1 })
    const asked = [100, 101, 102].map((height) => busy.layOut({ ...pair, height }))
    await expect(asked[2]).rejects.toMatchObject(refusal)
    expect(await Promise.all(asked.slice(0, 2))).toHaveLength(2)
    await busy.stop()
  })

  it('tells who waits when it is stopped, and begins no more', async () => {
    const stopping = createLayouts()
    const asked = stopping.layOut(large)
    const told = expect(asked).rejects.toMatchObject(refusal)
    await stopping.stop()
    await told
    await expect(stopping.layOut(pair)).rejects.toMatchObject(refusal)
  })
})

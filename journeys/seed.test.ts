import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

// The counts stand in the README of the programme's dataset.
const counts = {
  bodies: 88,
  actions: 137,
  legacyItems: 7,
  furtherCommitments: 22,
  dependencies: 36,
  funding: 35,
  indicators: 61,
  correspondence: 10,
  publications: 73,
  timeline: 41,
  glossary: 56,
}
interface Sourced {
  id: string
  source: { file: string; locator: string } | null
}

let product: Product
let reader: Person
beforeAll(async () => {
  product = await startProduct()
  reader = await signIn(product, 'scrutiny-reader')
})
afterAll(() => product?.end())

async function records(field: string, more = ''): Promise<(Sourced & Record<string, unknown>)[]> {
  const { data, code } = await reader.ask<Record<string, (Sourced & Record<string, unknown>)[]>>(
    `{ ${field} { id source { file locator } ${more} } }`,
  )
  expect(code).toBeNull()
  return data?.[field.replace(/\(.*/, '')] ?? []
}

describe('the programme as it is served', () => {
  it('has as many records as the dataset', async () => {
    const { data } = await reader.ask<{ counts: Record<string, number> }>(
      `{ counts { ${Object.keys(counts).join(' ')} } }`,
    )
    expect(data?.counts).toEqual(counts)
  })

  it('has 137 actions, of which 26 say that no owner is stated, each with its source', async () => {
    const { data } = await reader.ask<{
      actions: { totalCount: number; edges: { node: Sourced & { owner: unknown } }[] }
      ownerless: { totalCount: number }
    }>(`{
      actions(first: 200) { totalCount edges { node { id owner { initials } source { file locator } } } }
      ownerless: actions(filter: { ownerStated: false }) { totalCount }
    }`)
    const nodes = data?.actions.edges.map(({ node }) => node) ?? []
    expect(data?.actions.totalCount).toBe(137)
    expect(data?.ownerless.totalCount).toBe(26)
    expect(nodes.filter(({ owner }) => owner === null)).toHaveLength(26)
    expect(nodes.filter(({ source }) => !source?.locator)).toEqual([])
  })

  it('has 7 legacy items with 56 commitments and 22 further ones, each with its source', async () => {
    const items = await records('legacyItems', 'commitments { id source { file locator } }')
    const within = items.flatMap((item) => item.commitments as Sourced[])
    const all = await records('commitments')
    expect([items.length, within.length, all.length]).toEqual([7, 56, 78])
    expect([...items, ...within, ...all].filter(({ source }) => !source?.locator)).toEqual([])
  })

  it.each([
    ['bodies', 88],
    ['dependencies', 36],
    ['funding', 35],
    ['indicators', 61],
    ['correspondence', 10],
    ['publications', 73],
    ['timeline', 41],
    ['glossary', 56],
    ['workAreas', 12],
  ])('gives %s: %i, each with its source', async (field, count) => {
    const found = await records(field)
    expect(found).toHaveLength(count)
    expect(found.filter(({ source }) => !source?.file || !source.locator)).toEqual([])
  })

  it('imports nothing on a second start', async () => {
    const before = await reader.ask('{ changes(room: "programme", last: 1) { seq } }')
    await product.kill('SIGTERM')
    await product.restart()
    const again = await signIn(product, 'scrutiny-reader')
    const { data } = await again.ask<{ counts: Record<string, number> }>(
      `{ counts { ${Object.keys(counts).join(' ')} } }`,
    )
    expect(data?.counts).toEqual(counts)
    expect(await again.ask('{ changes(room: "programme", last: 1) { seq } }')).toEqual(before)
  })
})

import { grouped, type Radar } from './radar.js'

/** Two are a pair, not a chain. */
const shortest = 3

/** The most things that wait for one another in a row, the first of them first: one chain for each thing that stands last in as long a one. */
export function longestChains({ points, holding }: Radar): readonly (readonly string[])[] {
  const deepest = [...points.values()].reduce((most, { depth }) => Math.max(most, depth ?? 0), 0)
  if (deepest + 1 < shortest) return []
  const waitsFor = grouped(holding, 'dependentId', 'dependsOnId')
  const depth = (id: string) => points.get(id)?.depth ?? null
  const last = [...points.values()].filter((point) => point.depth === deepest).map(({ id }) => id)
  return last.map((id) => {
    const chain: string[] = []
    for (let next: string | undefined = id; next !== undefined; ) {
      chain.unshift(next)
      const before: number = (depth(next) ?? 0) - 1
      next = waitsFor.get(next)?.find((one) => depth(one) === before)
    }
    return chain
  })
}

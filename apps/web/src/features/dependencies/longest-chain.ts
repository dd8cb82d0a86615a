import type { DependencyRowFragment, LinkedEndFragment } from './dependencies.graphql'
import { holdsUp } from './dependency-views'

/** The most things that wait for one another in a row, the first of them first. Two are a pair, not a chain. */
export function longestChain(rows: readonly DependencyRowFragment[]): LinkedEndFragment[] {
  const held = rows.filter(holdsUp)
  const known = new Map<string, LinkedEndFragment[]>()
  const chainFrom = (end: LinkedEndFragment): LinkedEndFragment[] => {
    const before = known.get(end.id)
    if (before) return before
    known.set(end.id, [end]) // what would wait for itself ends the chain
    const after = held.filter(({ dependsOn }) => dependsOn.id === end.id).map(({ dependent }) => chainFrom(dependent))
    const chain = [end, ...longest(after)]
    known.set(end.id, chain)
    return chain
  }
  const found = longest(held.map(({ dependsOn }) => chainFrom(dependsOn)))
  return found.length > 2 ? found : []
}

/** What an item of the board waits for now. */
export function waitsFor(rows: readonly DependencyRowFragment[], { id }: LinkedEndFragment): LinkedEndFragment[] {
  return rows.filter((row) => row.dependent.id === id && holdsUp(row)).map(({ dependsOn }) => dependsOn)
}

function longest<T>(chains: readonly T[][]): T[] {
  return chains.reduce<T[]>((best, chain) => (chain.length > best.length ? chain : best), [])
}

import type { Structure } from './graph-layout.js'

/** The same numbers from 0 to 1 for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}

/** So many things, and so many different links between them. */
export function aLargeStructure(nodes: number, links: number, seed = Number(process.env.SEED ?? 42)): Structure {
  const random = seeded(seed)
  const edges = new Map<string, [number, number]>()
  while (edges.size < links) {
    const [a, b] = [Math.floor(random() * nodes), Math.floor(random() * nodes)]
    if (a !== b) edges.set(`${Math.min(a, b)}>${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)])
  }
  return { nodes, edges: [...edges.values()], width: 256, height: 112 }
}

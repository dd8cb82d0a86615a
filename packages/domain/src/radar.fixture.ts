import { blockingKinds, dependencyKinds } from './dependency.js'
import type { RadarItem, RadarLink } from './radar.js'

/** A programme of so many things and links without a loop, the same for the same seed: half of the links hold up. */
export function aRandomProgramme(seed: number, size: number, linked: number, today: string) {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const items: RadarItem[] = Array.from({ length: size }, (_, at) => ({
    id: `action-${at}`,
    done: next() < 0.2,
    due: next() < 0.3 ? null : dayAfter(today, below(400) - 200),
  }))
  const pairs = new Map<string, RadarLink>()
  while (pairs.size < linked) {
    const [a, b] = [below(size), below(size)]
    if (a === b) continue
    // What comes later waits for what comes earlier, mostly for what is near: chains grow long, and no loop closes.
    const [first, second] = a < b ? [a, b] : [b, a]
    const near = next() < 0.5 ? Math.max(0, second - 1 - below(20)) : first
    if (near === second) continue
    const id = `${second}>${near}`
    const kinds = next() < 0.5 ? blockingKinds : dependencyKinds
    const kind = kinds[below(kinds.length)] ?? 'informs'
    pairs.set(id, { id, dependentId: `action-${second}`, dependsOnId: `action-${near}`, kind })
  }
  return { items, links: [...pairs.values()] }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

import { type Random, randomFrom } from '../testing/random.js'
import type { Fault, Plan } from './plan.js'

/** Further off than compaction's patience with clocks. */
const farOff = 60_000

/**
 * What came into stories later: sessions that end, versions, words that are taken out, forgers, writes nobody confirms, clocks that are
 * wrong by a minute. Drawn apart, so that a seed goes on naming the story it named before, which `seeds.test.ts` asks for.
 */
export function widened(plan: Plan, seed: number): Plan {
  const random = randomFrom(seed ^ 0x2545f491)
  const count = random.int(6)
  const more = Array.from({ length: count }, () => ({
    at: Math.min(plan.length - 1, 500 + random.int(plan.length)),
    which: aFault(random, plan.length),
  }))
  const wide = {
    carets: random.chance(0.5),
    sure: random.chance(0.15),
    skews: random.chance(0.15) ? plan.skews.map(() => random.int(2 * farOff) - farOff) : plan.skews,
    idle: random.chance(0.4) ? { sleepAfter: random.pick([1_000, 5_000]), linger: random.pick([500, 10_000]) } : {},
  }
  const restless = random.chance(0.1) ? naps(random, plan.length) : []
  return { ...plan, ...wide, faults: [...plan.faults, ...more, ...restless].sort((a, b) => a.at - b.at) }
}

/** Nodes that sleep again and again, for as long as it takes until others no longer wait, while others tidy the log. */
function naps(random: Random, length: number): Plan['faults'] {
  return Array.from({ length: 14 }, (_, i) => ({
    at: 3_000 + random.int(length - 3_000),
    which: i % 2 === 0 ? { kind: 'compaction' } : { kind: 'node sleeps', for: 8_000 + random.int(20_000) },
  }))
}

function aFault(random: Random, length: number): Fault {
  const some = (most: number) => 100 + random.int(most)
  const kinds: (() => Fault)[] = [
    () => ({ kind: 'session ends', back: some(8_000) }),
    () => ({ kind: 'a version is kept' }),
    () => ({ kind: 'a version is kept' }),
    () => ({ kind: 'a version is brought back' }),
    () => ({ kind: 'a version is brought back' }),
    () => ({ kind: 'a name is taken out', after: some(Math.min(length, 20_000)) }),
    () => ({ kind: 'a name is taken out', after: some(Math.min(length, 20_000)) }),
    () => ({ kind: 'writes are not confirmed', share: random.pick([0.1, 0.5]), for: some(8_000) }),
    () => ({ kind: 'a forger comes', for: some(10_000) }),
    () => ({ kind: 'a clock jumps', by: random.int(2 * farOff) - farOff }),
  ]
  return random.pick(kinds)()
}

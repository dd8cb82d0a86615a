import { type Random, randomFrom } from '../testing/random.js'
import type { Again, Plan } from './plan.js'

/**
 * What came into stories after they were widened: texts that a second part of a page opens and closes, and second pages of a person that
 * leave words to the first. Drawn apart, as in `widen.ts`: who and which as well, as these are in every story.
 */
export function reopened(plan: Plan, seed: number): Plan {
  const random = randomFrom(seed ^ 0x6a09e667)
  const when = () => 500 + random.int(plan.length - 500)
  const again = Array.from({ length: 1 + random.int(12) }, () => ({
    at: when(),
    which: {
      kind: 'a text is opened again',
      who: random.int(1_000),
      which: random.int(1_000),
      again: anAgain(random),
    } as const,
  }))
  const pages = Array.from({ length: random.int(3) }, () => ({
    at: when(),
    which: {
      kind: 'a second page is opened',
      who: random.int(1_000),
      for: 100 + random.int(random.pick([300, 5_000])),
      crashes: random.chance(0.7),
    } as const,
  }))
  const blind = Array.from({ length: random.int(2) }, () => ({
    at: when(),
    which: { kind: 'every right is lost', who: random.int(1_000), for: 100 + random.int(20_000) } as const,
  }))
  const letGo = Array.from({ length: random.int(8) }, () => ({
    at: when(),
    which: { kind: 'words are let go of', who: random.int(1_000) } as const,
  }))
  return { ...plan, faults: [...plan.faults, ...again, ...pages, ...blind, ...letGo].sort((a, b) => a.at - b.at) }
}

function anAgain(random: Random): Again {
  return {
    takes: random.chance(0.5),
    hasty: random.chance(0.2),
    stays: random.int(random.pick([1, 50, 2_000, 20_000])),
  }
}

import { type Random, randomFrom } from '../testing/random.js'

/** What goes wrong. `who` is drawn anew from whoever is there at the time. */
export type Fault =
  | { kind: 'bus'; lost: number; twice: number; delay: number; for: number }
  | { kind: 'store trouble'; trouble: number; for: number }
  | { kind: 'store away'; for: number }
  | { kind: 'store hangs'; for: number }
  | { kind: 'store restarts' }
  | { kind: 'node crashes'; after: number; back: number }
  | { kind: 'node stops'; back: number }
  | { kind: 'node sleeps'; for: number }
  | { kind: 'line is cut' }
  | { kind: 'line is lost' }
  | { kind: 'line is slow'; for: number }
  | { kind: 'page crashes'; after: number; back: number }
  | { kind: 'page is reloaded'; back: number }
  | { kind: 'compaction' }
  | { kind: 'minutes are agreed' }
  | { kind: 'right is lost'; for: number }
  | { kind: 'session ends'; back: number }
  | { kind: 'a version is kept' }
  | { kind: 'a version is brought back' }
  | { kind: 'a name is taken out'; after: number }
  | { kind: 'writes are not confirmed'; share: number; for: number }
  | { kind: 'a forger comes'; for: number }
  | { kind: 'a clock jumps'; by: number }
  | { kind: 'every right is lost'; who: number; for: number }
  | { kind: 'words are let go of'; who: number }
  | { kind: 'a text is opened again'; who: number; which: number; again: Again }
  | { kind: 'a second page is opened'; who: number; for: number; crashes: boolean }

/** What a part of a page does with a text that another part has open: as fetching ahead does it, or sending what other pages left. */
export interface Again {
  takes: boolean
  /** Closes without having heard that it is open. */
  hasty: boolean
  /** How long it stays after it has done what it came for. */
  stays: number
}

/** A story, drawn from its seed before it begins: who takes part, how long they work, and what goes wrong when. */
export interface Plan {
  nodes: number
  people: number
  documents: number
  /** How long people work, in milliseconds. */
  length: number
  /** On average between two acts of one person. */
  pace: number
  /** Wrong clocks, one per node. */
  skews: number[]
  /** The longest a frame takes. */
  latency: number
  tightLimits: boolean
  /** Waits to the end of the time that coming to rest may take, also when all is well before. */
  patient: boolean
  /** Whether people move carets. */
  carets: boolean
  /** Whether nodes read from the database what the bus may have lost, as they do beside Redis. */
  sure: boolean
  /** How soon a node lets go of what nobody uses, in milliseconds. */
  idle: { sleepAfter?: number; linger?: number }
  faults: { at: number; which: Fault }[]
}

export function planFor(seed: number): Plan {
  const random = randomFrom(seed ^ 0x9e3779b9)
  // Long stories are what snapshots and sleepers need; most are short.
  const length = random.chance(0.25) ? 60_000 + random.int(120_000) : 6_000 + random.int(20_000)
  const people = random.pick([3, 3, 3, 4, 4, 5, 6])
  const acts = 30 + random.int(random.chance(0.2) ? 140 : 50)
  const nodes = random.pick([2, 2, 2, 3, 3, 4])
  const count = 1 + random.int(10)
  const faults = Array.from({ length: count }, () => ({
    at: Math.min(length - 1, 500 + random.int(length)),
    which: aFault(random, length),
  }))
  return {
    nodes,
    people,
    documents: 1 + random.int(3),
    length,
    pace: (length * people) / acts,
    skews: Array.from({ length: nodes }, () => (random.chance(0.5) ? 0 : random.int(4_000) - 2_000)),
    latency: random.pick([2, 10, 80, 400]),
    tightLimits: random.chance(0.2),
    patient: seed % 5 === 0,
    carets: false,
    sure: false,
    idle: {},
    faults: faults.sort((a, b) => a.at - b.at),
  }
}

function aFault(random: Random, length: number): Fault {
  const some = (most: number) => 100 + random.int(most)
  const kinds: (() => Fault)[] = [
    () => ({
      kind: 'bus',
      lost: random.int(10) / 10,
      twice: random.int(5) / 10,
      delay: random.pick([5, 300, 4_000]),
      for: some(length),
    }),
    () => ({ kind: 'store trouble', trouble: random.pick([0.05, 0.2, 0.5]), for: some(8_000) }),
    () => ({ kind: 'store away', for: some(14_000) }),
    () => ({ kind: 'store hangs', for: some(14_000) }),
    () => ({ kind: 'store restarts' }),
    () => ({ kind: 'node crashes', after: random.int(12), back: some(6_000) }),
    () => ({ kind: 'node crashes', after: random.int(12), back: some(6_000) }),
    () => ({ kind: 'node stops', back: some(3_000) }),
    () => ({ kind: 'node sleeps', for: some(random.pick([500, 8_000, 30_000, 120_000])) }),
    () => ({ kind: 'line is cut' }),
    () => ({ kind: 'line is cut' }),
    () => ({ kind: 'line is lost' }),
    () => ({ kind: 'line is slow', for: some(8_000) }),
    () => ({ kind: 'page crashes', after: random.int(6), back: some(4_000) }),
    () => ({ kind: 'page crashes', after: random.int(6), back: some(4_000) }),
    () => ({ kind: 'page is reloaded', back: some(2_000) }),
    () => ({ kind: 'compaction' }),
    () => ({ kind: 'compaction' }),
    () => ({ kind: 'minutes are agreed' }),
    () => ({ kind: 'right is lost', for: some(20_000) }),
  ]
  return random.pick(kinds)()
}

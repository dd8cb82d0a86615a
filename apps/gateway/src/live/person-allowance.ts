import { type Allowance, allowance } from './allowance.js'
import type { LiveLimits } from './limits.js'

/** What one person may do, on all their sockets together. */
export interface PersonAllowance {
  pushes: Allowance
  bytes: Allowance
  /** Everything they send, also what is refused: reading it takes time. */
  wire: Allowance
  presence: Allowance
  opens: Allowance
  /** Milliseconds in which their edits were tried out. */
  effort: Allowance
  /** Bytes of updates whose last part has not come yet. */
  unfinished: { bytes: number }
}

/** A byte of an update takes more than one on the wire: base64, and what stands around it. */
const wire = 1.5

function personAllowance(limits: LiveLimits): PersonAllowance {
  return {
    pushes: allowance(limits.pushes, limits.pushes * 2),
    bytes: allowance(limits.bytes, limits.bytes * 60),
    wire: allowance(limits.bytes * wire, limits.bytes * 60 * wire),
    presence: allowance(limits.presence, limits.presence * 2),
    opens: allowance(limits.opens, limits.opens * 4),
    effort: allowance(limits.effort, limits.effort * 10),
    unfinished: { bytes: 0 },
  }
}

export interface PersonAllowances {
  of(personId: string): PersonAllowance
  /** Forgets whoever is not here and has all of theirs: who leaves and comes back at once finds it as it was. */
  tidy(here: ReadonlySet<string>): void
}

export function personAllowances(limits: LiveLimits): PersonAllowances {
  const known = new Map<string, PersonAllowance>()
  return {
    of(personId) {
      const one = known.get(personId) ?? personAllowance(limits)
      known.set(personId, one)
      return one
    },
    tidy(here) {
      const at = performance.now()
      for (const [personId, { unfinished, ...allowed }] of known) {
        const isWhole = unfinished.bytes === 0 && Object.values(allowed).every((one) => one.isWhole(at))
        if (isWhole && !here.has(personId)) known.delete(personId)
      }
    },
  }
}

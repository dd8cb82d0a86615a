import { limits } from './limits.js'
import type { Audience } from './record.js'
import { Refusal } from './refusal.js'

/** What one authority expects of one year. The place in the list says nothing of who it is: the documents name none. */
export interface ReductionPlan {
  id: string
  year: string
  place: number
  submitted: boolean
  /** Named only where it has submitted: who has not is never written down. */
  authority: string | null
  /** Expected change in the number of children, by measure; null where the plan gives no figure. */
  changes: { measureId: string; change: number | null }[]
  audience: Audience
}

/** One year of all plans together. */
export interface PlanTotal {
  measureId: string
  /** Null where too few plans give a figure to add them up without showing whose they are. */
  change: number | null
  plansWithFigure: number
}

export function setPlan<P extends ReductionPlan>(
  plan: P,
  given: Pick<ReductionPlan, 'submitted' | 'authority' | 'changes'>,
  others: readonly ReductionPlan[],
): P {
  const authority = given.submitted ? given.authority : null
  if (!given.submitted && (given.authority || given.changes.length > 0)) throw new Refusal('not-submitted')
  const taken = others.some(
    (one) => one.id !== plan.id && one.year === plan.year && authority !== null && one.authority === authority,
  )
  if (taken) throw new Refusal('already-so')
  if (given.changes.some(({ change }) => change !== null && !Number.isInteger(change)))
    throw new Refusal('not-a-number')
  return { ...plan, ...given, authority }
}

/** Totals of a year, counted anew from its plans. */
export function planTotals(
  plans: readonly ReductionPlan[],
  measureIds: readonly string[],
  seesAll: boolean,
): PlanTotal[] {
  return measureIds.map((measureId) => {
    const given = plans
      .filter(({ submitted }) => submitted)
      .flatMap(({ changes }) => changes.flatMap((one) => (one.measureId === measureId ? [one.change] : [])))
      .filter((change) => change !== null)
    const enough = given.length > 0 && (seesAll || given.length >= limits.plansInTotal)
    return {
      measureId,
      change: enough ? given.reduce((sum, one) => sum + one, 0) : null,
      plansWithFigure: given.length,
    }
  })
}

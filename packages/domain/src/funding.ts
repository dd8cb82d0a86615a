import { isDay } from './due.js'
import type { Audience, Source } from './record.js'
import { Refusal } from './refusal.js'

/** A line as far as sums need it. No figure means that the documents give none, not nothing. */
export interface FundingLine {
  id: string
  parentId: string | null
  amountGBP: number | null
  approximate: boolean
  ambiguity: string | null
  basis: string
}

/** What an amount is: money each year, money once, a rate for one child, or not said. They are never added to each other. */
export const fundingBases = ['annual', 'one-off', 'rate', 'unknown'] as const
export type FundingBasis = (typeof fundingBases)[number]

export function basisOf({ basis }: Pick<FundingLine, 'basis'>): FundingBasis {
  if (basis === 'annual' || basis === 'recurrent') return 'annual'
  if (basis.startsWith('one-off')) return 'one-off'
  return basis.startsWith('rate') ? 'rate' : 'unknown'
}

export interface FundingTotal {
  basis: FundingBasis
  sumGBP: number | null
  lines: number
  withoutFigure: number
  approximate: number
  ambiguous: number
}

/** One total for each basis. A line within a larger one counts there only; a rate is not a sum of money. */
export function fundingTotals(lines: readonly FundingLine[]): FundingTotal[] {
  return fundingBases.map((basis) => {
    const own = lines.filter((line) => !line.parentId && basisOf(line) === basis)
    const known = own.flatMap(({ amountGBP }) => amountGBP ?? [])
    return {
      basis,
      sumGBP: basis === 'rate' || known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
      lines: own.length,
      withoutFigure: own.length - known.length,
      approximate: own.filter(({ approximate }) => approximate).length,
      ambiguous: own.filter(({ ambiguity }) => ambiguity !== null).length,
    }
  })
}

/** What the lines within a larger one come to, beside what is printed for it: null where there are none, or where they are rates. */
export function itemised(line: FundingLine, lines: readonly FundingLine[]) {
  const within = lines.filter(
    ({ parentId, amountGBP, ...one }) => parentId === line.id && basisOf(one) !== 'rate' && amountGBP !== null,
  )
  if (within.length === 0) return null
  const sumGBP = within.reduce((sum, { amountGBP }) => sum + (amountGBP ?? 0), 0)
  return { lines: within.length, sumGBP, restGBP: line.amountGBP === null ? null : line.amountGBP - sumGBP }
}

/** What the money is tied to. Its evidence is looked at on the review date. */
export interface FundingCondition {
  id: string
  fundingId: string
  text: string
  reviewOn: string | null
  evidence: string | null
  met: { at: Date; personId: string } | null
  source: Source | null
  audience: Audience
}

export const conditionStates = ['met', 'waiting', 'unmet'] as const

/** Unmet from the review date on; without one it waits. */
export function conditionState({ met, reviewOn }: FundingCondition, today: string): (typeof conditionStates)[number] {
  if (met) return 'met'
  return reviewOn !== null && reviewOn <= today ? 'unmet' : 'waiting'
}

export function meetCondition<C extends FundingCondition>(
  condition: C,
  evidence: string,
  at: Date,
  personId: string,
): C {
  if (condition.met) throw new Refusal('already-so')
  if (!evidence) throw new Refusal('evidence-needed')
  return { ...condition, evidence, met: { at, personId } }
}

export function reviewedOn<C extends FundingCondition>(condition: C, reviewOn: string): C {
  if (!isDay(reviewOn)) throw new Refusal('impossible-date')
  return { ...condition, reviewOn }
}

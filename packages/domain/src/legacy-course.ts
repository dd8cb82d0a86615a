import type { RefusalCode } from './refusal.js'

/** What becomes of inherited work when new priorities are weighed beside it (requirements, row 41). */
export const courses = ['continued', 'merged', 'replaced', 'stopped'] as const
export type Course = (typeof courses)[number]

/** One decision on it, with why and where that is written. */
export interface LegacyCourse {
  id: string
  course: Course
  /** Day it was decided. */
  day: string
  reason: string
  /** The letter, report or minute that says so. */
  reference: string | null
  /** What it was merged with, or replaced by: another item or commitment. */
  intoId: string | null
  at: Date
  personId: string
}

interface Decided {
  courses?: LegacyCourse[]
}

/** What holds now; null while nobody decided anything, which is no decision to go on. */
export function courseNow({ courses = [] }: Decided): LegacyCourse | null {
  return courses.at(-1) ?? null
}

/** Work that goes on as it is: neither merged, nor replaced, nor stopped. */
export function goesOn(record: Decided): boolean {
  const now = courseNow(record)?.course
  return now === undefined || now === 'continued'
}

/** What does not go on is offered to nobody; taken up again, it is. */
export function whyNotOwnable(record: Decided): RefusalCode | null {
  return goesOn(record) ? null : 'legacy-ended'
}

import { noDate, readDate, type TypedDate } from '../../ui/date-fields'
import { londonInstant, readTime } from './london-time'

/** A form being filled in: nothing is lost while it is not yet a meeting. */
export interface Plan {
  bodyId: string
  day: TypedDate
  startsAt: string
  endsAt: string
  place: string
  title: string
}

export const emptyPlan: Plan = { bodyId: '', day: noDate, startsAt: '', endsAt: '', place: '', title: '' }

export type PlanField = 'body' | 'day' | 'startsAt' | 'endsAt' | 'title' | 'place'

interface ProblemWords {
  body: string
  day: string
  startsAt: string
  endsAt: string
  order: string
  titleLong: (most: number) => string
  placeLong: (most: number) => string
}

interface PlannedMeeting {
  bodyId: string
  title: string | null
  startsAt: string
  endsAt: string
  place: string | null
}

/** The meeting that was meant, or what is wrong with each field, in words. */
export function readPlan(
  plan: Plan,
  say: ProblemWords,
  most: { title: number; place: number },
): { meeting: PlannedMeeting } | { wrong: Partial<Record<PlanField, string>> } {
  const wrong: Partial<Record<PlanField, string>> = {}
  const day = readDate(plan.day)
  const [from, to] = [readTime(plan.startsAt), readTime(plan.endsAt)]
  if (!plan.bodyId) wrong.body = say.body
  if (typeof day !== 'object') wrong.day = say.day
  if (!from) wrong.startsAt = say.startsAt
  if (!to) wrong.endsAt = say.endsAt
  if (from && to && to <= from) wrong.endsAt = say.order
  if (plan.title.trim().length > most.title) wrong.title = say.titleLong(most.title)
  if (plan.place.trim().length > most.place) wrong.place = say.placeLong(most.place)
  if (Object.keys(wrong).length > 0 || typeof day !== 'object' || !from || !to) return { wrong }
  return {
    meeting: {
      bodyId: plan.bodyId,
      title: plan.title.trim() || null,
      startsAt: londonInstant(day.iso, from).toISOString(),
      endsAt: londonInstant(day.iso, to).toISOString(),
      place: plan.place.trim() || null,
    },
  }
}

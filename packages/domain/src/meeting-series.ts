import { type Body, type BodyPlace } from './body.js'
import { isDay } from './due.js'
import { limits } from './limits.js'
import { type AgendaItem, hasEnded, type ItemWords, type Meeting, planMeeting } from './meeting.js'
import type { Viewer } from './offices.js'
import { Refusal } from './refusal.js'

export const cadenceUnits = ['week', 'month', 'quarter', 'term'] as const
export type CadenceUnit = (typeof cadenceUnits)[number]

/** How often a body means to meet: every two weeks, quarterly, termly. */
export interface Cadence {
  every: number
  unit: CadenceUnit
}

/** What each new occurrence begins with. */
export interface MeetingTemplate {
  title: string | null
  place: string | null
  /** Length in minutes. */
  minutes: number
  agenda: ItemWords[]
}

/** How a body meets: its rhythm, its quorum, and what a new meeting of it begins with. */
export interface MeetingSeries {
  id: string
  bodyId: string
  /** null: it meets when there is need. */
  cadence: Cadence | null
  /** Seats that must be taken; null: none is set. */
  quorum: number | null
  template: MeetingTemplate
  /** The day from which the rhythm counts. */
  since: string
}

// A school year has three terms; a term is taken as a third of the year.
const months: Record<Exclude<CadenceUnit, 'week'>, number> = { month: 1, quarter: 3, term: 4 }

/** The day on which the next one falls. In a shorter month, its last day. */
export function nextDay({ every, unit }: Cadence, day: string): string {
  if (!isDay(day)) throw new Refusal('impossible-date')
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (unit === 'week') return isoDay(new Date(Date.UTC(year, month - 1, date + 7 * every)))
  const wanted = month - 1 + months[unit] * every
  const last = new Date(Date.UTC(year, wanted + 1, 0)).getUTCDate()
  return isoDay(new Date(Date.UTC(year, wanted, Math.min(date, last))))
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

/** Days on which the body met, or means to, as the rhythm sees it. */
export interface Rhythm {
  lastMet: string | null
  /** The day by which it should meet again. */
  meetBy: string | null
  /** It has not: the day has passed. */
  late: boolean
}

/** Whether the body keeps its rhythm. A cancelled meeting is none, and a planned one has not been held. */
export function rhythmOf(
  { cadence, since }: Pick<MeetingSeries, 'cadence' | 'since'>,
  meetings: readonly Pick<Meeting, 'status' | 'startsAt'>[],
  dayOf: (at: Date) => string,
  today: string,
): Rhythm {
  const held = meetings.filter((one) => hasEnded(one) || one.status === 'in-session').map((one) => dayOf(one.startsAt))
  const lastMet = held.sort().at(-1) ?? null
  const meetBy = cadence && nextDay(cadence, lastMet ?? since)
  return { lastMet, meetBy, late: meetBy !== null && meetBy < today }
}

/** Throws where the rhythm or the quorum cannot be meant. */
export function checkSeries({
  cadence,
  quorum,
  template,
}: Pick<MeetingSeries, 'cadence' | 'quorum' | 'template'>): void {
  const whole = (n: number, most: number) => Number.isInteger(n) && n >= 1 && n <= most
  if (cadence && !whole(cadence.every, limits.cadenceEvery)) throw new Refusal('malformed', { field: 'cadence' })
  if (quorum !== null && !whole(quorum, limits.quorum)) throw new Refusal('malformed', { field: 'quorum' })
  if (!whole(template.minutes, limits.agendaMinutes)) throw new Refusal('malformed', { field: 'minutes' })
}

/** The next occurrence: what the template says now, copied. What becomes of the template later is not its business. */
export function planOccurrence(
  viewer: Viewer,
  body: BodyPlace & Pick<Body, 'status'>,
  { id: seriesId, template }: Pick<MeetingSeries, 'id' | 'template'>,
  { id, startsAt }: Pick<Meeting, 'id' | 'startsAt'>,
  newId: () => string,
): Meeting {
  const { title, place, minutes, agenda } = template
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  const items = agenda.map((words) => agendaItem(newId(), words))
  return planMeeting(viewer, body, { id, title, place, startsAt, endsAt, agenda: items }, seriesId)
}

/** An item as it comes to an agenda for the first time. */
export function agendaItem(id: string, { title, minutes, section, presenter }: ItemWords): AgendaItem {
  return { id, title, minutes, section, presenter, unfinished: false, carriedFrom: null }
}

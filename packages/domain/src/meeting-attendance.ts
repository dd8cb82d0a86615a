import { type Attendance, type HeldMeeting, hasEnded, type Meeting, whyClosed } from './meeting.js'
import type { Viewer } from './offices.js'
import { Refusal, type RefusalCode } from './refusal.js'

export interface Quorum {
  needed: number
  /** Seats that are taken, by their holder or a substitute. */
  here: number
  met: boolean
}

/** How often a seat was taken, over meetings that took place and where something was recorded of it. */
export interface AttendanceRate {
  personId: string
  meetings: number
  attended: number
  /** Somebody stood in. */
  represented: number
  apologies: number
  absent: number
}

const attends = ({ state }: Pick<Attendance, 'state'>) => state === 'present' || state === 'online'

/** Members are those expected; a substitute takes the seat of one of them; anybody may observe. */
export function whyNotAttend(line: Attendance, expected: readonly string[]): RefusalCode | null {
  if (line.role === 'observer') return null
  if (line.role === 'member') return expected.includes(line.personId) ? null : 'not-on-this-body'
  const seat = line.standsInFor
  return seat && seat !== line.personId && expected.includes(seat) ? null : 'not-on-this-body'
}

/** One line per person. */
export function withAttendance(attendance: readonly Attendance[], given: Attendance): Attendance[] {
  const line = { ...given, standsInFor: given.role === 'substitute' ? given.standsInFor : null }
  const known = attendance.some(({ personId }) => personId === line.personId)
  return known ? attendance.map((one) => (one.personId === line.personId ? line : one)) : [...attendance, line]
}

/** Everybody who is expected may say that they will not come, until the meeting is over. */
export function whyNotSendApologies(
  viewer: Viewer,
  { record }: HeldMeeting,
  expected: readonly string[],
): RefusalCode | null {
  if (!expected.includes(viewer.personId)) return 'not-on-this-body'
  return whyClosed(record) ?? (hasEnded(record) ? 'meeting-over' : null)
}

/** The person's own apologies, with whoever comes instead; sent again, the last word counts. */
export function sendApologies(meeting: Meeting, personId: string, substituteId: string | null): Meeting {
  if (substituteId === personId) throw new Refusal('malformed', { field: 'substituteId' })
  const others = meeting.attendance.filter(({ standsInFor }) => standsInFor !== personId)
  const sorry = withAttendance(others, { personId, state: 'apologies', role: 'member', standsInFor: null })
  const attendance = substituteId
    ? withAttendance(sorry, { personId: substituteId, state: 'present', role: 'substitute', standsInFor: personId })
    : sorry
  return { ...meeting, attendance }
}

/** As if nothing had been said: neither apologies nor a substitute. */
export function withdrawApologies(meeting: Meeting, personId: string): Meeting {
  const gone = (line: Attendance) =>
    line.standsInFor === personId || (line.personId === personId && line.state === 'apologies')
  return { ...meeting, attendance: meeting.attendance.filter((line) => !gone(line)) }
}

/** null where the body has set none. Observers take no seat, and a seat counts once. */
export function quorumOf(attendance: readonly Attendance[], needed: number | null): Quorum | null {
  if (needed === null) return null
  const here = seatsTaken(attendance).size
  return { needed, here, met: here >= needed }
}

function seatsTaken(attendance: readonly Attendance[]): Set<string> {
  const seated = attendance.filter((line) => attends(line) && line.role !== 'observer')
  return new Set(seated.map(({ standsInFor, personId }) => standsInFor ?? personId))
}

/** Meetings that were cancelled, or have not been, count for nobody; what was not recorded is not guessed. */
export function attendanceRates(meetings: readonly Pick<Meeting, 'status' | 'attendance'>[]): AttendanceRate[] {
  const rates = new Map<string, AttendanceRate>()
  for (const { attendance } of meetings.filter(hasEnded)) {
    const taken = seatsTaken(attendance)
    for (const line of attendance.filter(({ role }) => role === 'member')) {
      const rate = rates.get(line.personId) ?? noRate(line.personId)
      rates.set(line.personId, counted(rate, line, taken))
    }
  }
  return [...rates.values()]
}

const noRate = (personId: string): AttendanceRate => ({
  personId,
  meetings: 0,
  attended: 0,
  represented: 0,
  apologies: 0,
  absent: 0,
})

function counted(rate: AttendanceRate, line: Attendance, taken: ReadonlySet<string>): AttendanceRate {
  const next = { ...rate, meetings: rate.meetings + 1 }
  if (attends(line)) return { ...next, attended: rate.attended + 1 }
  if (taken.has(line.personId)) return { ...next, represented: rate.represented + 1 }
  return line.state === 'apologies' ? { ...next, apologies: rate.apologies + 1 } : { ...next, absent: rate.absent + 1 }
}

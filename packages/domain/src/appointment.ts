import type { Body } from './body.js'
import type { Appointment, OfficeKind, Viewer } from './offices.js'
import { may } from './permissions.js'
import type { RefusalCode } from './refusal.js'

/** Offices that one person holds at a time. */
export const soleOffices: readonly OfficeKind[] = ['chair', 'vice-chair']

/** Managing membership is for the chair of the advisory group and the secretariat; the Operational Group's follows from offices. */
export function whyNotAppoint(viewer: Viewer, body: Pick<Body, 'kind' | 'status'>): RefusalCode | null {
  if (!may(viewer, 'write', { space: 'membership' })) return 'not-permitted'
  if (body.kind === 'operational-group') return 'derived-membership'
  return body.status === 'active' ? null : 'body-not-active'
}

/** Whether two appointments to the same office would overlap; an open end lasts for ever. */
export function overlaps(a: Pick<Appointment, 'from' | 'until'>, b: Pick<Appointment, 'from' | 'until'>): boolean {
  return startsBefore(a, b.until) && startsBefore(b, a.until)
}

function startsBefore({ from }: Pick<Appointment, 'from'>, end: Date | null): boolean {
  return !from || !end || from < end
}

/** What has ended stays as it was: history keeps the person who held the office then. */
export function whyNotEndAppointment(
  viewer: Viewer,
  appointment: Pick<Appointment, 'until'>,
  at: Date,
): RefusalCode | null {
  if (!may(viewer, 'write', { space: 'membership' })) return 'not-permitted'
  return appointment.until && appointment.until <= at ? 'already-ended' : null
}

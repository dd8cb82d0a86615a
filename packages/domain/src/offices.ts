import type { BodyKind, BodyStatus } from './body.js'

/** Offices that carry rights, then those that the documents name and that carry none here. */
export const officeKinds = [
  'chair',
  'vice-chair',
  'member',
  'secretariat',
  'observer',
  'guest',
  'minister',
  'official',
  'office-holder',
  'commissioned-expert',
] as const
export type OfficeKind = (typeof officeKinds)[number]

/** Person × office × body × from–to. Days are ISO dates (or the precision the source gives); times of demo and live appointments are instants. */
export interface Appointment {
  id: string
  /** null: the documents name the office, not its holder. */
  personId: string | null
  office: OfficeKind
  bodyId: string
  from: Date | null
  until: Date | null
}

/** An office held now, with what a rule needs to know of its body. */
export interface HeldOffice {
  appointmentId: string
  office: OfficeKind
  bodyId: string
  bodyKind: BodyKind
  bodyParentId: string | null
  /** An office on a closed body lets its holder read, and no more; left out, the body counts as at work. */
  bodyStatus?: BodyStatus
  until: Date | null
}

/** The person asking, with every office in force now. Rules take a viewer, never a session. */
export interface Viewer {
  personId: string
  name: string
  offices: readonly HeldOffice[]
}

/** Rights come from appointments in force at the moment of asking; `from` counts, `until` no longer does. */
export function inForce(appointment: Pick<Appointment, 'from' | 'until'>, at: Date): boolean {
  return (!appointment.from || appointment.from <= at) && (!appointment.until || at < appointment.until)
}

/** Organisations with a seat on the Operational Group beside the workstreams' chairs, vice-chairs and the programme team (legacy report, line 143). */
export const operationalSeats: readonly string[] = ['body-social-care-wales']

/** Whether an office brings membership of the Operational Group. Membership is computed here and typed in nowhere. */
export function sitsOnOperationalGroup(held: Pick<HeldOffice, 'office' | 'bodyKind' | 'bodyId'>): boolean {
  if (held.bodyKind === 'workstream') return held.office === 'chair' || held.office === 'vice-chair'
  if (held.bodyKind === 'secretariat') return held.office === 'secretariat'
  return operationalSeats.includes(held.bodyId) && held.office === 'member'
}

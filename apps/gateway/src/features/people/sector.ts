import { inForce, type Sector } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { AppointmentRecord } from './appointment.model.js'

/** Where the holder comes from: what is said of them, else of their organisation, else of the organisation the office is on. */
export function sectorOf(
  { sector, organisationId, bodyId }: Pick<AppointmentRecord, 'sector' | 'organisationId' | 'bodyId'>,
  { bodies }: Pick<Names, 'bodies'>,
): Sector | null {
  return sector ?? bodies.get(organisationId ?? bodyId)?.sector ?? null
}

/** Where the documents give neither end, nobody knows whether it still runs: it is not shown as if it did. */
export function isHeld({ personId, source, from, until }: AppointmentRecord, at: Date): boolean {
  return personId !== null && !(source && !from && !until) && inForce({ from, until }, at)
}

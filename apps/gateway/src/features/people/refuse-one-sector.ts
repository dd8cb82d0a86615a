import { type OfficeKind, overlaps, Refusal, whyNotOneSector } from '@camau/domain'
import type { ClientSession } from 'mongoose'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import type { AppointmentRecord } from './appointment.model.js'
import type { AppointmentStore } from './appointment.store.js'
import { sectorOf } from './sector.js'

const counterparts: Partial<Record<OfficeKind, OfficeKind>> = { chair: 'vice-chair', 'vice-chair': 'chair' }

/** Chair and vice-chair from one sector: the refusal is the warning, and a reason lets it be saved (requirements, row 3). */
export async function refuseOneSector(
  appointments: AppointmentStore,
  session: ClientSession,
  record: AppointmentRecord,
  names: Names,
): Promise<void> {
  const other = counterparts[record.office]
  if (!other) return
  const held = await appointments.holders(session, other, record.bodyId)
  for (const one of held.filter(({ personId, source, from, until }) => personId && (!source || from || until))) {
    if (!overlaps(one, record)) continue
    const sector = sectorOf(record, names)
    const refusal = whyNotOneSector(sector, sectorOf(one, names), record.sectorReason)
    if (refusal) throw new Refusal(refusal, { sector: sector && enumKey(sector), beside: enumKey(other) })
  }
}

import { courseNow, type HeldOffice, type LegacyUpdate, legacyOwner, type Owner, waitingProposal } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import type { RecordChange } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import { handedPatch } from './legacy.shape.js'
import type { StoredHanded } from './stored-legacy.js'

/** What a new line of the ledger says to rooms and to the audit trail. */
export function legacyChange(
  before: StoredHanded,
  after: StoredHanded,
  names: Names,
  office: HeldOffice | null,
): RecordChange {
  const line = after.ledger.at(-1)
  return {
    type: after.kind === 'item' ? 'LegacyItem' : 'Commitment',
    id: after.id,
    version: after.version,
    rooms: [...new Set(['programme' as const, ...bodyRoom(after), ...(line ? ownerRoom(line.owner) : [])])],
    audience: after.audience,
    place: { space: 'legacy', workstreamBodyId: after.workstreamBodyId },
    owner: waitingProposal(after)?.owner ?? legacyOwner(after) ?? line?.owner ?? null,
    fields: handedPatch(after, names),
    before: {
      owner: legacyOwner(before),
      lines: before.ledger.length,
      course: courseNow(before),
      updates: before.laterUpdates.length,
    },
    after: { owner: legacyOwner(after), line, course: courseNow(after), update: newest(before, after) },
    office,
  }
}

const bodyRoom = ({ workstreamBodyId }: StoredHanded): RecordsRoom[] =>
  workstreamBodyId ? [`body:${workstreamBodyId}`] : []

const ownerRoom = (owner: Owner): RecordsRoom[] =>
  owner.kind === 'person' ? [`person:${owner.personId}`] : [`body:${owner.bodyId}`]

const newest = (before: StoredHanded, after: StoredHanded): LegacyUpdate | null =>
  after.laterUpdates.find(({ id }) => before.laterUpdates.every((old) => old.id !== id)) ?? null

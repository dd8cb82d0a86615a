import type { LegacyCourse, LegacyUpdate } from '@camau/domain'
import type { CommitmentRecord } from './commitment.model.js'
import type { LegacyItemRecord } from './legacy-item.model.js'

/** What was added here since: empty where a record of an earlier version has none. */
interface Since {
  courses: LegacyCourse[]
  laterUpdates: LegacyUpdate[]
}

/** As the rules have them: an item or a commitment, beside the body of its workstream. */
export type StoredItem = Omit<LegacyItemRecord, '_id' | keyof Since> & Since & { id: string; kind: 'item' }
export type StoredCommitment = Omit<CommitmentRecord, '_id' | keyof Since> & Since & { id: string; kind: 'commitment' }
/** An item or a commitment: both are handed on the same way. */
export type StoredHanded = StoredItem | StoredCommitment

export interface HeldHanded {
  record: StoredHanded
  workstreamBodyId: string | null
}

export const storedItem = ({ _id, courses, laterUpdates, ...record }: LegacyItemRecord): StoredItem => ({
  ...record,
  courses: courses ?? [],
  laterUpdates: laterUpdates ?? [],
  id: _id,
  kind: 'item',
})

export const storedCommitment = ({ _id, courses, laterUpdates, ...record }: CommitmentRecord): StoredCommitment => ({
  ...record,
  courses: courses ?? [],
  laterUpdates: laterUpdates ?? [],
  id: _id,
  kind: 'commitment',
})

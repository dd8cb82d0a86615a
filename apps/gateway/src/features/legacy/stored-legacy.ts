import type { CommitmentRecord } from './commitment.model.js'
import type { LegacyItemRecord } from './legacy-item.model.js'

/** As the rules have them: an item or a commitment, beside the body of its workstream. */
export type StoredItem = Omit<LegacyItemRecord, '_id'> & { id: string; kind: 'item' }
export type StoredCommitment = Omit<CommitmentRecord, '_id'> & { id: string; kind: 'commitment' }
/** An item or a commitment: both are handed on the same way. */
export type StoredHanded = StoredItem | StoredCommitment

export interface HeldHanded {
  record: StoredHanded
  workstreamBodyId: string | null
}

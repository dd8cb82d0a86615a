import { dayInLondon, type LedgerEntry, legacyOwner, overdueSince, waitingProposal } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { ownerType, patchOwner, patchPerson } from '../../platform/graphql/owner.js'
import { CommitmentType, LedgerEntryType, LegacyItemType } from './legacy.type.js'
import type { StoredCommitment, StoredHanded, StoredItem } from './stored-legacy.js'

/** An item as its resolvers give it out. */
export function legacyItemType(item: StoredItem, names: Names): LegacyItemType {
  return Object.assign(new LegacyItemType(), item, handed(item, names), { narrativeId: `legacy:${item.id}` })
}

/** A commitment as its resolvers give it out. What the documents call done is never late. */
export function commitmentType(commitment: StoredCommitment, names: Names, at: Date): CommitmentType {
  const late = commitment.status === 'done' ? null : overdueSince(commitment.due, dayInLondon(at))
  return Object.assign(new CommitmentType(), commitment, handed(commitment, names), { overdueSince: late })
}

export function handedType(record: StoredHanded, names: Names, at: Date): LegacyItemType | CommitmentType {
  return record.kind === 'item' ? legacyItemType(record, names) : commitmentType(record, names, at)
}

function handed(record: StoredHanded, names: Names) {
  const owner = legacyOwner(record)
  const proposal = waitingProposal(record)
  const line = (entry: LedgerEntry) =>
    Object.assign(new LedgerEntryType(), entry, { owner: ownerType(entry.owner, names) })
  return {
    owner: owner && ownerType(owner, names),
    proposal: proposal && line(proposal),
    ledger: record.ledger.map(line),
  }
}

/** What a new line of the ledger changes, shaped as GraphQL answers it. */
export function handedPatch(record: StoredHanded, names: Names): Record<string, unknown> {
  const line = ({ id, state, owner, at, personId, reason }: LedgerEntry) => ({
    __typename: 'LedgerEntry',
    id,
    state: enumKey(state),
    owner: patchOwner(owner, names),
    at,
    by: patchPerson(personId, names),
    reason,
  })
  const proposal = waitingProposal(record)
  return {
    __typename: record.kind === 'item' ? 'LegacyItem' : 'Commitment',
    id: record.id,
    version: record.version,
    owner: patchOwner(legacyOwner(record), names),
    proposal: proposal && line(proposal),
    ledger: record.ledger.map(line),
  }
}

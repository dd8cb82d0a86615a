import {
  courseNow,
  dayInLondon,
  type LedgerEntry,
  type LegacyCourse,
  legacyOwner,
  overdueSince,
  waitingProposal,
} from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { ownerType, patchOwner, patchPerson } from '../../platform/graphql/owner.js'
import { allUpdates } from './later-updates.js'
import { CommitmentType, LedgerEntryType, LegacyCourseType, LegacyItemType } from './legacy.type.js'
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

export function ledgerType(entry: LedgerEntry, names: Names): LedgerEntryType {
  return Object.assign(new LedgerEntryType(), entry, { owner: ownerType(entry.owner, names) })
}

function handed(record: StoredHanded, names: Names) {
  const owner = legacyOwner(record)
  const proposal = waitingProposal(record)
  const now = courseNow(record)
  const line = (entry: LedgerEntry) => ledgerType(entry, names)
  return {
    owner: owner && ownerType(owner, names),
    proposal: proposal && line(proposal),
    ledger: record.ledger.map(line),
    courses: record.courses.map(course),
    course: now && course(now),
    laterUpdates: allUpdates(record),
    held: record,
  }
}

const course = (one: LegacyCourse) => Object.assign(new LegacyCourseType(), one)

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
  const now = courseNow(record)
  return {
    __typename: record.kind === 'item' ? 'LegacyItem' : 'Commitment',
    id: record.id,
    version: record.version,
    owner: patchOwner(legacyOwner(record), names),
    proposal: proposal && line(proposal),
    ledger: record.ledger.map(line),
    courses: record.courses.map((one) => patchCourse(one, names)),
    course: now && patchCourse(now, names),
    laterUpdates: allUpdates(record).map(({ personId, term, ...update }) => ({
      __typename: 'LegacyUpdate',
      ...update,
      term: term && { __typename: 'SeneddTerm', ...term },
      by: personId && patchPerson(personId, names),
    })),
  }
}

/** What it was merged with is asked for with the list: a patch does not know of what kind it is. */
const patchCourse = ({ id, course, day, reason, reference, at, personId }: LegacyCourse, names: Names) => ({
  __typename: 'LegacyCourse',
  id,
  course: enumKey(course),
  day,
  reason,
  reference,
  at,
  by: patchPerson(personId, names),
})

import type { HeldOffice, Owner, Viewer } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import type { Guard } from '../../platform/changes.js'
import type { RecordChange } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import { patchDue } from '../../platform/graphql/due.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchVersions } from '../../platform/graphql/field-version.js'
import { patchBody, patchOwner, patchPerson } from '../../platform/graphql/owner.js'
import { patchRestriction } from '../../platform/graphql/restriction.js'
import type { HeldStoredAction, StoredAction } from './action.model.js'
import { overdueSinceOf } from './action.shape.js'
import { lifePatch } from './action-life.patch.js'

/** What a change of an action says to rooms and to the audit trail. */
export function actionChange(
  before: HeldStoredAction | null,
  after: HeldStoredAction,
  names: Names,
  viewer: Viewer | null,
  office: HeldOffice | null,
  at: Date,
): RecordChange {
  const { record } = after
  return {
    type: 'Action',
    id: record.id,
    version: record.version,
    rooms: [...new Set([...roomsOf(record), ...(before ? roomsOf(before.record) : [])])],
    ...guardOf(after),
    guardedBefore: before && guardOf(before),
    fields: actionPatch(record, names, at),
    before: before && differing(before.record, record),
    after: before ? differing(record, before.record) : record,
    office: viewer && office,
  }
}

const guardOf = ({ record, body }: HeldStoredAction): Required<Guard> => ({
  audience: record.audience,
  place: { space: 'body', body },
  restrictedTo: record.restrictedTo ?? null,
  owner: record.owner,
  alsoFor: record.supporters,
})

/** Bodies in whose logs it stands, whoever answers for it or helps, and the programme, whose pages show every log. */
function roomsOf({ bodyId, owner, supporters, transfer, earlierBodies }: StoredAction): RecordsRoom[] {
  const bodies = [bodyId, ...earlierBodies.map((left) => left.bodyId), ...(transfer ? [transfer.toBodyId] : [])]
  const people = owner ? [owner, ...supporters] : supporters
  return [...bodies.map((id) => `body:${id}` as const), 'programme', ...people.map(roomOf)]
}

const roomOf = (one: Owner): RecordsRoom => (one.kind === 'person' ? `person:${one.personId}` : `body:${one.bodyId}`)

/** The action as GraphQL would answer, without what never changes after import. */
function actionPatch(action: StoredAction, names: Names, at: Date): Record<string, unknown> {
  const { id, number, kind, title, evidence, reason, version } = action
  return {
    __typename: 'Action',
    id,
    number,
    kind,
    title,
    body: patchBody(action.bodyId, names),
    legacyItems: action.legacyItemIds.map((item) => ({ __typename: 'LegacyItem', id: item })),
    status: enumKey(action.status),
    audience: enumKey(action.audience),
    owner: patchOwner(action.owner, names),
    acceptance: action.acceptance && {
      __typename: 'Acceptance',
      waiting: action.acceptance.state === 'waiting',
      at: action.acceptance.at,
      by: patchPerson(action.acceptance.personId, names),
    },
    earlierOwners: action.earlierOwners.map(({ owner, until, declined, personId }) => ({
      __typename: 'EarlierOwner',
      owner: patchOwner(owner, names),
      until,
      declined,
      by: patchPerson(personId, names),
    })),
    due: patchDue(action.due),
    overdueSince: overdueSinceOf(action, at),
    earlierDues: action.earlierDues.map(({ due, until, reason, personId }) => ({
      __typename: 'EarlierDue',
      due: patchDue(due),
      until,
      reason,
      by: patchPerson(personId, names),
    })),
    progress: action.progress.map(({ at, text, personId }) => ({
      __typename: 'ProgressNote',
      at,
      text,
      by: patchPerson(personId, names),
    })),
    evidence,
    reason,
    restrictedTo: patchRestriction(action.restrictedTo, names),
    ...lifePatch(action, names, at),
    versions: patchVersions(action.versions, names),
    version,
  }
}

// The audit trail holds the fields that changed, with their values on that side.
function differing(one: StoredAction, other: StoredAction): Partial<StoredAction> {
  const keys = Object.keys(one) as (keyof StoredAction)[]
  const changed = keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
  return Object.fromEntries(changed.map((key) => [key, one[key]]))
}

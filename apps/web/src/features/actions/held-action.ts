import type { ActionPart, HeldAction, Owner } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import type { LogRow } from './action-status'

/** The owner as the rules read it: a person, the holder of an office on a body, or the body as such. */
export function ownerOf({ owner }: Pick<LogRow, 'owner'>): Owner | null {
  if (!owner) return null
  if (owner.person) return { kind: 'person', personId: owner.person.id }
  if (!owner.body) return null
  return owner.office
    ? { kind: 'office', bodyId: owner.body.id, office: domainName(owner.office) }
    : { kind: 'body', bodyId: owner.body.id }
}

/** A row as the rules want it. What a row does not carry (notes, evidence) no rule of drawing asks for. */
export function heldAction(row: LogRow): HeldAction {
  return {
    parts: partsOf(row),
    body: placeOf(row.body),
    record: {
      id: row.id,
      number: row.number,
      kind: row.kind === 'decision' ? 'decision' : 'action',
      title: row.title,
      bodyId: row.body.id,
      status: domainName(row.status),
      audience: 'member',
      owner: ownerOf(row),
      acceptance: row.acceptance
        ? { state: row.acceptance.waiting ? 'waiting' : 'accepted', at: new Date(row.acceptance.at), personId: '' }
        : null,
      earlierOwners: [],
      due: row.due,
      earlierDues: row.earlierDues.map(({ due }) => ({
        due,
        until: new Date(0),
        personId: '',
        reason: null,
      })),
      progress: [],
      evidence: null,
      reason: null,
      statusNotes: [],
      statusHistory: [],
      earlierBodies: row.earlierBodies.map(({ body }) => ({
        bodyId: body.id,
        until: new Date(0),
        personId: '',
        reason: '',
      })),
      transfer: row.transfer && { toBodyId: row.transfer.to.id, at: new Date(0), personId: '', reason: '' },
      declinedTransfers: [],
      supersededBy: null,
      parentId: row.parentId ?? null,
      supporters: [],
      versions: Object.fromEntries(
        row.versions.map(({ field, version, at, by }) => [field, { version, at: new Date(at), personId: by.id }]),
      ),
    },
  }
}

/** As many sub-actions as there are, so far as the rules of drawing count them. */
function partsOf({ partsProgress }: LogRow): ActionPart[] {
  const { finished, total } = partsProgress ?? { finished: 0, total: 0 }
  return Array.from({ length: total }, (_, at) => ({
    id: '',
    number: 0,
    title: null,
    status: at < finished ? 'done' : 'open',
  }))
}

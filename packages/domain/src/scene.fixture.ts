import type { Action, Held } from './action.js'
import type { BodyKind, BodyPlace } from './body.js'
import type { AgendaItem, Meeting } from './meeting.js'
import type { HeldOffice, OfficeKind, Viewer } from './offices.js'
import type { Owner } from './owner.js'

/** Bodies, people and records for the tests: "a chair of workstream 1", "an open action on it". */

const kinds: Record<string, { kind: BodyKind; parentId: string | null }> = {
  mag: { kind: 'advisory-group', parentId: null },
  'ws-1': { kind: 'workstream', parentId: 'mag' },
  'ws-2': { kind: 'workstream', parentId: 'mag' },
  'tf-of-1': { kind: 'task-and-finish', parentId: 'ws-1' },
  'tf-of-2': { kind: 'task-and-finish', parentId: 'ws-2' },
  'tf-of-mag': { kind: 'task-and-finish', parentId: 'mag' },
  operational: { kind: 'operational-group', parentId: 'mag' },
  team: { kind: 'secretariat', parentId: null },
  minister: { kind: 'ministerial-office', parentId: null },
  committee: { kind: 'scrutiny-committee', parentId: null },
  'body-social-care-wales': { kind: 'other', parentId: null },
  partner: { kind: 'other', parentId: null },
}

export function aBody(id: string): BodyPlace {
  const known = kinds[id]
  if (!known) throw new Error(`no body ${id}`)
  return { id, ...known }
}

export function anOffice(office: OfficeKind, bodyId: string): HeldOffice {
  const { kind, parentId } = aBody(bodyId)
  return { appointmentId: `${office} ${bodyId}`, office, bodyId, bodyKind: kind, bodyParentId: parentId, until: null }
}

/** Somebody with these offices: `aPerson('chair ws-1', 'member mag')`. */
export function aPerson(...offices: string[]): Viewer {
  const held = offices.map((one) => {
    const [office = '', bodyId = ''] = one.split(' ')
    return anOffice(office as OfficeKind, bodyId)
  })
  return { personId: offices.join(', ') || 'nobody', name: offices.join(', '), offices: held }
}

export function anAction(given: Partial<Action> = {}, body = 'ws-1'): Held<Action> {
  const record: Action = {
    id: 'act-1',
    number: 1,
    kind: 'action',
    title: 'Map the core offer',
    bodyId: body,
    status: 'proposed',
    audience: 'member',
    owner: null,
    acceptance: null,
    earlierOwners: [],
    due: null,
    earlierDues: [],
    progress: [],
    evidence: null,
    reason: null,
    statusNotes: [],
    statusHistory: [],
    earlierBodies: [],
    transfer: null,
    declinedTransfers: [],
    supersededBy: null,
    parentId: null,
    supporters: [],
    versions: {},
    ...given,
  }
  return { record, body: aBody(body) }
}

/** Owned by a person, who has accepted. */
export function anOwned(owner: Owner, given: Partial<Action> = {}): Held<Action> {
  return anAction({
    status: 'open',
    owner,
    acceptance: { state: 'accepted', at: noon, personId: 'them' },
    ...given,
  })
}

export function aMeeting(given: Partial<Meeting> = {}, body = 'ws-1'): Held<Meeting> {
  const record: Meeting = {
    id: 'm-1',
    bodyId: body,
    title: null,
    startsAt: noon,
    endsAt: new Date(noon.getTime() + 3_600_000),
    place: null,
    status: 'planned',
    audience: 'member',
    example: false,
    agenda: [],
    attendance: [],
    seriesId: null,
    currentItemId: null,
    currentSince: null,
    earlierTimes: [],
    cancelled: null,
    startedAt: null,
    endedAt: null,
    circulatedBy: null,
    circulatedAt: null,
    agreedBy: null,
    agreedAt: null,
    versions: {},
    ...given,
  }
  return { record, body: aBody(body) }
}

export function anItem(id: string, over: Partial<AgendaItem> = {}): AgendaItem {
  return { id, title: id, minutes: 10, section: null, presenter: null, unfinished: false, carriedFrom: null, ...over }
}

export const noon = new Date('2026-11-21T12:00:00Z')

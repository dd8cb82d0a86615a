import type { Viewer } from '@camau/domain'
import type { LogRow } from './action-status'

/** A row for tests: an open action of Workstream 2 without owner or date. */
export function aRow(changes: Partial<LogRow> = {}): LogRow {
  return {
    id: `action-${changes.number ?? 1}`,
    number: 1,
    kind: 'action',
    title: 'Launch the fostering brand',
    status: 'OPEN',
    version: 1,
    blocked: false,
    overdueSince: null,
    asAt: null,
    body: {
      id: 'ws-2',
      kind: 'WORKSTREAM',
      status: 'ACTIVE',
      name: { en: 'Workstream 2', cy: 'Ffrwd Waith 2' },
      parent: null,
    },
    owner: null,
    acceptance: null,
    parentId: null,
    partsProgress: null,
    transfer: null,
    earlierBodies: [],
    due: null,
    earlierDues: [],
    versions: [],
    waitsFor: [],
    holdsUp: [],
    ...changes,
  }
}

/** The body as such as owner. */
export function ownedBy(bodyId: string, en: string): Partial<LogRow> {
  return {
    owner: {
      label: { en, cy: null },
      initials: en.slice(0, 2),
      body: { id: bodyId },
      office: null,
      person: null,
    },
  }
}

export function dueOnDay(day: string): Partial<LogRow> {
  return { due: { label: day, earliest: day, latest: day } }
}

export function aChair(bodyId = 'ws-2'): Viewer {
  return {
    personId: 'person-chair',
    name: 'Chair',
    offices: [{ appointmentId: 'a', office: 'chair', bodyId, bodyKind: 'workstream', bodyParentId: null, until: null }],
  }
}

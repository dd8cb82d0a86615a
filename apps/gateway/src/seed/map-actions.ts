import { plainDecision, type StatusNote, statusFromSource } from '@camau/domain'
import type { ActionRecord } from '../features/actions/action.model.js'
import type { DecisionRecord } from '../features/decisions/decision.model.js'
import type { Seed } from './read-seed.js'
import type { SeedAction } from './seed-schemas.js'

/** The body that answers for whatever belongs to no workstream. */
const elsewhere = 'body-mag'

export function mapActions(seed: Seed): ActionRecord[] {
  const bodyOf = bodiesOfWorkstreams(seed)
  return seed.actions.items.map((action) => ({
    _id: action.id,
    number: action.number,
    kind: action.kind,
    title: action.text,
    bodyId: bodyOf(action.workstreamId),
    status: statusFromSource(action.latestStatus),
    audience: 'public',
    owner: action.ownerBodyId === null ? null : { kind: 'body', bodyId: action.ownerBodyId },
    ownerBasis: action.ownerBasis,
    acceptance: null,
    earlierOwners: [],
    due: action.due,
    earlierDues: [],
    progress: [],
    evidence: null,
    reason: null,
    statusNotes: notesOf(action),
    statusHistory: [],
    earlierBodies: [],
    transfer: null,
    declinedTransfers: [],
    supersededBy: null,
    parentId: null,
    supporters: action.supportingBodyIds.map((bodyId) => ({ kind: 'body', bodyId })),
    asAt: action.latestStatusAsOf,
    versions: {},
    supporterIds: action.supportingBodyIds,
    workAreaIds: action.workAreaIds,
    legacyItemIds: action.legacyItemIds,
    fundingIds: action.fundingIds,
    origin: { ...action.origin, meetingId: null },
    source: action.source,
    alsoSeenIn: action.alsoSeenIn,
    version: 1,
  }))
}

/** First what the document said at its date, then what later documents say. */
function notesOf({ status, statusAsOf, statusBasis, source, updates }: SeedAction): StatusNote[] {
  const note = statusBasis === 'inferred' ? 'Implied by the sentence.' : null
  return [{ asOf: statusAsOf, status, note, source }, ...updates]
}

/** What was decided rather than asked for stands among the decisions too. */
export function mapDecisions(seed: Seed): DecisionRecord[] {
  const bodyOf = bodiesOfWorkstreams(seed)
  const decided = seed.actions.items.filter(({ kind }) => kind === 'decision')
  return decided.map(({ id, text, origin, statusAsOf, workstreamId, source }, at) => ({
    ...plainDecision,
    _id: id,
    number: at + 1,
    meetingId: null,
    bodyId: bodyOf(workstreamId),
    text,
    date: origin.decidedOn ?? origin.documentDate ?? statusAsOf,
    dissent: [],
    earlier: [],
    recordedBy: null,
    actionIds: [id],
    audience: 'public',
    source,
    version: 1,
  }))
}

function bodiesOfWorkstreams({ workAreas }: Seed): (workstreamId: string | null) => string {
  const bodies = new Map(workAreas.workstreams.map(({ id, bodyId }) => [id, bodyId]))
  return (workstreamId) => (workstreamId && bodies.get(workstreamId)) || elsewhere
}

import { officeFor, Refusal, type Viewer, whyNotProposeWorkArea } from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { givenText } from '../../platform/graphql/local-text.js'
import { newRecordId } from '../../platform/record-id.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { ProposeWorkAreaInput } from './work-area.inputs.js'
import { bodyOf, type StoredWorkArea } from './work-area.kind.js'

export interface WorkAreaNeeds {
  workAreas: RecordStore<StoredWorkArea>
  command: Command
  directory: Directory
  /** The next number after those there are. */
  nextNumber: (tx: Transaction, last: number) => Promise<number>
  phaseOf: (id: string) => Promise<{ id: string; status: 'open' | 'closed' } | null>
  /** Of a decision the viewer may see. Throws Refusal('not-found'). */
  decisionOf: (viewer: Viewer, id: string) => Promise<{ id: string; bodyId: string }>
}

/** An area of work that somebody wants taken on; it does not become active without a decision (requirements, row 13). */
export function proposeWorkArea(
  needs: WorkAreaNeeds,
  viewer: Viewer,
  input: ProposeWorkAreaInput,
): Promise<StoredWorkArea> {
  return needs.command(
    { command: 'proposeWorkArea', viewer, input },
    (tx) => proposeAreaWithin(needs, tx, viewer, input),
    (id) => needs.workAreas.get(viewer, id),
  )
}

/** The same as part of another command: what became of an idea. */
export async function proposeAreaWithin(
  { workAreas, directory, nextNumber, phaseOf }: Omit<WorkAreaNeeds, 'command'>,
  tx: Transaction,
  viewer: Viewer,
  input: Omit<ProposeWorkAreaInput, 'mutationId'>,
): Promise<StoredWorkArea> {
  const { workstreamId, phaseId, strandNumber = null } = input
  const body = bodyOf({ workstreamId }, await directory.now())
  if (!body) throw new Refusal('not-found')
  const refusal = whyNotProposeWorkArea(viewer, body)
  if (refusal) throw new Refusal(refusal)
  const phase = await phaseOf(phaseId)
  if (!phase) throw new Refusal('not-found')
  if (phase.status === 'closed') throw new Refusal('phase-closed')
  const title = givenText('title', input.title)
  if (!title.en && !title.cy) throw new Refusal('text-needed', { field: 'title' })
  const last = Math.max(0, ...(await workAreas.all()).map(({ number }) => number))
  const number = await nextNumber(tx, last)
  const area: StoredWorkArea = {
    ...untouched,
    id: newRecordId(input.id),
    position: number,
    number,
    workstreamId,
    phaseId,
    strandNumber,
    strand: strandNumber === null ? '' : `Strand ${strandNumber}`,
    title,
    status: 'proposed',
    proposedBy: viewer.personId,
    proposedAt: tx.at,
    audience: 'member',
    version: 1,
  }
  return workAreas.add(tx, area, officeFor(viewer, 'write', { space: 'body', body }))
}

const untouched = {
  statusAsOf: null,
  progressPoints: [],
  bodyIds: [],
  fundingIds: [],
  legacyItemIds: [],
  note: null,
  decisionId: null,
  source: null,
}

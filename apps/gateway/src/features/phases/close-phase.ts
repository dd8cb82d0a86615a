import {
  fitting,
  logOfPhase,
  officeFor,
  type PhaseAction,
  type Placement,
  Refusal,
  unhandled,
  unplaced,
  type Viewer,
  whyNotClosePhase,
} from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import { givenPlacements } from '../../platform/graphql/placement.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { StoredPhase } from './phase.kind.js'
import type { ClosePhaseInput } from './phase.type.js'

export interface PhaseNeeds {
  phases: RecordStore<StoredPhase>
  command: Command
  directory: Directory
  /** Work areas, each with the phase it belongs to, as far as the viewer may see them. */
  areas: (viewer: Viewer) => Promise<readonly { id: string; phaseId: string }[]>
  /** The actions the viewer may see. */
  actions: (viewer: Viewer) => Promise<readonly LoggedAction[]>
  /** Puts one where it goes. The right to close the phase is the right to do so. */
  place: (tx: Transaction, viewer: Viewer, placement: Placement, why: string) => Promise<void>
}

export type LoggedAction = PhaseAction & { number: number; title: string }

/** Ends a phase once everything in its log is finished, dropped with a reason, or tied to a legacy item (requirements, row 32). */
export function closePhase(needs: PhaseNeeds, viewer: Viewer, input: ClosePhaseInput): Promise<StoredPhase> {
  return needs.command(
    { command: 'closePhase', viewer, input },
    async (tx) => {
      const body = advisoryGroup(await needs.directory.now())
      const before = await needs.phases.get(viewer, input.id, tx)
      const refusal = whyNotClosePhase(viewer, body, before)
      if (refusal) throw new Refusal(refusal)
      const log = await logOf(needs, viewer, before)
      const placements = checked(log, givenPlacements(input.items))
      const closingNote = fitting('reason', input.note ?? null) || null
      const closed = { status: 'closed', closedAt: tx.at, closedBy: viewer.personId, closingNote } as const
      const office = officeFor(viewer, 'rule', { space: 'body', body })
      const after = await needs.phases.save(tx, before, { ...before, ...closed }, office)
      for (const placement of placements) await needs.place(tx, viewer, placement, closingNote ?? before.title)
      return after
    },
    (id) => needs.phases.get(viewer, id),
  )
}

/** Those of unfinished actions of the log; throws with the list of what goes nowhere yet. */
function checked(log: readonly LoggedAction[], given: readonly Placement[]): Placement[] {
  const elsewhere = given.find(({ to }) => to === 'body')
  if (elsewhere) throw new Refusal('malformed', { field: 'items', actionId: elsewhere.actionId })
  const left = unhandled(log, given).map(({ id, number, title }) => ({ id, number, title }))
  if (left.length > 0) throw new Refusal('items-unplaced', { items: left })
  const open = new Set(unplaced(log, []).map(({ id }) => id))
  return given.filter(({ actionId }) => open.has(actionId))
}

/** The actions of a phase, as far as the viewer may see them. */
export async function logOf<A extends PhaseAction>(
  needs: Pick<PhaseNeeds, 'phases' | 'areas'> & { actions: (viewer: Viewer) => Promise<readonly A[]> },
  viewer: Viewer,
  phase: Pick<StoredPhase, 'id' | 'number' | 'status'>,
): Promise<A[]> {
  const areas = new Map((await needs.areas(viewer)).map(({ id, phaseId }) => [id, phaseId]))
  return logOfPhase(phase, await needs.phases.all(), areas, await needs.actions(viewer))
}

/** Phases are the advisory group's. */
export function advisoryGroup({ bodies }: Names) {
  const found = [...bodies.values()].find(({ kind }) => kind === 'advisory-group')
  if (!found) throw new Refusal('not-found')
  return found
}

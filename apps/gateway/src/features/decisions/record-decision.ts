import {
  type BodyPlace,
  dayInLondon,
  fitting,
  type Meeting,
  officeFor,
  Refusal,
  type Viewer,
  whyNotRecordDecision,
} from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredDecision } from './decision.model.js'
import type { DecisionStore } from './decision.store.js'
import type { RecordDecisionInput } from './decision.type.js'

export interface RecordDecisionNeeds {
  decisions: DecisionStore
  command: Command
  directory: Directory
  nextNumber: (tx: Transaction) => Promise<number>
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  meetingOf: (viewer: Viewer, id: string, tx: Transaction) => Promise<{ record: Meeting; body: BodyPlace }>
  /** Those of the actions that the viewer may see. */
  knownActions: (viewer: Viewer, ids: readonly string[]) => Promise<readonly string[]>
}

/** What the meeting resolved, written down while its minutes are still open. */
export function recordDecision(
  needs: RecordDecisionNeeds,
  viewer: Viewer,
  input: RecordDecisionInput,
): Promise<StoredDecision> {
  return needs.command(
    { command: 'recordDecision', viewer, input },
    async (tx) => {
      const meeting = await needs.meetingOf(viewer, input.meetingId, tx)
      const refusal = whyNotRecordDecision(viewer, meeting)
      if (refusal) throw new Refusal(refusal)
      const given = { ...(await checked(needs, viewer, input)), id: newRecordId(input.id) }
      const decision: StoredDecision = {
        ...given,
        number: await needs.nextNumber(tx),
        meetingId: input.meetingId,
        bodyId: meeting.body.id,
        date: dayInLondon(tx.at),
        recordedBy: viewer.personId,
        audience: 'member',
        source: null,
        version: 1,
      }
      return needs.decisions.add(tx, decision, officeFor(viewer, 'write', { space: 'body', body: meeting.body }))
    },
    (id) => needs.decisions.get(viewer, id),
  )
}

async function checked(needs: RecordDecisionNeeds, viewer: Viewer, input: RecordDecisionInput) {
  const text = fitting('decision', input.text)
  if (!text) throw new Refusal('text-needed')
  const proposedBy = input.proposedById ?? null
  if (proposedBy && !(await needs.directory.now()).people.has(proposedBy)) throw new Refusal('not-found')
  const actionIds = [...new Set(input.actionIds ?? [])]
  if ((await needs.knownActions(viewer, actionIds)).length < actionIds.length) throw new Refusal('not-found')
  return { text, proposedBy, actionIds }
}

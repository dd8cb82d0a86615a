import { Refusal, type Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { HeldStoredDecision } from './decision.model.js'
import type { DecisionNeeds } from './decision-needs.js'

/** A decision beside its body and its meeting. Throws Refusal('not-found'), also for what the viewer may not see. */
export async function heldDecision(
  { decisions, directory, meetingStatus }: Pick<DecisionNeeds, 'decisions' | 'directory' | 'meetingStatus'>,
  viewer: Viewer,
  tx: Transaction,
  id: string,
): Promise<HeldStoredDecision> {
  const record = await decisions.get(viewer, id, tx)
  const body = (await directory.now()).bodies.get(record.bodyId)
  if (!body) throw new Refusal('not-found')
  const status = record.meetingId ? await meetingStatus(tx, record.bodyId, record.meetingId) : null
  return { record, body, meeting: status && { status } }
}

import {
  type BodyPlace,
  dayInLondon,
  officeFor,
  plainDecision,
  Refusal,
  type Viewer,
  whyNotDecisionStep,
  whyNotRecordDecision,
  whyNotRestrict,
} from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import { givenRestriction } from '../../platform/graphql/restriction.js'
import type { Notify } from '../../platform/notify.js'
import { newRecordId } from '../../platform/record-id.js'
import type { RecordDecisionInput } from './decision.inputs.js'
import type { StoredDecision } from './decision.model.js'
import type { DecisionNeeds } from './decision-needs.js'
import { givenDecision } from './given-decision.js'
import { heldDecision } from './held-decision.js'

/** What the meeting resolved, written down while its minutes are still open; a settled decision is corrected by one like this. */
export function recordDecision(
  needs: DecisionNeeds,
  viewer: Viewer,
  input: RecordDecisionInput,
): Promise<StoredDecision> {
  const { decisions, command, directory, notify, nextNumber, meetingOf } = needs
  return command(
    { command: 'recordDecision', viewer, input },
    async (tx) => {
      const meeting = await meetingOf(viewer, input.meetingId, tx)
      const refusal = whyNotRecordDecision(viewer, meeting)
      if (refusal) throw new Refusal(refusal)
      const names = await directory.now()
      const office = officeFor(viewer, 'write', { space: 'body', body: meeting.body })
      const decision: StoredDecision = {
        ...plainDecision,
        ...givenDecision(input, names),
        ...givenKind(input, names),
        id: newRecordId(input.id),
        number: await nextNumber(tx),
        meetingId: input.meetingId,
        bodyId: meeting.body.id,
        date: dayInLondon(tx.at),
        recordedBy: viewer.personId,
        recordedAt: tx.at,
        actionIds: await givenActions(needs, viewer, input),
        earlier: [],
        restrictedTo: restrictedFromTheFirst(viewer, meeting.body, input, names),
        audience: 'member',
        source: null,
        version: 1,
      }
      const replaced = input.replacesId ? await replaceable(needs, viewer, tx, input.replacesId, decision) : null
      const recorded = await decisions.add(tx, { ...decision, replaces: replaced?.id ?? null }, office)
      if (replaced) await decisions.save(tx, replaced, { ...replaced, replacedBy: recorded.id }, office)
      await tellRecipient(notify, tx, recorded)
      return recorded
    },
    (id) => decisions.get(viewer, id),
  )
}

function restrictedFromTheFirst(viewer: Viewer, body: BodyPlace, { restrictedTo }: RecordDecisionInput, names: Names) {
  if (!restrictedTo) return null
  const refusal = whyNotRestrict(viewer, body, 'member')
  if (refusal) throw new Refusal(refusal)
  return givenRestriction(viewer, null, restrictedTo, names)
}

/** The settled decision that this one corrects, of the same body. */
async function replaceable(
  needs: DecisionNeeds,
  viewer: Viewer,
  tx: Transaction,
  id: string,
  by: StoredDecision,
): Promise<StoredDecision> {
  const held = await heldDecision(needs, viewer, tx, id)
  if (held.record.bodyId !== by.bodyId) throw new Refusal('not-on-this-body')
  const refusal = whyNotDecisionStep(viewer, held, 'replace')
  if (refusal) throw new Refusal(refusal)
  return held.record
}

/** Advice names the office it goes to; a decision goes to none. */
function givenKind({ kind, recipientBodyId }: RecordDecisionInput, names: Names) {
  if (kind !== 'advice') {
    if (recipientBodyId) throw new Refusal('not-advice')
    return {}
  }
  const recipient = recipientBodyId ? names.bodies.get(recipientBodyId) : undefined
  if (recipient?.kind !== 'ministerial-office') throw new Refusal('malformed', { field: 'recipientBodyId' })
  return { kind, recipientBodyId: recipient.id }
}

async function givenActions({ knownActions }: DecisionNeeds, viewer: Viewer, input: RecordDecisionInput) {
  const actionIds = [...new Set(input.actionIds ?? [])]
  if ((await knownActions(viewer, actionIds)).length < actionIds.length) throw new Refusal('not-found')
  return actionIds
}

async function tellRecipient(notify: Notify, tx: Transaction, { id, recipientBodyId, text }: StoredDecision) {
  if (!recipientBodyId) return
  const to = [{ kind: 'body', bodyId: recipientBodyId } as const]
  await notify(tx, [{ kind: 'decision', to, about: { type: 'Decision', id }, text }])
}

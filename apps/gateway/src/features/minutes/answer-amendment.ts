import {
  type AmendmentStep,
  answerAmendment,
  fitting,
  officeFor,
  Refusal,
  type Viewer,
  whyNotAmendAt,
} from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { ActionInput, ReasonInput } from '../../platform/graphql/record-inputs.js'
import type { StoredAmendment } from './amendment.kind.js'
import type { AgreeAmendmentInput } from './amendment.type.js'
import type { AmendmentNeeds } from './propose-amendment.js'

/** A chair or vice-chair who did not propose it agrees it, at a later meeting that is named. It is seen by whoever sees the minutes. */
export function agreeAmendment(
  needs: AmendmentNeeds,
  viewer: Viewer,
  input: AgreeAmendmentInput,
): Promise<StoredAmendment> {
  return answer(needs, viewer, 'agreeAmendment', input, async (held, tx) => {
    const after = answerAmendment(viewer, held, 'agree', { at: tx.at, meetingId: input.meetingId })
    const { record: later } = await needs.meetingOf(viewer, input.meetingId, tx)
    const refusal = whyNotAmendAt(held.meeting, later)
    if (refusal) throw new Refusal(refusal)
    return { ...after, audience: held.meeting.audience }
  })
}

/** A chair or vice-chair says no, and why. */
export function declineAmendment(needs: AmendmentNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredAmendment> {
  return answer(needs, viewer, 'declineAmendment', input, async (held, { at }) =>
    answerAmendment(viewer, held, 'decline', { at, reason: fitting('reason', input.reason) }),
  )
}

/** Whoever proposed it takes it back. */
export function withdrawAmendment(needs: AmendmentNeeds, viewer: Viewer, input: ActionInput): Promise<StoredAmendment> {
  return answer(needs, viewer, 'withdrawAmendment', input, async (held, { at }) =>
    answerAmendment(viewer, held, 'withdraw', { at }),
  )
}

type Held = Awaited<ReturnType<AmendmentNeeds['meetingOf']>>

function answer(
  { amendments, command, meetingOf, notify }: AmendmentNeeds,
  viewer: Viewer,
  name: `${AmendmentStep}Amendment`,
  input: { mutationId: string; id: string },
  change: (
    held: { record: StoredAmendment; body: Held['body']; meeting: Held['record'] },
    tx: Transaction,
  ) => Promise<StoredAmendment>,
): Promise<StoredAmendment> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const record = await amendments.get(viewer, input.id, tx)
      const { record: meeting, body } = await meetingOf(viewer, record.meetingId, tx)
      const after = await change({ record, body, meeting }, tx)
      const saved = await amendments.save(tx, record, after, officeFor(viewer, 'write', { space: 'body', body }))
      const to = [{ kind: 'person', personId: saved.proposedBy } as const]
      await notify(tx, [{ kind: 'minutes', to, about: { type: 'Amendment', id: saved.id }, text: saved.answer }])
      return saved
    },
    (id) => amendments.get(viewer, id),
  )
}

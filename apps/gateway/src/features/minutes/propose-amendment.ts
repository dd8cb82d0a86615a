import {
  allWords,
  fitting,
  type Owner,
  officeFor,
  passagesOf,
  Refusal,
  type Viewer,
  whyNotProposeAmendment,
  whyNotThere,
} from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Notify } from '../../platform/notify.js'
import { newRecordId } from '../../platform/record-id.js'
import type { AgreedMinutesStore } from './agreed-minutes.store.js'
import type { AmendmentStore, StoredAmendment } from './amendment.kind.js'
import type { ProposeAmendmentInput } from './amendment.type.js'
import type { FreezeMinutesNeeds } from './freeze-minutes.js'
import { frozenWords } from './frozen-words.js'

export interface AmendmentNeeds {
  amendments: AmendmentStore
  minutes: AgreedMinutesStore
  command: Command
  notify: Notify
  meetingOf: FreezeMinutesNeeds['meetingOf']
  /** The next number within a meeting's minutes. */
  nextAmendment: (tx: Transaction, meetingId: string) => Promise<number>
}

/** Somebody who may write there says what should read otherwise, and where; the chairs are told. */
export function proposeAmendment(
  needs: AmendmentNeeds,
  viewer: Viewer,
  input: ProposeAmendmentInput,
): Promise<StoredAmendment> {
  const { amendments, minutes, command, notify, meetingOf, nextAmendment } = needs
  return command(
    { command: 'proposeAmendment', viewer, input },
    async (tx) => {
      const { record: meeting, body } = await meetingOf(viewer, input.meetingId, tx)
      const frozen = await minutes.find(meeting.id)
      const refusal =
        whyNotProposeAmendment(viewer, { record: meeting, body }) ?? (frozen ? null : 'minutes-not-agreed')
      if (refusal || !frozen) throw new Refusal(refusal ?? 'minutes-not-agreed')
      const given = givenWords(input)
      const text = frozenWords(frozen)
      const elsewhere = whyNotThere(passagesOf(text), allWords(text), given)
      if (elsewhere) throw new Refusal(elsewhere)
      const amendment: StoredAmendment = {
        ...given,
        id: newRecordId(input.id),
        number: await nextAmendment(tx, meeting.id),
        meetingId: meeting.id,
        bodyId: body.id,
        status: 'proposed',
        proposedBy: viewer.personId,
        proposedAt: tx.at,
        answeredBy: null,
        answeredAt: null,
        answer: null,
        agreedAtMeetingId: null,
        audience: 'member',
        version: 1,
      }
      const saved = await amendments.add(tx, amendment, officeFor(viewer, 'write', { space: 'body', body }))
      await notify(tx, [{ kind: 'minutes', to: chairsOf(body.id), about: { type: 'Amendment', id: saved.id } }])
      return saved
    },
    (id) => amendments.get(viewer, id),
  )
}

function givenWords({ place, before, after, reason }: ProposeAmendmentInput) {
  const given = {
    place: place ?? null,
    before: fitting('amendment', before),
    after: fitting('amendment', after),
    reason: fitting('reason', reason),
  }
  if (!given.before && !given.after) throw new Refusal('text-needed')
  if (given.before === given.after) throw new Refusal('already-so')
  if (!given.reason) throw new Refusal('reason-needed')
  return given
}

export const chairsOf = (bodyId: string): Owner[] => [
  { kind: 'office', office: 'chair', bodyId },
  { kind: 'office', office: 'vice-chair', bodyId },
]

import type { NoticeKind } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { Notify } from '../../platform/notify.js'
import type { HeldStoredMeeting } from './meeting.model.js'

export interface TellExpectedNeeds {
  notify: Notify
  /** Who belongs at a meeting of the body, by the offices in force now. */
  expectedAt: (bodyId: string) => Promise<readonly string[]>
}

/** A line in the inbox of everybody who belongs at the meeting. */
export async function tellExpected(
  { notify, expectedAt }: TellExpectedNeeds,
  tx: Transaction,
  { record }: HeldStoredMeeting,
  kind: NoticeKind,
  text: string | null = null,
): Promise<void> {
  const to = (await expectedAt(record.bodyId)).map((personId) => ({ kind: 'person' as const, personId }))
  await notify(tx, [{ kind, to, about: { type: 'Meeting', id: record.id }, text }])
}

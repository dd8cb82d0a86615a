import { type Meeting, officeFor, Refusal, type RefusalCode, type Viewer } from '@camau/domain'
import { refuseIfChanged } from '../../platform/changed-since.js'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { HeldStoredMeeting, StoredMeeting } from './meeting.model.js'
import type { MeetingStore } from './meeting.store.js'

/** What every command on meetings needs, and no more. */
export interface MeetingNeeds {
  meetings: MeetingStore
  command: Command
  directory: Directory
}

/** One verb on a meeting: the rule, and what the rule makes of it. */
export interface MeetingChange {
  whyNot: (viewer: Viewer, held: HeldStoredMeeting) => RefusalCode | null
  change: (held: HeldStoredMeeting, tx: Transaction) => Meeting | Promise<Meeting>
  /** What goes with it, after the meeting itself: the first change says which record the command was about. */
  also?: (tx: Transaction, saved: HeldStoredMeeting) => Promise<void>
}

/** Read, decide, save, tell: the same for every verb on one meeting. */
export function changeMeeting(
  { meetings, command, directory }: MeetingNeeds,
  viewer: Viewer,
  name: string,
  input: { mutationId: string; id: string; basedOn?: number | null },
  { whyNot, change, also }: MeetingChange,
): Promise<StoredMeeting> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const held = await meetings.get(viewer, input.id, tx)
      const refusal = whyNot(viewer, held)
      if (refusal) throw new Refusal(refusal)
      refuseIfChanged(held.record.versions, 'agenda', input.basedOn, held.record.agenda, await directory.now())
      const office = officeFor(viewer, 'write', { space: 'body', body: held.body })
      const saved = await meetings.save(tx, viewer, held, await change(held, tx), office)
      await also?.(tx, saved)
      return saved.record
    },
    async (id) => (await meetings.get(viewer, id)).record,
  )
}

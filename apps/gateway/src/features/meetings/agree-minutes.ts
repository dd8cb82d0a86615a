import { takeStep, type Viewer, whyNotStep } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import type { KeepMinutesNeeds } from './keep-minutes.js'
import type { MeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import { type TellExpectedNeeds, tellExpected } from './tell-expected.js'

export interface AgreeMinutesNeeds extends MeetingNeeds, TellExpectedNeeds, KeepMinutesNeeds {
  /** Keeps the words, and each action's values as minuted, for ever. */
  freeze: (tx: Transaction, viewer: Viewer, meetingId: string) => Promise<void>
}

/** A chair or vice-chair who did not circulate them makes the minutes a record. */
export function agreeMinutes(needs: AgreeMinutesNeeds, viewer: Viewer, input: MeetingInput): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'agreeMinutes', input, {
    whyNot: (viewer, held) => whyNotStep(viewer, held, 'agree'),
    async change(held, tx) {
      await needs.freeze(tx, viewer, held.record.id)
      return takeStep(viewer, held, 'agree', tx.at)
    },
    async also(tx, saved) {
      await needs.keepMinutes(tx, saved.record.id, 'agreed')
      await tellExpected(needs, tx, saved, 'minutes')
    },
  })
}

import { takeStep, type Viewer, whyNotStep } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import type { MeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'

export interface PublishMinutesNeeds extends MeetingNeeds {
  /** What the meeting resolved becomes public with its minutes. */
  publishDecisions: (tx: Transaction, viewer: Viewer, meetingId: string) => Promise<void>
}

/** Agreed minutes become public. */
export function publishMinutes(
  needs: PublishMinutesNeeds,
  viewer: Viewer,
  input: MeetingInput,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'publishMinutes', input, {
    whyNot: (viewer, held) => whyNotStep(viewer, held, 'publish'),
    change: ({ record, body }, { at }) => takeStep(viewer, { record, body }, 'publish', at),
    also: (tx, { record }) => needs.publishDecisions(tx, viewer, record.id),
  })
}

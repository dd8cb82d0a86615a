import { type PlainStep, takeStep, type Viewer, whyNotStep } from '@camau/domain'
import { changeMeeting, type MeetingChange, type MeetingNeeds } from './change-meeting.js'
import type { MeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'

/** One step of the meeting's life-cycle under the name of its command. */
export function stepMeeting(
  needs: MeetingNeeds,
  viewer: Viewer,
  command: string,
  step: PlainStep,
  input: MeetingInput,
  also: MeetingChange['also'] = async () => undefined,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, command, input, {
    whyNot: (viewer, held) => whyNotStep(viewer, held, step),
    change: (held, { at }) => takeStep(viewer, held, step, at),
    also,
  })
}

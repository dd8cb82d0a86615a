import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import type { AgreeMinutesNeeds } from './agree-minutes.js'
import {
  AttendanceResolver,
  BodyMeetingsResolver,
  MeetingResolver,
  ViewerMeetingsResolver,
} from './meeting.resolver.js'
import { meetingType } from './meeting.shape.js'
import type { MeetingStore } from './meeting.store.js'
import type { PublishMinutesNeeds } from './publish-minutes.js'
import type { SetAttendanceNeeds } from './set-attendance.js'

export interface MeetingsFeatureNeeds {
  meetings: MeetingStore
  command: Command
  directory: Directory
  now: () => Date
  freeze: AgreeMinutesNeeds['freeze']
  publishDecisions: PublishMinutesNeeds['publishDecisions']
  expectedAt: SetAttendanceNeeds['expectedAt']
}

/** The store is made first: minutes and actions ask it what a meeting is. */
export function createMeetings(needs: MeetingsFeatureNeeds): Feature {
  return {
    resolvers: [
      new MeetingResolver(needs),
      new AttendanceResolver(),
      new BodyMeetingsResolver(needs),
      new ViewerMeetingsResolver(needs),
    ],
    sources: {
      async Meeting(viewer, ids) {
        const found = (await needs.meetings.list(viewer)).map(({ record }) => meetingType(record))
        return inOrder(ids, found, ({ id }) => id)
      },
    },
  }
}

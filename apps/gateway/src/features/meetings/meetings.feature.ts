import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import type { Notify } from '../../platform/notify.js'
import type { AgreeMinutesNeeds } from './agree-minutes.js'
import {
  AttendanceRateResolver,
  AttendanceResolver,
  BodyAttendanceResolver,
  CancellationResolver,
  EarlierTimeResolver,
  MeetingAttendanceResolver,
} from './attendance.resolver.js'
import { DeclarationResolver, MeetingDeclarationsResolver } from './declaration.resolver.js'
import { type DeclarationStore, declarationStore } from './declaration.store.js'
import type { KeepMinutes } from './keep-minutes.js'
import { BodyMeetingsResolver, MeetingResolver, ViewerMeetingsResolver } from './meeting.resolver.js'
import { meetingType } from './meeting.shape.js'
import type { MeetingStore } from './meeting.store.js'
import {
  BodyBusinessResolver,
  type MeetingBusinessNeeds,
  MeetingBusinessResolver,
  ParkedItemResolver,
} from './meeting-business.resolver.js'
import { BodySeriesResolver, MeetingSeriesResolver } from './meeting-series.resolver.js'
import { type MeetingSeriesStore, meetingSeriesStore } from './meeting-series.store.js'
import { openBusiness } from './open-business.js'
import { type ParkedItemStore, parkedItemStore } from './parked-item.store.js'
import type { PublishMinutesNeeds } from './publish-minutes.js'
import type { SetAttendanceNeeds } from './set-attendance.js'

/** What goes with meetings: how bodies meet, what they put aside, and what interests were declared. */
export interface MeetingRecords {
  series: MeetingSeriesStore
  parkedItems: ParkedItemStore
  declarations: DeclarationStore
}

export function meetingRecords(db: Connection, directory: Directory, bus: Bus, now: () => Date): MeetingRecords {
  return {
    series: meetingSeriesStore(db, directory, bus, now),
    parkedItems: parkedItemStore(db, directory, bus, now),
    declarations: declarationStore(db, directory, bus, now),
  }
}

export interface MeetingsFeatureNeeds extends MeetingRecords {
  db: Connection
  meetings: MeetingStore
  openActionsOf: MeetingBusinessNeeds['openActionsOf']
  notify: Notify
  command: Command
  directory: Directory
  now: () => Date
  freeze: AgreeMinutesNeeds['freeze']
  keepMinutes: KeepMinutes
  publishDecisions: PublishMinutesNeeds['publishDecisions']
  expectedAt: SetAttendanceNeeds['expectedAt']
}

/** The store is made first: minutes and actions ask it what a meeting is. */
export function createMeetings(given: MeetingsFeatureNeeds): Feature {
  const needs = { ...given, openBusiness: openBusiness(given.db, given.meetings, given.parkedItems) }
  return {
    resolvers: [
      new MeetingResolver(needs),
      new MeetingAttendanceResolver(needs),
      new AttendanceResolver(),
      new AttendanceRateResolver(),
      new EarlierTimeResolver(),
      new CancellationResolver(),
      new MeetingBusinessResolver(needs),
      new BodyBusinessResolver(needs),
      new ParkedItemResolver(needs),
      new MeetingSeriesResolver(needs),
      new BodySeriesResolver(needs),
      new BodyAttendanceResolver(needs),
      new DeclarationResolver(needs),
      new MeetingDeclarationsResolver(needs),
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

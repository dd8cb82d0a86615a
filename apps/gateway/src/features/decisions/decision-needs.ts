import type { BodyPlace, Meeting, MeetingStatus, Viewer } from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { Notify } from '../../platform/notify.js'
import type { DecisionStore } from './decision.store.js'

/** What every command on decisions needs, and no more. */
export interface DecisionNeeds {
  decisions: DecisionStore
  command: Command
  directory: Directory
  notify: Notify
  nextNumber: (tx: Transaction) => Promise<number>
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  meetingOf: (viewer: Viewer, id: string, tx: Transaction) => Promise<{ record: Meeting; body: BodyPlace }>
  /** Whoever asks, for whether the minutes that hold a decision are agreed; null where there is no such meeting. */
  meetingStatus: (tx: Transaction, bodyId: string, id: string) => Promise<MeetingStatus | null>
  /** Those of the actions that the viewer may see. */
  knownActions: (viewer: Viewer, ids: readonly string[]) => Promise<readonly string[]>
}

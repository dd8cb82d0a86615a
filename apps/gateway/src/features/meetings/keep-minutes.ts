import type { Transaction } from '../../platform/command.js'

/** Keeps the minutes as they stand when their meeting takes a step, as part of it: a version that shows what was closed, sent out, agreed. */
export type KeepMinutes = (
  tx: Transaction,
  meetingId: string,
  kind: 'closed' | 'circulated' | 'agreed',
) => Promise<void>

export interface KeepMinutesNeeds {
  keepMinutes: KeepMinutes
}

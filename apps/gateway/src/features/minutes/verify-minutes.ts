import type { AgreedMinutesRecord, MinutesChainRecord } from './agreed-minutes.model.js'
import { minutesHash } from './minutes-hash.js'

export const minutesFaults = ['changed', 'not-following', 'missing'] as const
export type MinutesFault = (typeof minutesFaults)[number]

/** Agreed minutes that are not what was agreed, by meeting. */
export interface FoundFault {
  meetingId: string
  /** Its words or values differ from its hash, it does not follow the minutes before, or it is gone. */
  because: MinutesFault
}

/**
 * Walks a body's agreed minutes from the last to the first. Each is held against its own hash, and against what the minutes
 * after it, or the end of the chain, say it was: whoever changes minutes and computes their hash anew is found out by the next.
 */
export function verifyMinutes(all: readonly AgreedMinutesRecord[], end: MinutesChainRecord | null): FoundFault[] {
  const byMeeting = new Map(all.map((one) => [one._id, one]))
  const faults = new Map<string, MinutesFault>()
  const walked = new Set<string>()
  for (let next = end && { meetingId: end.meetingId, sha256: end.sha256 }; next && !walked.has(next.meetingId); ) {
    const { meetingId, sha256 } = next
    walked.add(meetingId)
    const minutes = byMeeting.get(meetingId)
    if (!minutes) {
      faults.set(meetingId, 'missing')
      break
    }
    if (minutes.sha256 !== sha256) faults.set(meetingId, 'changed')
    next = minutes.previous ?? null
  }
  for (const minutes of all) {
    if (!isIntact(minutes)) faults.set(minutes._id, 'changed')
    else if (!walked.has(minutes._id) && !faults.has(minutes._id)) faults.set(minutes._id, 'not-following')
  }
  return [...faults].map(([meetingId, because]) => ({ meetingId, because }))
}

/** Whether they are what they were when they were agreed; also for minutes that stand in no chain. */
export function isIntact(minutes: AgreedMinutesRecord): boolean {
  try {
    return minutesHash(minutes) === (minutes.redacted?.sha256 ?? minutes.sha256)
  } catch {
    return false // no longer JSON
  }
}

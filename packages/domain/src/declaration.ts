import { type HeldMeeting, whyClosed } from './meeting.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { RefusalCode } from './refusal.js'

/** An interest somebody declared in one item of one meeting. It stands in the minutes. */
export interface Declaration {
  id: string
  meetingId: string
  itemId: string
  bodyId: string
  personId: string
  /** What the interest is, as far as it was said. */
  nature: string | null
  /** They leave the room for the item. */
  leaves: boolean
  /** Who wrote it down: the person, or whoever keeps the record. */
  declaredBy: string
  declaredAt: Date
  /** Declared by mistake: it stays on record, and not in the minutes. */
  withdrawnAt: Date | null
}

/** For oneself, whoever writes on the body or is recorded at the meeting; for others, those who prepare it. */
export function whyNotDeclare(viewer: Viewer, { record, body }: HeldMeeting, personId: string): RefusalCode | null {
  const place = { space: 'body', body } as const
  const own = personId === viewer.personId
  const here = record.attendance.some((line) => line.personId === viewer.personId)
  const allowed = may(viewer, 'prepare', place) || (own && (here || may(viewer, 'write', place)))
  return allowed ? whyClosed(record) : 'not-permitted'
}

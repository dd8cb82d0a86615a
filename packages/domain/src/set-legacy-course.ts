import { courseNow, type LegacyCourse } from './legacy-course.js'
import { type HeldLegacy, legacyOwner } from './legacy-item.js'
import type { Viewer } from './offices.js'
import { owns } from './owner.js'
import { may } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { refuse } from './refusing.js'

/** For those who write in the register, and for the owner. */
export function whyNotSetCourse(viewer: Viewer, held: HeldLegacy): RefusalCode | null {
  const { record, workstreamBodyId } = held
  const allowed = may(viewer, 'write', { space: 'legacy', workstreamBodyId }) || owns(viewer, legacyOwner(record))
  return allowed ? null : 'not-permitted'
}

/** Adds a decision. Any may follow any other but itself; each says why, and what is merged or replaced says by what. */
export function setCourse<T extends HeldLegacy['record']>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  given: LegacyCourse,
): T {
  refuse(whyNotSetCourse(viewer, held))
  const { record } = held
  if (courseNow(record)?.course === given.course) throw new Refusal('already-so')
  if (!given.reason.trim()) throw new Refusal('reason-needed')
  const joins = given.course === 'merged' || given.course === 'replaced'
  if (joins && (!given.intoId || given.intoId === record.id)) throw new Refusal('legacy-target-needed')
  return { ...record, courses: [...(record.courses ?? []), { ...given, intoId: joins ? given.intoId : null }] }
}

import { fitting, isDay, type LegacyCourse, Refusal, setCourse, type Viewer, whyNotSetCourse } from '@camau/domain'
import { changeLegacy, type LegacyNeeds } from './change-legacy.js'
import type { SetLegacyCourseInput } from './legacy.inputs.js'
import type { StoredHanded } from './stored-legacy.js'

/** Records that it is continued, merged, replaced or stopped, why, and where that is written (requirements, row 41). */
export async function setLegacyCourse(
  needs: LegacyNeeds,
  viewer: Viewer,
  input: SetLegacyCourseInput,
): Promise<StoredHanded> {
  if (!isDay(input.day)) throw new Refusal('impossible-date')
  if (input.intoId) await needs.legacy.get(viewer, input.intoId)
  return changeLegacy(needs, viewer, 'setLegacyCourse', input, {
    whyNot: whyNotSetCourse,
    change: (held, tx) => {
      const course: LegacyCourse = {
        id: tx.newId(),
        course: input.course,
        day: input.day,
        reason: fitting('reason', input.reason),
        reference: fitting('reason', input.reference) || null,
        intoId: input.intoId ?? null,
        at: tx.at,
        personId: viewer.personId,
      }
      return setCourse(viewer, held, course)
    },
  })
}

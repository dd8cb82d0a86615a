import { meetingKinds } from '@camau/domain'
import type { BodyRecord } from './body.model.js'

/** Groups with a log of their own that report to a body, directly or through others. A body is its own ancestor nowhere. */
export function groupsUnder(
  bodyId: string,
  bodies: readonly Pick<BodyRecord, '_id' | 'parentId' | 'kind'>[],
): string[] {
  const below = new Set<string>()
  const visit = (parent: string): void => {
    for (const { _id, parentId } of bodies) {
      if (parentId !== parent || below.has(_id) || _id === bodyId) continue
      below.add(_id)
      visit(_id)
    }
  }
  visit(bodyId)
  return bodies.filter(({ _id, kind }) => below.has(_id) && meetingKinds.includes(kind)).map(({ _id }) => _id)
}

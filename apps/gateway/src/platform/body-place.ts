import type { Place } from '@camau/domain'
import type { Names } from '../../platform/directory.js'

/** null when there is no such body: nobody then sees what was on it. */
export function placeOfBody(bodyId: string, names: Names): Extract<Place, { space: 'body' }> | null {
  const body = names.bodies.get(bodyId)
  return body ? { space: 'body', body: { id: body.id, kind: body.kind, parentId: body.parentId } } : null
}

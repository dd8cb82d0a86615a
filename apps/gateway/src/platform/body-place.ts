import type { Place } from '@camau/domain'
import type { Names } from './directory.js'

/**
 * null when there is no such body: nobody then sees what was on it. Of the body no more than rules need: a place is kept with records,
 * and told with every change.
 */
export function placeOfBody(
  bodyId: string,
  { bodies }: Pick<Names, 'bodies'>,
): Extract<Place, { space: 'body' }> | null {
  const body = bodies.get(bodyId)
  if (!body) return null
  const { id, kind, parentId, status } = body
  return { space: 'body', body: { id, kind, parentId, status } }
}

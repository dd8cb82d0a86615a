import type { BodyPlace } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import type { LinkedEndFragment } from './dependencies.graphql'

/** The body of one end as the rules take it; null where the end belongs to none. */
export function bodyOf({ body }: LinkedEndFragment): BodyPlace | null {
  return body && placeOf(body)
}

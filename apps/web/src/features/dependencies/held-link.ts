import type { BodyPlace } from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { LinkedEndFragment } from './dependencies.graphql'

/** The body of one end as the rules take it; null where the end belongs to none. */
export function bodyOf({ body }: LinkedEndFragment): BodyPlace | null {
  return body && { id: body.id, kind: domainName(body.kind), parentId: body.parent?.id ?? null }
}

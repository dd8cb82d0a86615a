import type { BodyPlace } from '@camau/domain'
import { domainName } from './enums'
import type { BodyKind, BodyStatus } from './fragments.graphql'

interface Body {
  id: string
  kind: BodyKind
  status: BodyStatus
  parent: { id: string } | null
}

/** What a permission needs to know of a body. With its status: what has closed is read and no longer written. */
export function placeOf({ id, kind, status, parent }: Body): BodyPlace {
  return { id, kind: domainName(kind), parentId: parent?.id ?? null, status: domainName(status) }
}

import type { Body } from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { BodyInLife } from './body-in-life'

/** The body as the rules ask about it. */
export function heldBody({ id, kind, status, parent }: Pick<BodyInLife, 'id' | 'kind' | 'status' | 'parent'>) {
  return {
    id,
    kind: domainName(kind),
    status: domainName(status),
    parentId: parent?.id ?? null,
  } satisfies Partial<Body>
}

import { meetingKinds, type OfficeKind } from '@camau/domain'
import type { Me } from '../../platform/viewer'

/** Bodies with a log of their own that the person holds an office on; where they rule comes first. */
export function myBodies({ offices }: Me): string[] {
  const own = offices
    .filter(({ bodyKind, office }) => meetingKinds.includes(bodyKind) && office !== 'guest')
    .sort((a, b) => rank(a.office) - rank(b.office))
  return [...new Set(own.map(({ bodyId }) => bodyId))]
}

function rank(office: OfficeKind): number {
  return office === 'chair' ? 0 : office === 'vice-chair' ? 1 : 2
}

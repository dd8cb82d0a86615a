import { type BodyKind, type BodyStatus, bodyKinds } from '@camau/domain'
import type { BodyRecord } from '../features/bodies/body.model.js'
import type { Seed } from './read-seed.js'
import type { SeedBody } from './seed-schemas.js'

/** The legacy report speaks of these as intended; no document shows either at work. */
const intended = ['body-delivery-board', 'body-successor-stakeholder-group']

export function mapBodies({ bodies }: Seed): BodyRecord[] {
  return bodies.items.map(({ id, active, type, ...body }) => ({
    ...body,
    ...active,
    _id: id,
    type,
    kind: kindOf(type),
    status: statusOf(id, active),
    example: false,
    version: 1,
  }))
}

function kindOf(type: string): BodyKind {
  return bodyKinds.find((kind) => kind === type) ?? 'other'
}

function statusOf(id: string, { to }: SeedBody['active']): BodyStatus {
  if (intended.includes(id)) return 'proposed'
  return to ? 'closed' : 'active'
}

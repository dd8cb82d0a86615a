import { type BodyKind, type BodyStatus, bodyKinds, type Sector } from '@camau/domain'
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
    remit: null,
    plannedEnd: null,
    sector: sectors[id] ?? sectors[type] ?? null,
    life: [],
    audience: 'public',
    version: 1,
  }))
}

/** Where the documents' own kind or name of an organisation says its sector; every other is not stated. */
const sectors: Readonly<Record<string, Sector>> = {
  'third-sector': 'third-sector',
  'local-authority': 'local-government',
  'local-authorities': 'local-government',
  commissioner: 'commissioner',
  government: 'government',
  'government-directorate': 'government',
  'body-wlga': 'local-government',
  'body-lhbs': 'health',
  'body-education-consortia': 'education',
  'body-family-justice-network': 'youth-and-family-justice',
  'body-lfjbs': 'youth-and-family-justice',
  'body-lfjb-north': 'youth-and-family-justice',
  'body-lfjb-south-east': 'youth-and-family-justice',
}

function kindOf(type: string): BodyKind {
  return bodyKinds.find((kind) => kind === type) ?? 'other'
}

function statusOf(id: string, { to }: SeedBody['active']): BodyStatus {
  if (intended.includes(id)) return 'proposed'
  return to ? 'closed' : 'active'
}

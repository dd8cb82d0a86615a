import { type BodyPlace, type HeldOffice, officeFor, Refusal, type Viewer } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { Loaders } from '../../platform/loaders.js'
import type { DependencyEndType } from './dependency.type.js'
import { dependencyEnd } from './dependency-end.js'

export interface LinkedEnds {
  dependent: BodyPlace | null
  other: BodyPlace | null
  /** Those that are there. */
  bodies: readonly BodyPlace[]
}

/** The bodies at both ends, which the rule asks for. Throws Refusal('not-found') for an end the viewer may not see. */
export async function linkedBodies(
  load: Loaders,
  { dependentId, dependsOnId }: { dependentId: string; dependsOnId: string },
  names: Names,
): Promise<LinkedEnds> {
  const dependent = bodyOf(await dependencyEnd(load, dependentId, names), names)
  const other = bodyOf(await dependencyEnd(load, dependsOnId, names), names)
  return { dependent, other, bodies: [dependent, other].filter((body) => body !== null) }
}

/** The office used: the Operational Group's business, or that of the body both ends belong to. */
export function linkingOffice(viewer: Viewer, { dependent }: LinkedEnds): HeldOffice | null {
  const within = dependent && officeFor(viewer, 'write', { space: 'body', body: dependent })
  return officeFor(viewer, 'write', { space: 'operational-board' }) ?? within
}

function bodyOf(end: DependencyEndType, names: Names): BodyPlace | null {
  if (end.restricted) throw new Refusal('not-found')
  const body = end.bodyId === null ? undefined : names.bodies.get(end.bodyId)
  return body ? { id: body.id, kind: body.kind, parentId: body.parentId, status: body.status } : null
}

import { blockingKinds, workstreamOf } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { Loaders } from '../../platform/loaders.js'
import type { StoredDependency } from './dependency.model.js'
import { type DependencyEndType, DependencyType } from './dependency.type.js'
import { dependencyEnd } from './dependency-end.js'

/** A dependency with both ends as the viewer may see them, and what follows from them. */
export async function dependencyType(link: StoredDependency, load: Loaders, names: Names): Promise<DependencyType> {
  const [dependent, dependsOn] = await Promise.all([
    dependencyEnd(load, link.dependentId, names),
    dependencyEnd(load, link.dependsOnId, names),
  ])
  return linked(link, dependent, dependsOn, names)
}

/** The same with ends that were read before. */
export function linked(
  link: StoredDependency,
  dependent: DependencyEndType,
  dependsOn: DependencyEndType,
  names: Names,
): DependencyType {
  const { id, kind, basis, source, version } = link
  // The sentence names what is linked: whoever may not see one of the ends is not told of it by the other.
  const text = dependent.restricted || dependsOn.restricted ? '' : link.text
  const [one, other] = [lineOf(dependent.bodyId, names), lineOf(dependsOn.bodyId, names)]
  return Object.assign(new DependencyType(), {
    id,
    kind,
    basis,
    text,
    source,
    version,
    dependent,
    dependsOn,
    blocks: blockingKinds.includes(kind),
    late: dependsOn.late && !dependent.done,
    acrossBodies: one !== null && other !== null && one !== other,
  })
}

/** A workstream and its task and finish groups are one line of work: what waits there waits for its own. */
export function lineOf(bodyId: string | null, { bodies }: Names): string | null {
  const body = bodyId === null ? undefined : bodies.get(bodyId)
  return body ? workstreamOf(body, (body.parentId && bodies.get(body.parentId)) || null) : null
}

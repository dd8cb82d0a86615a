import { type BodyKind, maySeeDependency, type Viewer } from '@camau/domain'
import { inParts } from '../../platform/breathe.js'
import type { Context } from '../../platform/context.js'
import type { Names } from '../../platform/directory.js'
import type { Entities, EntityName } from '../../platform/graphql/entity.js'
import type { Loaders } from '../../platform/loaders.js'
import type { StoredDependency } from './dependency.model.js'
import { linked } from './dependency.shape.js'
import type { DependencyEndType, DependencyFilter, DependencyType } from './dependency.type.js'
import { endOf, endType } from './dependency-end.js'

/** What waits on what, as the viewer may see it: late first, then what holds something up, then the rest. */
export async function listDependencies(
  links: readonly StoredDependency[],
  filter: DependencyFilter,
  { viewer, load }: Pick<Context, 'viewer' | 'load'>,
  names: Names,
): Promise<DependencyType[]> {
  // Each end once, however many links touch it.
  const ids = [...new Set(links.flatMap(({ dependentId, dependsOnId }) => [dependentId, dependsOnId]))]
  const found = await readAtOnce(load, ids)
  const read = await inParts(ids, (part) => part.map((id) => endOf(id, found.get(id) ?? null, names)))
  const ends = new Map(read.map((end) => [end.id, end]))
  const seen = await inParts(links, (part) =>
    part
      .flatMap((link) => {
        const [dependent, dependsOn] = [ends.get(link.dependentId), ends.get(link.dependsOnId)]
        return dependent && dependsOn ? [linked(link, dependent, dependsOn, names)] : []
      })
      .filter((one) => isSeen(viewer, one, names) && isWanted(one, filter, names)),
  )
  return seen.sort(byUrgency)
}

/** As they stand at one moment: asked for part by part, each part would wait for what was written before it. */
async function readAtOnce(load: Loaders, ids: readonly string[]): Promise<Map<string, Entities[EntityName]>> {
  const byType = new Map<EntityName, string[]>()
  for (const id of ids) {
    const type = endType(id)
    const alike = byType.get(type)
    if (alike) alike.push(id)
    else byType.set(type, [id])
  }
  const read = await Promise.all([...byType].map(([type, alike]) => load.byId(type, alike)))
  return new Map(read.flatMap((found) => [...found]))
}

function isSeen(viewer: Viewer, link: DependencyType, names: Names): boolean {
  const seen = [link.dependent, link.dependsOn].filter(({ restricted }) => !restricted)
  const bodies = seen.map(({ bodyId }) => (bodyId === null ? undefined : names.bodies.get(bodyId)))
  // A link between two things that are both not for the viewer says nothing to them.
  return (
    seen.length > 0 &&
    maySeeDependency(
      viewer,
      link,
      bodies.filter((body) => body !== undefined),
    )
  )
}

function isWanted(link: DependencyType, filter: DependencyFilter, names: Names): boolean {
  const ends = [link.dependent, link.dependsOn]
  const answers = {
    blocking: holdsUp(link),
    late: link.late,
    acrossBodies: link.acrossBodies,
    outside: isOutside(link.dependsOn, names),
  }
  const questions = ['blocking', 'late', 'acrossBodies', 'outside'] as const
  if (questions.some((asked) => typeof filter[asked] === 'boolean' && filter[asked] !== answers[asked])) return false
  if (filter.recordId && ends.every(({ id }) => id !== filter.recordId)) return false
  return !filter.bodyId || ends.some(({ bodyId }) => bodyId === filter.bodyId)
}

/** Whether the link holds something up at this moment. */
const holdsUp = ({ blocks, dependent, dependsOn }: DependencyType): boolean =>
  blocks && !dependsOn.done && !dependent.done

const programme: readonly BodyKind[] = [
  'advisory-group',
  'workstream',
  'operational-group',
  'task-and-finish',
  'secretariat',
]

function isOutside({ bodyId }: DependencyEndType, names: Names): boolean {
  const kind = bodyId === null ? undefined : names.bodies.get(bodyId)?.kind
  return kind !== undefined && !programme.includes(kind)
}

function byUrgency(a: DependencyType, b: DependencyType): number {
  const first = rank(a) - rank(b)
  const since = (link: DependencyType) => link.dependsOn.lateSince ?? '9999'
  return first || (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0)
}

function rank(link: DependencyType): number {
  if (link.late) return holdsUp(link) ? 0 : 1
  return holdsUp(link) ? 2 : 3
}

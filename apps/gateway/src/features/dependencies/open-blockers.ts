import { blockingKinds, type OpenBlocker, type Viewer } from '@camau/domain'
import type { Directory, Names } from '../../platform/directory.js'
import type { Loaders } from '../../platform/loaders.js'
import type { DependencyStore } from './dependency.store.js'
import { dependencyEnd } from './dependency-end.js'

export interface OpenBlockersNeeds {
  dependencies: DependencyStore
  directory: Directory
  isFinished: () => Promise<(id: string) => boolean>
  loadFor: (viewer: Viewer) => Loaders
  /** The body that holds an action, whoever asks: of what is not for the viewer, that much is said. */
  bodyOf: (id: string) => Promise<string | null>
}

/** What a record waits for and is not finished, each with its name, or only its body where it is not for the viewer. */
export function openBlockers(needs: OpenBlockersNeeds) {
  return async (viewer: Viewer, id: string): Promise<OpenBlocker[]> => {
    const [byEnd, isFinished, names] = await Promise.all([
      needs.dependencies.byEnd(),
      needs.isFinished(),
      needs.directory.now(),
    ])
    const open = (byEnd.get(id) ?? []).filter(
      ({ dependentId, dependsOnId, kind }) =>
        dependentId === id && blockingKinds.includes(kind) && !isFinished(dependsOnId),
    )
    const load = needs.loadFor(viewer)
    return Promise.all(open.map(({ dependsOnId }) => shown(needs, load, dependsOnId, names)))
  }
}

async function shown(needs: OpenBlockersNeeds, load: Loaders, id: string, names: Names): Promise<OpenBlocker> {
  const { type, label, number, bodyId, restricted } = await dependencyEnd(load, id, names)
  const body = names.bodies.get((restricted ? await needs.bodyOf(id) : bodyId) ?? '')?.shortName ?? null
  return { id: restricted ? '' : id, type, label, number, body, restricted }
}

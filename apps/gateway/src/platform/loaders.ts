import { Refusal, type Viewer } from '@camau/domain'
import DataLoader from 'dataloader'
import type { Entities, EntityName } from './graphql/entity.js'

/** Where records of one kind come from: in the order of the ids, null for what is not there or not for the viewer's eyes. */
export type EntitySource<N extends EntityName> = (
  viewer: Viewer,
  ids: readonly string[],
) => Promise<readonly (Entities[N] | null)[]>
export type EntitySources = { [N in EntityName]?: EntitySource<N> }

/** Records by id, each kind fetched once per request however many fields ask. */
export interface Loaders {
  /** Throws Refusal('not-found'). */
  get<N extends EntityName>(name: N, id: string): Promise<Entities[N]>
  /** null without an id, and for what is not there or not for the viewer's eyes. */
  find<N extends EntityName>(name: N, id: string | null | undefined): Promise<Entities[N] | null>
  /** Leaves out what is not there or not for the viewer's eyes. */
  list<N extends EntityName>(name: N, ids: readonly string[]): Promise<Entities[N][]>
  /** The same by their ids, for work that goes through thousands: one wait for all of them. */
  byId<N extends EntityName>(name: N, ids: readonly string[]): Promise<Map<string, Entities[N]>>
}

export function createLoaders(sources: EntitySources, viewer: Viewer): Loaders {
  const loaders = new Map<EntityName, DataLoader<string, unknown>>()
  function loader<N extends EntityName>(name: N): DataLoader<string, Entities[N] | null> {
    const made = loaders.get(name) ?? new DataLoader((ids: readonly string[]) => sourceOf(sources, name)(viewer, ids))
    loaders.set(name, made)
    return made as DataLoader<string, Entities[N] | null>
  }
  const all = <N extends EntityName>(name: N, ids: readonly string[]) =>
    Promise.all(ids.map((id) => loader(name).load(id)))
  return {
    async get(name, id) {
      const found = await loader(name).load(id)
      if (found === null) throw new Refusal('not-found')
      return found
    },
    find: async (name, id) => (id ? loader(name).load(id) : null),
    list: async (name, ids) => (await all(name, ids)).filter((one) => one !== null),
    async byId(name, ids) {
      const found = await all(name, ids)
      return new Map(ids.flatMap((id, i) => (found[i] ? [[id, found[i]]] : [])))
    },
  }
}

function sourceOf<N extends EntityName>(sources: EntitySources, name: N): EntitySource<N> {
  const source: EntitySource<N> | undefined = sources[name]
  if (!source) throw new Error(`Nothing supplies records of the kind ${name}`)
  return source
}

/** Puts records in the order of the ids asked for. */
export function inOrder<T>(ids: readonly string[], records: readonly T[], idOf: (record: T) => string): (T | null)[] {
  const byId = new Map(records.map((record) => [idOf(record), record]))
  return ids.map((id) => byId.get(id) ?? null)
}

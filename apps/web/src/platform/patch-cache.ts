import type { ApolloCache, NormalizedCacheObject } from '@apollo/client'
import type { Patch } from '@camau/protocol'
import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql'
import { remember } from './newer-patches'

/** Writes what was done into the cache in one go; what the cache holds in a newer version stays. */
export function patchCache(cache: ApolloCache, patches: readonly Patch[]): void {
  remember(cache, patches)
  cache.batch({
    update: (inner) => {
      for (const patch of patches) writePatch(inner, patch)
    },
  })
}

function writePatch(cache: ApolloCache, { type, id, version, fields }: Patch): void {
  if (type === 'DocumentRedaction') forgetVersions(cache)
  const key = cache.identify({ __typename: type, id })
  if (!key) return
  const held = cache.readFragment<{ version: number }>({ id: key, fragment: fragment(type, { version }) })
  if (fields.gone === true) {
    // It is for others now: nothing of it stays on this screen, unless it has come back since.
    if (held && held.version > version) return
    cache.evict({ id: key })
    cache.evict({ id: `DependencyEnd:${id}` }) // says its title again
    return
  }
  // A record this page never asked for needs no patch: the lists that should hold it are asked again.
  // The same version still brings more than the answer of one's own command did.
  if (!held || held.version > version) return
  const data = { __typename: type, id, version, ...fields }
  cache.writeFragment({ id: key, fragment: fragment(type, data), data })
}

/** Words were taken out of a text for good: what was read of its versions may still say them. */
function forgetVersions(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'compareVersions' })
  for (const id of Object.keys(cache.extract() as NormalizedCacheObject))
    if (id.startsWith('DocumentVersion:')) cache.evict({ id, fieldName: 'text' })
}

/** A fragment that selects exactly what a plain value holds. */
function fragment(type: string, value: Record<string, unknown>): DocumentNode {
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.FRAGMENT_DEFINITION,
        name: { kind: Kind.NAME, value: `Patch${type}` },
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
        selectionSet: select(value),
      },
    ],
  }
}

function select(value: object): SelectionSetNode {
  return {
    kind: Kind.SELECTION_SET,
    selections: Object.entries(value).map(([name, inner]) => {
      const sample: unknown = Array.isArray(inner) ? allKeys(inner) : inner
      return {
        kind: Kind.FIELD,
        name: { kind: Kind.NAME, value: name },
        ...(isObject(sample) ? { selectionSet: select(sample) } : {}),
      }
    }),
  }
}

/** The keys of every element together: the first may lack what another has. */
function allKeys(list: readonly unknown[]): unknown {
  return list.every(isObject) && list.length > 0 ? Object.assign({}, ...list) : undefined
}

// Plain JSON (ids of files, counts) has no __typename, so it is a scalar to GraphQL.
function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && '__typename' in value
}

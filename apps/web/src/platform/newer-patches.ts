import { type ApolloCache, ApolloLink } from '@apollo/client'
import type { Patch } from '@camau/protocol'
import { OperationTypeNode } from 'graphql'
import { map } from 'rxjs'

type Patches = Map<string, Patch>

/** An answer that takes longer than this many changes is nobody's any more. */
const mostRemembered = 500
// Per cache, so that nothing of one person's reaches the next.
const newest = new WeakMap<ApolloCache, Patches>()

/** Keeps the newest patch of each record, the last changed ones only. */
export function remember(cache: ApolloCache, patches: readonly Patch[]): void {
  const known = newest.get(cache) ?? new Map()
  newest.set(cache, known)
  for (const patch of patches) {
    const key = keyOf(patch.type, patch.id)
    if ((known.get(key)?.version ?? 0) > patch.version) continue
    known.delete(key) // to the end of the line
    known.set(key, patch)
    const [oldest] = known.keys()
    if (known.size > mostRemembered && oldest) known.delete(oldest)
  }
}

/** An answer may have been made before a change that was told meanwhile: what is newer by then stays on the screen. */
export function keepNewer(cache: ApolloCache): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        const known = newest.get(cache)
        if (!known || !('data' in result) || !isObject(result.data)) return result
        const gone: Patch[] = []
        const isOwn = operation.operationType === OperationTypeNode.MUTATION
        const data = renewedFields(result.data, (record) => newerThan(record, known, isOwn), gone)
        // The answer was made before they were gone, and is about to be written.
        if (gone.length > 0) setTimeout(() => evict(cache, gone))
        return { ...result, data }
      }),
    ),
  )
}

type Newer = (record: Fields) => Patch | undefined

function renewed(value: unknown, newer: Newer, gone: Patch[]): unknown {
  if (Array.isArray(value)) {
    const list = value.map((one: unknown) => renewed(one, newer, gone))
    return list.some((one, index) => one !== value[index]) ? list : value
  }
  return isObject(value) ? renewedFields(value, newer, gone) : value
}

function renewedFields(record: Fields, newer: Newer, gone: Patch[]): Fields {
  const patch = newer(record)
  if (patch?.fields.gone === true) gone.push(patch)
  const entries = Object.entries(record).map(([name, value]) => [name, field(name, value)] as const)
  return entries.some(([name, value]) => value !== record[name]) ? Object.fromEntries(entries) : record

  function field(name: string, value: unknown): unknown {
    if (!patch) return renewed(value, newer, gone)
    if (name === 'version') return patch.version
    const told = patch.fields[name]
    // A patch only names the records it leads to; the answer says more of them.
    return told === undefined || isSameRecord(told, value) ? renewed(value, newer, gone) : told
  }
}

function evict(cache: ApolloCache, gone: readonly Patch[]): void {
  for (const { type, id } of gone) {
    const key = cache.identify({ __typename: type, id })
    if (key) cache.evict({ id: key })
  }
}

/** A command by which one loses a record answers with it once more. */
function newerThan({ __typename, id, version }: Fields, known: Patches, isOwn: boolean): Patch | undefined {
  if (typeof __typename !== 'string' || typeof id !== 'string' || typeof version !== 'number') return undefined
  const patch = known.get(keyOf(__typename, id))
  if (!patch) return undefined
  const isLost = isOwn && patch.fields.gone === true && patch.version === version
  return patch.version > version || isLost ? patch : undefined
}

type Fields = Record<string, unknown>

const keyOf = (type: string, id: string) => `${type}:${id}`
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isSameRecord = (a: unknown, b: unknown) => isObject(a) && isObject(b) && a.id !== undefined && a.id === b.id

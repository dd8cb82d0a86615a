import type { NormalizedCacheObject, StoreObject } from '@apollo/client'
import { breather } from '../breather'

// Of one person, told to few, or, like versions, such that words are taken out of them for good: read with a line only.
const neverKept = new Set(['Comment', 'Notice', 'RestrictedItem', 'RestrictedSlot', 'Device'])
const neverAsked =
  /^(device|search|mentionable|comment|documentVersion|compareVersions|redactionPreview|notices|inbox|__)/
/** A larger log than this is read with a line. */
const mostRecords = 8_000

/** What of a cache is kept on the device: what can be reached from a question, without anything restricted. */
export async function fitForDevice(
  cache: NormalizedCacheObject,
  restricted: ReadonlySet<string>,
): Promise<NormalizedCacheObject> {
  const breathe = breather()
  const isLarge = Object.keys(cache).length > mostRecords
  const ids = new Set([...restricted].map((key) => key.slice(key.indexOf(':') + 1)))
  const kept: Record<string, StoreObject> = {}
  const next: string[] = []
  const { ROOT_QUERY: root, Viewer: viewer } = { ...cache }
  if (!root) return {}
  const questions = Object.entries(root).filter(
    ([name]) => name === '__typename' || !(neverAsked.test(name) || (isLarge && name.startsWith('actions'))),
  )
  kept.ROOT_QUERY = cleaned(Object.fromEntries(questions))
  if (viewer) kept.Viewer = cleaned(viewer)
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const record = cache[id]
    if (!record || id in kept || Object.keys(kept).length >= mostRecords) continue
    kept[id] = cleaned(record)
    await breathe()
  }
  return kept as NormalizedCacheObject

  function cleaned(record: Record<string, unknown>): StoreObject {
    const fields = Object.entries(record).flatMap(([name, value]) => {
      const fit = fitting(value)
      return fit === undefined ? [] : [[name, fit] as const]
    })
    return Object.fromEntries(fields)
  }

  /** undefined: not to be kept. Lists lose what is not; a record loses the field. */
  function fitting(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(fitting).filter((one) => one !== undefined)
    if (typeof value !== 'object' || value === null) return value
    if ('__ref' in value) return named(String(value.__ref)) ? follow(value, String(value.__ref)) : undefined
    if ('id' in value && typeof value.id === 'string' && ids.has(value.id)) return undefined
    return cleaned({ ...value })
  }

  function follow(reference: object, id: string): object {
    next.push(id)
    return reference
  }

  function named(id: string): boolean {
    return !restricted.has(id) && !neverKept.has(id.slice(0, id.indexOf(':')))
  }
}

/** What was read earlier with what is read now; of one record the newer version's fields. */
export async function together(
  earlier: NormalizedCacheObject,
  now: NormalizedCacheObject,
): Promise<NormalizedCacheObject> {
  const breathe = breather()
  const all: Record<string, StoreObject | undefined> = { ...earlier }
  for (const [id, record] of Object.entries(now)) {
    const before = all[id]
    const isOlder = Number(before?.version ?? 0) > Number(record?.version ?? 0)
    all[id] = isOlder ? { ...record, ...before } : { ...before, ...record }
    await breathe()
  }
  return all as NormalizedCacheObject
}

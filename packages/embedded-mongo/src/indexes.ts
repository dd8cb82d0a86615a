import type { Document } from 'bson'
import { encodeKey, hasPath, indexKeys } from './bson/keys.js'
import { duplicateKey } from './errors.js'
import type { Index } from './index-definition.js'
import type { Multikeys } from './multikeys.js'
import { toBytes, toKey } from './store/bytes.js'
import { indexPrefix } from './store/layout.js'
import type { Key } from './store/port.js'
import type { Unit } from './store/unit.js'

interface Entries {
  readonly entries: Map<Key, unknown[]>
  readonly multikey: boolean
  readonly clipped: boolean
}

/** What writing to an index needs to know. */
export interface IndexedRecord {
  readonly namespace: string
  /** The record number, as it stands in keys. */
  readonly record: Key
  readonly document: Document
}

/** Puts a new document into an index. Throws DuplicateKey. */
export function addEntries(unit: Unit, multikeys: Multikeys, index: Index, added: IndexedRecord): void {
  putEntries(unit, multikeys, index, added, entriesOf(index, added.document))
}

/** Takes a document out of an index. */
export function removeEntries(unit: Unit, index: Index, { record, document }: IndexedRecord): void {
  for (const key of entriesOf(index, document).entries.keys()) unit.remove(entryKey(index, key, record))
}

/** Moves a document within an index; entries that stay are not touched, so that they conflict with nobody. */
export function moveEntries(
  unit: Unit,
  multikeys: Multikeys,
  index: Index,
  before: Document,
  now: IndexedRecord,
): void {
  const old = entriesOf(index, before).entries
  const next = entriesOf(index, now.document)
  for (const key of old.keys()) if (!next.entries.delete(key)) unit.remove(entryKey(index, key, now.record))
  putEntries(unit, multikeys, index, now, next)
}

function putEntries(unit: Unit, multikeys: Multikeys, index: Index, added: IndexedRecord, next: Entries): void {
  const { namespace, record } = added
  if (next.multikey || next.clipped) multikeys.mark(index.id)
  const value = toBytes(record)
  for (const [key, values] of next.entries) {
    const full = entryKey(index, key, record)
    if (!index.unique) unit.putNew(full, value)
    else if (unit.get(full) === undefined) unit.put(full, value)
    else throw duplicateKey({ namespace, index: index.name, ...describeKey(index, values) })
  }
}

function entryKey(index: Index, key: Key, record: Key): Key {
  return indexPrefix(index.id) + key + (index.unique ? '' : record)
}

function describeKey({ paths, specification }: Index, values: unknown[]): { keyPattern: Document; keyValue: Document } {
  return {
    keyPattern: specification.key,
    keyValue: Object.fromEntries(paths.map((path, at) => [path, values[at] ?? null])),
  }
}

/** The encoded entries of a document, each with the values it stands for. */
function entriesOf(index: Index, document: Document): Entries {
  const entries = new Map<Key, unknown[]>()
  if (!belongs(index, document)) return { entries, multikey: false, clipped: false }
  const { keys, multikey } = indexKeys(document, index.paths)
  let clipped = false
  for (const values of keys) {
    const encoded = encodeKey(values, index.directions)
    entries.set(toKey(encoded.key), values)
    clipped ||= encoded.clipped
  }
  return { entries, multikey, clipped }
}

function belongs({ sparse, partial, paths }: Index, document: Document): boolean {
  if (partial && !partial.matches(document)) return false
  return !sparse || paths.some((path) => hasPath(document, path))
}

import { Binary, type Document, UUID } from 'bson'
import { isDocument } from './bson/fields.js'
import { toNumber } from './bson/numbers.js'
import { decodeDocument, encodeDocument } from './documents.js'
import { namespaceNotFound } from './errors.js'
import { type Index, parseIndex } from './index-definition.js'
import { prefixRange } from './store/bytes.js'
import { catalogKey, catalogPrefix } from './store/layout.js'
import { walk } from './store/overlay.js'
import type { Reader } from './store/port.js'
import type { Unit } from './store/unit.js'

/** A collection as its catalog entry describes it. */
export interface Collection {
  readonly namespace: string
  readonly database: string
  readonly name: string
  /** Names its records in the store; never reused while the process runs. */
  readonly id: number
  readonly uuid: Binary
  readonly options: Document
  readonly indexes: readonly Index[]
}

/** Which collections there are. It holds no state of its own but a cache: a transaction sees the catalog of its snapshot. */
export class Catalog {
  readonly #parsed = new Map<string, { bytes: Uint8Array; collection: Collection }>()

  find(reader: Reader, namespace: string): Collection | undefined {
    const bytes = reader.get(catalogKey(namespace))
    return bytes && this.#parse(namespace, bytes)
  }

  /** Throws NamespaceNotFound. */
  get(reader: Reader, namespace: string): Collection {
    const collection = this.find(reader, namespace)
    if (!collection) throw namespaceNotFound(namespace)
    return collection
  }

  /** All collections, of one database or of all. */
  *list(reader: Reader, database?: string): Generator<Collection> {
    const prefix = database === undefined ? catalogPrefix : catalogKey(`${database}.`)
    for (const [key, bytes] of walk(reader, prefixRange(prefix))) {
      const namespace = Buffer.from(key.slice(catalogPrefix.length), 'latin1').toString()
      yield this.#parse(namespace, bytes)
    }
  }

  save(unit: Unit, collection: Collection): void {
    const indexes = collection.indexes.map(({ id, specification }) => ({ id, specification }))
    const { id, uuid, options } = collection
    unit.put(catalogKey(collection.namespace), encodeDocument({ id, uuid, options, indexes }))
  }

  /** Gives a collection another name; its records stay where they are. */
  rename(unit: Unit, collection: Collection, namespace: string): void {
    unit.remove(catalogKey(collection.namespace))
    this.save(unit, { ...collection, namespace, ...splitNamespace(namespace) })
  }

  #parse(namespace: string, bytes: Uint8Array): Collection {
    const known = this.#parsed.get(namespace)
    if (known && Buffer.compare(known.bytes, bytes) === 0) return known.collection
    const collection = parseCollection(namespace, decodeDocument(bytes))
    this.#parsed.set(namespace, { bytes, collection })
    return collection
  }
}

/** `database.collection`, cut at the first dot: collection names may hold more of them. */
export function splitNamespace(namespace: string): { database: string; name: string } {
  const dot = namespace.indexOf('.')
  return { database: namespace.slice(0, dot), name: namespace.slice(dot + 1) }
}

function parseCollection(namespace: string, entry: Document): Collection {
  const stored: unknown[] = Array.isArray(entry.indexes) ? entry.indexes : []
  return {
    namespace,
    ...splitNamespace(namespace),
    id: toNumber(entry.id) ?? 0,
    uuid: entry.uuid instanceof Binary ? entry.uuid : new UUID(),
    options: isDocument(entry.options) ? entry.options : {},
    indexes: stored.filter(isDocument).map(({ id, specification }) => parseIndex(toNumber(id) ?? 0, specification)),
  }
}

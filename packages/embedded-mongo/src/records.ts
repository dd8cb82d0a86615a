import { calculateObjectSize, type Document } from 'bson'
import { checkDepth } from './bson/depth.js'
import type { Collection } from './catalog.js'
import { decodeDocument, encodeDocument } from './documents.js'
import { objectTooLarge } from './errors.js'
import { addEntries, moveEntries, removeEntries } from './indexes.js'
import type { Multikeys } from './multikeys.js'
import { keyUint, prefixRange, uintKey } from './store/bytes.js'
import { catalogKey, dataPrefix, recordWidth } from './store/layout.js'
import { walk } from './store/overlay.js'
import type { Key, Reader } from './store/port.js'
import type { Unit } from './store/unit.js'

const largestDocument = 16 * 1024 * 1024

/** A stored document: its record number, its bytes, and what they say, which is only worked out when somebody asks. */
export class StoredDocument {
  readonly record: Key
  readonly bytes: Uint8Array
  #document: Document | undefined

  constructor(record: Key, bytes: Uint8Array) {
    this.record = record
    this.bytes = bytes
  }

  get document(): Document {
    this.#document ??= decodeDocument(this.bytes)
    return this.#document
  }
}

/** Writes documents together with their index entries. */
export class Records {
  readonly #multikeys: Multikeys
  readonly #last = new Map<number, number>()

  constructor(multikeys: Multikeys) {
    this.#multikeys = multikeys
  }

  /** Throws DuplicateKey. */
  insert(unit: Unit, { id, namespace, indexes }: Collection, document: Document): void {
    unit.depend(catalogKey(namespace))
    const bytes = encodeChecked(document)
    const record = this.#nextRecord(unit, id)
    for (const index of indexes) addEntries(unit, this.#multikeys, index, { namespace, record, document })
    unit.putNew(dataPrefix(id) + record, bytes)
  }

  /** Throws DuplicateKey. */
  replace(unit: Unit, { id, namespace, indexes }: Collection, stored: StoredDocument, document: Document): void {
    const { record } = stored
    unit.depend(catalogKey(namespace))
    // The document first: who loses it to another writer is told so, and not that some key is taken.
    unit.put(dataPrefix(id) + record, encodeChecked(document))
    for (const index of indexes)
      moveEntries(unit, this.#multikeys, index, stored.document, { namespace, record, document })
  }

  remove(unit: Unit, { id, namespace, indexes }: Collection, { record, document }: StoredDocument): void {
    unit.depend(catalogKey(namespace))
    unit.remove(dataPrefix(id) + record)
    for (const index of indexes) removeEntries(unit, index, { namespace, record, document })
  }

  /** Numbers only need to grow; one taken by a write that came to nothing stays unused. */
  #nextRecord(reader: Reader, collectionId: number): Key {
    const last = this.#last.get(collectionId) ?? lastStored(reader, collectionId)
    this.#last.set(collectionId, last + 1)
    return uintKey(last + 1, recordWidth)
  }
}

/** Reads one document by its record number. */
export function readRecord(reader: Reader, collectionId: number, record: Key): StoredDocument | undefined {
  const bytes = reader.get(dataPrefix(collectionId) + record)
  return bytes && new StoredDocument(record, bytes)
}

/** Walked, and not read as a chunk of one: what a transaction has deleted hides the end of a chunk. */
function lastStored(reader: Reader, collectionId: number): number {
  for (const [key] of walk(reader, prefixRange(dataPrefix(collectionId), true))) return keyUint(key.slice(-recordWidth))
  return 0
}

function encodeChecked(document: Document): Uint8Array {
  checkDepth(document)
  const size = calculateObjectSize(document)
  // The encoder has a buffer of a fixed size, and says nothing sensible when that is full.
  if (size > largestDocument) throw objectTooLarge(size)
  return encodeDocument(document)
}

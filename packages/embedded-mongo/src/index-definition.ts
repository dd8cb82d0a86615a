import type { Document } from 'bson'
import { isDocument } from './bson/fields.js'
import { toNumber } from './bson/numbers.js'
import { compileFilter } from './query/match.js'

/** An index, ready for use. */
export interface Index {
  /** Names its entries in the store. */
  readonly id: number
  readonly name: string
  readonly paths: string[]
  readonly directions: (1 | -1)[]
  readonly unique: boolean
  readonly sparse: boolean
  /** Only documents that match are in the index. */
  readonly partial: { filter: Document; matches: (document: Document) => boolean } | undefined
  readonly expireAfterSeconds: number | undefined
  /** As `listIndexes` shows it. */
  readonly specification: Document
}

/** Reads a stored or already checked specification. */
export function parseIndex(id: number, specification: Document): Index {
  const key = Object.entries(isDocument(specification.key) ? specification.key : {})
  const filter: unknown = specification.partialFilterExpression
  return {
    id,
    name: String(specification.name),
    paths: key.map(([path]) => path),
    directions: key.map(([, direction]) => ((toNumber(direction) ?? 1) < 0 ? -1 : 1)),
    unique: specification.unique === true || isIdKey(key),
    sparse: specification.sparse === true,
    partial: isDocument(filter) ? { filter, matches: compileFilter(filter) } : undefined,
    expireAfterSeconds: toNumber(specification.expireAfterSeconds),
    specification,
  }
}

/** The index every collection has. */
export function idIndexSpecification(): Document {
  return { v: 2, key: { _id: 1 }, name: '_id_' }
}

function isIdKey(key: [string, unknown][]): boolean {
  return key.length === 1 && key[0]?.[0] === '_id'
}

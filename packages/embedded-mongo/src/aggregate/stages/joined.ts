import type { Document } from 'bson'
import { encodeKey, indexValues } from '../../bson/keys.js'
import type { StringOrder } from '../../bson/strings.js'
import { compileFilter } from '../../query/match.js'

/** A collection held for a join, found by the value of one field as a query would find it. */
export interface Joined {
  /** All documents. */
  docs: Document[]
  /** Those with a value at the field that equals one of these, in the collection's order. */
  find(values: unknown[]): Document[]
}

/** Reads a collection once and indexes it by a field. */
export function joinedBy(source: Iterable<Document>, field: string, strings: StringOrder | undefined): Joined {
  const docs = [...source]
  const positions = new Map<string, number[]>()
  for (const [i, doc] of docs.entries()) {
    for (const key of new Set(indexValues(doc, field).map(keyOf))) {
      const known = positions.get(key)
      if (known) known.push(i)
      else positions.set(key, [i])
    }
  }
  return {
    docs,
    find: (values) => {
      const matches = compileFilter({ [field]: { $in: values } }, { strings })
      // Entries hold elements, not whole arrays, and know no collation: then every document is looked at.
      if (strings || values.some(Array.isArray)) return docs.filter(matches)
      const candidates = new Set(values.flatMap((value) => positions.get(keyOf(value ?? null)) ?? []))
      return [...candidates]
        .sort((a, b) => a - b)
        .flatMap((i) => docs.slice(i, i + 1))
        .filter(matches)
    },
  }
}

const keyOf = (value: unknown): string => Buffer.from(encodeKey([value], [1]).key).toString('latin1')

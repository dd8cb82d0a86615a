import type { Document } from 'bson'
import { indexValues } from '../../bson/keys.js'
import type { StringOrder } from '../../bson/strings.js'
import { ValueMap } from '../../bson/value-map.js'
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
  const positions = new ValueMap<Set<number>>(strings)
  for (const [i, doc] of docs.entries())
    for (const value of indexValues(doc, field)) positions.getOrMake(value, () => new Set()).add(i)
  return {
    docs,
    find: (values) => {
      const matches = compileFilter({ [field]: { $in: values } }, { strings })
      // Entries hold elements, not whole arrays: for an array every document is looked at.
      if (values.some(Array.isArray)) return docs.filter(matches)
      const candidates = new Set(values.flatMap((value) => [...(positions.get(value ?? null) ?? [])]))
      return [...candidates]
        .sort((a, b) => a - b)
        .flatMap((i) => docs.slice(i, i + 1))
        .filter(matches)
    },
  }
}

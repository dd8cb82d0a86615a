import type { Document } from 'bson'
import { type Bound, bounds, equalities } from '../query/match.js'

/** To lie on one side of a value, within its type. */
export interface Limit {
  readonly kind: 'above' | 'below'
  readonly value: unknown
  readonly inclusive: boolean
}

/** What a filter demands of one path: one of a few values, or to be on one side of a value. */
export type Predicate = { readonly kind: 'values'; readonly values: unknown[] } | Limit

/** The demands an index can serve. Every document that matches the filter meets all of them. */
export type Predicates = Map<string, Predicate[]>

/** What a planner can use of a filter; the rest is left to the matcher, which checks every document anyway. */
export function predicatesOf(filter: Document): Predicates {
  const byPath: Predicates = new Map()
  for (const bound of [...equalities(filter), ...bounds(filter)])
    byPath.set(bound.path, [...(byPath.get(bound.path) ?? []), predicate(bound)])
  return byPath
}

function predicate({ op, value }: Bound): Predicate {
  switch (op) {
    case 'eq':
      return { kind: 'values', values: [value] }
    case 'in':
      return { kind: 'values', values: Array.isArray(value) ? value : [] }
    case 'gt':
    case 'gte':
      return { kind: 'above', value, inclusive: op === 'gte' }
    case 'lt':
    case 'lte':
      return { kind: 'below', value, inclusive: op === 'lte' }
  }
}

import type { Document } from 'bson'
import { equalValues } from '../bson/order.js'
import type { Index } from '../index-definition.js'
import { compileFilter } from '../query/match.js'
import type { Predicate, Predicates } from './predicates.js'

/** Whether an index that leaves some documents out still holds every document the filter can match. */
export function covers(index: Index, filter: Document, predicates: Predicates): boolean {
  if (index.partial && !impliesPartial(index.partial.filter, filter, predicates)) return false
  return !index.sparse || index.paths.some((path) => demandsPresence(predicates.get(path)))
}

/** A missing field compares like null, so a demand that null cannot meet asks for the field. */
function demandsPresence(predicates: Predicate[] = []): boolean {
  return predicates.some((predicate) =>
    predicate.kind === 'values' ? predicate.values.every((value) => value !== null) : true,
  )
}

function impliesPartial(partial: Document, filter: Document, predicates: Predicates): boolean {
  return Object.entries(partial).every(
    ([field, condition]) =>
      (Object.hasOwn(filter, field) && equalValues(filter[field], condition)) ||
      (!field.startsWith('$') && impliesCondition({ [field]: condition }, predicates.get(field), field)),
  )
}

/** Every value the filter allows meets the condition by itself. */
function impliesCondition(condition: Document, predicates: Predicate[] = [], path: string): boolean {
  const matches = compileFilter(condition)
  const holds = (value: unknown) => matches(documentWith(path, value))
  const operators = Object.keys(Object(condition[path]))
  if (operators.length === 1 && operators[0] === '$exists' && condition[path].$exists === true)
    return demandsPresence(predicates)
  return predicates.some(({ kind, ...predicate }) => 'values' in predicate && predicate.values.every(holds))
}

function documentWith(path: string, value: unknown): Document {
  const [field = '', ...rest] = path.split('.')
  return { [field]: rest.length === 0 ? value : documentWith(rest.join('.'), value) }
}

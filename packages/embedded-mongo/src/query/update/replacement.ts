import type { Document } from 'bson'
import { setField } from '../../bson/fields.js'
import { equalValues, identicalValues } from '../../bson/order.js'
import { showField } from '../../bson/show.js'
import { immutableField, MongoError } from '../../errors.js'

/** Refuses a replacement that would store operators as fields. */
export function checkReplacement(replacement: Document): void {
  const dollar = Object.keys(replacement).find((name) => name.startsWith('$'))
  if (dollar === undefined) return
  throw new MongoError(
    52,
    `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  )
}

/** The document as another one with the same `_id`, which comes first. */
export function replaceDocument(doc: Document, replacement: Document): Document {
  const id: unknown = Object.hasOwn(doc, '_id') ? doc._id : undefined
  if (id !== undefined && replacement._id !== undefined && !equalValues(id, replacement._id)) throw altered(replacement)
  const next = withIdFirst(replacement, id ?? replacement._id)
  return identicalValues(doc, next) ? doc : next
}

/** Says that `_id` came out different. */
export const altered = (next: Document): MongoError =>
  immutableField(
    `After applying the update, the (immutable) field '_id' was found to have been altered to ${showField('_id', next._id)}`,
  )

/** The document with `_id` in front, where MongoDB keeps it. */
export function withIdFirst(doc: Document, id: unknown = doc._id): Document {
  if (id === undefined || (doc._id === id && Object.keys(doc)[0] === '_id')) return doc
  const next: Document = { _id: id }
  for (const [name, value] of Object.entries(doc)) if (name !== '_id') setField(next, name, value)
  return next
}

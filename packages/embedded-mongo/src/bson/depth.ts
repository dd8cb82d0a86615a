import { MongoError } from '../errors.js'
import { isDocument } from './fields.js'

/** MongoDB stores at most this many levels of documents and arrays inside each other. */
export const DEEPEST_DOCUMENT = 100

/** Throws Overflow when a value is nested too deeply to be stored. */
export function checkDepth(value: unknown, depth = 0): void {
  if (!Array.isArray(value) && !isDocument(value)) return
  if (depth > DEEPEST_DOCUMENT) {
    throw new MongoError(15, `cannot insert document because it exceeds ${DEEPEST_DOCUMENT} levels of nesting`)
  }
  for (const inner of Object.values(value)) checkDepth(inner, depth + 1)
}

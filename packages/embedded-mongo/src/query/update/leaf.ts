import type { Document } from 'bson'
import { showField } from '../../bson/show.js'
import type { MongoError } from '../../errors.js'
import type { Scope } from '../match/operators.js'

/** Where and when an operator is being applied. */
export interface Place {
  /** The document before the update. */
  root: Document
  /** The concrete dotted path, with array indexes in place of `$`. */
  path: string
  insert: boolean
  now: Date
  /** Reports whether an array was passed on the way, which `$rename` may not. */
  throughArray: boolean
}

/**
 * One operator on one path: from the current value (`undefined`: missing) to the next. The same value means nothing
 * happens, `undefined` removes the field or leaves it out, and only another value creates missing parents.
 */
export type Leaf = (current: unknown, place: Place) => unknown

/** Reads an operator's argument for one path, throwing what MongoDB answers to a wrong one. */
export type LeafMaker = (argument: unknown, path: string, scope: Scope) => Leaf

/** `{_id: 1}`, as messages name the document. */
export const showId = (root: Document): string => `{${showField('_id', root._id)}}`

/** The last part of a path. */
export const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** Throws when the condition fails. */
export function require(condition: boolean, error: () => MongoError): asserts condition {
  if (!condition) throw error()
}

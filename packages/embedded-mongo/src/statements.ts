import type { Document } from 'bson'
import { MongoError } from './errors.js'
import type { Unit } from './store/unit.js'
import { Blocked } from './transactions.js'

/** Codes that end the whole command instead of one statement. */
const writeConflictCode = 112

/** Runs the statements of a write command one after another; returns the errors of those that failed. */
export function runStatements<T>(
  unit: Unit,
  statements: readonly T[],
  ordered: boolean,
  run: (statement: T, index: number) => void,
): Document[] {
  const errors: Document[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      unit.attempt(() => run(statement, index))
    } catch (error) {
      if (error instanceof Blocked || !(error instanceof MongoError) || error.code === writeConflictCode) throw error
      errors.push({ index, code: error.code, errmsg: error.message, ...error.extra })
      if (ordered) break
    }
  }
  return errors
}

/** The part of a reply that is there only when something failed. */
export function writeErrors(errors: Document[]): Document {
  return errors.length > 0 ? { writeErrors: errors } : {}
}

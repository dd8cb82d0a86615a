import type { Document } from 'bson'
import { isDocument } from '../../bson/fields.js'
import type { StringOrder } from '../../bson/strings.js'
import { mongoError } from '../../errors.js'

/** What a pipeline needs from around it. */
export interface PipelineContext {
  /** All documents of another collection, for `$lookup`, `$unionWith` and `$graphLookup`. */
  collection(name: string): Iterable<Document>
  /** Variables of the command's `let`. */
  vars: Document
  /** Stores the result of `$out` and `$merge`; without it both are refused. */
  write?(stage: Document, docs: Iterable<Document>): void
  strings?: StringOrder | undefined
}

/** One stage, ready to run any number of times. */
export type Stage = (docs: Iterable<Document>) => Iterable<Document>

/** Context with the means to run pipelines inside stages. */
export interface StageContext extends PipelineContext {
  /** Compiles a pipeline inside a stage, with more variables. */
  inner(pipeline: unknown, vars?: Document): Stage
}

/** Compiles one stage from its argument. Throws what MongoDB answers to a wrong one. */
export type StageMaker = (argument: unknown, context: StageContext, name: string) => Stage

/** A stage that treats every document by itself. */
export function mapping(change: (doc: Document) => Document): Stage {
  return function* (docs) {
    for (const doc of docs) yield change(doc)
  }
}

/** The argument as a document. */
export function requireDocument(value: unknown, code: number, message: string): Document {
  if (isDocument(value)) return value
  throw mongoError(code, message)
}

/** A named option that must be text. */
export function requireText(spec: Document, name: string, code: number, message: string): string {
  const value: unknown = spec[name]
  if (typeof value === 'string') return value
  throw mongoError(code, message)
}

/** Refuses options nobody knows. */
export function refuseOthers(spec: Document, known: string[], code: number, message: (name: string) => string): void {
  const other = Object.keys(spec).find((name) => !known.includes(name))
  if (other !== undefined) throw mongoError(code, message(other))
}

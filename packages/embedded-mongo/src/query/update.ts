import type { Document } from 'bson'
import { checkDepth } from '../bson/depth.js'
import { compileModifiers } from './update/modifiers.js'
import { compilePipelineUpdate } from './update/pipeline.js'
import { checkReplacement, replaceDocument } from './update/replacement.js'
import type { Update, UpdateOptions } from './update/update.js'

export { documentFromFilter } from './update/from-filter.js'
export type { Update, UpdateContext, UpdateOptions } from './update/update.js'

/** Compiles operators, a replacement document or a pipeline. Throws what MongoDB answers to a wrong one. */
export function compileUpdate(update: Document | Document[], options: UpdateOptions = {}): Update {
  const apply = compile(update, options)
  return (doc, context) => {
    const next = apply(doc, context)
    if (next !== doc) checkDepth(next)
    return next
  }
}

function compile(update: Document | Document[], options: UpdateOptions): Update {
  if (Array.isArray(update)) return compilePipelineUpdate(update, options)
  const [first] = Object.keys(update)
  if (first?.startsWith('$')) return compileModifiers(update, options)
  checkReplacement(update)
  return (doc) => replaceDocument(doc, update)
}

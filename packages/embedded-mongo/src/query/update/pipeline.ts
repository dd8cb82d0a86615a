import type { Document } from 'bson'
import { compilePipeline } from '../../aggregate/pipeline.js'
import { isStage } from '../../aggregate/stages.js'
import { isDocument } from '../../bson/fields.js'
import { identicalValues } from '../../bson/order.js'
import { invalidOptions } from '../../errors.js'
import { altered, withIdFirst } from './replacement.js'
import type { Update, UpdateOptions } from './update.js'

const allowed = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'])

/** Compiles an update written as a pipeline: each document is computed from itself. */
export function compilePipelineUpdate(pipeline: Document[], options: UpdateOptions): Update {
  for (const stage of pipeline) {
    const [name = ''] = isDocument(stage) ? Object.keys(stage) : []
    if (isStage(name) && !allowed.has(name)) throw invalidOptions(`${name} is not allowed to be used within an update`)
  }
  const run = compilePipeline(pipeline, { collection: () => [], vars: options.vars ?? {}, strings: options.strings })
  return (doc) => {
    const [result = doc] = run([doc])
    if (doc._id === undefined) return withIdFirst(result)
    const next = result._id === undefined ? withIdFirst(result, doc._id) : result
    if (!identicalValues(next._id, doc._id)) throw altered(next)
    return identicalValues(doc, next) ? doc : next
  }
}

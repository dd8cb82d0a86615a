import type { Document } from 'bson'
import { entryOf, isDocument } from '../bson/fields.js'
import { commandNotSupported, MongoError, mongoError, typeMismatch } from '../errors.js'
import { variablesOf } from './expressions.js'
import type { PipelineContext, Stage, StageContext } from './stages/stage.js'
import { refusedStages, stages } from './stages.js'

export type { PipelineContext } from './stages/stage.js'

/** Pipelines inside stages inside pipelines. */
const DEEPEST_PIPELINE = 20

/** Runs a pipeline; results come one by one wherever the stages allow. `$out` and `$merge` write when the result is read to its end. */
export const runPipeline = (
  docs: Iterable<Document>,
  pipeline: Document[],
  context: PipelineContext,
): Iterable<Document> => compilePipeline(pipeline, context)(docs)

/** Checks a whole pipeline, so that a mistake in the last stage is reported before the first one runs. */
export const compilePipeline = (pipeline: unknown, context: PipelineContext): Stage =>
  compile(pipeline, { ...context, vars: variablesOf(context.vars) }, 0)

function compile(pipeline: unknown, context: PipelineContext, depth: number): Stage {
  if (depth > DEEPEST_PIPELINE) {
    throw new MongoError(232, `Maximum number of nested sub-pipelines exceeded. Limit is ${DEEPEST_PIPELINE}`)
  }
  if (!Array.isArray(pipeline)) throw typeMismatch("'pipeline' option must be specified as an array")
  const inner: StageContext = {
    ...context,
    inner: (nested, vars = {}) =>
      compile(nested, { ...withoutWriting(context), vars: { ...context.vars, ...vars } }, depth + 1),
  }
  const compiled = pipeline.map((stage: unknown, i) => compileStage(stage, inner, i === pipeline.length - 1))
  return (docs) => compiled.reduce((input, stage) => stage(input), docs)
}

// Only the outermost pipeline may write.
function withoutWriting({ collection, vars, strings }: PipelineContext): PipelineContext {
  return { collection, vars, strings }
}

function compileStage(stage: unknown, context: StageContext, last: boolean): Stage {
  if (!isDocument(stage)) throw typeMismatch("Each element of the 'pipeline' array must be an object")
  const [name, ...others] = Object.keys(stage)
  if (name === undefined || others.length > 0) {
    throw mongoError(40323, 'A pipeline stage specification object must contain exactly one field.')
  }
  if (name === '$out' || name === '$merge') return writing(name, stage, context, last)
  const make = entryOf(stages, name)
  if (make) return make(stage[name], context, name)
  if (refusedStages.has(name)) throw commandNotSupported(`The aggregation stage ${name}`)
  throw mongoError(40324, `Unrecognized pipeline stage name: '${name}'`)
}

function writing(name: string, stage: Document, context: StageContext, last: boolean): Stage {
  if (!last) throw mongoError(40601, `${name} can only be the final stage in the pipeline`)
  const { write } = context
  if (!write) throw commandNotSupported(`The aggregation stage ${name} in this place`)
  // Nothing comes out, but reading the empty result is what makes it happen.
  return function* (docs): Iterable<Document> {
    write(stage, docs)
    yield* []
  }
}

import type { Document } from 'bson'
import { isDocument, setField } from '../../bson/fields.js'
import { typeOf } from '../../bson/order.js'
import { failedToParse, mongoError } from '../../errors.js'
import { graphLookup } from './graph-lookup.js'
import { lookup } from './lookup.js'
import { refuseOthers, requireDocument, type Stage, type StageContext, type StageMaker } from './stage.js'

/** Stages that bring other documents or pipelines in. */
export const combiningStages: Record<string, StageMaker> = {
  $lookup: lookup,
  $graphLookup: graphLookup,
  $unionWith: unionWith,
  $facet: facet,
}

function unionWith(argument: unknown, context: StageContext): Stage {
  const { name, pipeline } = readUnion(argument)
  const inner = context.inner(pipeline)
  return function* (docs) {
    yield* docs
    yield* inner(context.collection(name))
  }
}

function readUnion(argument: unknown): { name: string; pipeline: unknown } {
  if (typeof argument === 'string') return { name: argument, pipeline: [] }
  const spec = requireDocument(
    argument,
    9,
    `the $unionWith stage specification must be an object or string, but found ${typeOf(argument).alias}`,
  )
  refuseOthers(spec, ['coll', 'pipeline'], 40415, (name) => `BSON field '$unionWith.${name}' is an unknown field.`)
  const { coll } = spec
  if (typeof coll !== 'string')
    throw failedToParse(
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    )
  return { name: coll, pipeline: spec.pipeline ?? [] }
}

const outside = ['$facet', '$out', '$merge', '$geoNear', '$indexStats', '$collStats', '$search', '$documents']

function facet(argument: unknown, context: StageContext): Stage {
  const spec = requireDocument(argument, 40169, 'the $facet specification must be a non-empty object')
  if (Object.keys(spec).length === 0) throw mongoError(40169, 'the $facet specification must be a non-empty object')
  const facets = Object.entries(spec).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline))
      throw mongoError(40170, `arguments to $facet must be arrays, ${name} is type ${typeOf(pipeline).alias}`)
    for (const stage of pipeline) refuseInFacet(stage)
    return { name, run: context.inner(pipeline) }
  })
  return function* (docs) {
    const all = [...docs]
    const result: Document = {}
    for (const { name, run } of facets) setField(result, name, [...run(all)])
    yield result
  }
}

function refuseInFacet(stage: unknown): void {
  const [name = ''] = isDocument(stage) ? Object.keys(stage) : []
  if (outside.includes(name)) throw mongoError(40600, `${name} is not allowed to be used within a $facet stage`)
}

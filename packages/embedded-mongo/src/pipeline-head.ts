import type { Document } from 'bson'
import { isDocument } from './bson/fields.js'
import { toNumber } from './bson/numbers.js'
import type { Query } from './search.js'

/** A pipeline cut in two: what a search can do, with the help of indexes, and what is left. */
export interface DividedPipeline {
  readonly query: Query
  readonly rest: Document[]
}

type MutableQuery = { -readonly [field in keyof Query]: Query[field] }

/**
 * Takes leading `$match`, `$sort`, `$skip` and `$limit` stages off a pipeline, in the order in which a search carries
 * them out. What looks odd stays in the pipeline, which knows what to say about it.
 */
export function dividePipeline(pipeline: Document[]): DividedPipeline {
  const query: MutableQuery = { filter: {} }
  let taken = 0
  for (const [step, take] of steps) {
    const stage = pipeline[taken]
    if (stage && step in stage && take(stage[step], query)) taken++
  }
  return { query, rest: pipeline.slice(taken) }
}

const steps: [string, (value: unknown, query: MutableQuery) => boolean][] = [
  ['$match', (value, query) => isDocument(value) && Boolean(Object.assign(query, { filter: value }))],
  ['$sort', (value, query) => isPlainSort(value) && Boolean(Object.assign(query, { sort: value }))],
  ['$skip', (value, query) => isCount(value, 0) && Boolean(Object.assign(query, { skip: toNumber(value) }))],
  ['$limit', (value, query) => isCount(value, 1) && Boolean(Object.assign(query, { limit: toNumber(value) }))],
]

function isPlainSort(value: unknown): value is Document {
  if (!isDocument(value)) return false
  const entries = Object.entries(value)
  return (
    entries.length > 0 && entries.every(([path, way]) => !path.startsWith('$') && Math.abs(toNumber(way) ?? 0) === 1)
  )
}

function isCount(value: unknown, least: number): boolean {
  const number = toNumber(value)
  return number !== undefined && Number.isInteger(number) && number >= least
}

/** The stage by which drivers count: `{$group: {_id: 1, n: {$sum: 1}}}`. Returns its `_id` when it is that. */
export function countedId([stage, ...more]: Document[]): unknown {
  const group: unknown = stage?.$group
  if (more.length > 0 || !isDocument(group) || Object.keys(group).join() !== '_id,n') return undefined
  const plainId = group._id === null || toNumber(group._id) !== undefined
  return plainId && isDocument(group.n) && toNumber(group.n.$sum) === 1 ? group._id : undefined
}

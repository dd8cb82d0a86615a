import { type Document, Long } from 'bson'
import { copyOf, isDocument, setField, splitPath } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { ValueMap } from '../../bson/value-map.js'
import { mongoError } from '../../errors.js'
import { compileFilter } from '../../query/match.js'
import { compileExpression } from '../expressions.js'
import { type Joined, joinedBy } from './joined.js'
import { localValues, withField } from './lookup.js'
import { refuseOthers, requireDocument, requireText, type Stage, type StageContext } from './stage.js'

/** `$graphLookup`: follows a field from document to document, nearest first, each document once. */
export function graphLookup(argument: unknown, context: StageContext): Stage {
  const spec = readSpec(argument)
  const start = compileExpression(spec.startWith, context)
  const allowed = spec.restriction ? compileFilter(spec.restriction, context) : () => true
  return function* (docs) {
    let joined: Joined | undefined
    for (const doc of docs) {
      joined ??= joinedBy(context.collection(spec.from), spec.to, context.strings)
      const value = start(doc)
      const frontier = Array.isArray(value) ? value : [value ?? null]
      yield withField(doc, splitPath(spec.as), walk(joined, frontier, spec, allowed))
    }
  }
}

function walk(joined: Joined, start: unknown[], spec: Graph, allowed: (doc: Document) => boolean): Document[] {
  const found: Document[] = []
  // By their bytes, whatever the collation: two documents never share an _id.
  const seen = new ValueMap<null>()
  let frontier = start
  for (let depth = 0; frontier.length > 0 && depth <= spec.maxDepth; depth++) {
    const fresh = joined.find(frontier).filter((doc) => allowed(doc) && remember(seen, doc._id))
    for (const doc of fresh) found.push(spec.depthField === undefined ? doc : withDepth(doc, spec.depthField, depth))
    // A missing link leads nowhere; looking for null would find every document without the field.
    frontier = fresh.flatMap((doc) => localValues(doc, spec.by)).filter((value) => value !== null)
  }
  return found
}

function remember(seen: ValueMap<null>, id: unknown): boolean {
  if (seen.has(id)) return false
  seen.getOrMake(id, () => null)
  return true
}

function withDepth(doc: Document, field: string, depth: number): Document {
  const copy = copyOf(doc)
  setField(copy, field, Long.fromNumber(depth))
  return copy
}

interface Graph {
  from: string
  as: string
  startWith: unknown
  by: string
  to: string
  maxDepth: number
  depthField: string | undefined
  restriction: Document | undefined
}

const names = [
  'from',
  'as',
  'startWith',
  'connectFromField',
  'connectToField',
  'maxDepth',
  'depthField',
  'restrictSearchWithMatch',
]

function readSpec(argument: unknown): Graph {
  const spec = requireDocument(argument, 40327, 'the $graphLookup stage specification must be an object')
  refuseOthers(spec, names, 40104, (name) => `Unknown argument to $graphLookup: ${name}`)
  const text = (name: string): string =>
    requireText(
      spec,
      name,
      40105,
      "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
    )
  if (!Object.hasOwn(spec, 'startWith')) text('startWith')
  const maxDepth = spec.maxDepth === undefined ? Number.POSITIVE_INFINITY : toNumber(spec.maxDepth)
  if (maxDepth === undefined) throw mongoError(40100, 'maxDepth must be numeric')
  if (maxDepth < 0) throw mongoError(40101, 'maxDepth requires a nonnegative argument')
  const restriction: unknown = spec.restrictSearchWithMatch
  return {
    from: text('from'),
    as: text('as'),
    by: text('connectFromField'),
    to: text('connectToField'),
    startWith: spec.startWith,
    maxDepth,
    depthField: spec.depthField,
    restriction: isDocument(restriction) ? restriction : undefined,
  }
}

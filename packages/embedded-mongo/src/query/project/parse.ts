import type { Document } from 'bson'
import { isKnownOperator } from '../../aggregate/expressions/compile.js'
import { compileExpression, type ExpressionOptions } from '../../aggregate/expressions.js'
import { isDocument } from '../../bson/fields.js'
import { isNumber, toNumber } from '../../bson/numbers.js'
import { commandNotSupported, mongoError } from '../../errors.js'
import { type Branch, emptyBranch, type Projection, place } from './tree.js'

/** A projection that knows whether it lists what stays or what goes. */
export interface ParsedProjection {
  mode: 'include' | 'exclude'
  tree: Branch
}

/** Projection operators only `find` has; `undefined` leaves the value to the expressions. */
export type SpecialOperators = (path: string, operator: string, operand: unknown) => Projection | undefined

/** Reads a projection specification. */
export function parseProjection(
  spec: Document,
  options: ExpressionOptions,
  special: SpecialOperators,
): ParsedProjection {
  const entries = flatten(spec, '').map(({ path, value }) => ({
    path,
    projection: read(path, value, options, special),
    isOperator: isDocument(value),
  }))
  const mode = modeOf(entries)
  const tree = emptyBranch()
  for (const { path, projection } of entries) place(tree, path, projection)
  if (mode === 'include' && !tree.children.has('_id')) tree.children.set('_id', { kind: 'include' })
  return { mode, tree }
}

interface Entry {
  path: string
  projection: Projection
  /** Written as an operator and not as a literal or a path. */
  isOperator: boolean
}

// `{ a: { b: 1 } }` is another way to write `{ 'a.b': 1 }`.
function flatten(spec: Document, prefix: string): { path: string; value: unknown }[] {
  return Object.entries(spec).flatMap(([name, value]) => {
    const path = prefix + name
    if (!isDocument(value) || Object.keys(value)[0]?.startsWith('$')) return [{ path, value }]
    if (Object.keys(value).length === 0) {
      throw mongoError(51270, `An empty sub-projection is not a valid value. Found empty object at path: ${path}`)
    }
    return flatten(value, `${path}.`)
  })
}

function read(path: string, value: unknown, options: ExpressionOptions, special: SpecialOperators): Projection {
  if (typeof value === 'boolean' || isNumber(value)) {
    return { kind: value !== false && toNumber(value) !== 0 ? 'include' : 'exclude' }
  }
  const [operator] = isDocument(value) ? Object.keys(value) : []
  if (isDocument(value) && operator !== undefined) {
    if (operator === '$meta') throw commandNotSupported('The projection operator $meta')
    const found = special(path, operator, value[operator])
    if (found) return found
    if (operator === '$elemMatch') throw mongoError(168, 'Cannot use $elemMatch in this context')
    if (!isKnownOperator(operator)) throw mongoError(31325, `Unknown expression ${operator}`)
  }
  return computed(value, options)
}

/** A projection that computes its value. */
export function computed(value: unknown, options: ExpressionOptions): Projection {
  const evaluate = compileExpression(value, options)
  return { kind: 'compute', compute: ({ root }) => evaluate(root) }
}

// The first field that decides sets the mode; `_id` may always be in or out.
function modeOf(entries: Entry[]): 'include' | 'exclude' {
  let mode: 'include' | 'exclude' | undefined
  for (const entry of entries) {
    const { path, projection } = entry
    const wants = wish(projection)
    if (!wants || (path === '_id' && projection.kind !== 'compute')) continue
    if (mode && wants !== mode) throw mixed(entry, mode)
    mode = wants
  }
  return mode ?? undecidedMode(entries)
}

// Only `_id` and operators of find: `$slice` means "all but", `$elemMatch` "only", unless `_id: 1` says "only".
function undecidedMode(entries: Entry[]): 'include' | 'exclude' {
  const keepsId = entries.some(({ path, projection }) => path === '_id' && projection.kind === 'include')
  const kinds = entries.map(({ projection }) => projection.kind)
  return keepsId || (kinds.includes('compute') && !kinds.includes('map')) ? 'include' : 'exclude'
}

function wish(projection: Projection): 'include' | 'exclude' | undefined {
  if (projection.kind === 'exclude') return 'exclude'
  if (projection.kind === 'compute') return projection.neutral ? undefined : 'include'
  return projection.kind === 'include' ? 'include' : undefined
}

function mixed({ path, projection, isOperator }: Entry, mode: 'include' | 'exclude'): Error {
  if (mode === 'include') return mongoError(31254, `Cannot do exclusion on field ${path} in inclusion projection`)
  if (projection.kind === 'include')
    return mongoError(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
  if (!isOperator) return mongoError(31310, `Cannot use an expression ${path} in an exclusion projection`)
  return mongoError(31252, 'Cannot use expression other than $meta in exclusion projection')
}

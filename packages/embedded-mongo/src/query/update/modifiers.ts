import type { Document } from 'bson'
import { entryOf, isDocument } from '../../bson/fields.js'
import { equalValues, typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { failedToParse, immutableField } from '../../errors.js'
import type { Matcher } from '../match/predicate.js'
import { compileMatcher, type FilterOptions, type MatchDetails, scopeFor } from '../match.js'
import { applyTree } from './apply.js'
import { checkUse, compileArrayFilters } from './array-filters.js'
import { arrayOperators } from './array-operators.js'
import { fieldOperators } from './field-operators.js'
import type { LeafMaker } from './leaf.js'
import { numberOperators } from './number-operators.js'
import { renameLeaves } from './rename.js'
import { withIdFirst } from './replacement.js'
import { addLeaf, type Branch, inOrder } from './tree.js'
import type { Update, UpdateOptions } from './update.js'

const operators: Record<string, LeafMaker> = { ...fieldOperators, ...numberOperators, ...arrayOperators }

/** Compiles an update made of operators. */
export function compileModifiers(update: Document, options: UpdateOptions): Update {
  const arrayFilters = compileArrayFilters(options.arrayFilters ?? [], options)
  const root: Branch = { children: new Map() }
  const paths = Object.entries(update).flatMap(([operator, argument]) => addOperator(root, operator, argument, options))
  checkUse(arrayFilters, paths, update)
  const tree = inOrder(root)
  const position = positionFinder(options)
  return (doc, { insert, filter, now = new Date() }) => {
    const matchedIndex = (): number | undefined => position(filter, doc)
    const next = applyTree(tree, { root: doc, insert, now, arrayFilters, matchedIndex })
    checkId(doc, next)
    return insert ? withIdFirst(next) : next
  }
}

function addOperator(root: Branch, operator: string, argument: unknown, options: UpdateOptions): string[] {
  const maker = entryOf(operators, operator)
  if (!maker && operator !== '$rename') {
    throw failedToParse(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    )
  }
  if (!isDocument(argument)) {
    throw failedToParse(
      `Modifiers operate on fields but we found type ${typeOf(argument).alias} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${show(argument)}}`,
    )
  }
  const scope = scopeFor(options)
  for (const [path, value] of Object.entries(argument)) {
    if (maker) addLeaf(root, path, maker(value, path, scope), culling.has(operator))
    else addRename(root, path, value)
  }
  return Object.keys(argument)
}

// They take away from arrays, and fail where there could never be one; `$unset` is content with that.
const culling = new Set(['$pop', '$pull', '$pullAll'])

function addRename(root: Branch, source: string, value: unknown): void {
  const { target, give, take } = renameLeaves(source, value)
  addLeaf(root, source, give, true)
  addLeaf(root, target, take)
}

// One filter usually serves many documents, so it is compiled once, and only when `$` asks for it.
function positionFinder(options: FilterOptions): (filter: Document, doc: Document) => number | undefined {
  let known: { filter: Document; matcher: Matcher } | undefined
  return (filter, doc) => {
    if (known?.filter !== filter) known = { filter, matcher: compileMatcher(filter, options) }
    const details: MatchDetails = {}
    known.matcher(doc, details)
    return details.index
  }
}

function checkId(doc: Document, next: Document): void {
  if (doc._id === undefined || next === doc || next._id === doc._id) return
  if (next._id === undefined || !equalValues(next._id, doc._id)) {
    throw immutableField("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
}

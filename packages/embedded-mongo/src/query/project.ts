import type { Document } from 'bson'
import { getField, isDocument, setField, splitPath } from '../bson/fields.js'
import { isNumber, toNumber } from '../bson/numbers.js'
import { mongoError } from '../errors.js'
import { compileMatcher, type FilterOptions, type MatchDetails, type Matcher } from './match.js'
import { addFields, excludeFields, includeFields } from './project/apply.js'
import { findOperators } from './project/find-operators.js'
import { parseProjection } from './project/parse.js'

/** Compiles a `find` projection; the filter is what the positional `$` refers to. */
export function compileProjection(
  spec: Document,
  filter: Document = {},
  options: FilterOptions = {},
): (doc: Document) => Document {
  if (Object.keys(spec).length === 0) return (doc) => doc
  const { plain, positional } = splitPositional(spec)
  const { mode, tree } = parseProjection(plain, options, findOperators(options))
  if (positional !== undefined && mode === 'exclude') {
    throw mongoError(31395, 'positional projection cannot be used with exclusion')
  }
  const matcher = positional === undefined ? undefined : compileMatcher(filter, options)
  return (doc) => {
    const source = positional !== undefined && matcher ? withMatchedElement(doc, positional, matcher) : doc
    return mode === 'include'
      ? includeFields(source, tree, doc)
      : addFields(excludeFields(source, tree), tree, doc, doc)
  }
}

// `a.$` is `a` with only the element the filter matched.
function splitPositional(spec: Document): { plain: Document; positional?: string } {
  const plain: Document = {}
  let positional: string | undefined
  for (const [path, value] of Object.entries(spec)) {
    if (!path.endsWith('.$')) {
      if (splitPath(path).includes('$'))
        throw mongoError(
          31394,
          "As of 4.4, it's illegal to specify positional operator in the middle of a path.Positional projection may only be used at the end, for example: a.b.$.",
        )
      if (positional !== undefined && isElemMatch(value)) throw mongoError(31255, BOTH)
      setField(plain, path, value)
      continue
    }
    if (positional !== undefined)
      throw mongoError(31276, 'Cannot specify more than one positional projection per query.')
    checkPositional(value, plain)
    positional = path.slice(0, -2)
    setField(plain, positional, value)
  }
  return positional === undefined ? { plain } : { plain, positional }
}

function checkPositional(value: unknown, before: Document): void {
  if (isDocument(value))
    throw mongoError(31271, 'positional projection cannot be used with an expression or sub object')
  if (typeof value !== 'boolean' && !isNumber(value))
    throw mongoError(31308, 'positional projection cannot be used with a literal')
  if (value === false || toNumber(value) === 0)
    throw mongoError(31395, 'positional projection cannot be used with exclusion')
  if (Object.values(before).some(isElemMatch)) throw mongoError(31256, BOTH)
}

const isElemMatch = (value: unknown): boolean => isDocument(value) && Object.hasOwn(value, '$elemMatch')

const BOTH = 'Cannot specify positional operator and $elemMatch.'

function withMatchedElement(doc: Document, path: string, matcher: Matcher): Document {
  const details: MatchDetails = {}
  matcher(doc, details)
  const { index } = details
  const narrow = (value: unknown, parts: string[]): unknown => {
    const [part, ...rest] = parts
    if (part !== undefined) {
      if (!isDocument(value) || !Object.hasOwn(value, part)) return value
      const copy = { ...value }
      setField(copy, part, narrow(getField(value, part), rest))
      return copy
    }
    if (!Array.isArray(value)) return value
    if (index === undefined || index >= value.length) {
      throw mongoError(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      )
    }
    return [value[index]]
  }
  const narrowed = narrow(doc, splitPath(path))
  return isDocument(narrowed) ? narrowed : doc
}

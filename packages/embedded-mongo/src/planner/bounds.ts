import { bracketRange, encodeKey, LONGEST_KEY } from '../bson/keys.js'
import { compareValues } from '../bson/order.js'
import type { Index } from '../index-definition.js'
import { afterPrefix, toKey } from '../store/bytes.js'
import { indexPrefix } from '../store/layout.js'
import type { Key, KeyRange } from '../store/port.js'
import type { Limit, Predicate, Predicates } from './predicates.js'

/** How an index would answer a filter. */
export interface Bounds {
  readonly ranges: KeyRange[]
  /** How many leading fields are held to one value: the order of entries starts after them. */
  readonly fixed: number
  /** How many leading fields are held to some values. */
  readonly equal: number
  /** Whether the next field is held to a stretch. */
  readonly ranged: boolean
}

/** Beyond so many separate stretches of an index, a wider stretch and a look at each document is cheaper. */
const mostRanges = 1000

/** A generous guess at how much of a clipped key is hash. */
const hashBytes = 64

/** The stretches of the index that hold every match. */
export function boundsOf(index: Index, predicates: Predicates, multikey: boolean): Bounds {
  let tuples: unknown[][] = [[]]
  let fixed = 0
  let equal = 0
  for (const path of index.paths) {
    const values = valuesFor(predicates.get(path))
    const longer = values && tuples.flatMap((tuple) => values.map((value) => [...tuple, value]))
    if (!longer || longer.length > mostRanges || !longer.every((tuple) => isPrefix(index, tuple))) break
    tuples = longer
    equal++
    if (values.length === 1 && fixed === equal - 1) fixed = equal
  }
  const rest = limitsOf(predicates.get(index.paths[equal] ?? ''), multikey)
  const stretches = tuples.map((tuple) => stretch(index, tuple, rest))
  const ranges = dropRepeated(stretches.map(({ range }) => range))
  return { ranges, fixed, equal, ranged: stretches[0]?.ranged === true }
}

// A key that was clipped ends in a hash of all its fields, so it is not how longer keys begin.
function isPrefix(index: Index, tuple: unknown[]): boolean {
  return tuple.length === index.paths.length || isShort(index, tuple)
}

function isShort(index: Index, tuple: unknown[]): boolean {
  return encodeKey(tuple, index.directions).key.length <= LONGEST_KEY - hashBytes
}

function valuesFor(predicates: Predicate[] = []): unknown[] | undefined {
  const found = predicates.find((predicate) => predicate.kind === 'values')
  return found?.kind === 'values' ? found.values : undefined
}

function dropRepeated(ranges: KeyRange[]): KeyRange[] {
  // In index order, so that the entries of `$in` come in the order of the index.
  return [...new Map(ranges.map((range) => [range.start, range])).values()].sort((a, b) => (a.start < b.start ? -1 : 1))
}

function stretch(index: Index, tuple: unknown[], limits: Limit[]): { range: KeyRange; ranged: boolean } {
  const keyOf = (values: unknown[]): Key => indexPrefix(index.id) + toKey(encodeKey(values, index.directions).key)
  const whole = keyOf(tuple)
  const usable = limits.filter(({ value }) => isShort(index, [...tuple, value]))
  const [first] = usable
  if (!first) return { range: { start: whole, end: afterPrefix(whole), reverse: false }, ranged: false }
  const descending = index.directions[tuple.length] === -1
  let { start, end } = bracket(whole, first.value, descending)
  for (const { kind, value, inclusive } of usable) {
    const key = keyOf([...tuple, value])
    // In a descending field, what is above a value comes before it.
    if ((kind === 'above') !== descending) start = inclusive ? key : afterPrefix(key)
    else end = inclusive ? afterPrefix(key) : key
  }
  return { range: { start, end, reverse: false }, ranged: true }
}

/** Where the values of one type lie: `$gt: 5` finds numbers only. */
function bracket(prefix: Key, value: unknown, descending: boolean): { start: Key; end: Key } {
  const type = toKey(bracketRange(value).low)
  const start = prefix + (descending ? inverted(type) : type)
  return { start, end: afterPrefix(start) }
}

function inverted(key: Key): Key {
  return [...key].map((char) => String.fromCharCode(255 - char.charCodeAt(0))).join('')
}

/** At most one limit on either side. Where a document has several entries, only one limit: another entry may meet the other. */
function limitsOf(predicates: Predicate[] = [], multikey = false): Limit[] {
  const limits = predicates.filter((predicate): predicate is Limit => predicate.kind !== 'values')
  const [above] = limits.filter(({ kind }) => kind === 'above').sort((a, b) => compareValues(b.value, a.value))
  const [below] = limits.filter(({ kind }) => kind === 'below').sort((a, b) => compareValues(a.value, b.value))
  if (!above || !below || multikey) return [above ?? below].filter((limit) => limit !== undefined)
  const sameType = toKey(bracketRange(above.value).low) === toKey(bracketRange(below.value).low)
  return sameType ? [above, below] : [above]
}

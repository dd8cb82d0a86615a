import { Int32, Long } from 'bson'
import { toNumber } from '../../bson/numbers.js'
import { show } from '../../bson/show.js'
import { mongoError } from '../../errors.js'
import { sortDocuments } from '../../query/sort.js'
import { requireDocument, type Stage, type StageMaker } from './stage.js'

/** Stages about order and number of documents. */
export const countingStages: Record<string, StageMaker> = {
  $sort: (argument, { strings }) => {
    const spec = requireDocument(argument, 15973, 'the $sort key specification must be an object')
    if (Object.keys(spec).length === 0) throw mongoError(15976, '$sort stage must have at least one sort key')
    sortDocuments([], spec) // reports a wrong specification now and not at the first document
    return (docs) => sortDocuments(docs, spec, { strings })
  },
  $limit: (argument) => {
    const most = wholeNumber('$limit', 2107201, argument)
    if (most === 0) throw mongoError(15958, 'the limit must be positive')
    return limit(most)
  },
  $skip: (argument) => skip(wholeNumber('$skip', 5107200, argument)),
  $count: (argument) => count(argument),
  $sample: (argument) => {
    const spec = requireDocument(argument, 28745, 'the $sample stage specification must be an object')
    const size = toNumber(spec.size)
    if (size === undefined) throw mongoError(28746, 'size argument to $sample must be a number')
    if (size <= 0) throw mongoError(28747, 'size argument to $sample must be a positive integer')
    return (docs) => sample([...docs], size)
  },
}

function wholeNumber(name: string, code: number, value: unknown): number {
  const number = toNumber(value)
  const complaint = (what: string): Error =>
    mongoError(code, `invalid argument to ${name} stage: Expected ${what} in: ${name}: ${show(value)}`)
  if (number === undefined) throw complaint('a number')
  if (!Number.isInteger(number)) throw complaint('an integer')
  if (number < 0) throw complaint('a non-negative number')
  return number
}

function limit(most: number): Stage {
  return function* (docs) {
    let given = 0
    for (const doc of docs) {
      yield doc
      if (++given >= most) return
    }
  }
}

function skip(first: number): Stage {
  return function* (docs) {
    let seen = 0
    for (const doc of docs) if (seen++ >= first) yield doc
  }
}

function count(name: unknown): Stage {
  if (typeof name !== 'string' || name === '') throw mongoError(40156, 'the count field must be a non-empty string')
  if (name.startsWith('$')) throw mongoError(40158, 'the count field cannot be a $-prefixed path')
  if (name.includes('.')) throw mongoError(40160, "the count field cannot contain '.'")
  return function* (docs) {
    let seen = 0
    for (const _ of docs) seen++
    if (seen > 0) yield { [name]: seen > 0x7fffffff ? Long.fromNumber(seen) : new Int32(seen) }
  }
}

// The first places of a shuffle: every choice is equally likely and no document comes twice.
function sample<Item>(items: Item[], size: number): Item[] {
  const chosen = Math.min(Math.floor(size), items.length)
  for (let i = 0; i < chosen; i++) {
    const j = i + Math.floor(Math.random() * (items.length - i))
    const [a, b] = [items[i], items[j]]
    if (a !== undefined && b !== undefined) [items[i], items[j]] = [b, a]
  }
  return items.slice(0, chosen)
}

import { getField, isDocument } from '../../bson/fields.js'

/** Where a match was found: the index in the outermost array, which the positional `$` of an update or projection uses. */
export interface MatchDetails {
  index?: number
}

/** A condition on one value; `undefined` is a missing field. */
export type Test = (value: unknown, details?: MatchDetails) => boolean

/** What is asked at the end of a path: of every element of an array there too, or (`whole`) only of the array itself. */
export interface Leaf {
  test: Test
  whole: boolean
}

/** Whether any value the path leads to passes, by MongoDB's rules for arrays on the way. */
export function someValue(start: unknown, path: string[], leaf: Leaf, details?: MatchDetails): boolean {
  return visit(start, path, 0, leaf, details)
}

function visit(start: unknown, path: string[], from: number, leaf: Leaf, details?: MatchDetails): boolean {
  let value = start
  let at = from
  while (at < path.length && isDocument(value)) value = getField(value, path[at++] ?? '')
  const ended = at === path.length
  if (!Array.isArray(value)) return leaf.test(ended ? value : undefined, details)
  return ended ? visitLeafArray(value, leaf, details) : visitInnerArray(value, path, at, leaf, details)
}

function visitLeafArray(array: unknown[], leaf: Leaf, details?: MatchDetails): boolean {
  if (!leaf.whole && array.some((element, i) => leaf.test(element) && record(details, i))) return true
  return leaf.test(array, details)
}

// An array that is only passed through yields nothing by itself: `{'a.b': null}` does not match `{a: [1]}`.
function visitInnerArray(array: unknown[], path: string[], at: number, leaf: Leaf, details?: MatchDetails): boolean {
  const part = path[at]
  return array.some((element, i) => {
    if (isDocument(element) && visit(element, path, at, leaf, details)) return record(details, i)
    // An index the path names itself is no discovery, so `$` does not refer to it.
    return part === String(i) && visitElement(element, path, at + 1, leaf, details)
  })
}

// An element addressed by its index counts as a whole, even when it is an array itself.
function visitElement(element: unknown, path: string[], at: number, leaf: Leaf, details?: MatchDetails): boolean {
  if (at === path.length) return leaf.test(element, details)
  if (Array.isArray(element)) return visitInnerArray(element, path, at, leaf, details)
  return isDocument(element) && visit(element, path, at, leaf, details)
}

// Called from the inside out, so that the outermost array has the last word.
function record(details: MatchDetails | undefined, index: number): true {
  if (details) details.index = index
  return true
}

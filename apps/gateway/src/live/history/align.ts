import { diffArrays } from 'diff'

/** Something that stands in a row with others, in two versions of a text. */
export interface Placed {
  /** The same thing in both versions has the same key. */
  key: string
  /** What it is and says: things of one kind and alike are taken for one that was rewritten. */
  kind: string
  text: string
}

/** What stands in which version: in both, only in the first, or only in the second; in reading order. */
export type Pair<T> = readonly [T, T] | readonly [T, null] | readonly [null, T]

// Half of the words, so that a sentence that was mended is shown as mended and another one as another.
const alike = 0.5
const longestSearch = 1_000
// What was rewritten is not looked for all over the text: that would cost the square of its length.
const farthest = 50

/**
 * Puts two versions of a row beside each other. The document itself knows what stayed, by its keys; what was taken away and put
 * back (pasted, split, restored) is found by its words, and what was rewritten by most of them.
 */
export function align<T extends Placed>(from: readonly T[], to: readonly T[]): Pair<T>[] {
  const places = new Map(from.map(({ key }, i) => [key, i]))
  const pairs: Pair<T>[] = []
  let a = 0
  let b = 0
  to.forEach((two, i) => {
    const place = places.get(two.key)
    const one = place === undefined ? undefined : from[place]
    if (place === undefined || !one || place < a || one.kind !== two.kind) return
    pairs.push(...byWords(from.slice(a, place), to.slice(b, i)), [one, two])
    a = place + 1
    b = i + 1
  })
  return [...pairs, ...byWords(from.slice(a), to.slice(b))]
}

function byWords<T extends Placed>(from: readonly T[], to: readonly T[]): Pair<T>[] {
  if (from.length === 0 || to.length === 0) return bySimilarity(from, to)
  const said = ({ kind, text }: T) => `${kind} ${text}`
  const changes = diffArrays(from.map(said), to.map(said), { maxEditLength: longestSearch })
  if (!changes) return bySimilarity(from, to)
  const pairs: Pair<T>[] = []
  let [a, b, gapA, gapB] = [0, 0, 0, 0]
  const closeGap = () => pairs.push(...bySimilarity(from.slice(gapA, a), to.slice(gapB, b)))
  for (const { added, removed, count } of changes) {
    if (added) b += count
    else if (removed) a += count
    else {
      closeGap()
      for (let n = 0; n < count; n++) pairs.push(...both(from[a++], to[b++]))
      gapA = a
      gapB = b
    }
  }
  closeGap()
  return pairs
}

function both<T>(one: T | undefined, two: T | undefined): Pair<T>[] {
  return one === undefined || two === undefined ? [] : [[one, two]]
}

/** In order: each takes the first that is like it, and what lies before that one is gone. */
function bySimilarity<T extends Placed>(from: readonly T[], to: readonly T[]): Pair<T>[] {
  const pairs: Pair<T>[] = []
  const words = from.map(({ text }) => wordsIn(text))
  let a = 0
  for (const two of to) {
    const mine = wordsIn(two.text)
    const ahead = from
      .slice(a, a + farthest)
      .findIndex((one, i) => one.kind === two.kind && likeness(words[a + i] ?? [], mine) >= alike)
    const one = from[a + ahead]
    if (ahead === -1 || !one) pairs.push([null, two])
    else {
      pairs.push(...from.slice(a, a + ahead).map((gone): Pair<T> => [gone, null]), [one, two])
      a += ahead + 1
    }
  }
  return [...pairs, ...from.slice(a).map((gone): Pair<T> => [gone, null])]
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** How many of their words two texts share, from 0 to 1. */
function likeness(one: readonly string[], two: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of two) {
    const n = left.get(word) ?? 0
    if (n > 0) shared++
    left.set(word, n - 1)
  }
  const all = one.length + two.length
  return all === 0 ? 0 : (2 * shared) / all
}

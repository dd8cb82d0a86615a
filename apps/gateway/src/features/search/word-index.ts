import { radicals, wordsOf } from './fold.js'
import { beginning, inOrder, noWords, type Sorted } from './sorted-words.js'

/** A piece of text that is found as one: a record's own words, or one paragraph of what is written live. */
export type UnitKey = string

/** Every word of every unit in memory, by how people type it. One per gateway; what it finds is nobody's until rights are asked. */
export interface WordIndex {
  /** Puts the words of a unit in, in place of what they were. */
  put(key: UnitKey, text: string): void
  take(key: UnitKey): void
  /** Units in which every typed word fits some word, with the sum of how well each fits: 0 is as written. */
  find(typed: readonly string[]): Map<UnitKey, number>
  readonly units: number
}

const beginsWithTwo = 2
const unfit = 255
// A word that is new is looked at one by one until there are this many; then they are put in order with the rest.
const mostUnsorted = 256

export function createWordIndex(): WordIndex {
  const numberOf = new Map<string, number>()
  const vocabulary: string[] = []
  const postings: number[][] = []
  const keys: (UnitKey | null)[] = []
  const unitOf = new Map<UnitKey, number>()
  let sorted: { plain: Sorted; radical: Sorted; upTo: number } = { plain: noWords, radical: noWords, upTo: 0 }
  let dead = 0

  function wordNumber(word: string): number {
    const known = numberOf.get(word)
    if (known !== undefined) return known
    const number = vocabulary.length
    numberOf.set(word, number)
    vocabulary.push(word)
    postings.push([])
    return number
  }

  function order(): typeof sorted {
    if (vocabulary.length - sorted.upTo > mostUnsorted || (sorted.upTo === 0 && vocabulary.length > 0)) {
      const numbers = vocabulary.map((_, i) => i)
      const pairs = numbers.flatMap((i) => radicals(vocabulary[i] ?? '').map((radical) => [radical, i] as const))
      sorted = {
        plain: inOrder(numbers.map((i) => [vocabulary[i] ?? '', i] as const)),
        radical: inOrder(pairs),
        upTo: vocabulary.length,
      }
    }
    return sorted
  }

  /** Numbers of the words that one typed word fits, each with how well. */
  function wordsThatFit(typed: string): Map<number, number> {
    const { plain, radical, upTo } = order()
    const found = new Map<number, number>()
    const take = (number: number, fit: number) => {
      const known = found.get(number)
      if (known === undefined || fit < known) found.set(number, fit)
    }
    const mine = radicals(typed)
    const starts = mine.filter(({ length }) => length >= beginsWithTwo)
    const unsorted = vocabulary.slice(upTo).map((word, i) => ({ number: upTo + i, word, hidden: radicals(word) }))
    const each = (
      list: Sorted,
      of: (one: (typeof unsorted)[number]) => readonly string[],
      start: string,
      fit: number,
    ) => {
      for (const number of beginning(list, start)) take(number, fit)
      for (const one of unsorted) if (of(one).some((word) => word.startsWith(start))) take(one.number, fit)
    }
    each(plain, ({ word }) => [word], typed, 0)
    if (typed.length >= beginsWithTwo) each(radical, ({ hidden }) => hidden, typed, 1)
    for (const start of starts) each(plain, ({ word }) => [word], start, 1)
    for (const start of starts) each(radical, ({ hidden }) => hidden, start, 2)
    return found
  }

  function take(key: UnitKey): void {
    const number = unitOf.get(key)
    if (number === undefined) return
    unitOf.delete(key)
    keys[number] = null
    dead += 1
    if (dead > 1_000 && dead > keys.length / 2) sweep()
  }

  /** Numbers of units that are gone leave the postings, and the rest move up. */
  function sweep(): void {
    const moved = new Map<number, number>()
    const left: UnitKey[] = []
    keys.forEach((key, number) => {
      if (key === null) return
      moved.set(number, left.length)
      unitOf.set(key, left.length)
      left.push(key)
    })
    postings.forEach((list, i) => {
      postings[i] = list.flatMap((number) => moved.get(number) ?? [])
    })
    keys.length = 0
    for (const key of left) keys.push(key)
    dead = 0
  }

  return {
    put(key, text) {
      take(key)
      const number = keys.push(key) - 1
      unitOf.set(key, number)
      for (const word of new Set(wordsOf(text))) postings[wordNumber(word)]?.push(number)
    },
    take,
    find(typed) {
      const fits = typed.map(wordsThatFit)
      // The rarest word first: the others are then looked up among few.
      const [first, ...rest] = fits.map((words) => bestFits(words, postings)).sort((a, b) => a.size - b.size)
      const found = new Map<UnitKey, number>()
      for (const [number, fit] of first ?? []) {
        const sum = rest.reduce((sum, more) => sum + (more.get(number) ?? unfit), fit)
        const key = keys[number]
        if (sum < unfit && key) found.set(key, sum)
      }
      return found
    },
    get units() {
      return unitOf.size
    },
  }
}

/** How well each unit fits one typed word, at its best. */
function bestFits(words: ReadonlyMap<number, number>, postings: readonly (readonly number[])[]): Map<number, number> {
  const best = new Map<number, number>()
  const byFit = [...words].sort(([, a], [, b]) => a - b)
  for (const [word, fit] of byFit) for (const unit of postings[word] ?? []) if (!best.has(unit)) best.set(unit, fit)
  return best
}

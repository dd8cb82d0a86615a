import { radicals, wordsOf } from './fold.js'
import { beginning, inOrder, noWords, type Sorted } from './sorted-words.js'

/** Every word of every piece of text in memory, by how people type it. One per gateway; what it finds is nobody's until rights are asked. */
export interface WordIndex<About> {
  /** Puts the words of a text in, in place of what they were; `about` comes back when it is found. */
  put(key: string, text: string, about: About): void
  take(key: string): void
  /** Tells of every text in which each typed word fits some word, with the sum of how well they fit: 0 is as written. */
  find(typed: readonly string[], hit: (about: About, fit: number) => void): void
  /** How many texts are in it. */
  readonly size: number
  /** How many words it knows: those of its texts, and for a while those of texts that are gone. */
  readonly words: number
}

const beginsWithTwo = 2
const unfit = 255
// A word that is new is looked at one by one until there are this many; then they are put in order with the rest.
const mostUnsorted = 256

export function createWordIndex<About>(): WordIndex<About> {
  const numberOf = new Map<string, number>()
  let vocabulary: string[] = []
  let postings: number[][] = []
  let kept: ({ key: string; about: About } | null)[] = []
  const placeOf = new Map<string, number>()
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

  function take(key: string): void {
    const place = placeOf.get(key)
    if (place === undefined) return
    placeOf.delete(key)
    kept[place] = null
    dead += 1
    if (dead > 1_000 && dead > kept.length / 4) sweep()
  }

  /**
   * Places of texts that are gone leave the postings, and the rest move up; words that no text has any more are forgotten. Somebody
   * who types leaves a word behind with each letter.
   */
  function sweep(): void {
    const moved = new Map<number, number>()
    for (const [place, one] of kept.entries()) if (one) moved.set(place, moved.size)
    const left = postings.map((list) => list.flatMap((place) => moved.get(place) ?? []))
    kept = kept.filter((one) => one !== null)
    for (const [place, one] of kept.entries()) if (one) placeOf.set(one.key, place)
    vocabulary = vocabulary.filter((_word, number) => left[number]?.length)
    postings = left.filter(({ length }) => length > 0)
    numberOf.clear()
    for (const [number, word] of vocabulary.entries()) numberOf.set(word, number)
    sorted = { plain: noWords, radical: noWords, upTo: 0 }
    dead = 0
  }

  /** How well each text fits one typed word at its best, by its place. */
  function bestFits(typed: string): Uint8Array {
    const best = new Uint8Array(kept.length).fill(unfit)
    // Worse first, so that better ones are written over them.
    const byFit = [...wordsThatFit(typed)].sort(([, a], [, b]) => b - a)
    for (const [word, fit] of byFit) for (const place of postings[word] ?? []) best[place] = fit
    return best
  }

  return {
    put(key, text, about) {
      take(key)
      const place = kept.push({ key, about }) - 1
      placeOf.set(key, place)
      for (const word of new Set(wordsOf(text))) postings[wordNumber(word)]?.push(place)
    },
    take,
    find(typed, hit) {
      const fits = typed.map(bestFits)
      for (let place = 0; place < kept.length; place += 1) {
        const one = kept[place]
        if (!one) continue
        let sum = 0
        for (const best of fits) sum += best[place] ?? unfit
        if (sum < unfit) hit(one.about, sum)
      }
    },
    get size() {
      return placeOf.size
    },
    get words() {
      return vocabulary.length
    },
  }
}

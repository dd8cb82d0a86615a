import { folded } from '@camau/domain'

/** How well a word fits what was typed: as written, as its radical, both mutated; null when it does not. */
export type Fit = 0 | 1 | 2

const fewestLetters = 2

/** The words of a text: without accents and case, without the little words that lean on the one before (*'r*, *'n*…). */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}']+/u)
    .map((word) => word.replace(/'(r|n|i|u|w|s)$/, '').replace(/^'+|'+$/g, ''))
    .filter((word) => word.length > 0)
}

/** Whether the typed word, or as much of it as is typed so far, is this word under some Welsh mutation of either. */
export function fit(typed: string, word: string): Fit | null {
  if (word.startsWith(typed)) return 0
  const typedRadicals = radicals(typed)
  const wordRadicals = radicals(word)
  if (wordRadicals.some((radical) => begins(radical, typed))) return 1
  if (typedRadicals.some((radical) => begins(word, radical))) return 1
  return typedRadicals.some((mine) => wordRadicals.some((radical) => begins(radical, mine))) ? 2 : null
}

const begins = (word: string, start: string) => start.length >= fewestLetters && word.startsWith(start)

// What the first letters of a word may hide: longest first, so that `ngh` is not read as `n`. From the table of Welsh mutations.
const hidden: readonly [seen: string, radicals: readonly string[]][] = [
  ['ngh', ['c']],
  ['mh', ['p']],
  ['nh', ['t']],
  ['ng', ['g']],
  ['dd', ['d']],
  ['ph', ['p']],
  ['th', ['t']],
  ['ch', ['c']],
  ['ff', []],
  ['ll', []],
  ['rh', []],
  ['b', ['p']],
  ['d', ['t']],
  ['g', ['c']],
  ['f', ['b', 'm']],
  ['m', ['b']],
  ['n', ['d']],
  ['l', ['ll', 'gl']],
  ['r', ['rh', 'gr']],
]

/** The forms a word may be a mutation of; not the word itself. */
export function radicals(word: string): string[] {
  const found = hidden.find(([seen]) => word.startsWith(seen))
  if (found) {
    const [seen, starts] = found
    return starts.map((start) => start + word.slice(seen.length)).filter((radical) => !neverSoft.test(radical))
  }
  if (/^[aeiouwy]/.test(word)) return [`g${word}`]
  return /^h[aeiouwy]/.test(word) ? [word.slice(1)] : []
}

const neverSoft = /^grwp/

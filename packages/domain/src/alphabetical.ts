import { folded } from './folded.js'

// The Welsh alphabet counts ch, dd, ff, ng, ll, ph, rh and th as letters. Browsers cannot sort it, so we do.
const alphabet = 'a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z'.split(' ')
const rank = new Map(alphabet.map((letter, index) => [letter, index]))

// Two letters that only look like one: no rule finds them. The dot marks where they part.
const apart = ['ban·gor', 'llan·g', 'dan·gos', 'par·hau', 'par·had', 'ar·holi', 'caer·hun', 'pen·groes', 'pen·rhyn·gw']
const exceptions = apart.map((word) => [word.replaceAll('·', ''), word] as const)

const english = new Intl.Collator('en-GB', { numeric: true })

/** Sorts names as readers of the language expect: `names.sort(byName('cy'))`. */
export function byName(language: 'en' | 'cy'): (a: string, b: string) => number {
  return language === 'cy' ? compareWelsh : english.compare
}

/** Letters first, then accents, then capitals. Runs of digits compare as numbers; a space or hyphen sorts before any letter. */
export function compareWelsh(a: string, b: string): number {
  return (
    compareKeys(keyOf(a), keyOf(b)) ||
    accentsOf(a).localeCompare(accentsOf(b), 'en') ||
    (a === b ? 0 : capitalsOf(a) < capitalsOf(b) ? -1 : 1)
  )
}

// Sorting asks for the same name again and again, and page after page of a long list for all of them.
const keys = new Map<string, number[]>()
const mostKeys = 50_000

function keyOf(text: string): number[] {
  const known = keys.get(text)
  if (known) return known
  if (keys.size >= mostKeys) keys.clear()
  const key = lettersOf(text)
  keys.set(text, key)
  return key
}

/** One number a letter: negative for gaps, then numbers written in digits, then the alphabet. */
function lettersOf(text: string): number[] {
  let bare = fold(text)
  for (const [word, parted] of exceptions) bare = bare.replaceAll(word, parted)
  const letters = bare.match(/\d+|ch|dd|ff|ng|ll|ph|rh|th|./gu) ?? []
  return letters.filter((letter) => letter !== '·').map(rankOf)
}

const lettersStart = 1e9

function rankOf(letter: string): number {
  if (/^\d/.test(letter)) return Number(letter)
  const place = rank.get(letter)
  return place === undefined ? -1 : lettersStart + place
}

function compareKeys(a: number[], b: number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference) return difference
  }
  return a.length - b.length
}

// A grapheme joiner parts two letters that only look like one; as a mark it would go with the accents.
const fold = (text: string): string => folded(text.replaceAll('\u034f', '·')).replaceAll("'", '')

/** A mark for every letter: none before accent. */
function accentsOf(text: string): string {
  return text.normalize('NFD').replace(/\p{L}[\u0300-\u036f]*/gu, (letter) => (letter.length > 1 ? '1' : '0'))
}

/** Lower case before upper. */
function capitalsOf(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => (letter === letter.toLowerCase() ? '0' : '1'))
}

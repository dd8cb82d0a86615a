import { describe, expect, it } from 'vitest'
import { formatNumber, plural, welshForm } from './words'

const modules = import.meta.glob<Record<string, unknown>>(
  ['../**/words.ts', '../**/*-words.ts', '../platform/words/*.ts'],
  { eager: true },
)

/** The same in both languages, and rightly so: names, abbreviations, marks. */
const alike = new Set([
  'Camau',
  'Sector',
  'CSV',
  'PDF',
  'Ctrl K',
  'Esc',
  'Agenda',
  'Map',
  'Term',
  'agenda',
  '',
  ':',
  '·',
  '–',
  '—',
  '?',
])

interface Pair {
  path: string
  en: unknown
  cy: unknown
}

const catalogues = Object.entries(modules).flatMap(([file, exports]) =>
  Object.entries(exports).flatMap(([name, value]) =>
    isCatalogue(value) ? [{ path: `${file} ${name}`, en: value.en, cy: value.cy }] : [],
  ),
)
const pairs = catalogues.flatMap(pairsIn)

describe('the words of the product', () => {
  it('are found at all', () => {
    expect(catalogues.length).toBeGreaterThan(5)
    expect(pairs.length).toBeGreaterThan(200)
  })

  it('exist in both languages', () => {
    const gaps = pairs.filter(({ en, cy }) => typeof en !== typeof cy || (en !== '' && cy === ''))
    expect(gaps.map(({ path }) => path)).toEqual([])
  })

  it('are never English on a Welsh page', () => {
    const same = pairs.filter(({ en, cy }) => typeof en === 'string' && en === cy && !isAlike(en))
    expect(same.map(({ path, en }) => `${path}: ${en}`)).toEqual([])
  })

  it('use the Welsh apostrophe, and no straight quotes', () => {
    const straight = pairs.filter(({ cy }) => typeof cy === 'string' && /['"]/.test(cy))
    expect(straight.map(({ path, cy }) => `${path}: ${cy}`)).toEqual([])
  })

  it('put the same values into both languages', () => {
    const lost = pairs.filter(
      ({ en, cy }) => typeof en === 'string' && typeof cy === 'string' && count(en) !== count(cy),
    )
    expect(lost.map(({ path, en, cy }) => `${path}: ${en} | ${cy}`)).toEqual([])
  })
})

describe('counted phrases', () => {
  const steps = plural.cy({
    zero: '# cam',
    one: '# cam',
    two: '# gam',
    few: '# cham',
    many: '# cham',
    other: '# cam',
  })

  it('choose among the six Welsh forms as CLDR does', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 11, 100].map(welshForm)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 11, 100].map((n) => new Intl.PluralRules('cy').select(n)),
    )
    expect([1, 2, 3, 4, 6, 137].map(steps)).toEqual(['1 cam', '2 gam', '3 cham', '4 cam', '6 cham', '137 cam'])
  })

  it('let a number have a form of its own', () => {
    const years = plural.cy({
      zero: '# mlynedd',
      one: '# flwyddyn',
      two: '# flynedd',
      few: '# blynedd',
      many: '# blynedd',
      other: '# mlynedd',
      exactly: { 4: '# blynedd' },
    })
    expect([4, 5].map(years)).toEqual(['4 blynedd', '5 mlynedd'])
  })

  it('write large numbers with a comma in both languages', () => {
    expect([999, 1000, 1234567.5].map(formatNumber)).toEqual(['999', '1,000', '1,234,567.5'])
  })
})

function isCatalogue(value: unknown): value is { en: object; cy: object } {
  return isObject(value) && isObject(value.en) && isObject(value.cy)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isAlike(text: string): boolean {
  return alike.has(text) || !/\p{L}{2}/u.test(text.replaceAll('¤', ''))
}

/** How many values stand in a phrase. */
function count(text: string): number {
  return text.split('¤').length
}

function pairsIn({ path, en, cy }: Pair): Pair[] {
  if (isObject(en) && isObject(cy)) {
    const keys = [...new Set([...Object.keys(en), ...Object.keys(cy)])]
    return keys.flatMap((key) => pairsIn({ path: `${path}.${key}`, en: en[key], cy: cy[key] }))
  }
  if (isPhrase(en) && isPhrase(cy)) return [{ path, en: said(en), cy: said(cy) }]
  return [{ path, en, cy }]
}

type Phrase = (...values: string[]) => unknown
function isPhrase(value: unknown): value is Phrase {
  return typeof value === 'function'
}

/** A phrase with its values replaced by marks. One that reads its value as an object is left as it is. */
function said(phrase: Phrase): unknown {
  try {
    const text: unknown = phrase(...Array.from({ length: Math.max(phrase.length, 1) }, () => '¤'))
    return typeof text === 'string' ? text : phrase
  } catch {
    return phrase
  }
}

import { describe, expect, it } from 'vitest'
import { fit, wordsOf } from './fold.js'
import { createWordIndex, type WordIndex } from './word-index.js'

const seed = Number(process.env.SEED ?? 20_261_122)

/** A small generator of numbers, the same for the same seed. */
function numbers(from: number): (below: number) => number {
  let state = from
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

const stems =
  'plant gofal cam cyfarfod penderfyniad tystiolaeth grŵp maes bwrdd rhes llythyr children care foster order'
const vocabulary = stems
  .split(' ')
  .flatMap((word) => [word, ...['b', 'ph', 'mh', 'ng', 'dd', 'f', 'l', 'r'].map((start) => start + word.slice(1))])

/** What the index promises, asked of every unit one by one. */
function bruteForce(units: ReadonlyMap<string, string>, typed: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [key, text] of units) {
    const fits = typed.map((one) => {
      const each = wordsOf(text).flatMap((word) => fit(one, word) ?? [])
      return each.length > 0 ? Math.min(...each) : null
    })
    if (fits.every((one) => one !== null))
      found.set(
        key,
        fits.reduce((sum, one) => sum + one, 0),
      )
  }
  return found
}

function found(index: WordIndex<string>, typed: readonly string[]): Map<string, number> {
  const all = new Map<string, number>()
  index.find(typed, (key, fit) => all.set(key, fit))
  return all
}

describe('the index of words', () => {
  it(`finds what asking every unit would find, as units come and go (seed ${seed})`, () => {
    const next = numbers(seed)
    const pick = () => vocabulary[next(vocabulary.length)] ?? ''
    const index = createWordIndex<string>()
    const units = new Map<string, string>()
    for (let round = 0; round < 4_000; round += 1) {
      const key = `u${next(400)}`
      if (next(4) === 0) {
        units.delete(key)
        index.take(key)
      } else {
        const text = Array.from({ length: 1 + next(6) }, () => `${pick()}${next(60)}`).join(' ')
        units.set(key, text)
        index.put(key, text, key)
      }
      if (round % 40 > 0) continue
      const typed = wordsOf(Array.from({ length: 1 + next(2) }, () => pick().slice(0, 1 + next(6))).join(' '))
      if (typed.length > 0)
        expect(found(index, typed), `seed ${seed}, typed ${typed}`).toEqual(bruteForce(units, typed))
    }
    expect(index.size).toBe(units.size)
  })

  it('forgets the words of texts that are gone', () => {
    const index = createWordIndex<string>()
    for (let round = 0; round < 5_000; round += 1)
      index.put(`u${round % 10}`, `care ${'w'.repeat(round % 50)}${round}`, 'a')
    expect(index.words).toBeLessThan(2_000)
    expect(found(index, ['care']).size).toBe(1)
    expect(found(index, ['4999']).size).toBe(0)
    expect([...found(index, [`${'w'.repeat(49)}4999`]).keys()]).toEqual(['a'])
  })

  it.each(['blant', 'phlant', 'mhlant', 'plant'])('finds %s for plant', (word) => {
    const index = createWordIndex<string>()
    index.put('a', `ein ${word} ni`, 'a')
    expect([...found(index, ['plant']).keys()]).toEqual(['a'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aBody, aPerson } from './scene.fixture.js'
import { maySeeSmallNumbers, type ShownCounts, withoutSmallNumbers, withoutSmallNumbersAfter } from './suppression.js'

const minimum = 3

/** Every table somebody may take for the true one: it adds up, and would have been shown just as this one was. */
function candidates(shown: ShownCounts, most: number): number[][] {
  let tables: number[][] = [[]]
  for (const part of shown.parts) {
    const values = part === null ? Array.from({ length: most + 1 }, (_, i) => i) : [part]
    tables = tables.flatMap((table) => values.map((value) => [...table, value]))
  }
  return tables.filter((table) => {
    const total = table.reduce((sum, one) => sum + one, 0)
    if (shown.total !== null && total !== shown.total) return false
    return JSON.stringify(withoutSmallNumbers(table, minimum)) === JSON.stringify(shown)
  })
}

describe('small numbers', () => {
  it('are shown as they are where none is small', () => {
    expect(withoutSmallNumbers([5, 6, 7], 5)).toEqual({ total: 18, parts: [5, 6, 7] })
  })

  it('are never hidden alone: the total less the others would give the one away', () => {
    expect(withoutSmallNumbers([3, 20, 30], 5)).toEqual({ total: 53, parts: [null, null, null] })
  })

  it('hide their total where it is small itself', () => {
    expect(withoutSmallNumbers([1, 2], 5)).toEqual({ total: null, parts: [null, null] })
  })

  it('cannot be worked out from what is shown, even by somebody who knows how it is hidden', {
    timeout: 30_000,
  }, () => {
    const tables = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 })
    const known = new Map<string, number[][]>() // many tables are shown alike
    const once = (shown: ShownCounts): number[][] => {
      const found = known.get(JSON.stringify(shown)) ?? candidates(shown, 12)
      known.set(JSON.stringify(shown), found)
      return found
    }
    fc.assert(
      fc.property(tables, (parts) => {
        const shown = withoutSmallNumbers(parts, minimum)
        const possible = once(shown)
        expect(possible.some((table) => table.join() === parts.join())).toBe(true)
        shown.parts.forEach((part, i) => {
          if (part === null) expect(new Set(possible.map((table) => table[i])).size).toBeGreaterThan(1)
          else expect(part).toBeGreaterThanOrEqual(minimum)
        })
        if (shown.total === null) expect(new Set(possible.map((table) => table.join())).size).toBeGreaterThan(1)
      }),
      { seed: 50, numRuns: 1_000 },
    )
  })

  it('cannot be worked out by asking twice: a corrected table that hides other numbers shows none', () => {
    const parts = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(fc.tuple(parts, parts, parts), fc.integer({ min: 0, max: 2 }), parts, (table, at, corrected) => {
        const after = table.map((part, i) => (i === at ? corrected : part))
        const earlier = withoutSmallNumbers(table, minimum)
        const later = withoutSmallNumbersAfter(earlier, withoutSmallNumbers(after, minimum))
        const small = [...table, ...after].some((part) => part < minimum)
        const allSmall = table.some((part) => part < minimum) && after.some((part) => part < minimum)
        if (small) expect(later.parts).toEqual([null, null, null])
        if (small && !allSmall) expect(later.total).toBeNull()
      }),
      { seed: 51, numRuns: 1_000 },
    )
  })

  it.each([
    ['secretariat team', true],
    ['chair ws-1', true],
    ['vice-chair ws-1', true],
    ['chair ws-2', true], // sits on the Operational Group
    ['member body-social-care-wales', true],
    ['chair mag', true],
    ['member mag', false],
    ['member ws-1', false],
    ['chair tf-of-1', false],
    ['official minister', false],
    ['member committee', false],
    ['guest ws-1', false],
  ])('for a %s: %s', (office, sees) => {
    expect(maySeeSmallNumbers(aPerson(office), { space: 'body', body: aBody('ws-1') })).toBe(sees)
  })

  it('are the same for everybody who is shown less, whatever offices they join', () => {
    const place = { space: 'body', body: aBody('ws-1') } as const
    expect(maySeeSmallNumbers(aPerson('member mag', 'member ws-1', 'chair tf-of-1', 'official minister'), place)).toBe(
      false,
    )
  })
})

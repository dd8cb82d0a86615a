import { describe, expect, it } from 'vitest'
import { SortedKeys } from './sorted-keys.js'

const everything = (reverse = false) => ({ start: '', end: '\xff', reverse })

describe('keys in order', () => {
  it('stay the same set as a plain one, however they come and go', () => {
    let state = 7
    const dice = (sides: number) => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
      return state % sides
    }
    const keys = new SortedKeys()
    const plain = new Set<string>()
    for (let round = 0; round < 300; round++) {
      for (let i = dice(120); i > 0; i--) {
        const key = `k${dice(5000)}`
        if (plain.has(key)) continue
        plain.add(key)
        keys.add(key)
      }
      const gone = new Set([...plain].filter(() => dice(round % 7 === 0 ? 1 : 3) === 0))
      for (const key of gone) plain.delete(key)
      keys.removeAll(gone)
      const expected = [...plain].sort()
      expect(keys.within(everything())).toEqual(expected)
      expect(keys.within(everything(true))).toEqual(expected.toReversed())
      const range = { start: 'k2', end: 'k4', reverse: false }
      expect(keys.within(range)).toEqual(expected.filter((key) => key >= 'k2' && key < 'k4'))
    }
  })
})

import { describe, expect, it } from 'vitest'
import { keyRuns } from './key-runs.js'

describe('keys of rows that go together', () => {
  it('are ranges with no key of anybody else in between', () => {
    expect(keyRuns([3, 1, 2, 7, 9, 10])).toEqual([
      [1, 3],
      [7, 7],
      [9, 10],
    ])
    expect(keyRuns([4, 4, 5])).toEqual([[4, 5]])
    expect(keyRuns([])).toEqual([])
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { choose, chooseNone, chosen, toggleChosen } from './bulk-choice'

beforeEach(chooseNone)
const ids = () => [...chosen.get()].sort()

describe('choosing rows', () => {
  it('adds, takes away and turns over', () => {
    choose(['a', 'b'])
    toggleChosen('b')
    toggleChosen('c')
    expect(ids()).toEqual(['a', 'c'])
    choose(['a', 'c'], false)
    expect(ids()).toEqual([])
  })

  it('tells nobody when nothing is chosen anyway', () => {
    const before = chosen.get()
    chooseNone()
    expect(chosen.get()).toBe(before)
  })
})

import { describe, expect, it } from 'vitest'
import { welshOrder } from './welsh-order.js'

const inOrder = (...words: string[]) => expect([...words].reverse().sort(welshOrder)).toEqual(words)

describe('Welsh order', () => {
  it('counts ch, dd, ff, ng, ll, ph, rh and th as letters', () => {
    inOrder('cyngor', 'chwaer', 'dysgu', 'ddoe', 'eira', 'fory', 'ffrwd', 'gwaith', 'ngwaith', 'haf')
    inOrder('lwc', 'llais', 'mab', 'pwll', 'phob', 'rota', 'rhan', 'sir', 'tŷ', 'thema', 'uned')
  })

  it('lets accents and case decide only between equals', () => {
    inOrder('Cân', 'canol', 'cant')
    inOrder('tan', 'tân', 'tanc')
    expect(welshOrder('a', 'a')).toBe(0)
  })
})

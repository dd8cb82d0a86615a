import { describe, expect, it } from 'vitest'
import { folded } from './folded.js'

describe('text as it is compared', () => {
  it.each([
    ['Tŷ’r Cyfarfod', "ty'r cyfarfod"],
    ['LLÂN', 'llan'],
    ['‘ʼ`', "'''"],
    ['T\u0302y', 'ty'],
    ['2,000 — 3', '2,000 — 3'],
  ])('%s', (text, plain) => {
    expect(folded(text)).toBe(plain)
  })
})

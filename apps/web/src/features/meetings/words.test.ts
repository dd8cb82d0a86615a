import { describe, expect, it } from 'vitest'
import { words } from './words'

describe('the words of meetings', () => {
  it('write a length of time in both languages', () => {
    expect(words.en.length(2, 0)).toBe('2 h')
    expect(words.en.length(1, 30)).toBe('1 h 30 min')
    expect(words.en.length(0, 0)).toBe('0 min')
    expect(words.cy.length(1, 30)).toBe('1 awr 30 munud')
    expect(words.cy.length(0, 2)).toBe('2 funud')
  })

  it('count meetings and minutes left as Welsh counts them', () => {
    expect([1, 2, 3, 6, 8].map((n) => words.cy.sum(n))).toEqual([
      '1 cyfarfod',
      '2 gyfarfod',
      '3 chyfarfod',
      '6 chyfarfod',
      '8 cyfarfod',
    ])
    expect(words.cy.left(2)).toBe('2 funud ar ôl')
  })

  it('have a name for every step and status in both languages', () => {
    for (const language of ['en', 'cy'] as const) {
      const { steps, stepDone, status } = words[language]
      for (const said of [steps, stepDone, status].flatMap((set) => Object.values(set))) expect(said).not.toBe('')
    }
  })
})

import { describe, expect, it } from 'vitest'
import { monthsLate } from './how-late'
import { dependencyWords } from './words'

describe('how late a blocker is', () => {
  it('counts whole months, from whatever the documents give', () => {
    const today = new Date('2026-11-21T12:00:00Z')
    expect(monthsLate('2021-04-01', today)).toBe(67)
    expect(monthsLate('2021-12-22', today)).toBe(58)
    expect(monthsLate('2021-04', today)).toBe(67)
    expect(monthsLate('2026-11-20', today)).toBe(0)
  })

  it('is said in years and months, and in Welsh with the noun each number asks for', () => {
    expect([67, 60, 12, 1, 0].map(dependencyWords.en.lateBy)).toEqual([
      '5 years 7 months',
      '5 years',
      '1 year',
      '1 month',
      'Late',
    ])
    expect([67, 48, 14].map(dependencyWords.cy.lateBy)).toEqual(['5 mlynedd 7 mis', '4 blynedd', '1 flwyddyn 2 fis'])
  })
})

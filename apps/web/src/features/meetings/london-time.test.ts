import { describe, expect, it } from 'vitest'
import { londonInstant, readTime } from './london-time'

describe('the time a meeting starts', () => {
  it.each([
    ['10:00', '10:00'],
    ['9:30', '09:30'],
    ['14.15', '14:15'],
    ['0930', '09:30'],
    ['24:00', null],
    ['10:60', null],
    ['ten', null],
    ['', null],
  ])('is read from what was typed: %j is %j', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it('is London’s, in winter and in summer', () => {
    expect(londonInstant('2026-11-24', '10:00').toISOString()).toBe('2026-11-24T10:00:00.000Z')
    expect(londonInstant('2026-07-07', '10:00').toISOString()).toBe('2026-07-07T09:00:00.000Z')
    expect(londonInstant('2026-07-07', '00:30').toISOString()).toBe('2026-07-06T23:30:00.000Z')
  })
})

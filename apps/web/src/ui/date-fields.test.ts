import { describe, expect, it } from 'vitest'
import { noDate, readDate, typedDate } from './date-fields'

describe('a date typed in three fields', () => {
  it('is a day, day first', () => {
    expect(readDate({ day: '3', month: '11', year: '2026' })).toEqual({ iso: '2026-11-03' })
  })

  it('is empty until something is typed', () => {
    expect(readDate(noDate)).toBe('empty')
  })

  it.each([
    ['31', '2', '2026'],
    ['29', '2', '2027'],
    ['11', '13', '2026'],
    ['3', '', '2026'],
    ['3', '11', '26'],
    ['x', '11', '2026'],
  ])('%s %s %s is impossible', (day, month, year) => {
    expect(readDate({ day, month, year })).toBe('impossible')
  })

  it('comes back as it was kept', () => {
    expect(readDate(typedDate('2028-02-29'))).toEqual({ iso: '2028-02-29' })
    expect(typedDate(null)).toEqual(noDate)
  })
})

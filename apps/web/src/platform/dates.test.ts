import { describe, expect, it } from 'vitest'
import {
  dayOf,
  formatDateTime,
  formatDay,
  formatLongDay,
  formatMonth,
  formatShortDay,
  formatTime,
  relativeDay,
  unbroken,
} from './dates'

describe('a day', () => {
  it('is written in full, day first, in either language', () => {
    expect(formatDay('2026-11-03', 'en')).toBe('3 November 2026')
    expect(formatDay('2026-11-03', 'cy')).toBe('3 Tachwedd 2026')
    expect(formatShortDay('2026-11-03', 'cy')).toBe('3 Tach 2026')
    expect(formatLongDay('2026-11-03', 'en')).toBe('Tuesday 3 November 2026')
    expect(formatLongDay('2026-11-03', 'cy')).toBe('Dydd Mawrth 3 Tachwedd 2026')
  })

  it('stays on one line, whatever stands around it', () => {
    const shown = ['3 November 2026', 'Dydd Mawrth 3 Tachwedd 2026', 'Tach 2026', '3 Nov 2026, 14:30', '2016-17'].map(
      unbroken,
    )
    expect(shown.map((text) => text.split(' '))).toEqual([
      ['3\u00a0November\u00a02026'],
      ['Dydd', 'Mawrth', '3\u00a0Tachwedd\u00a02026'],
      ['Tach\u00a02026'],
      ['3\u00a0Nov\u00a02026,', '14:30'],
      ['2016-17'],
    ])
  })

  it('is never written in numbers only', () => {
    for (const language of ['en', 'cy'] as const) {
      for (const write of [formatDay, formatShortDay, formatLongDay]) {
        expect(write('2026-11-03', language)).not.toMatch(/\d\D\d/)
      }
    }
  })

  it('keeps the precision of its source', () => {
    expect(formatDay('2021-03', 'cy')).toBe('Mawrth 2021')
    expect(formatDay('2021', 'cy')).toBe('2021')
    expect(formatMonth('2021-03-04', 'cy')).toBe('Mawrth 2021')
    expect(formatLongDay('2021-03', 'en')).toBe('March 2021')
  })

  it('leaves a financial year or a span as the documents print it', () => {
    for (const printed of ['2017-18', '2016 to 2020', 'first six months of 2020-21'])
      for (const write of [formatDay, formatShortDay, formatLongDay, formatMonth])
        expect(write(printed, 'cy')).toBe(printed)
  })

  it('has all twelve months in both languages', () => {
    const months = Array.from({ length: 12 }, (_, i) => formatMonth(`2026-${String(i + 1).padStart(2, '0')}`, 'cy'))
    expect(months.map((month) => month.split(' ')[0])).toEqual(
      'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
    )
  })
})

describe('an instant', () => {
  it('is shown on London’s clock, summer and winter', () => {
    expect(formatDateTime('2026-07-01T23:30:00Z', 'cy')).toBe('2 Gorffennaf 2026, 00:30')
    expect(formatDateTime('2026-12-01T23:30:00Z', 'en')).toBe('1 December 2026, 23:30')
    expect(formatTime('2026-11-03T09:05:00Z')).toBe('09:05')
    expect(dayOf(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
  })
})

describe('a day seen from today', () => {
  const today = new Date('2026-11-03T12:00:00Z')

  it('is counted with the noun inside the number', () => {
    expect(
      ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-01'].map((day) =>
        relativeDay(day, 'cy', today),
      ),
    ).toEqual(['heddiw', 'yfory', 'ymhen 2 ddiwrnod', 'ymhen 3 diwrnod', '2 ddiwrnod yn ôl'])
    expect(relativeDay('2026-11-02', 'en', today)).toBe('yesterday')
  })
})

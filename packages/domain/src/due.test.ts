import { describe, expect, it } from 'vitest'
import { dayInLondon, dueOn, isDay, lastDay, overdueSince, readDue } from './due.js'
import type { Refusal } from './refusal.js'

const code = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as Refusal).code
  }
  return 'none'
}

describe('a due date', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2021-04-31', false],
    ['2021-13-01', false],
    ['2021-00-10', false],
    ['1899-12-31', false],
    ['2200-01-01', false],
    ['2021-1-1', false],
    ['tomorrow', false],
  ])('%s is a day: %s', (day, answer) => {
    expect(isDay(day)).toBe(answer)
  })

  it.each([
    ['2021', '2021-12-31'],
    ['2021-11', '2021-11-30'],
    ['2024-02', '2024-02-29'],
    ['2021-11-06', '2021-11-06'],
    [null, null],
  ])('latest %s counts to %s', (latest, last) => {
    expect(lastDay({ label: '', earliest: null, latest })).toBe(last)
  })
})

describe('overdue (requirements, row 17)', () => {
  it.each([
    // label, earliest, latest, today → since
    ['October/November 2021', '2021-10', '2021-11', '2021-10-31', null],
    ['October/November 2021', '2021-10', '2021-11', '2021-11-30', null],
    ['October/November 2021', '2021-10', '2021-11', '2021-12-01', '2021-12-01'],
    ['Autumn', null, null, '2099-12-31', null],
    ['within the then current Senedd term', null, null, '2099-12-31', null],
    ['2021-22, or start of 2022-23', '2021-04', null, '2099-12-31', null],
    ['2021-22', '2021-04', '2022-03', '2022-03-31', null],
    ['2021-22', '2021-04', '2022-03', '2022-04-01', '2022-04-01'],
    ['2019', '2019', '2019', '2020-01-01', '2020-01-01'],
    ['6 November 2019', '2019-11-06', '2019-11-06', '2019-11-06', null],
    ['6 November 2019', '2019-11-06', '2019-11-06', '2020-06-01', '2019-11-07'],
  ])('%s (%s to %s) on %s: %s', (label, earliest, latest, today, since) => {
    expect(overdueSince({ label, earliest, latest }, today)).toBe(since)
  })

  it('is nothing without a due date', () => {
    expect(overdueSince(null, '2099-01-01')).toBeNull()
  })

  it('is counted in London, where summer days begin an hour before UTC', () => {
    expect(dayInLondon(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
    expect(dayInLondon(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01')
    expect(dayInLondon(new Date('2026-07-01T22:59:59.999Z'))).toBe('2026-07-01')
    expect(dayInLondon(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02')
    for (let hour = 0; hour < 300; hour++) {
      const at = new Date(Date.UTC(2026, 2, 25) + hour * 3_600_000)
      const shown = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(at)
      expect(dayInLondon(at)).toBe(shown)
    }
  })
})

describe('reading what somebody gave', () => {
  it('lets a day speak for itself', () => {
    expect(readDue({ earliest: '2027-03-01', latest: '2027-03-01' })).toEqual(dueOn('2027-03-01'))
  })

  it('keeps words that fix no day', () => {
    expect(readDue({ label: ' Autumn ' })).toEqual({ label: 'Autumn', earliest: null, latest: null })
  })

  it.each([
    [{ latest: '2027-02-30' }, 'impossible-date'],
    [{ latest: '2027-13' }, 'impossible-date'],
    [{ latest: '20270101' }, 'impossible-date'],
    [{ earliest: '2027-05', latest: '2027-04' }, 'impossible-date'],
    [{ label: 'x'.repeat(81) }, 'too-long'],
    [{ label: '  ' }, 'text-needed'],
    [{}, 'text-needed'],
    [{ earliest: '2027', latest: '2027-06' }, 'none'],
  ])('%o: %s', (given, expected) => {
    expect(code(() => readDue(given))).toBe(expected)
  })
})

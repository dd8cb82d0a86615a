import { describe, expect, it } from 'vitest'
import type { MeetingStatus } from './meeting.js'
import { type Cadence, checkSeries, nextDay, planOccurrence, rhythmOf } from './meeting-series.js'
import { aBody, aPerson, noon } from './scene.fixture.js'

describe('the next day of a rhythm', () => {
  it.each<[Cadence, string, string]>([
    [{ every: 2, unit: 'week' }, '2026-12-24', '2027-01-07'],
    [{ every: 1, unit: 'month' }, '2027-01-31', '2027-02-28'],
    [{ every: 1, unit: 'month' }, '2028-01-31', '2028-02-29'],
    [{ every: 1, unit: 'quarter' }, '2026-11-30', '2027-02-28'],
    [{ every: 1, unit: 'term' }, '2026-09-10', '2027-01-10'],
    [{ every: 4, unit: 'quarter' }, '2026-11-30', '2027-11-30'],
  ])('%o after %s is %s', (cadence, day, next) => {
    expect(nextDay(cadence, day)).toBe(next)
  })
})

describe('a body that keeps its rhythm, or does not', () => {
  const quarterly = { cadence: { every: 1, unit: 'quarter' } as const, since: '2026-01-01' }
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  const on = (day: string, status: MeetingStatus = 'agreed') => ({ status, startsAt: new Date(`${day}T10:00:00Z`) })

  it.each([
    ['never met, within the first quarter', [], '2026-04-01', false],
    ['never met, a day over', [], '2026-04-02', true],
    ['met within the quarter', [on('2026-02-10')], '2026-05-10', false],
    ['not met for over a quarter', [on('2026-02-10'), on('2025-11-01')], '2026-05-11', true],
    ['one that is only planned', [on('2026-05-01', 'planned')], '2026-05-11', true],
    ['a cancelled one', [on('2026-05-01', 'cancelled')], '2026-05-11', true],
    ['one that is running', [on('2026-05-11', 'in-session')], '2026-05-11', false],
  ])('%s', (_, meetings, today, late) => {
    expect(rhythmOf(quarterly, meetings, dayOf, today).late).toBe(late)
  })

  it('has none to keep without a cadence', () => {
    expect(rhythmOf({ cadence: null, since: '2020-01-01' }, [], dayOf, '2026-01-01')).toEqual({
      lastMet: null,
      meetBy: null,
      late: false,
    })
  })
})

describe('a series', () => {
  const template = { title: 'Regular', place: 'Cardiff', minutes: 90, agenda: [] }
  const series = { cadence: { every: 1, unit: 'month' } as Cadence, quorum: 3, template }

  it.each([
    ['cadence', { cadence: { every: 0, unit: 'week' } as Cadence }],
    ['cadence', { cadence: { every: 1.5, unit: 'week' } as Cadence }],
    ['quorum', { quorum: 0 }],
    ['minutes', { template: { ...template, minutes: 481 } }],
  ])('is refused for its %s', (field, over) => {
    expect(() => checkSeries(series)).not.toThrow()
    expect(() => checkSeries({ ...series, ...over })).toThrow(expect.objectContaining({ details: { field } }))
  })

  it('gives a new meeting what its template says, each item its own', () => {
    let n = 0
    const words = { title: 'Welcome', minutes: 5, section: 'Opening', presenter: 'Chair' }
    const body = { ...aBody('ws-1'), status: 'active' } as const
    const given = { id: 's', template: { ...template, agenda: [words, words] } }
    const meeting = planOccurrence(
      aPerson('secretariat team'),
      body,
      given,
      { id: 'm', startsAt: noon },
      () => `i${++n}`,
    )
    expect(meeting).toMatchObject({ seriesId: 's', title: 'Regular', place: 'Cardiff', status: 'planned' })
    expect(meeting.endsAt.getTime() - noon.getTime()).toBe(90 * 60_000)
    expect(meeting.agenda).toEqual(['i1', 'i2'].map((id) => ({ ...words, id, unfinished: false, carriedFrom: null })))
    expect(() => planOccurrence(aPerson('member ws-1'), body, given, { id: 'm', startsAt: noon }, () => 'i')).toThrow(
      'not-permitted',
    )
  })
})

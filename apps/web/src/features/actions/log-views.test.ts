import { describe, expect, it } from 'vitest'
import { aChair, aRow, dueOnDay, ownedBy } from './log-rows.fixture'
import { countViews, hasText, inView, standing } from './log-views'

const context = { viewer: aChair(), today: '2026-11-21', logOf: null }

describe('the ready views', () => {
  it('count each question over the rows there are', () => {
    const rows = [
      aRow({ number: 1, overdueSince: '2021-07-01', ...dueOnDay('2021-06-30') }),
      aRow({ number: 2, ...ownedBy('ws-2', 'Workstream 2'), ...dueOnDay('2026-12-21') }),
      aRow({ number: 3, ...ownedBy('elsewhere', 'Welsh Government'), blocked: true }),
      aRow({ number: 4, status: 'CLOSED' }),
    ]
    expect(countViews(rows, context)).toEqual({
      all: 4,
      overdue: 1,
      mine: 1,
      'no-owner': 2,
      'no-date': 1,
      waiting: 1,
      soon: 1,
    })
  })

  it('leave finished work out of most, but not where nobody stated an owner, nor where its chair still closes it', () => {
    const set = { field: 'status', version: 1, at: '2026-11-20T10:00:00Z', by: { id: 'p', name: 'P', initials: 'P' } }
    const done = aRow({ status: 'DONE', versions: [set] })
    for (const view of ['overdue', 'no-date', 'waiting', 'soon'] as const)
      expect(inView(view, done, context)).toBe(false)
    expect(inView('no-owner', done, context)).toBe(true)
    expect(inView('mine', done, context)).toBe(true)
    expect(inView('mine', done, { ...context, viewer: aChair('ws-3') })).toBe(false)
    expect(inView('mine', done, { ...context, viewer: null })).toBe(false)
  })

  it('call nothing due soon that is only a label, is past, or lies 31 days ahead', () => {
    const label = aRow({ due: { label: 'December', earliest: '2026-12', latest: '2026-12' } })
    for (const row of [label, aRow(dueOnDay('2026-11-20')), aRow(dueOnDay('2026-12-22'))])
      expect(inView('soon', row, context)).toBe(false)
    expect(inView('soon', aRow(dueOnDay('2026-11-21')), context)).toBe(true)
  })
})

describe('the text filter', () => {
  const row = aRow({ number: 60, title: 'Trefnu cyfarfod â’r tŷ', ...ownedBy('naw', 'National Fostering Framework') })

  it('finds words by their beginning, whatever their case, accents and apostrophes', () => {
    for (const typed of ['TREFNU', 'ty', "â'r", 'cyf tref', 'foster', '60', ''])
      expect(hasText(row, typed, 'cy'), typed).toBe(true)
  })

  it('does not find letters inside a word', () => {
    expect(hasText(row, 'arfod', 'en')).toBe(false)
  })
})

describe('a log of one body', () => {
  const away = { body: { ...aRow().body, id: 'ws-3' } }
  const gone = aRow({ number: 1, ...away, earlierBodies: [{ body: { id: 'ws-2' } }] })
  const offered = aRow({ number: 2, ...away, transfer: { to: { ...aRow().body, id: 'ws-2' } } })
  const ours = { ...context, logOf: 'ws-2' }

  it('shows what went to another body or is offered to it, and counts it as no work of its own', () => {
    expect([gone, offered, aRow()].map((row) => standing(row, 'ws-2'))).toEqual(['gone', 'offered', 'here'])
    expect(countViews([gone, offered, aRow({ number: 3 })], ours)).toMatchObject({
      all: 3,
      'no-owner': 1,
      'no-date': 1,
    })
  })

  it('puts an offer before the chair of the body it is offered to', () => {
    expect(inView('mine', offered, ours)).toBe(true)
    expect(inView('mine', gone, ours)).toBe(false)
  })
})

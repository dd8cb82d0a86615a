import { describe, expect, it } from 'vitest'
import { actionAsAt } from './action-as-at.js'
import { accept, assign, close, propose, setDueDate } from './action-steps.js'
import { dueOn } from './due.js'
import { aBody, anAction, aPerson } from './scene.fixture.js'

const source = { file: 'report', locator: 'L1' }
const chair = aPerson('chair ws-1')
const at = (day: string) => new Date(`${day}T12:00:00Z`)

describe('an action of the documents, as at a day', () => {
  const { record } = anAction({
    status: 'in-progress',
    statusNotes: [
      { asOf: '2024-03-27', status: 'in-progress', note: 'Draft prepared', source },
      { asOf: '2021-03', status: 'delayed', note: null, source },
    ],
  })

  it.each([
    // day, the source's word, what it comes to
    ['2020', null, null],
    ['2021-02-28', null, null],
    ['2021-03-01', 'delayed', 'in-progress'],
    ['2021-03', 'delayed', 'in-progress'],
    ['2024-03-26', 'delayed', 'in-progress'],
    ['2024-03-27', 'in-progress', 'in-progress'],
    ['2024-03', 'in-progress', 'in-progress'],
    ['2024', 'in-progress', 'in-progress'],
  ])('%s: %s', (day, word, status) => {
    expect(actionAsAt(record, day)?.note?.status ?? null).toBe(word)
    expect(actionAsAt(record, day)?.status ?? null).toBe(status)
  })

  it('follows what is changed here from its day on', () => {
    const closed = close(chair, { record, body: aBody('ws-1') }, 'Circular', at('2026-11-21'))
    expect(actionAsAt(closed, '2026-11-20')).toMatchObject({ status: 'in-progress', note: { asOf: '2024-03-27' } })
    expect(actionAsAt(closed, '2026-11-21')).toMatchObject({ status: 'closed', note: null })
  })
})

describe('an action raised here, as at a day', () => {
  const body = aBody('ws-1')
  const given = { id: 'a', number: 7, title: 'Ask the boards', owner: null, due: null }
  const them = { kind: 'body', bodyId: 'partner' } as const
  const raised = propose(chair, body, given, at('2027-01-10'))
  const asked = assign(chair, { record: raised, body }, them, at('2027-01-20'))
  const dated = setDueDate(chair, { record: asked, body }, dueOn('2027-03-31'), null, at('2027-01-25'))
  const moved = setDueDate(chair, { record: dated, body }, dueOn('2027-05-11'), null, at('2027-02-25'))
  const action = accept(aPerson('member partner'), { record: moved, body }, at('2027-03-01'))

  it('is nothing the day before, then what it was each day', () => {
    expect(actionAsAt(action, '2027-01-09')).toBeNull()
    expect(actionAsAt(action, '2027-01-10')).toEqual({
      status: 'proposed',
      note: null,
      owner: null,
      due: null,
      bodyId: 'ws-1',
    })
    expect(actionAsAt(action, '2027-01-24')).toMatchObject({ status: 'open', owner: them, due: null })
    expect(actionAsAt(action, '2027-02-24')).toMatchObject({ due: { latest: '2027-03-31' } })
    expect(actionAsAt(action, '2027-02')).toMatchObject({ due: { latest: '2027-05-11' } })
    expect(actionAsAt(action, '2099')).toMatchObject({ status: 'open', owner: them, due: { latest: '2027-05-11' } })
  })

  it('counts by days in London, where summer days begin an hour earlier', () => {
    const late = propose(chair, body, given, new Date('2027-06-30T23:30:00Z'))
    expect(actionAsAt(late, '2027-06-30')).toBeNull()
    expect(actionAsAt(late, '2027-07-01')?.status).toBe('proposed')
  })

  it('stands where it stood, on the body that held it then', () => {
    const gone = {
      ...action,
      bodyId: 'ws-2',
      earlierBodies: [{ bodyId: 'ws-1', until: at('2027-04-01'), personId: 'x', reason: 'y' }],
    }
    expect(actionAsAt(gone, '2027-03-31')?.bodyId).toBe('ws-1')
    expect(actionAsAt(gone, '2027-04-01')?.bodyId).toBe('ws-2')
  })
})

import { describe, expect, it } from 'vitest'
import { aChair, aRow, ownedBy } from './log-rows.fixture'
import { stepsOpenTo } from './steps-open-to'

describe('the steps open to somebody', () => {
  it('are none for somebody not signed in', () => {
    expect(stepsOpenTo(null, aRow())).toEqual([])
  })

  it('are for the chair of the body: date, owner, closing, dropping, and the words', () => {
    expect(stepsOpenTo(aChair(), aRow())).toEqual(['set-due', 'assign', 'close', 'drop', 'write'])
  })

  it('are none for the chair of another workstream, unless that body owns the action', () => {
    expect(stepsOpenTo(aChair('ws-3'), aRow())).toEqual([])
    const asked = aRow({
      ...ownedBy('ws-3', 'Workstream 3'),
      acceptance: { waiting: true, at: '2026-11-21T10:00:00Z' },
    })
    expect(stepsOpenTo(aChair('ws-3'), asked)).toEqual(['accept', 'decline'])
    const accepted = { ...asked, acceptance: { waiting: false, at: '2026-11-21T10:00:00Z' } }
    expect(stepsOpenTo(aChair('ws-3'), accepted)).toEqual(['report', 'complete'])
  })

  it('shrink to reopening once the action is closed', () => {
    expect(stepsOpenTo(aChair(), aRow({ status: 'CLOSED' }))).toEqual(['reopen'])
  })

  it('are none on a body that has closed: its log is read and no longer written', () => {
    const { body } = aRow()
    expect(stepsOpenTo(aChair(), aRow({ body: { ...body, status: 'CLOSED' } }))).toEqual([])
  })
})

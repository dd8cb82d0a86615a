import { describe, expect, it } from 'vitest'
import { sinceThen } from './since-then'

const minuted = {
  id: 'a-1',
  number: 62,
  title: 'Carry out the analysis',
  status: 'OPEN' as const,
  owner: 'Local authorities',
  due: '2027-02-26',
}
const today = {
  id: 'a-1',
  number: 62,
  title: 'Carry out the analysis',
  status: 'OPEN' as const,
  version: 4,
  overdueSince: null,
  owner: { label: { en: 'Local authorities', cy: null } },
  acceptance: null,
  due: { label: '2027-02-26', earliest: '2027-02-26', latest: '2027-02-26' },
  body: { id: 'body-ws-2', kind: 'WORKSTREAM' as const, status: 'ACTIVE' as const, parent: null },
}

describe('an action since it was minuted', () => {
  it('is unchanged when nothing the minutes hold is different', () => {
    expect(sinceThen(minuted, today)).toBeNull()
  })

  it('shows each field that moved on, and only those', () => {
    expect(sinceThen(minuted, { ...today, status: 'IN_PROGRESS' })).toEqual({
      status: 'IN_PROGRESS',
      owner: null,
      due: null,
      title: null,
    })
    const redated = { label: '2027-03-31', earliest: '2027-03-31', latest: '2027-03-31' }
    expect(sinceThen(minuted, { ...today, due: redated })?.due).toBe('2027-03-31')
    expect(sinceThen({ ...minuted, owner: null }, today)?.owner).toBe('Local authorities')
  })
})

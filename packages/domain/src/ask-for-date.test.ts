import { describe, expect, it } from 'vitest'
import { type Datable, whyNotAskForDate } from './ask-for-date.js'
import { dueOn } from './due.js'
import { aPerson } from './scene.fixture.js'

const today = '2026-11-21'
const waitedFor: Datable = { due: null, done: false, waiting: [null], askedOn: null }

describe('asking for a date', () => {
  it.each([
    ['chair mag', null],
    ['vice-chair mag', null],
    ['chair ws-1', null],
    ['vice-chair ws-2', null],
    ['chair tf-of-1', null],
    ['vice-chair tf-of-1', null],
    ['secretariat team', null],
    ['member body-social-care-wales', null],
    ['member mag', 'not-permitted'],
    ['member ws-1', 'not-permitted'],
    ['member tf-of-1', 'not-permitted'],
    ['chair partner', 'not-permitted'],
    ['minister minister', 'not-permitted'],
    ['official minister', 'not-permitted'],
    ['member committee', 'not-permitted'],
    ['guest ws-1', 'not-permitted'],
    ['', 'not-permitted'],
  ])('by somebody who is %s: %s', (office, refusal) => {
    expect(whyNotAskForDate(office ? aPerson(office) : aPerson(), waitedFor, today)).toBe(refusal)
  })

  it('is no right of an office on a body that has closed', () => {
    const chair = aPerson('chair ws-1')
    const closed = { ...chair, offices: chair.offices.map((held) => ({ ...held, bodyStatus: 'closed' as const })) }
    expect(whyNotAskForDate(closed, waitedFor, today)).toBe('not-permitted')
  })

  it('is a right of whoever owns what waits', () => {
    const waiting = [{ kind: 'body', bodyId: 'partner' } as const]
    expect(whyNotAskForDate(aPerson('chair partner'), { ...waitedFor, waiting }, today)).toBeNull()
    expect(whyNotAskForDate(aPerson('member committee'), { ...waitedFor, waiting }, today)).toBe('not-permitted')
  })

  it('needs something that waits, and no last day yet', () => {
    const chair = aPerson('chair ws-1')
    expect(whyNotAskForDate(chair, { ...waitedFor, waiting: [] }, today)).toBe('nothing-waits')
    expect(whyNotAskForDate(chair, { ...waitedFor, done: true }, today)).toBe('nothing-waits')
    expect(whyNotAskForDate(chair, { ...waitedFor, due: dueOn('2027-01-01') }, today)).toBe('has-a-date')
    const words = { label: 'In the autumn', earliest: null, latest: null }
    expect(whyNotAskForDate(chair, { ...waitedFor, due: words }, today)).toBeNull()
  })

  it('is done once a week', () => {
    const chair = aPerson('chair ws-1')
    expect(whyNotAskForDate(chair, { ...waitedFor, askedOn: '2026-11-15' }, today)).toBe('date-asked')
    expect(whyNotAskForDate(chair, { ...waitedFor, askedOn: '2026-11-14' }, today)).toBeNull()
  })
})

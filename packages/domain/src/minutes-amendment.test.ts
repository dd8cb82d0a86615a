import { describe, expect, it } from 'vitest'
import { allWords, passagesOf } from './minutes.js'
import {
  type Amendment,
  type AmendmentStep,
  amendmentStatuses,
  answerAmendment,
  whyNotAmendAt,
  whyNotAmendmentStep,
  whyNotProposeAmendment,
  whyNotThere,
} from './minutes-amendment.js'
import { aBody, aMeeting, aPerson, noon } from './scene.fixture.js'

function anAmendment(given: Partial<Amendment> = {}) {
  const record: Amendment = {
    id: 'am-1',
    number: 1,
    meetingId: 'm-1',
    bodyId: 'ws-1',
    place: '1.1',
    before: 'ten',
    after: 'twelve',
    reason: 'Misheard',
    status: 'proposed',
    proposedBy: 'secretariat team',
    proposedAt: noon,
    answeredBy: null,
    answeredAt: null,
    answer: null,
    agreedAtMeetingId: null,
    audience: 'member',
    ...given,
  }
  return { record, body: aBody('ws-1') }
}
const minutes = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'before any section' }] },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Fostering' }] },
    { type: 'paragraph' },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'ten ' }, { type: 'hardBreak' }, { type: 'text', text: 'plans' }],
    },
    { type: 'actionRef' },
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Detail' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'second' }] },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'in a list' }] }] }],
    },
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Close' }] },
  ],
}

describe('passages of agreed minutes', () => {
  it('are numbered as in the margin', () => {
    expect(passagesOf(minutes)).toEqual([
      { place: '1', text: 'Fostering' },
      { place: '1.1', text: 'ten \nplans' },
      { place: '1.2', text: 'second' },
      { place: '2', text: 'Close' },
    ])
  })

  it.each([
    [{ place: '1.1', before: 'plans' }, null],
    [{ place: '1.1', before: '' }, null],
    [{ place: '1.1', before: 'second' }, 'not-in-the-text'],
    [{ place: '9.9', before: '' }, 'not-in-the-text'],
    [{ place: null, before: 'in a list' }, null],
    [{ place: null, before: 'never said' }, 'not-in-the-text'],
  ])('hold what an amendment names, or it is refused: %o %s', (named, expected) => {
    expect(whyNotThere(passagesOf(minutes), allWords(minutes), named)).toBe(expected)
  })
})

describe('every step from every status', () => {
  const steps: AmendmentStep[] = ['agree', 'decline', 'withdraw']
  const to = { agree: 'agreed', decline: 'declined', withdraw: 'withdrawn' }
  const cells = steps.flatMap((step) => amendmentStatuses.map((status) => ({ step, status })))
  it.each(cells)('$step while $status', ({ step, status }) => {
    const held = anAmendment({ status })
    const who = aPerson(step === 'withdraw' ? 'secretariat team' : 'chair ws-1')
    expect(whyNotAmendmentStep(who, held, step)).toBe(status === 'proposed' ? null : 'amendment-answered')
    const answer = () => answerAmendment(who, held, step, { at: noon, meetingId: 'm-2', reason: 'So it was' })
    if (status !== 'proposed') return expect(answer).toThrow('amendment-answered')
    expect(answer()).toMatchObject({
      status: to[step],
      answeredBy: who.personId,
      agreedAtMeetingId: step === 'agree' ? 'm-2' : null,
    })
  })
})

describe('who proposes and who answers', () => {
  it.each([
    ['chair ws-1', null, null],
    ['vice-chair ws-1', null, null],
    ['chair mag', null, null],
    ['member ws-1', null, 'not-permitted'],
    ['secretariat team', null, 'reserved-to-chair'],
    ['chair ws-2', 'not-permitted', 'not-permitted'],
    ['member mag', 'not-permitted', 'not-permitted'],
    ['official minister', 'not-permitted', 'not-permitted'],
    ['guest ws-1', 'not-permitted', 'not-permitted'],
  ] as const)('%s: propose %s, answer %s', (office, propose, answer) => {
    const who = aPerson(office)
    expect(whyNotProposeAmendment(who, aMeeting({ status: 'agreed' }))).toBe(propose)
    for (const step of ['agree', 'decline'] as const)
      expect(whyNotAmendmentStep(who, anAmendment({ proposedBy: 'somebody' }), step)).toBe(answer)
  })

  it('never the one who proposed it, who alone may withdraw it', () => {
    const own = anAmendment({ proposedBy: 'chair ws-1' })
    expect(whyNotAmendmentStep(aPerson('chair ws-1'), own, 'agree')).toBe('proposed-it-yourself')
    expect(whyNotAmendmentStep(aPerson('vice-chair ws-1'), own, 'withdraw')).toBe('not-permitted')
    expect(whyNotAmendmentStep(aPerson('chair ws-1'), own, 'withdraw')).toBeNull()
  })

  it.each(['planned', 'in-session', 'minutes-draft', 'circulated'] as const)('not while minutes are %s', (status) => {
    expect(whyNotProposeAmendment(aPerson('chair ws-1'), aMeeting({ status }))).toBe('minutes-not-agreed')
  })

  it('declining takes a reason', () => {
    expect(() => answerAmendment(aPerson('chair ws-1'), anAmendment(), 'decline', { at: noon })).toThrow(
      'reason-needed',
    )
  })
})

describe('the meeting that agrees an amendment', () => {
  const amended = aMeeting({ startsAt: noon }).record
  const later = new Date(noon.getTime() + 1)
  it.each([
    [{ startsAt: later, status: 'in-session' }, null],
    [{ startsAt: later, status: 'planned' }, 'not-a-later-meeting'],
    [{ startsAt: later, status: 'cancelled' }, 'not-a-later-meeting'],
    [{ startsAt: noon, status: 'in-session' }, 'not-a-later-meeting'],
    [{ startsAt: later, status: 'in-session', bodyId: 'ws-2' }, 'not-a-later-meeting'],
  ] as const)('%o: %s', (given, expected) => {
    expect(whyNotAmendAt(amended, aMeeting(given).record)).toBe(expected)
  })
})

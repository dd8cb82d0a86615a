import { describe, expect, it } from 'vitest'
import {
  agendaLength,
  cancelMeeting,
  type MeetingStatus,
  type MeetingStep,
  meetingStatuses,
  planMeeting,
  postponeMeeting,
  setCurrentItem,
  takeStep,
  whyNotEditMeeting,
  whyNotRecordDecision,
  whyNotSetCurrentItem,
  whyNotStep,
  whyNotWriteMinutes,
} from './meeting.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { aBody, aMeeting, anItem, aPerson, noon } from './scene.fixture.js'

/** Typed by hand from the design: from where, to where, and the no of every other cell. */
const steps: Record<MeetingStep, { from: MeetingStatus; to: MeetingStatus; no: RefusalCode }> = {
  start: { from: 'planned', to: 'in-session', no: 'not-startable-now' },
  end: { from: 'in-session', to: 'minutes-draft', no: 'not-endable-now' },
  circulate: { from: 'minutes-draft', to: 'circulated', no: 'not-circulable-now' },
  agree: { from: 'circulated', to: 'agreed', no: 'not-agreeable-now' },
  publish: { from: 'agreed', to: 'published', no: 'not-agreeable-now' },
  cancel: { from: 'planned', to: 'cancelled', no: 'not-cancellable-now' },
  postpone: { from: 'planned', to: 'planned', no: 'not-postponable-now' },
}
const names = Object.keys(steps) as MeetingStep[]
const everyone = aPerson('chair ws-1', 'secretariat team')

describe('every step from every status', () => {
  const cells = names.flatMap((step) => meetingStatuses.map((status) => ({ step, status, ...steps[step] })))

  it.each(cells)('$step from $status', ({ step, status, from, to, no }) => {
    const held = aMeeting({ status })
    expect(whyNotStep(everyone, held, step)).toBe(status === from ? null : no)
    if (status === from) expect(taken(step, held).status).toBe(to)
    else expect(() => taken(step, held)).toThrow(Refusal)
  })
})

const later = { startsAt: new Date(noon.getTime() + 86_400_000), endsAt: new Date(noon.getTime() + 90_000_000) }
function taken(step: MeetingStep, held: ReturnType<typeof aMeeting>) {
  if (step === 'cancel') return cancelMeeting(everyone, held, 'Snow', noon)
  return step === 'postpone'
    ? postponeMeeting(everyone, held, { ...later, reason: 'Snow' }, noon)
    : takeStep(everyone, held, step, noon)
}

describe('who may take which step on a meeting of workstream 1', () => {
  // start, end, circulate, cancel, postpone: those who prepare; agree: those who approve (r: the others are told so); publish: the right to publish.
  const table: [string, string][] = [
    //                       start end circulate agree publish cancel postpone
    ['chair ws-1', '         y     y   y         y     n     y      y'],
    ['vice-chair ws-1', '    y     y   y         y     n     y      y'],
    ['secretariat team', '   y     y   y         r     y     y      y'],
    ['chair mag', '          y     y   y         y     y     y      y'],
    ['vice-chair mag', '     n     n   n         n     n     n      n'],
    ['member ws-1', '        n     n   n         n     n     n      n'],
    ['chair ws-2', '         n     n   n         n     n     n      n'],
    ['member mag', '         n     n   n         n     n     n      n'],
    ['minister minister', '  n     n   n         n     n     n      n'],
    ['member committee', '   n     n   n         n     n     n      n'],
    ['guest ws-1', '         n     n   n         n     n     n      n'],
  ]
  const cells = table.flatMap(([office, row]) =>
    row
      .trim()
      .split(/\s+/)
      .map((answer, i) => ({ office, step: names[i] ?? 'start', answer })),
  )

  it.each(cells)('$office may $step: $answer', ({ office, step, answer }) => {
    const held = aMeeting({ status: steps[step].from })
    const no = answer === 'r' ? 'reserved-to-chair' : 'not-permitted'
    expect(whyNotStep(aPerson(office), held, step)).toBe(answer === 'y' ? null : no)
  })
})

describe('cancelling and postponing', () => {
  const secretary = aPerson('secretariat team')
  it('take a reason, which stays on record with who and when', () => {
    expect(() => cancelMeeting(secretary, aMeeting(), ' ', noon)).toThrow('reason-needed')
    expect(() => postponeMeeting(secretary, aMeeting(), { ...later, reason: '' }, noon)).toThrow('reason-needed')
    expect(cancelMeeting(secretary, aMeeting(), ' Snow ', noon).cancelled).toEqual({
      reason: 'Snow',
      at: noon,
      personId: secretary.personId,
    })
  })

  it('keep every time at which the meeting should have been', () => {
    const first = aMeeting()
    const moved = postponeMeeting(secretary, first, { ...later, reason: 'Snow' }, noon)
    expect(moved).toMatchObject(later)
    const { startsAt, endsAt } = first.record
    const again = postponeMeeting(secretary, { ...first, record: moved }, { startsAt, endsAt, reason: 'Thaw' }, noon)
    expect(again.earlierTimes).toMatchObject([
      { startsAt, reason: 'Snow' },
      { ...later, reason: 'Thaw' },
    ])
  })

  it('refuse the same time, and an end before the start', () => {
    const { startsAt, endsAt } = aMeeting().record
    const move = (times: object) => () =>
      postponeMeeting(secretary, aMeeting(), { startsAt, endsAt, reason: 'Snow', ...times }, noon)
    expect(move({})).toThrow('already-so')
    expect(move({ endsAt: startsAt })).toThrow('ends-before-start')
  })
})

describe('the item that is on', () => {
  const agenda = [anItem('a'), anItem('b'), anItem('c')]
  const running = aMeeting({ status: 'in-session', agenda })

  it.each([
    ['chair ws-1', 'in-session', null],
    ['secretariat team', 'in-session', null],
    ['secretariat team', 'planned', 'not-in-session'],
    ['secretariat team', 'minutes-draft', 'not-in-session'],
    ['member ws-1', 'in-session', 'not-permitted'],
    ['chair ws-2', 'in-session', 'not-permitted'],
  ] as const)('may be set by %s while %s: %s', (office, status, no) => {
    expect(whyNotSetCurrentItem(aPerson(office), aMeeting({ status }))).toBe(no)
  })

  it('is one of the agenda, with the time since when', () => {
    expect(setCurrentItem(everyone, running, 'b', noon)).toMatchObject({ currentItemId: 'b', currentSince: noon })
    expect(setCurrentItem(everyone, running, null, noon)).toMatchObject({ currentItemId: null, currentSince: null })
    expect(() => setCurrentItem(everyone, running, 'z', noon)).toThrow('not-found')
  })

  it('leaves what comes after it unfinished when the meeting ends there', () => {
    const on = { ...running, record: setCurrentItem(everyone, running, 'b', noon) }
    const ended = takeStep(everyone, on, 'end', noon)
    expect(ended.agenda.map(({ unfinished }) => unfinished)).toEqual([false, false, true])
    expect(ended.currentItemId).toBeNull()
    // A meeting that was not led item by item says nothing of what it reached.
    expect(takeStep(everyone, running, 'end', noon).agenda).toEqual(agenda)
  })
})

describe('agreeing minutes', () => {
  it('is never for the one who circulated them', () => {
    const chair = aPerson('chair ws-1')
    const own = aMeeting({ status: 'circulated', circulatedBy: chair.personId })
    expect(whyNotStep(chair, own, 'agree')).toBe('circulated-it-yourself')
    expect(whyNotStep(aPerson('vice-chair ws-1'), own, 'agree')).toBeNull()
  })

  it('says who and when, and publishing opens them to everyone', () => {
    const chair = aPerson('chair ws-1')
    expect(takeStep(chair, aMeeting({ status: 'circulated' }), 'agree', noon)).toMatchObject({
      agreedBy: chair.personId,
      agreedAt: noon,
    })
    expect(takeStep(everyone, aMeeting({ status: 'agreed' }), 'publish', noon).audience).toBe('public')
  })
})

describe('writing the minutes', () => {
  it.each([
    ['member ws-1', 'in-session', null],
    ['member ws-1', 'minutes-draft', null],
    ['member ws-1', 'circulated', 'read-only'],
    ['secretariat team', 'circulated', null],
    ['chair ws-1', 'circulated', null],
    ['chair ws-1', 'agreed', 'minutes-agreed'],
    ['secretariat team', 'published', 'minutes-agreed'],
    ['secretariat team', 'cancelled', 'meeting-cancelled'],
    ['chair ws-2', 'in-session', 'not-permitted'],
    ['guest ws-1', 'in-session', 'not-permitted'],
  ] as const)('%s while %s: %s', (office, status, expected) => {
    expect(whyNotWriteMinutes(aPerson(office), aMeeting({ status }))).toBe(expected)
  })
})

describe('agenda, attendance and decisions', () => {
  it.each([
    ['secretariat team', 'planned', null, null],
    ['chair ws-1', 'circulated', null, null],
    ['member ws-1', 'in-session', 'not-permitted', null],
    ['chair ws-1', 'agreed', 'minutes-agreed', 'minutes-agreed'],
    ['secretariat team', 'cancelled', 'meeting-cancelled', 'meeting-cancelled'],
    ['member mag', 'in-session', 'not-permitted', 'not-permitted'],
  ] as const)('%s while %s: agenda %s, decision %s', (office, status, agenda, decision) => {
    const held = aMeeting({ status })
    expect(whyNotEditMeeting(aPerson(office), held)).toBe(agenda)
    expect(whyNotRecordDecision(aPerson(office), held)).toBe(decision)
  })

  it('adds the planned minutes up', () => {
    expect(agendaLength([{ minutes: 10 }, { minutes: 25 }])).toBe(35)
  })
})

describe('planning a meeting', () => {
  const given = {
    id: 'm',
    title: null,
    startsAt: noon,
    endsAt: new Date(noon.getTime() + 1),
    place: null,
    agenda: [],
  }
  const plan = (body: string, over: object = {}, status: 'active' | 'closed' | 'proposed' = 'active') => {
    try {
      planMeeting(aPerson('secretariat team'), { ...aBody(body), status }, { ...given, ...over })
      return null
    } catch (error) {
      return (error as Refusal).code
    }
  }

  it('takes a body that meets, is active, and an end after the start', () => {
    expect(plan('ws-1')).toBeNull()
    expect(plan('ws-1', { endsAt: noon })).toBe('ends-before-start')
    expect(plan('ws-1', {}, 'closed')).toBe('body-not-active')
    expect(plan('ws-1', {}, 'proposed')).toBe('body-not-active')
    expect(plan('partner')).toBe('not-permitted')
  })
})

import { describe, expect, it } from 'vitest'
import {
  agendaLength,
  type MeetingStatus,
  type MeetingStep,
  meetingStatuses,
  planMeeting,
  takeStep,
  whyNotEditMeeting,
  whyNotRecordDecision,
  whyNotStep,
  whyNotWriteMinutes,
} from './meeting.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { aBody, aMeeting, aPerson, noon } from './scene.fixture.js'

/** Typed by hand from the design: from where, to where, and the no of every other cell. */
const steps: Record<MeetingStep, { from: MeetingStatus; to: MeetingStatus; no: RefusalCode }> = {
  start: { from: 'planned', to: 'in-session', no: 'not-startable-now' },
  end: { from: 'in-session', to: 'minutes-draft', no: 'not-endable-now' },
  circulate: { from: 'minutes-draft', to: 'circulated', no: 'not-circulable-now' },
  agree: { from: 'circulated', to: 'agreed', no: 'not-agreeable-now' },
  publish: { from: 'agreed', to: 'published', no: 'not-agreeable-now' },
}
const names = Object.keys(steps) as MeetingStep[]
const everyone = aPerson('chair ws-1', 'secretariat team')

describe('every step from every status', () => {
  const cells = names.flatMap((step) => meetingStatuses.map((status) => ({ step, status, ...steps[step] })))

  it.each(cells)('$step from $status', ({ step, status, from, to, no }) => {
    const held = aMeeting({ status })
    expect(whyNotStep(everyone, held, step)).toBe(status === from ? null : no)
    if (status === from) expect(takeStep(everyone, held, step, noon).status).toBe(to)
    else expect(() => takeStep(everyone, held, step, noon)).toThrow(Refusal)
  })
})

describe('who may take which step on a meeting of workstream 1', () => {
  // start, end, circulate: those who prepare; agree: those who approve; publish: the right to publish.
  const table: [string, string][] = [
    //                       start end circulate agree publish
    ['chair ws-1', '         y     y   y         y     n'],
    ['vice-chair ws-1', '    y     y   y         y     n'],
    ['secretariat team', '   y     y   y         n     y'],
    ['chair mag', '          y     y   y         y     y'],
    ['vice-chair mag', '     n     n   n         n     n'],
    ['member ws-1', '        n     n   n         n     n'],
    ['chair ws-2', '         n     n   n         n     n'],
    ['member mag', '         n     n   n         n     n'],
    ['minister minister', '  n     n   n         n     n'],
    ['member committee', '   n     n   n         n     n'],
    ['guest ws-1', '         n     n   n         n     n'],
  ]
  const cells = table.flatMap(([office, row]) =>
    row
      .trim()
      .split(/\s+/)
      .map((answer, i) => ({ office, step: names[i] ?? 'start', answer })),
  )

  it.each(cells)('$office may $step: $answer', ({ office, step, answer }) => {
    const held = aMeeting({ status: steps[step].from })
    expect(whyNotStep(aPerson(office), held, step)).toBe(answer === 'y' ? null : 'not-permitted')
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
    ['member mag', 'in-session', 'not-permitted', 'not-permitted'],
  ] as const)('%s while %s: agenda %s, decision %s', (office, status, agenda, decision) => {
    const held = aMeeting({ status })
    expect(whyNotEditMeeting(aPerson(office), held)).toBe(agenda)
    expect(whyNotRecordDecision(aPerson(office), held)).toBe(decision)
  })

  it('adds the planned minutes up', () => {
    expect(
      agendaLength([
        { id: 'a', title: 'A', minutes: 10 },
        { id: 'b', title: 'B', minutes: 25 },
      ]),
    ).toBe(35)
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

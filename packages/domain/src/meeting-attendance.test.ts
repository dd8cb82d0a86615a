import { describe, expect, it } from 'vitest'
import { type Attendance, meetingStatuses } from './meeting.js'
import {
  attendanceRates,
  quorumOf,
  sendApologies,
  whyNotAttend,
  whyNotSendApologies,
  withAttendance,
  withdrawApologies,
} from './meeting-attendance.js'
import { aMeeting, aPerson } from './scene.fixture.js'

const line = (personId: string, state: Attendance['state'], over: Partial<Attendance> = {}): Attendance => ({
  personId,
  state,
  role: 'member',
  standsInFor: null,
  ...over,
})
const expected = ['ann', 'bob']

describe('who may be recorded at a meeting', () => {
  it.each([
    [line('ann', 'present'), null],
    [line('zoe', 'present'), 'not-on-this-body'],
    [line('zoe', 'present', { role: 'observer' }), null],
    [line('zoe', 'present', { role: 'substitute', standsInFor: 'ann' }), null],
    [line('zoe', 'present', { role: 'substitute', standsInFor: 'yan' }), 'not-on-this-body'],
    [line('zoe', 'present', { role: 'substitute' }), 'not-on-this-body'],
    [line('ann', 'present', { role: 'substitute', standsInFor: 'ann' }), 'not-on-this-body'],
  ])('%o: %s', (given, no) => {
    expect(whyNotAttend(given, expected)).toBe(no)
  })

  it('keeps one line per person, and a seat only for a substitute', () => {
    const first = withAttendance([], line('zoe', 'present', { role: 'substitute', standsInFor: 'ann' }))
    expect(withAttendance(first, line('zoe', 'online', { role: 'observer', standsInFor: 'ann' }))).toEqual([
      line('zoe', 'online', { role: 'observer' }),
    ])
  })
})

describe('apologies', () => {
  const asked = (status: (typeof meetingStatuses)[number], who = 'member ws-1') => {
    const viewer = aPerson(who)
    return whyNotSendApologies(viewer, aMeeting({ status }), ['member ws-1'])
  }
  const no = {
    planned: null,
    'in-session': null,
    'minutes-draft': 'meeting-over',
    circulated: 'meeting-over',
    agreed: 'minutes-agreed',
    published: 'minutes-agreed',
    cancelled: 'meeting-cancelled',
  } as const
  it.each(meetingStatuses)('while %s', (status) => {
    expect(asked(status)).toBe(no[status])
    expect(asked(status, 'member ws-2')).toBe('not-on-this-body')
  })

  it('name who comes instead; the last word counts, and they can be withdrawn', () => {
    const { record } = aMeeting({ attendance: [line('bob', 'present')] })
    const sent = sendApologies(record, 'ann', 'zoe')
    expect(sent.attendance).toEqual([
      line('bob', 'present'),
      line('ann', 'apologies'),
      line('zoe', 'present', { role: 'substitute', standsInFor: 'ann' }),
    ])
    expect(sendApologies(sent, 'ann', null).attendance).toEqual([line('bob', 'present'), line('ann', 'apologies')])
    expect(withdrawApologies(sent, 'ann').attendance).toEqual([line('bob', 'present')])
    expect(() => sendApologies(record, 'ann', 'ann')).toThrow('malformed')
  })
})

describe('the quorum', () => {
  const seats = [
    line('ann', 'present'),
    line('bob', 'apologies'),
    line('zoe', 'online', { role: 'substitute', standsInFor: 'bob' }),
    line('yan', 'present', { role: 'observer' }),
    line('xia', 'absent'),
  ]
  it('counts seats, by their holder or a substitute, and no observers', () => {
    expect(quorumOf(seats, 2)).toEqual({ needed: 2, here: 2, met: true })
    expect(quorumOf(seats, 3)).toEqual({ needed: 3, here: 2, met: false })
    expect(quorumOf(seats, null)).toBeNull()
  })
  it('counts a seat once when its holder comes after all', () => {
    const both = withAttendance(seats, line('bob', 'present'))
    expect(quorumOf(both, 3)).toMatchObject({ here: 2 })
  })
})

describe('attendance rates', () => {
  it.each(meetingStatuses)('of a meeting that is %s', (status) => {
    const rates = attendanceRates([{ status, attendance: [line('ann', 'present')] }])
    const counts = ['minutes-draft', 'circulated', 'agreed', 'published'].includes(status)
    expect(rates).toHaveLength(counts ? 1 : 0)
  })

  it('count what was recorded of each seat', () => {
    const held = (attendance: Attendance[]) => ({ status: 'agreed' as const, attendance })
    const rates = attendanceRates([
      held([line('ann', 'present'), line('bob', 'apologies')]),
      held([
        line('ann', 'absent'),
        line('bob', 'apologies'),
        line('zoe', 'present', { role: 'substitute', standsInFor: 'bob' }),
      ]),
      held([line('ann', 'online')]),
    ])
    expect(rates).toEqual([
      { personId: 'ann', meetings: 3, attended: 2, represented: 0, apologies: 0, absent: 1 },
      { personId: 'bob', meetings: 2, attended: 0, represented: 1, apologies: 1, absent: 0 },
    ])
  })
})

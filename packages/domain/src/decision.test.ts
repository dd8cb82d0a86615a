import { describe, expect, it } from 'vitest'
import {
  awaitsReply,
  correctDecision,
  type Decision,
  type DecisionState,
  type DecisionStep,
  decidedWithin,
  decisionState,
  type HeldDecision,
  plainDecision,
  replyToAdvice,
  whyNotDecisionStep,
  whyNotWords,
} from './decision.js'
import type { MeetingStatus } from './meeting.js'
import type { RefusalCode } from './refusal.js'
import { aBody, aPerson, noon } from './scene.fixture.js'

function aDecision(given: Partial<Decision> = {}, status: MeetingStatus | null = 'in-session'): HeldDecision {
  const record: Decision = {
    ...plainDecision,
    id: 'd-1',
    number: 1,
    meetingId: status && 'm-1',
    bodyId: 'ws-1',
    text: 'Adopt the plan',
    date: '2026-11-21',
    recordedBy: 'somebody',
    actionIds: [],
    dissent: [],
    earlier: [],
    audience: 'member',
    ...given,
  }
  return { record, body: aBody('ws-1'), meeting: status && { status } }
}
const advice = { kind: 'advice', recipientBodyId: 'minister' } as const

describe('where a decision stands', () => {
  it.each([
    ['planned', 'open'],
    ['in-session', 'open'],
    ['minutes-draft', 'open'],
    ['circulated', 'open'],
    ['agreed', 'settled'],
    ['published', 'settled'],
    [null, 'settled'],
  ] as const)('with minutes %s: %s', (status, state) => {
    expect(decisionState(aDecision({}, status))).toBe(state)
    expect(decisionState(aDecision({ replacedBy: 'd-2' }, status))).toBe('replaced')
  })
})

describe('every step from every state', () => {
  const held: Record<DecisionState, HeldDecision> = {
    open: aDecision(advice),
    settled: aDecision(advice, 'agreed'),
    replaced: aDecision({ ...advice, replacedBy: 'd-2' }, 'agreed'),
  }
  const table: [DecisionStep, DecisionState, RefusalCode | null][] = [
    ['correct', 'open', null],
    ['correct', 'settled', 'decision-settled'],
    ['correct', 'replaced', 'already-replaced'],
    ['replace', 'open', 'decision-open'],
    ['replace', 'settled', null],
    ['replace', 'replaced', 'already-replaced'],
    ['reply', 'open', null],
    ['reply', 'settled', null],
    ['reply', 'replaced', 'already-replaced'],
  ]
  it.each(table)('%s while %s: %s', (step, state, expected) => {
    expect(whyNotDecisionStep(aPerson('secretariat team'), held[state], step)).toBe(expected)
  })
})

describe('who may take which step', () => {
  it.each([
    ['chair ws-1', 'y y n'],
    ['member ws-1', 'y y n'],
    ['secretariat team', 'y y y'],
    ['chair mag', 'y y y'],
    ['official minister', 'n n y'],
    ['chair ws-2', 'n n n'],
    ['member mag', 'n n n'],
    ['observer committee', 'n n n'],
    ['guest ws-1', 'n n n'],
  ])('%s: correct, replace, reply: %s', (office, row) => {
    const [correct, replace, reply] = row.split(' ')
    const answers = [
      whyNotDecisionStep(aPerson(office), aDecision(), 'correct'),
      whyNotDecisionStep(aPerson(office), aDecision({}, 'agreed'), 'replace'),
      whyNotDecisionStep(aPerson(office), aDecision(advice, 'agreed'), 'reply'),
    ]
    expect(answers).toEqual([correct, replace, reply].map((answer) => (answer === 'y' ? null : 'not-permitted')))
  })

  it('a minister’s office replies to its own advice alone', () => {
    const other = aDecision({ kind: 'advice', recipientBodyId: 'partner' })
    expect(whyNotDecisionStep(aPerson('official minister'), other, 'reply')).toBe('not-permitted')
  })
})

describe('correcting', () => {
  it('keeps what was said before, and by whom it was changed', () => {
    const words = { ...aDecision().record, text: 'Adopt the second plan', outcome: 'agreed' as const }
    const after = correctDecision(aPerson('chair ws-1'), aDecision(), words, noon)
    expect(after).toMatchObject({ text: 'Adopt the second plan', outcome: 'agreed' })
    expect(after.earlier).toMatchObject([{ text: 'Adopt the plan', outcome: null, personId: 'chair ws-1', at: noon }])
  })

  it.each([
    [{ text: ' ' }, 'text-needed'],
    [{ proposedBy: 'a', secondedBy: 'a' }, 'malformed'],
    [{ votes: { for: 1.5, against: 0, abstained: 0 } }, 'malformed'],
    [{ votes: { for: 1, against: -1, abstained: 0 } }, 'malformed'],
    [{ proposedBy: 'a', secondedBy: 'b', votes: { for: 1, against: 0, abstained: 0 } }, null],
  ])('to %o: %s', (over, code) => {
    expect(whyNotWords({ ...aDecision().record, ...over })).toBe(code)
  })
})

describe('advice', () => {
  it('waits until it is answered, once', () => {
    const office = aPerson('official minister')
    const held = aDecision(advice, 'agreed')
    expect(awaitsReply(held.record)).toBe(true)
    const record = replyToAdvice(office, held, 'Accepted', noon)
    expect(record.reply).toEqual({ text: 'Accepted', at: noon, personId: 'official minister' })
    expect(awaitsReply(record)).toBe(false)
    expect(whyNotDecisionStep(office, { ...held, record }, 'reply')).toBe('already-answered')
    expect(() => replyToAdvice(office, held, ' ', noon)).toThrow('text-needed')
  })

  it('only is replied to', () => {
    expect(whyNotDecisionStep(aPerson('secretariat team'), aDecision(), 'reply')).toBe('not-advice')
  })
})

describe('a span of days', () => {
  it.each([
    ['2019-11-06', '2019-11-06', '2019-11-06', true],
    ['2019-11-05', '2019-11-06', null, false],
    ['2019-11-07', null, '2019-11-06', false],
    ['2019-11', '2019-11-06', null, true],
    ['2019', '2019-11-06', '2019-12-01', true],
    ['2018', '2019-01-01', null, false],
    ['', null, null, true],
    ['', '2019-01-01', null, false],
  ])('%s from %s until %s: %s', (date, from, until, expected) => {
    expect(decidedWithin(date, from, until)).toBe(expected)
  })
})

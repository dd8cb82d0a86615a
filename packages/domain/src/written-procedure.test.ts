import { describe, expect, it } from 'vitest'
import type { RefusalCode } from './refusal.js'
import { aBody, anOffice, aPerson, noon } from './scene.fixture.js'
import {
  castVote,
  closeByClock,
  closeProcedure,
  notedAt,
  openProcedure,
  outcomeOf,
  type ProcedureState,
  type ProcedureStep,
  procedureState,
  tallyOf,
  usualQuorum,
  type VoteChoice,
  votesOn,
  type WrittenProcedure,
  whyNotOpenProcedure,
  whyNotProcedureStep,
  withdrawProcedure,
} from './written-procedure.js'

const hour = 3_600_000
const before = new Date(noon.getTime() - hour)
const after = new Date(noon.getTime() + hour)
const body = { ...aBody('ws-1'), status: 'active' as const }
const voters = ['chair ws-1', 'vice-chair ws-1', 'member ws-1']
const given = { id: 'p-1', question: 'Adopt the plan?', closesAt: noon, voters, quorum: null }

function aProcedure(over: Partial<WrittenProcedure> = {}) {
  return { record: { ...openProcedure(aPerson('chair ws-1'), body, given, before), ...over }, body }
}
const aVote = (personId: string, choice: VoteChoice) => ({ personId, choice, at: before })

describe('every step in every state', () => {
  const scenes: Record<ProcedureState, { held: ReturnType<typeof aProcedure>; at: Date }> = {
    voting: { held: aProcedure(), at: before },
    decided: { held: aProcedure(), at: noon },
    closed: { held: aProcedure({ status: 'closed' }), at: after },
    withdrawn: { held: aProcedure({ status: 'withdrawn' }), at: before },
  }
  const table: [ProcedureStep, ProcedureState, RefusalCode | null][] = [
    ['vote', 'voting', null],
    ['vote', 'decided', 'voting-over'],
    ['vote', 'closed', 'procedure-ended'],
    ['vote', 'withdrawn', 'procedure-ended'],
    ['close', 'voting', 'voting-goes-on'],
    ['close', 'decided', null],
    ['close', 'closed', 'procedure-ended'],
    ['close', 'withdrawn', 'procedure-ended'],
    ['withdraw', 'voting', null],
    ['withdraw', 'decided', 'voting-over'],
    ['withdraw', 'closed', 'procedure-ended'],
    ['withdraw', 'withdrawn', 'procedure-ended'],
  ]
  it.each(table)('%s while %s: %s', (step, state, expected) => {
    const { held, at } = scenes[state]
    expect(procedureState(held.record, at)).toBe(state)
    expect(whyNotProcedureStep(aPerson('chair ws-1'), held, step, at)).toBe(expected)
  })

  it.each(table.filter(([step]) => step === 'close'))('%s by the clock while %s: %s', (_step, state, expected) => {
    const { held, at } = scenes[state]
    const closing = () => closeByClock(held.record, 'd-1', at)
    if (expected) expect(closing).toThrow(expected)
    else expect(closing()).toMatchObject({ status: 'closed', closedAt: at, closedBy: null, decisionId: 'd-1' })
  })
})

describe('who may', () => {
  it.each([
    ['chair ws-1', null, null, null],
    ['vice-chair ws-1', null, null, null],
    ['secretariat team', null, null, 'not-a-voter'],
    ['chair mag', null, null, 'not-a-voter'],
    ['member ws-1', 'not-permitted', 'not-permitted', null],
    ['chair ws-2', 'not-permitted', 'not-permitted', 'not-a-voter'],
    ['observer ws-1', 'not-permitted', 'not-permitted', 'not-a-voter'],
    ['guest ws-1', 'not-permitted', 'not-permitted', 'not-a-voter'],
  ] as const)('%s: open %s, close %s, vote %s', (office, open, close, vote) => {
    const who = aPerson(office)
    expect(whyNotOpenProcedure(who, body)).toBe(open)
    expect(whyNotProcedureStep(who, aProcedure(), 'close', noon)).toBe(close)
    expect(whyNotProcedureStep(who, aProcedure(), 'vote', before)).toBe(vote)
  })

  it('is not who was a voter then and holds no voting office now, nor who came later', () => {
    const left = { ...aPerson('observer ws-1'), personId: 'member ws-1' }
    expect(whyNotProcedureStep(left, aProcedure(), 'vote', before)).toBe('not-a-voter')
    const late = { ...aPerson('member ws-1'), personId: 'new here' }
    expect(whyNotProcedureStep(late, aProcedure(), 'vote', before)).toBe('not-a-voter')
  })

  it('at the Operational Group votes who sits on it by office, but not the team that serves it', () => {
    const group = aBody('operational')
    expect(votesOn(anOffice('vice-chair', 'ws-2'), group)).toBe(true)
    expect(votesOn(anOffice('member', 'body-social-care-wales'), group)).toBe(true)
    expect(votesOn(anOffice('secretariat', 'team'), group)).toBe(false)
    expect(votesOn(anOffice('chair', 'mag'), group)).toBe(false)
  })
})

describe('opening', () => {
  it.each([
    [{ question: ' ' }, 'text-needed'],
    [{ closesAt: before }, 'ends-before-start'],
    [{ quorum: 4 }, 'quorum-impossible'],
    [{ quorum: 0 }, 'quorum-impossible'],
    [{ quorum: 1.5 }, 'quorum-impossible'],
    [{ voters: [] }, 'quorum-impossible'],
  ])('with %o is refused: %s', (over, code) => {
    expect(() => openProcedure(aPerson('chair ws-1'), body, { ...given, ...over }, before)).toThrow(code)
  })

  it('takes an active body, and more than half as the usual quorum', () => {
    expect(whyNotOpenProcedure(aPerson('chair ws-1'), { ...body, status: 'proposed' })).toBe('body-not-active')
    expect([1, 2, 3, 4].map(usualQuorum)).toEqual([1, 2, 2, 3])
  })
})

describe('voting', () => {
  it('counts the last vote of each, changed until the time is over', () => {
    const chair = aPerson('chair ws-1')
    const once = { ...aProcedure(), record: castVote(chair, aProcedure(), 'for', before) }
    const twice = castVote(chair, once, 'against', new Date(noon.getTime() - 1))
    expect(tallyOf(twice)).toEqual({ for: 0, against: 1, abstained: 0 })
    expect(() => castVote(chair, once, 'for', noon)).toThrow('voting-over')
  })

  it('may be closed early once everybody has voted', () => {
    const all = aProcedure({ votes: voters.map((one) => aVote(one, 'for')) })
    expect(closeProcedure(aPerson('secretariat team'), all, 'd-1', before)).toMatchObject({
      status: 'closed',
      decisionId: 'd-1',
      closedAt: before,
    })
  })

  it('is withdrawn with a reason', () => {
    expect(() => withdrawProcedure(aPerson('chair ws-1'), aProcedure(), ' ', before)).toThrow('reason-needed')
    expect(withdrawProcedure(aPerson('chair ws-1'), aProcedure(), 'Overtaken', before).status).toBe('withdrawn')
  })

  it.each([
    [['for', 'for', 'against'], 'agreed'],
    [['for', 'against', 'against'], 'not-agreed'],
    [['for', 'against'], 'not-agreed'],
    [['abstain', 'for'], 'agreed'],
    [['abstain', 'abstain'], 'not-agreed'],
    [['for'], 'deferred'],
    [[], 'deferred'],
  ] as const)('%j with a quorum of two: %s', (choices, outcome) => {
    const votes = choices.map((choice, i) => aVote(voters[i] ?? '', choice))
    expect(outcomeOf({ votes, quorum: 2 })).toBe(outcome)
  })
})

it('what was decided in writing is noted at the first meeting that starts afterwards, and at no other', () => {
  const closed = aProcedure({ status: 'closed', closedAt: noon }).record
  const meeting = (id: string, startsAt: Date, bodyId = 'ws-1') => ({
    id,
    bodyId,
    startsAt,
    status: 'planned' as const,
  })
  const meetings = [
    meeting('before', before),
    meeting('later', new Date(noon.getTime() + 2 * hour)),
    meeting('next', after),
    meeting('elsewhere', noon, 'ws-2'),
    { ...meeting('cancelled', noon), status: 'cancelled' as const },
  ]
  expect(notedAt(closed, meetings)?.id).toBe('next')
  expect(notedAt(closed, meetings.slice(0, 1))).toBeNull()
  expect(notedAt(aProcedure().record, meetings)).toBeNull()
})

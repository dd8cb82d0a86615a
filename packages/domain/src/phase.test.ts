import { describe, expect, it } from 'vitest'
import { actionStatuses } from './action.js'
import {
  burnDown,
  handlingOf,
  logOfPhase,
  type Phase,
  spreadDays,
  unhandled,
  whyNotClosePhase,
  whyNotPlanPhase,
} from './phase.js'
import { aBody, anAction, aPerson } from './scene.fixture.js'
import { activateWorkArea, pointsUntil, type WorkArea, whyNotReportOnWorkArea } from './work-area.js'

const phases: Phase[] = [
  { id: 'two', number: 2, status: 'closed' },
  { id: 'three', number: 3, status: 'open' },
  { id: 'four', number: 4, status: 'open' },
]
const areas = new Map([
  ['wa-2', 'two'],
  ['wa-3', 'three'],
  ['wa-4', 'four'],
])
const inPhase = (id: string, workAreaIds: string[], legacyItemIds: string[] = []) => ({
  ...anAction({ id, status: 'open' }).record,
  workAreaIds,
  legacyItemIds,
})

describe('the log of a phase', () => {
  it('holds each action once: by its work area, or with the phase that runs', () => {
    const log = [inPhase('a', ['wa-2']), inPhase('b', ['wa-3', 'wa-4']), inPhase('c', []), inPhase('d', ['unknown'])]
    const of = (phase: Phase) => logOfPhase(phase, phases, areas, log).map(({ id }) => id)
    expect(phases.map(of)).toEqual([['a'], ['b', 'c', 'd'], []])
  })
})

describe('the checklist of a closing phase', () => {
  const expected = { proposed: 0, open: 0, 'in-progress': 0, dropped: 'dropped' } as Record<string, unknown>
  it.each(actionStatuses)('knows where an action that is %s stands', (status) => {
    const action = (legacyItemIds: string[]) => ({ ...inPhase('a', [], legacyItemIds), status })
    const unfinished = expected[status] === 0
    expect(handlingOf(action([]))).toBe(unfinished ? 'unhandled' : (expected[status] ?? 'finished'))
    expect(handlingOf(action(['legacy-1']))).toBe(unfinished ? 'legacy' : (expected[status] ?? 'finished'))
  })

  it('lists what goes nowhere yet', () => {
    const log = [inPhase('a', []), inPhase('b', [], ['legacy-1']), inPhase('c', [])]
    expect(unhandled(log, []).map(({ id }) => id)).toEqual(['a', 'c'])
    expect(unhandled(log, [{ actionId: 'a', to: 'legacy', legacyItemId: 'legacy-1' }]).map(({ id }) => id)).toEqual([
      'c',
    ])
  })

  it.each([
    ['chair mag', null, 'phase-closed'],
    ['vice-chair mag', null, 'phase-closed'],
    ['secretariat team', 'not-permitted', 'not-permitted'],
    ['chair ws-1', 'not-permitted', 'not-permitted'],
    ['member mag', 'not-permitted', 'not-permitted'],
    ['guest mag', 'not-permitted', 'not-permitted'],
  ])('is signed off by the chairs of the advisory group: %s', (person, open, closed) => {
    const answer = (status: Phase['status']) =>
      whyNotClosePhase(aPerson(person), aBody('mag'), { id: 'p', number: 1, status })
    expect([answer('open'), answer('closed')]).toEqual([open, closed])
  })
})

describe('the burn-down', () => {
  it('counts the log as it stood at the end of each day', () => {
    const at = (day: string) => new Date(`${day}T12:00:00Z`)
    const change = (day: string, to: 'proposed' | 'open' | 'closed') =>
      ({ at: at(day), personId: 'p', from: null, to, reason: null }) as const
    const one = anAction({
      status: 'closed',
      statusHistory: [change('2026-01-10', 'proposed'), change('2026-02-10', 'closed')],
    })
    const two = anAction({ status: 'open', statusHistory: [change('2026-02-01', 'open')] })
    expect(burnDown([one.record, two.record], ['2026-01-09', '2026-01-10', '2026-02-01', '2026-02-10'])).toEqual([
      { day: '2026-01-09', open: 0, finished: 0 },
      { day: '2026-01-10', open: 1, finished: 0 },
      { day: '2026-02-01', open: 2, finished: 0 },
      { day: '2026-02-10', open: 1, finished: 1 },
    ])
  })
})

describe('the days of a chart', () => {
  const told = (asOf: string) =>
    anAction({ statusNotes: [{ asOf, status: 'planned', note: null, source: { file: '', locator: '' } }] }).record

  it('run from the first that is known to the last', () => {
    const days = spreadDays([told('2021-03'), told('2019')], '2026-11-22', 40)
    expect(days).toHaveLength(40)
    expect([days[0], days.at(-1)]).toEqual(['2019-01-01', '2026-11-22'])
    expect(days).toEqual([...days].sort())
  })

  it('are one where nothing is known before', () => {
    expect(spreadDays([], '2026-11-22', 40)).toEqual(['2026-11-22'])
    expect(spreadDays([told('2026-11-20')], '2026-11-22', 40)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22'])
  })
})

describe('the plan of a phase', () => {
  it.each([
    ['chair mag', null],
    ['vice-chair mag', null],
    ['secretariat team', null],
    ['member mag', 'not-permitted'],
    ['chair ws-1', 'not-permitted'],
  ])('is prepared by %s: %s', (person, answer) => {
    const plan = (status: Phase['status']) =>
      whyNotPlanPhase(aPerson(person), aBody('mag'), { id: 'p', number: 1, status })
    expect(plan('open')).toBe(answer)
    expect(plan('closed')).toBe(answer ?? 'phase-closed')
  })
})

describe('a work area', () => {
  const area: WorkArea = {
    id: 'w',
    number: 13,
    workstreamId: 'ws-1',
    phaseId: 'three',
    strandNumber: null,
    strand: 'Strand 5',
    title: { en: 'Housing', cy: null },
    status: 'proposed',
    statusAsOf: null,
    progressPoints: [],
    proposedBy: 'p',
    proposedAt: null,
    decisionId: null,
    audience: 'member',
  }
  const mag = aBody('mag')
  const decision = { id: 'd', bodyId: 'mag' }

  it.each([
    ['chair mag', null],
    ['vice-chair mag', null],
    ['secretariat team', null],
    ['chair ws-1', 'not-permitted'],
    ['member mag', 'not-permitted'],
    ['guest mag', 'not-permitted'],
  ])('is taken on with a decision of the advisory group: %s', (person, answer) => {
    const take = (given: typeof decision | null) => () =>
      activateWorkArea(aPerson(person), mag, area, given, '2026-11-22')
    if (answer) return expect(take(decision)).toThrow(answer)
    expect(take(decision)()).toMatchObject({ status: 'active', decisionId: 'd', statusAsOf: '2026-11-22' })
    expect(take(null)).toThrow('decision-needed')
    expect(take({ id: 'd', bodyId: 'ws-1' })).toThrow('decision-needed')
  })

  it('is taken on once', () => {
    expect(() => activateWorkArea(aPerson('chair mag'), mag, { ...area, status: 'active' }, decision, '2026')).toThrow(
      'work-area-not-proposed',
    )
  })

  it.each([
    ['member ws-1', 'active', 'open', null],
    ['secretariat team', 'in-progress', 'open', null],
    ['member ws-1', 'proposed', 'open', 'work-area-not-active'],
    ['member ws-1', 'active', 'closed', 'phase-closed'],
    ['member ws-2', 'active', 'open', 'not-permitted'],
    ['guest ws-1', 'active', 'open', 'not-permitted'],
  ] as const)('is reported on: %s, %s, phase %s: %s', (person, status, phase, answer) => {
    expect(whyNotReportOnWorkArea(aPerson(person), aBody('ws-1'), { status }, { status: phase })).toBe(answer)
  })

  it('gives its points up to a day, in the order of the days', () => {
    const point = (id: string, day: string) => ({ id, text: id, day, at: null, personId: null, source: null })
    const points = [point('b', '2026-02-01'), point('a', '2019-11-06'), point('c', '2026-03-01')]
    expect(pointsUntil(points, '2026-02-01').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(pointsUntil(points, null).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

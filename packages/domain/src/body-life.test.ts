import { describe, expect, it } from 'vitest'
import type { BodyKind, BodyStatus } from './body.js'
import { bodyStatuses } from './body.js'
import {
  type BodyStep,
  takeBodyStep,
  unplaced,
  whyNotBodyStep,
  whyNotProposeBody,
  whyNotReceive,
  whyNotSetUp,
  whyNotSucceed,
} from './body-life.js'
import { levelOf, may } from './permissions.js'
import { aBody, anAction, anOffice, aPerson } from './scene.fixture.js'

/** Who decides on the life of a body: the group of workstream 1, the group of the advisory group, a partner. Typed by hand. */
const deciders: readonly [person: string, tfOfOne: boolean, tfOfMag: boolean, partner: boolean][] = [
  ['chair mag', true, true, true],
  ['vice-chair mag', false, false, false],
  ['member mag', false, false, false],
  ['chair ws-1', true, false, false],
  ['vice-chair ws-1', true, false, false],
  ['member ws-1', false, false, false],
  ['chair ws-2', false, false, false],
  ['chair tf-of-1', true, false, false],
  ['vice-chair tf-of-1', true, false, false],
  ['member tf-of-1', false, false, false],
  ['chair tf-of-mag', false, true, false],
  ['secretariat team', false, false, false],
  ['member body-social-care-wales', false, false, false],
  ['official minister', false, false, false],
  ['chair committee', false, false, false],
  ['guest ws-1', false, false, false],
  ['chair partner', false, false, false],
]

/** Where each step leads from each status; null where there is no such step. */
const table: Record<BodyStep, Record<BodyStatus, BodyStatus | null>> = {
  start: { proposed: 'active', active: null, closed: null },
  close: { proposed: 'closed', active: 'closed', closed: null },
  reestablish: { proposed: null, active: null, closed: 'active' },
  nameSuccessor: { proposed: null, active: 'active', closed: 'closed' },
}
const refusals: Record<BodyStep, string> = {
  start: 'body-not-startable-now',
  close: 'body-not-closable-now',
  reestablish: 'body-not-reopenable-now',
  nameSuccessor: 'no-successor-now',
}
const steps = Object.keys(table) as BodyStep[]

describe('a step in the life of a body', () => {
  const cells = deciders.flatMap(([person, one, mag, partner]) =>
    (
      [
        ['tf-of-1', one],
        ['tf-of-mag', mag],
        ['partner', partner],
      ] as const
    ).flatMap(([id, decides]) =>
      steps.flatMap((step) => bodyStatuses.map((status) => ({ person, id, decides, step, status }))),
    ),
  )

  it.each(cells)('$person · $id · $step from $status', ({ person, id, decides, step, status }) => {
    const viewer = aPerson(person)
    const body = { ...aBody(id), status }
    const to = table[step][status]
    expect(whyNotBodyStep(viewer, body, step)).toBe(decides ? (to ? null : refusals[step]) : 'not-permitted')
    if (decides && to) expect(takeBodyStep(viewer, body, step, 'why').status).toBe(to)
    else expect(() => takeBodyStep(viewer, body, step, 'why')).toThrow(decides ? refusals[step] : 'not-permitted')
  })

  it('brings a body back only with a reason', () => {
    const closed = { ...aBody('tf-of-1'), status: 'closed' as const }
    expect(() => takeBodyStep(aPerson('chair mag'), closed, 'reestablish', ' ')).toThrow('reason-needed')
  })
})

describe('proposing a body', () => {
  it.each([
    ['secretariat team', true, true],
    ['chair mag', true, true],
    ['vice-chair mag', false, false],
    ['chair ws-1', true, false],
    ['vice-chair ws-1', true, false],
    ['chair ws-2', false, false],
    ['member ws-1', false, false],
    ['guest ws-1', false, false],
  ] as const)('%s: a group of workstream 1 %s, another body %s', (person, group, other) => {
    const proposed = { id: 'new', parentId: 'ws-1', status: 'proposed' } as const
    const answer = (kind: BodyKind) => whyNotProposeBody(aPerson(person), { ...proposed, kind }) === null
    expect([answer('task-and-finish'), answer('other')]).toEqual([group, other])
  })

  it.each(['advisory-group', 'workstream', 'operational-group', 'secretariat', 'ministerial-office'] as const)(
    'gives nobody the rights of a body of kind %s',
    (kind) => {
      const body = { id: 'new', kind, parentId: null, status: 'proposed' } as const
      expect(whyNotProposeBody(aPerson('chair mag'), body)).toBe('not-permitted')
    },
  )

  const given = { kind: 'task-and-finish', remit: 'Look into it', plannedEnd: '2027-03' } as const
  const parent = { kind: 'workstream', status: 'active' } as const
  it.each([
    [given, parent, null],
    [given, null, 'parent-needed'],
    [given, { kind: 'task-and-finish', status: 'active' } as const, 'parent-needed'],
    [given, { ...parent, status: 'closed' } as const, 'body-not-active'],
    [{ ...given, remit: null }, parent, 'remit-needed'],
    [{ ...given, plannedEnd: null }, parent, 'end-needed'],
    [{ kind: 'other', remit: null, plannedEnd: null } as const, null, null],
  ])('needs parent, remit and planned end: %o under %o', (what, under, answer) => {
    expect(whyNotSetUp(what, under)).toBe(answer)
  })
})

describe('closing a body', () => {
  it('waits until everything unfinished goes somewhere', () => {
    const open = anAction({ id: 'a', status: 'open' }).record
    const proposed = anAction({ id: 'b', status: 'proposed' }).record
    const done = anAction({ id: 'c', status: 'done' }).record
    expect(unplaced([open, proposed, done], []).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(unplaced([open, proposed, done], [{ actionId: 'a', to: 'dropped', reason: 'over' }])).toEqual([proposed])
  })

  it.each([
    ['ws-1', 'active', null],
    ['ws-1', 'closed', 'body-not-active'],
    ['ws-2', 'active', 'not-a-successor'],
    ['tf-of-2', 'active', null],
    ['partner', 'active', 'not-a-successor'],
  ] as const)('hands work to its parent or successor: %s, %s', (id, status, answer) => {
    const receiver = { ...aBody(id), status }
    expect(whyNotReceive(receiver, aBody('tf-of-1'), id === 'tf-of-2' || id === 'partner' ? id : null)).toBe(answer)
  })

  it('is followed by another body that has not closed', () => {
    expect(whyNotSucceed({ id: 'a' }, { id: 'a', status: 'active' })).toBe('not-a-successor')
    expect(whyNotSucceed({ id: 'a' }, { id: 'b', status: 'closed' })).toBe('not-a-successor')
    expect(whyNotSucceed({ id: 'a' }, { id: 'b', status: 'proposed' })).toBeNull()
  })
})

describe('a closed body', () => {
  const closed = { space: 'body', body: { ...aBody('tf-of-1'), status: 'closed' } } as const
  const people = deciders.map(([person]) => person)

  it.each(people)('is written by nobody and read by whoever read it: %s', (person) => {
    const open = { space: 'body', body: aBody('tf-of-1') } as const
    const viewer = aPerson(person)
    expect(may(viewer, 'read', closed)).toBe(may(viewer, 'read', open))
    for (const act of ['write', 'prepare', 'rule'] as const) expect(may(viewer, act, closed)).toBe(false)
  })

  it('gives its offices no right to write anywhere else', () => {
    const held = { ...anOffice('chair', 'tf-of-1'), bodyStatus: 'closed' } as const
    expect(levelOf(held, { space: 'body', body: aBody('mag') })).toBe('read')
    expect(levelOf(held, { space: 'publish' })).toBe('none')
  })
})

import { describe, expect, it } from 'vitest'
import type { LegacyCourse } from './legacy-course.js'
import { courses } from './legacy-course.js'
import {
  acceptOwnership,
  declineOwnership,
  explainProposal,
  type Handed,
  type HeldLegacy,
  ledgerStates,
  legacyOwnerOn,
  openQuery,
  proposeOwner,
  queryProposal,
  releaseOwnership,
  waitingProposal,
  whyNotAnswerProposal,
  whyNotExplainProposal,
  whyNotProposeOwner,
  whyNotRelease,
  whyNotWithdrawProposal,
  withdrawProposal,
} from './legacy-item.js'
import { whyNeedsOwner } from './legacy-need.js'
import { addLegacyUpdate, termOf, whyNotAddLegacyUpdate } from './legacy-update.js'
import type { Owner } from './owner.js'
import { Refusal } from './refusal.js'
import { aPerson } from './scene.fixture.js'
import { setCourse, whyNotSetCourse } from './set-legacy-course.js'

const partner: Owner = { kind: 'body', bodyId: 'partner' }
const other: Owner = { kind: 'body', bodyId: 'ws-2' }
const magChair = aPerson('chair mag')
const asked = aPerson('member partner')
const day = (n: number) => new Date(Date.UTC(2026, 0, n, 12))
const held = (record: Handed): HeldLegacy => ({ record, workstreamBodyId: 'ws-1' })
const none: Handed = { id: 'legacy-1', ledger: [] }
const proposed = proposeOwner(magChair, held(none), partner, 'l1', day(1))
const queried = queryProposal(asked, held(proposed), 'Which figures?', 'l2', day(2))
const explained = explainProposal(magChair, held(queried), 'Those of 2020', 'l3', day(3))
const accepted = acceptOwnership(asked, held(explained), 'l4', day(4))
const declined = declineOwnership(asked, held(proposed), 'Full', 'l2', day(2))
const withdrawn = withdrawProposal(magChair, held(proposed), 'A slip', 'l2', day(2))
const released = releaseOwnership(asked, held(accepted), 'New board', 'l5', day(5))
const states: Record<string, Handed> = { none, proposed, queried, explained, accepted, declined, withdrawn, released }

// Typed by hand: for each state who may take each step. p propose · a answer · q explain · w withdraw · r release.
const table: Record<string, Record<string, string>> = {
  //                  none   proposed queried explained accepted declined withdrawn released
  'chair mag': {
    none: 'p',
    proposed: 'w',
    queried: 'qw',
    explained: 'w',
    accepted: 'pr',
    declined: 'p',
    withdrawn: 'p',
    released: 'p',
  },
  'vice-chair mag': {
    none: 'p',
    proposed: 'w',
    queried: 'qw',
    explained: 'w',
    accepted: 'pr',
    declined: 'p',
    withdrawn: 'p',
    released: 'p',
  },
  'chair ws-1': {
    none: 'p',
    proposed: 'w',
    queried: 'qw',
    explained: 'w',
    accepted: 'p',
    declined: 'p',
    withdrawn: 'p',
    released: 'p',
  },
  'vice-chair ws-1': {
    none: 'p',
    proposed: 'w',
    queried: 'qw',
    explained: 'w',
    accepted: 'p',
    declined: 'p',
    withdrawn: 'p',
    released: 'p',
  },
  'secretariat team': {
    none: 'p',
    proposed: 'w',
    queried: 'qw',
    explained: 'w',
    accepted: 'p',
    declined: 'p',
    withdrawn: 'p',
    released: 'p',
  },
  'member partner': {
    none: '',
    proposed: 'a',
    queried: 'a',
    explained: 'a',
    accepted: 'r',
    declined: '',
    withdrawn: '',
    released: '',
  },
  ...Object.fromEntries(
    [
      'chair ws-2',
      'member ws-1',
      'member mag',
      'chair tf-of-1',
      'member tf-of-1',
      'member body-social-care-wales',
      'minister minister',
      'member committee',
      'guest mag',
    ].map((office) => [
      office,
      Object.fromEntries(
        ['none', 'proposed', 'queried', 'explained', 'accepted', 'declined', 'withdrawn', 'released'].map((state) => [
          state,
          '',
        ]),
      ),
    ]),
  ),
}
const steps = {
  p: whyNotProposeOwner,
  a: whyNotAnswerProposal,
  q: whyNotExplainProposal,
  w: whyNotWithdrawProposal,
  r: whyNotRelease,
}

const refusal = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('the owner ledger', () => {
  it('is in one of its states', () => {
    expect(ledgerStates).toHaveLength(Object.keys(states).length - 1)
  })

  it.each(
    Object.entries(table).flatMap(([office, row]) =>
      Object.entries(row).map(([state, may]) => ({ office, state, may })),
    ),
  )('lets $office, when $state, do: $may', ({ office, state, may }) => {
    const record = states[state] ?? none
    const allowed = Object.entries(steps).filter(([, whyNot]) => whyNot(aPerson(office), held(record)) === null)
    expect(allowed.map(([letter]) => letter).join('')).toBe(may)
  })

  it('says in a word what stands in the way', () => {
    expect(whyNotProposeOwner(magChair, held(queried))).toBe('proposal-waiting')
    expect(whyNotAnswerProposal(asked, held(withdrawn))).toBe('no-proposal-waiting')
    expect(whyNotExplainProposal(magChair, held(explained))).toBe('nothing-queried')
    expect(whyNotWithdrawProposal(magChair, held(accepted))).toBe('no-proposal-waiting')
    expect(whyNotRelease(magChair, held(none))).toBe('nothing-to-release')
  })

  it('keeps the proposal open while a question about it is', () => {
    expect(waitingProposal(queried)?.id).toBe('l1')
    expect(openQuery(queried)?.reason).toBe('Which figures?')
    expect(openQuery(explained)).toBeNull()
    expect(waitingProposal(explained)?.id).toBe('l1')
    for (const run of [
      () => queryProposal(asked, held(proposed), ' ', 'x', day(9)),
      () => explainProposal(magChair, held(queried), '', 'x', day(9)),
      () => withdrawProposal(magChair, held(proposed), '', 'x', day(9)),
    ])
      expect(refusal(run)).toBe('reason-needed')
  })

  it('tells who owned it on any day, to the end of that day', () => {
    const again = acceptOwnership(
      aPerson('chair ws-2'),
      held(proposeOwner(magChair, held(released), other, 'l6', day(6))),
      'l7',
      day(7),
    )
    const owners = [1, 3, 4, 5, 6, 7, 8].map((n) => legacyOwnerOn(again, `2026-01-0${n}`))
    expect(owners).toEqual([null, null, partner, null, null, other, other])
  })
})

describe('what becomes of inherited work', () => {
  const course = (given: Partial<LegacyCourse>): LegacyCourse => ({
    id: 'c',
    course: 'continued',
    day: '2026-01-09',
    reason: 'Weighed with the new priorities',
    reference: null,
    intoId: 'legacy-2',
    at: day(9),
    personId: 'p',
    ...given,
  })
  const at = (state: LegacyCourse['course'] | 'undecided'): Handed =>
    state === 'undecided' ? none : { ...none, courses: [course({ course: state })] }

  it.each((['undecided', ...courses] as const).flatMap((from) => courses.map((to) => ({ from, to }))))(
    'from $from to $to',
    ({ from, to }) => {
      const move = (given: Partial<LegacyCourse> = {}) =>
        refusal(() => setCourse(magChair, held(at(from)), course({ course: to, ...given })))
      expect(move()).toBe(from === to ? 'already-so' : null)
      if (from === to) return
      expect(move({ reason: ' ' })).toBe('reason-needed')
      const joined = to === 'merged' || to === 'replaced'
      expect(move({ intoId: null })).toBe(joined ? 'legacy-target-needed' : null)
      expect(move({ intoId: 'legacy-1' })).toBe(joined ? 'legacy-target-needed' : null)
    },
  )

  it.each([
    ['chair mag', null],
    ['vice-chair mag', null],
    ['chair ws-1', null],
    ['secretariat team', null],
    ['member partner', null], // the owner
    ['chair ws-2', 'not-permitted'],
    ['member mag', 'not-permitted'],
    ['minister minister', 'not-permitted'],
    ['member committee', 'not-permitted'],
    ['guest mag', 'not-permitted'],
  ])('is recorded by %s: %s', (office, expected) => {
    expect(whyNotSetCourse(aPerson(office), held(accepted))).toBe(expected)
    expect(whyNotAddLegacyUpdate(aPerson(office), held(accepted))).toBe(expected)
  })

  it.each([
    ['undecided', null],
    ['continued', null],
    ['merged', 'legacy-ended'],
    ['replaced', 'legacy-ended'],
    ['stopped', 'legacy-ended'],
  ] as const)('when %s, offering it to an owner is: %s', (state, expected) => {
    expect(whyNotProposeOwner(magChair, held(at(state)))).toBe(expected)
  })
})

describe('who needs an owner', () => {
  const office: Owner = { kind: 'office', bodyId: 'ws-2', office: 'chair' }
  const person: Owner = { kind: 'person', personId: 'p' }
  const owned = (owner: Owner): Handed => ({ ...none, ledger: [{ ...accepted.ledger[0], ...line(owner) }] })
  const line = (owner: Owner) => ({
    id: 'x',
    state: 'accepted' as const,
    owner,
    at: day(1),
    personId: 'p',
    reason: null,
  })

  it.each([
    ['nobody ever', none, 'active', 0, 'never-owned'],
    ['proposed only', proposed, 'active', 0, 'never-owned'],
    ['released', released, 'active', 0, 'released'],
    ['a body at work', owned(partner), 'active', 0, null],
    ['a body that closed', owned(partner), 'closed', 3, 'body-closed'],
    ['a held office', owned(office), 'active', 1, null],
    ['a vacant office', owned(office), 'active', 0, 'office-vacant'],
    ['an office of a closed body', owned(office), 'closed', 1, 'body-closed'],
    ['somebody here', owned(person), null, 1, null],
    ['somebody who left', owned(person), null, 0, 'person-left'],
  ] as const)('%s', (_what, record, bodyStatus, answering, expected) => {
    expect(whyNeedsOwner(record, () => ({ bodyStatus, answering }))).toBe(expected)
  })

  it('is nobody where the work has stopped', () => {
    const stopped = setCourse(magChair, held(none), {
      id: 'c',
      course: 'stopped',
      day: '2026-01-01',
      reason: 'Done elsewhere',
      reference: null,
      intoId: null,
      at: day(1),
      personId: 'p',
    })
    expect(whyNeedsOwner(stopped, () => ({ bodyStatus: null, answering: 0 }))).toBeNull()
  })
})

describe('later updates', () => {
  const update = (id: string, date: string) => ({
    id,
    day: date,
    status: 'in-progress',
    text: 'A draft exists',
    waitsOn: null,
    document: 'A letter',
    place: null,
    at: day(9),
    personId: 'p',
  })

  it('stand in the order of their days', () => {
    const start = { record: { ...none, laterUpdates: [] }, workstreamBodyId: 'ws-1' }
    const first = addLegacyUpdate(magChair, start, update('b', '2025-01-01'))
    const both = addLegacyUpdate(magChair, { ...start, record: first }, update('a', '2024-03-27'))
    expect(both.laterUpdates.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(refusal(() => addLegacyUpdate(magChair, start, { ...update('c', '2025-01-01'), document: ' ' }))).toBe(
      'text-needed',
    )
  })

  it.each([
    ['2016-05-04', 4],
    ['2016-05-05', 5],
    ['2021-03', 5],
    ['2021', null], // an election falls within
    ['2024-03-27', 6],
    ['2026-05-07', 7],
    ['2010', null],
  ])('%s falls in the term %s', (date, number) => {
    expect(termOf(date)?.number ?? null).toBe(number)
  })
})

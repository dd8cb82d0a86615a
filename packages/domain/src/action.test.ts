import { describe, expect, it } from 'vitest'
import {
  type Action,
  type ActionStatus,
  actionOverdueSince,
  actionStatuses,
  actionWaitsOn,
  answerIsLate,
  type HeldAction,
  maySeeAction,
} from './action.js'
import { followPart, progressOfParts } from './action-parts.js'
import {
  accept,
  assign,
  close,
  complete,
  decline,
  drop,
  moveNeedsReason,
  propose,
  reopen,
  reportProgress,
  setDueDate,
  whyNotAnswer,
  whyNotAssign,
  whyNotClose,
  whyNotComplete,
  whyNotDrop,
  whyNotPropose,
  whyNotReopen,
  whyNotReport,
  whyNotSetDueDate,
  whyNotWriteAction,
} from './action-steps.js'
import { supersede, whyNotSupersede } from './action-supersede.js'
import { addSupporter, removeSupporter, whyNotChooseSupporters } from './action-supporters.js'
import {
  acceptTransfer,
  declineTransfer,
  offerTransfer,
  whyNotAnswerTransfer,
  whyNotOfferTransfer,
  whyNotTakeOn,
  whyNotWithdrawTransfer,
  withdrawTransfer,
} from './action-transfer.js'
import { dueOn } from './due.js'
import type { Viewer } from './offices.js'
import { type Owner, owns } from './owner.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { aBody, anAction, anOwned, aPerson, noon } from './scene.fixture.js'

const chair = aPerson('chair ws-1')
const owner = aPerson('member ws-2')
const them: Owner = { kind: 'person', personId: owner.personId }

function refusal(run: () => unknown): RefusalCode | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

type Ask = (viewer: Viewer, held: HeldAction) => RefusalCode | null
type Right = 'rules' | 'owns' | 'rules or owns' | 'rules there' | 'writes'
const other = {
  ...aBody('ws-2'),
  type: 'workstream',
  name: { en: 'Workstream 2', cy: null },
  status: 'active',
} as const
const asked: Action['acceptance'] = { state: 'waiting', at: noon, personId: 'chair' }
const offer: Action['transfer'] = { toBodyId: 'ws-2', at: noon, personId: 'chair', reason: 'Theirs' }

/** The life of an action, typed by hand from the design: who may take each step, from where, and the no for every other status. */
const steps: Record<
  string,
  { right: Right; from: ActionStatus[]; no: RefusalCode; given?: Partial<Action>; ask: Ask }
> = {
  assign: { right: 'rules', from: ['proposed', 'open', 'in-progress'], no: 'not-assignable-now', ask: whyNotAssign },
  date: { right: 'rules', from: ['proposed', 'open', 'in-progress'], no: 'not-datable-now', ask: whyNotSetDueDate },
  answer: {
    right: 'owns',
    from: ['open', 'in-progress'],
    no: 'not-acceptable-now',
    given: { acceptance: asked },
    ask: whyNotAnswer,
  },
  report: { right: 'owns', from: ['open', 'in-progress'], no: 'not-reportable-now', ask: whyNotReport },
  complete: { right: 'owns', from: ['open', 'in-progress'], no: 'not-completable-now', ask: whyNotComplete },
  close: { right: 'rules', from: ['open', 'in-progress', 'done'], no: 'not-closable-now', ask: whyNotClose },
  reopen: {
    right: 'rules',
    from: ['done', 'closed', 'dropped', 'superseded'],
    no: 'not-reopenable-now',
    ask: whyNotReopen,
  },
  drop: { right: 'rules', from: ['proposed', 'open', 'in-progress'], no: 'not-droppable-now', ask: whyNotDrop },
  supersede: {
    right: 'rules',
    from: ['proposed', 'open', 'in-progress'],
    no: 'not-supersedable-now',
    ask: whyNotSupersede,
  },
  'offer to another body': {
    right: 'rules',
    from: ['proposed', 'open', 'in-progress'],
    no: 'not-transferable-now',
    ask: whyNotOfferTransfer,
  },
  'take the offer back': {
    right: 'rules',
    from: [...actionStatuses], // an offer never outlives the work: see the walks below
    no: 'no-transfer-waiting',
    given: { transfer: offer },
    ask: whyNotWithdrawTransfer,
  },
  'answer the offer': {
    right: 'rules there',
    from: [...actionStatuses],
    no: 'no-transfer-waiting',
    given: { transfer: offer },
    ask: (viewer, held) => whyNotAnswerTransfer(viewer, held, other),
  },
  'choose supporters': {
    right: 'rules or owns',
    from: ['proposed', 'open', 'in-progress'],
    no: 'not-supportable-now',
    ask: whyNotChooseSupporters,
  },
  'write its words': {
    right: 'writes',
    from: ['proposed', 'open', 'in-progress'],
    no: 'read-only',
    ask: whyNotWriteAction,
  },
}

/** What each office may on an action of workstream 1 that is offered to workstream 2; the owner is somebody else. */
const people: [string, Right[]][] = [
  ['chair mag', ['rules', 'writes', 'rules there']],
  ['vice-chair mag', []],
  ['chair ws-1', ['rules', 'writes']],
  ['vice-chair ws-1', ['rules', 'writes']],
  ['member ws-1', ['writes']],
  ['secretariat team', ['writes']],
  ['chair ws-2', ['rules there']],
  ['vice-chair ws-2', ['rules there']],
  ['member ws-2', ['owns']], // the owner
  ['member mag', []],
  ['chair tf-of-1', []],
  ['member tf-of-1', []],
  ['member body-social-care-wales', []],
  ['minister minister', []],
  ['member committee', []],
  ['guest ws-1', []],
  ['observer ws-1', []],
]

describe('every step, from every status, by every office', () => {
  const cells = Object.entries(steps).flatMap(([step, one]) =>
    people.flatMap(([person, rights]) =>
      actionStatuses.map((status) => {
        const may = rights.some((right) => one.right.split(' or ').includes(right))
        return { step, person, status, expected: !may ? 'not-permitted' : one.from.includes(status) ? null : one.no }
      }),
    ),
  )

  it.each(cells)('$step, $status, $person: $expected', ({ step, person, status, expected }) => {
    const one = steps[step]
    expect(one?.ask(aPerson(person), anOwned(them, { status, ...one.given }))).toBe(expected)
  })
})

const waiting = ({ record, body }: HeldAction): HeldAction => ({ record: { ...record, acceptance: asked }, body })

describe('owning', () => {
  it.each([
    [{ kind: 'office', bodyId: 'ws-1', office: 'chair' }, 'chair ws-1', true],
    [{ kind: 'office', bodyId: 'ws-1', office: 'chair' }, 'vice-chair ws-1', false],
    [{ kind: 'office', bodyId: 'ws-1', office: 'chair' }, 'chair ws-2', false],
    [{ kind: 'body', bodyId: 'ws-1' }, 'chair ws-1', true],
    [{ kind: 'body', bodyId: 'ws-1' }, 'vice-chair ws-1', true],
    [{ kind: 'body', bodyId: 'ws-1' }, 'member ws-1', false],
    [{ kind: 'body', bodyId: 'partner' }, 'member partner', true],
    [{ kind: 'body', bodyId: 'partner' }, 'guest partner', false],
    [{ kind: 'body', bodyId: 'team' }, 'secretariat team', true],
    [{ kind: 'person', personId: 'member ws-1' }, 'member ws-1', true],
    [{ kind: 'person', personId: 'somebody else' }, 'member ws-1', false],
  ] as const)('%o is %s: %s', (owner, office, answer) => {
    expect(owns(aPerson(office), owner)).toBe(answer)
  })

  it('is nobody’s while not stated', () => {
    expect(owns(chair, null)).toBe(false)
  })

  it('lets owners see what is theirs though it is not for others', () => {
    const stranger = aPerson('member partner')
    expect(maySeeAction(stranger, anAction())).toBe(false)
    expect(maySeeAction(stranger, anOwned({ kind: 'body', bodyId: 'partner' }))).toBe(true)
  })
})

describe('raising an action', () => {
  const given = { id: 'a', number: 7, title: 'Ask the boards', owner: null, due: null }

  it('is for those who write in the body', () => {
    expect(whyNotPropose(aPerson('member ws-1'), aBody('ws-1'))).toBeNull()
    expect(whyNotPropose(aPerson('member mag'), aBody('ws-1'))).toBe('not-permitted')
    expect(whyNotPropose(aPerson('guest ws-1'), aBody('ws-1'))).toBe('not-permitted')
  })

  it('starts as a proposal for members’ eyes', () => {
    const action = propose(aPerson('member ws-1'), aBody('ws-1'), given, noon)
    expect(action).toMatchObject({ status: 'proposed', audience: 'member', acceptance: null, bodyId: 'ws-1' })
  })

  it('needs a title', () => {
    expect(refusal(() => propose(chair, aBody('ws-1'), { ...given, title: '  ' }, noon))).toBe('text-needed')
  })
})

describe('assigning', () => {
  it('opens a proposal and waits for the owner', () => {
    const action = assign(chair, anAction(), them, noon)
    expect(action).toMatchObject({ status: 'open', owner: them, acceptance: { state: 'waiting' } })
  })

  it('keeps the owner before, and leaves work in progress where it is', () => {
    const other: Owner = { kind: 'body', bodyId: 'partner' }
    const action = assign(chair, anOwned(them, { status: 'in-progress' }), other, noon)
    expect(action.status).toBe('in-progress')
    expect(action.earlierOwners).toEqual([{ owner: them, until: noon, personId: 'chair ws-1', declined: null }])
  })

  it('does not ask the same owner twice', () => {
    expect(refusal(() => assign(chair, waiting(anOwned(them)), them, noon))).toBe('already-so')
  })
})

describe('the owner answers', () => {
  it('accepts once asked, and only then', () => {
    expect(accept(owner, waiting(anOwned(them)), noon).acceptance?.state).toBe('accepted')
    expect(whyNotAnswer(owner, anOwned(them))).toBe('not-acceptable-now')
  })

  it('gives it back with a reason, which stays on record', () => {
    const action = decline(owner, waiting(anOwned(them)), 'No staff until April', noon)
    expect(action).toMatchObject({ status: 'proposed', owner: null, acceptance: null })
    expect(action.earlierOwners.at(-1)?.declined).toBe('No staff until April')
    expect(refusal(() => decline(owner, waiting(anOwned(them)), ' ', noon))).toBe('reason-needed')
  })

  it('reports and completes only after accepting', () => {
    expect(whyNotReport(owner, waiting(anOwned(them)))).toBe('accept-first')
    expect(whyNotComplete(owner, waiting(anOwned(them)))).toBe('accept-first')
  })

  it('puts the action in progress with the first report', () => {
    const action = reportProgress(owner, anOwned(them), 'Drafted', noon)
    expect(action).toMatchObject({ status: 'in-progress', progress: [{ text: 'Drafted' }] })
    expect(refusal(() => reportProgress(owner, anOwned(them), '', noon))).toBe('text-needed')
  })

  it('shows the work when it is done', () => {
    expect(complete(owner, anOwned(them), 'Letter of 3 May', noon)).toMatchObject({
      status: 'done',
      evidence: 'Letter of 3 May',
    })
    expect(refusal(() => complete(owner, anOwned(them), '', noon))).toBe('evidence-needed')
  })
})

describe('closing, reopening, dropping', () => {
  it('needs evidence unless the owner called it done', () => {
    expect(close(chair, anOwned(them, { status: 'done', evidence: 'Letter' }), null, noon).evidence).toBe('Letter')
    expect(refusal(() => close(chair, anOwned(them), null, noon))).toBe('evidence-needed')
    expect(close(chair, anOwned(them), 'Minutes of May', noon).status).toBe('closed')
  })

  it('goes back to where the work stood', () => {
    const closed = (given: Partial<Action>) =>
      reopen(chair, anAction({ status: 'closed', ...given }), 'Not yet', noon).status
    expect(closed({ progress: [{ at: noon, personId: 'x', text: 'y' }] })).toBe('in-progress')
    expect(closed({ owner: them })).toBe('open')
    expect(closed({})).toBe('proposed')
  })

  it('needs a reason to reopen or drop', () => {
    expect(refusal(() => reopen(chair, anAction({ status: 'closed' }), '', noon))).toBe('reason-needed')
    expect(refusal(() => drop(chair, anAction(), ' ', noon))).toBe('reason-needed')
    expect(drop(chair, anAction(), 'Overtaken', noon).status).toBe('dropped')
  })
})

describe('the due date', () => {
  const first = setDueDate(chair, anAction(), dueOn('2027-01-31'), null, noon)
  const second = setDueDate(chair, anAction(first), dueOn('2027-03-31'), null, noon)

  it('keeps every earlier date', () => {
    expect(second.earlierDues.map(({ due }) => due?.label ?? null)).toEqual([null, '2027-01-31'])
  })

  it('needs a reason from the second move on', () => {
    expect(moveNeedsReason(first)).toBe(false)
    expect(moveNeedsReason(second)).toBe(true)
    expect(refusal(() => setDueDate(chair, anAction(second), null, null, noon))).toBe('reason-needed')
    expect(setDueDate(chair, anAction(second), null, 'Waits for the Act', noon).due).toBeNull()
  })

  it('is not moved to where it is', () => {
    expect(refusal(() => setDueDate(chair, anAction(first), dueOn('2027-01-31'), null, noon))).toBe('already-so')
  })

  it('makes only unfinished work late', () => {
    const due = dueOn('2020-01-31')
    expect(actionOverdueSince({ status: 'open', due }, '2020-02-02')).toBe('2020-02-01')
    for (const status of ['done', 'closed', 'dropped', 'superseded', 'transferred'] as const)
      expect(actionOverdueSince({ status, due }, '2020-02-02')).toBeNull()
  })
})

describe('what waits on whom', () => {
  const takenUp = { versions: { status: { version: 1, at: noon, personId: 'somebody' } } }

  it('is an owner’s unfinished work, and what was raised or finished here for a chair', () => {
    expect(actionWaitsOn(owner, anOwned(them), noon)).toBe(true)
    expect(actionWaitsOn(owner, anOwned(them, { status: 'done' }), noon)).toBe(false)
    expect(actionWaitsOn(chair, anOwned(them, { status: 'done', ...takenUp }), noon)).toBe(true)
    expect(actionWaitsOn(chair, anAction(takenUp), noon)).toBe(true)
    expect(actionWaitsOn(chair, anOwned(them, takenUp), noon)).toBe(false)
  })

  it('is not what the documents alone call proposed or done', () => {
    expect(actionWaitsOn(chair, anAction(), noon)).toBe(false)
    expect(actionWaitsOn(chair, anOwned(them, { status: 'done' }), noon)).toBe(false)
  })

  it('is an offer of another body, for whoever rules on the body it is offered to', () => {
    const offered = anOwned(them, { transfer: offer })
    expect(actionWaitsOn(aPerson('vice-chair ws-2'), offered, noon)).toBe(true)
    expect(actionWaitsOn(aPerson('chair mag'), offered, noon)).toBe(false)
    expect(actionWaitsOn(chair, offered, noon)).toBe(false)
  })

  it.each([
    // asked on Friday 20 November 2026: five working days are 23 to 27 November
    ['2026-11-27T23:30:00Z', false],
    ['2026-11-29T12:00:00Z', false],
    ['2026-11-30T00:30:00Z', true],
  ])('is a question that an owner has not answered in five working days: on %s %s', (now, answer) => {
    const at = new Date('2026-11-20T09:00:00Z')
    const unanswered = anOwned(them, { acceptance: { state: 'waiting', at, personId: 'x' } })
    expect(answerIsLate(unanswered.record, new Date(now))).toBe(answer)
    expect(actionWaitsOn(chair, unanswered, new Date(now))).toBe(answer)
    expect(actionWaitsOn(aPerson('member ws-1'), unanswered, new Date(now))).toBe(false)
  })

  it('does not put every body’s proposals before the advisory group’s chair', () => {
    expect(actionWaitsOn(aPerson('chair mag'), anAction(takenUp), noon)).toBe(false)
    expect(actionWaitsOn(aPerson('chair mag'), anAction(takenUp, 'mag'), noon)).toBe(true)
  })
})

describe('the words of an action', () => {
  it.each([
    ['member ws-1', null],
    ['secretariat team', null],
    ['member ws-2', 'not-permitted'], // the owner
    ['member mag', 'not-permitted'],
    ['guest ws-1', 'not-permitted'],
  ] as const)('may be written by %s: %s', (office, expected) => {
    expect(whyNotWriteAction(aPerson(office), anOwned(them))).toBe(expected)
  })

  it('stand still once it is finished', () => {
    for (const status of ['done', 'closed', 'dropped', 'superseded', 'transferred'] as const)
      expect(whyNotWriteAction(chair, anOwned(them, { status }))).toBe('read-only')
  })
})

describe('the record of what happened to its status', () => {
  it('has each change with its day, person and reason', () => {
    const held = (record: Action) => ({ record, body: aBody('ws-1') })
    const raised = propose(chair, aBody('ws-1'), { id: 'a', number: 7, title: 'x', owner: null, due: null }, noon)
    const assigned = assign(chair, held(raised), them, noon)
    const reported = reportProgress(owner, held(accept(owner, held(assigned), noon)), 'Begun', noon)
    const again = reportProgress(owner, held(reported), 'Going on', noon)
    const done = complete(owner, held(again), 'Letter', noon)
    const reopened = reopen(chair, held(done), 'Not all of it', noon)
    expect(reopened.statusHistory.map(({ from, to, reason, personId }) => [from, to, reason, personId])).toEqual([
      [null, 'proposed', null, 'chair ws-1'],
      ['proposed', 'open', null, 'chair ws-1'],
      ['open', 'in-progress', null, 'member ws-2'],
      ['in-progress', 'done', null, 'member ws-2'],
      ['done', 'in-progress', 'Not all of it', 'chair ws-1'],
    ])
  })
})

describe('going to another body', () => {
  const receiver = aPerson('vice-chair ws-2')
  const later = new Date(noon.getTime() + 86_400_000)
  const offered = offerTransfer(chair, anOwned(them), other, 'It is about prevention', noon)

  it('stays where it is until the other body accepts', () => {
    expect(offered).toMatchObject({ bodyId: 'ws-1', status: 'open', transfer: { toBodyId: 'ws-2' } })
    expect(whyNotOfferTransfer(chair, anAction(offered))).toBe('transfer-waiting')
    expect(refusal(() => acceptTransfer(chair, anAction(offered), other, later))).toBe('not-permitted')
    expect(refusal(() => acceptTransfer(receiver, anAction(offered), aBody('ws-1'), later))).toBe('not-permitted')
  })

  it('then stands there as it was, and the record says from where and why', () => {
    const gone = acceptTransfer(receiver, anAction(offered), other, later)
    expect(gone).toMatchObject({ id: 'act-1', number: 1, bodyId: 'ws-2', status: 'open', owner: them, transfer: null })
    expect(gone.earlierBodies).toEqual([
      { bodyId: 'ws-1', until: later, personId: 'vice-chair ws-2', reason: 'It is about prevention' },
    ])
  })

  it('stays when the other body says no, with the reason on record', () => {
    expect(refusal(() => declineTransfer(receiver, anAction(offered), other, ' ', later))).toBe('reason-needed')
    const stayed = declineTransfer(receiver, anAction(offered), other, 'Not ours', later)
    expect(stayed).toMatchObject({ bodyId: 'ws-1', transfer: null, earlierBodies: [] })
    expect(stayed.declinedTransfers).toMatchObject([{ toBodyId: 'ws-2', declined: 'Not ours', declinedAt: later }])
  })

  it('may be taken back, and lapses when the work is over', () => {
    expect(withdrawTransfer(chair, anAction(offered)).transfer).toBeNull()
    expect(close(chair, anAction(offered), 'Minutes', noon).transfer).toBeNull()
    expect(drop(chair, anAction(offered), 'Overtaken', noon).transfer).toBeNull()
  })

  it.each([
    ['ws-1', 'active', 'already-so'],
    ['partner', 'active', 'body-keeps-no-log'],
    ['ws-2', 'closed', 'body-not-active'],
    ['ws-2', 'proposed', 'body-not-active'],
    ['tf-of-2', 'active', null],
    ['mag', 'active', null],
  ] as const)('is taken on by %s, %s: %s', (id, status, expected) => {
    expect(whyNotTakeOn(anOwned(them), { ...aBody(id), status })).toBe(expected)
  })

  it.each([
    ['its chair', { kind: 'office', bodyId: 'ws-2', office: 'chair' }, null],
    ['its vice-chair', { kind: 'office', bodyId: 'ws-2', office: 'vice-chair' }, null],
    ['the body', { kind: 'body', bodyId: 'ws-2' }, null],
    ['its secretary', { kind: 'office', bodyId: 'ws-2', office: 'secretariat' }, 'chairs-not-named'],
    ['another chair', { kind: 'office', bodyId: 'ws-1', office: 'chair' }, 'chairs-not-named'],
    ['a person', { kind: 'person', personId: 'chair ws-2' }, 'chairs-not-named'],
  ] as const)('takes a restricted action on where %s is named', (_, one, expected) => {
    const held = anOwned(them)
    const restrictedTo = [{ kind: 'office', bodyId: 'ws-1', office: 'chair' } as const, one]
    expect(whyNotTakeOn({ ...held, record: { ...held.record, restrictedTo } }, other)).toBe(expected)
  })

  it('needs a reason', () => {
    expect(refusal(() => offerTransfer(chair, anOwned(them), other, '', noon))).toBe('reason-needed')
  })
})

describe('superseding', () => {
  const { record: by } = anAction({ id: 'act-2', number: 2, status: 'open' })

  it('links to what takes its place, with a reason; reopening undoes it', () => {
    const superseded = supersede(chair, anOwned(them), [by], 'Wider now', noon)
    expect(superseded).toMatchObject({ status: 'superseded', supersededBy: 'act-2', reason: 'Wider now' })
    expect(reopen(chair, anAction(superseded), 'Not so', noon)).toMatchObject({ status: 'open', supersededBy: null })
    expect(refusal(() => supersede(chair, anOwned(them), [by], '', noon))).toBe('reason-needed')
  })

  it('never comes round to itself, and says which way it would', () => {
    const { record: last } = anAction({ id: 'act-3', number: 3, status: 'open' })
    const back = { id: 'act-1', number: 1, status: 'open' } as const
    expect(refusal(() => supersede(chair, anOwned(them), [back], 'x', noon))).toBe('replaces-itself')
    expect(() => supersede(chair, anOwned(them), [by, last, back], 'x', noon)).toThrow(
      expect.objectContaining({ code: 'replaces-itself', details: { path: '1 → 2 → 3 → 1' } }),
    )
  })

  it.each([
    ['dropped', 'not-a-replacement'],
    ['superseded', 'not-a-replacement'],
    ['closed', null],
    ['done', null],
  ] as const)('by one that is %s: %s', (status, expected) => {
    expect(refusal(() => supersede(chair, anOwned(them), [{ ...by, status }], 'x', noon))).toBe(expected)
  })
})

describe('sub-actions', () => {
  const given = { id: 'b', number: 8, title: 'One part', owner: null, due: null }
  const { record: parent } = anOwned(them)
  const part = (status: ActionStatus, title: string | null = 'One part') => ({ id: 'b', number: 8, status, title })

  it('are raised under an unfinished action of the same log, and under no sub-action', () => {
    const raise = (over: Partial<Action>) => () =>
      propose(chair, aBody('ws-1'), { ...given, parent: { ...parent, ...over } }, noon)
    expect(raise({})().parentId).toBe('act-1')
    expect(refusal(raise({ parentId: 'act-0' }))).toBe('too-deep')
    expect(refusal(raise({ bodyId: 'ws-2' }))).toBe('parent-on-other-body')
    for (const status of ['done', 'closed', 'dropped', 'superseded', 'transferred'] as const)
      expect(refusal(raise({ status }))).toBe('not-divisible-now')
  })

  it('come first: an action with open ones does not end, and the refusal names them', () => {
    const parts = [part('closed'), part('in-progress'), part('proposed', null)]
    const held = { ...anOwned(them), parts }
    const ends = [
      () => complete(owner, held, 'Letter', noon),
      () => close(chair, held, 'Minutes', noon),
      () => drop(chair, held, 'Overtaken', noon),
      () => supersede(chair, held, [{ id: 'act-2', number: 2, status: 'open' }], 'Wider', noon),
    ]
    for (const end of ends)
      expect(end).toThrow(
        expect.objectContaining({ code: 'sub-actions-open', details: { names: ['8 One part', '8'] } }),
      )
    expect(close(chair, { ...held, parts: [part('closed'), part('dropped')] }, 'Minutes', noon).status).toBe('closed')
  })

  it('are the progress of their parent, which nobody types over', () => {
    expect(whyNotReport(owner, { ...anOwned(them), parts: [part('open')] })).toBe('progress-derived')
    const parts = (['done', 'closed', 'open', 'dropped', 'superseded'] as const).map((status) => part(status))
    expect(progressOfParts(parts)).toEqual({ finished: 2, total: 3 })
    expect(followPart(owner, parent, part('in-progress'), noon)?.status).toBe('in-progress')
    expect(followPart(owner, parent, part('dropped'), noon)).toBeNull()
    expect(followPart(owner, { ...parent, status: 'in-progress' }, part('done'), noon)).toBeNull()
  })
})

describe('supporters', () => {
  const partner: Owner = { kind: 'body', bodyId: 'partner' }
  const helped = addSupporter(owner, anOwned(them), partner)

  it('see the action, and decide nothing about it', () => {
    const helper = aPerson('member partner')
    expect(maySeeAction(helper, anAction())).toBe(false)
    expect(maySeeAction(helper, anAction(helped))).toBe(true)
    expect(whyNotComplete(helper, anAction(helped))).toBe('not-permitted')
    expect(whyNotClose(helper, anAction(helped))).toBe('not-permitted')
    expect(whyNotReport(helper, anAction(helped))).toBe('not-permitted')
  })

  it('stand there once, beside the owner, and can be taken away', () => {
    expect(refusal(() => addSupporter(chair, anAction(helped), partner))).toBe('already-so')
    expect(refusal(() => addSupporter(chair, anOwned(them), them))).toBe('already-so')
    expect(removeSupporter(chair, anAction(helped), partner).supporters).toEqual([])
    expect(refusal(() => removeSupporter(chair, anOwned(them), partner))).toBe('already-so')
    const many = Array.from({ length: 20 }, (_, at): Owner => ({ kind: 'body', bodyId: `b${at}` }))
    expect(refusal(() => addSupporter(chair, anOwned(them, { supporters: many }), partner))).toBe('too-many-supporters')
  })
})

import { describe, expect, it } from 'vitest'
import {
  type Action,
  type ActionStatus,
  actionOverdueSince,
  actionStatuses,
  actionWaitsOn,
  type HeldAction,
  maySeeAction,
} from './action.js'
import {
  type ActionStep,
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

/** Statuses from which each step may be taken, typed by hand from the design: every other cell is a no. */
const steps: Record<
  ActionStep,
  { from: ActionStatus[]; no: RefusalCode; ask: (held: HeldAction) => RefusalCode | null }
> = {
  assign: { from: ['proposed', 'open', 'in-progress'], no: 'not-assignable-now', ask: (h) => whyNotAssign(chair, h) },
  setDueDate: {
    from: ['proposed', 'open', 'in-progress'],
    no: 'not-datable-now',
    ask: (h) => whyNotSetDueDate(chair, h),
  },
  accept: { from: ['open', 'in-progress'], no: 'not-acceptable-now', ask: (h) => whyNotAnswer(owner, waiting(h)) },
  reportProgress: { from: ['open', 'in-progress'], no: 'not-reportable-now', ask: (h) => whyNotReport(owner, h) },
  complete: { from: ['open', 'in-progress'], no: 'not-completable-now', ask: (h) => whyNotComplete(owner, h) },
  close: { from: ['open', 'in-progress', 'done'], no: 'not-closable-now', ask: (h) => whyNotClose(chair, h) },
  reopen: { from: ['done', 'closed', 'dropped'], no: 'not-reopenable-now', ask: (h) => whyNotReopen(chair, h) },
  drop: { from: ['proposed', 'open', 'in-progress'], no: 'not-droppable-now', ask: (h) => whyNotDrop(chair, h) },
}

const waiting = ({ record, body }: HeldAction): HeldAction => ({
  record: { ...record, acceptance: { state: 'waiting', at: noon, personId: 'chair' } },
  body,
})

describe('every step from every status', () => {
  const cells = Object.entries(steps).flatMap(([step, { from, no, ask }]) =>
    actionStatuses.map((status) => ({ step, status, expected: from.includes(status) ? null : no, ask })),
  )

  it.each(cells)('$step from $status: $expected', ({ status, expected, ask }) => {
    expect(ask(anOwned(them, { status }))).toBe(expected)
  })
})

describe('every office on every status', () => {
  // Who rules on the actions of workstream 1 (column "own workstream" for its own officers): approve, and nothing less.
  const offices: [string, boolean][] = [
    ['chair mag', true],
    ['vice-chair mag', false],
    ['chair ws-1', true],
    ['vice-chair ws-1', true],
    ['chair ws-2', false],
    ['vice-chair ws-2', false],
    ['member ws-1', false],
    ['member mag', false],
    ['chair tf-of-1', false],
    ['member tf-of-1', false],
    ['secretariat team', false],
    ['member body-social-care-wales', false],
    ['minister minister', false],
    ['member committee', false],
    ['guest ws-1', false],
    ['observer ws-1', false],
  ]
  const rulings: [string, (viewer: Viewer, held: HeldAction) => RefusalCode | null][] = [
    ['assign', whyNotAssign],
    ['date', whyNotSetDueDate],
    ['close', whyNotClose],
    ['reopen', whyNotReopen],
    ['drop', whyNotDrop],
  ]
  const owning: [string, (viewer: Viewer, held: HeldAction) => RefusalCode | null][] = [
    ['answer', whyNotAnswer],
    ['report', whyNotReport],
    ['complete', whyNotComplete],
  ]
  const cells = offices.flatMap(([office, rules]) => actionStatuses.map((status) => ({ office, rules, status })))

  it.each(cells)('$office rules on a $status action: $rules', ({ office, rules, status }) => {
    for (const [step, whyNot] of rulings)
      expect(whyNot(aPerson(office), anOwned(them, { status })) === 'not-permitted', step).toBe(!rules)
  })

  it.each(cells)('$office does not answer for the owner of a $status action', ({ office, status }) => {
    for (const [step, whyNot] of owning)
      expect(whyNot(aPerson(office), anOwned(them, { status })), step).toBe('not-permitted')
  })
})

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
    expect(actionWaitsOn(owner, anOwned(them))).toBe(true)
    expect(actionWaitsOn(owner, anOwned(them, { status: 'done' }))).toBe(false)
    expect(actionWaitsOn(chair, anOwned(them, { status: 'done', ...takenUp }))).toBe(true)
    expect(actionWaitsOn(chair, anAction(takenUp))).toBe(true)
    expect(actionWaitsOn(chair, anOwned(them, takenUp))).toBe(false)
  })

  it('is not what the documents alone call proposed or done', () => {
    expect(actionWaitsOn(chair, anAction())).toBe(false)
    expect(actionWaitsOn(chair, anOwned(them, { status: 'done' }))).toBe(false)
  })

  it('does not put every body’s proposals before the advisory group’s chair', () => {
    expect(actionWaitsOn(aPerson('chair mag'), anAction(takenUp))).toBe(false)
    expect(actionWaitsOn(aPerson('chair mag'), anAction(takenUp, 'mag'))).toBe(true)
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

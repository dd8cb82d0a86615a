import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
const people = new Map<string, Caller>()
const as = (key: string): Caller => {
  const known = people.get(key)
  if (!known) throw new Error(`${key} is not signed in`)
  return known
}

beforeAll(async () => {
  programme = await runningProgramme()
  const keys = ['ws1-chair', 'ws1-vice-chair', 'ws2-chair', 'ws2-vice-chair', 'mag-chair', 'member', 'secretariat']
  for (const key of [...keys, 'tf-residential-chair', 'tf-residential-member', 'social-care-wales'])
    people.set(key, await programme.as(key))
  for (const key of ['ministers-office', 'scrutiny-reader', 'guest']) people.set(key, await programme.as(key))
  people.set('nobody', await programme.as())
})
afterAll(() => programme?.stop())

const vice2 = { bodyId: 'body-ws-2', office: 'VICE_CHAIR' }
const shape = 'id number status version owner { label { en } } acceptance { waiting } evidence reason progress { text }'

/** A new action on workstream 1, as far along as asked. */
async function anAction(state: 'proposed' | 'asked' | 'accepted' | 'done' | 'closed' = 'proposed'): Promise<string> {
  const id = v7()
  await as('ws1-chair').tell('proposeAction', { id, bodyId: 'body-ws-1', title: 'Map the core offer' })
  if (state === 'proposed') return id
  await as('ws1-chair').tell('assignAction', { id, owner: vice2 })
  if (state === 'asked') return id
  await as('ws2-vice-chair').tell('acceptAction', { id })
  if (state === 'accepted') return id
  await as('ws2-vice-chair').tell('completeAction', { id, evidence: 'Letter of 3 May' })
  if (state === 'closed') await as('ws1-chair').tell('closeAction', { id })
  return id
}

describe('the life of an action', () => {
  it('goes from a proposal through its owner to the chair who closes it', async () => {
    const id = v7()
    const raised = await as('secretariat').tell(
      'proposeAction',
      { id, bodyId: 'body-ws-1', title: '  Ask the boards ', meetingId: 'example-meeting-ws-1' },
      `${shape} title origin { meeting { id } } audience`,
    )
    expect(raised).toMatchObject({ id, status: 'PROPOSED', title: 'Ask the boards', audience: 'MEMBER', owner: null })
    expect(raised.number).toBeGreaterThan(137)
    expect(raised.origin.meeting.id).toBe('example-meeting-ws-1')

    const due = { earliest: '2099-03-01', latest: '2099-03-01' }
    const assigned = await as('ws1-chair').tell(
      'assignAction',
      { id, owner: vice2, due },
      `${shape} due { label latest } versions { field version by { name } }`,
    )
    expect(assigned).toMatchObject({ status: 'OPEN', acceptance: { waiting: true }, due: { label: '2099-03-01' } })
    expect(assigned.owner.label.en).toContain('Workstream 2')
    expect(assigned.versions.map(({ field }: { field: string }) => field).sort()).toEqual(['due', 'owner', 'status'])

    const waiting = await as('ws2-vice-chair').ask('{ viewer { actionsWaiting { id } actionsWaitingCount } }')
    expect(waiting.viewer.actionsWaiting).toContainEqual({ id })
    expect(waiting.viewer.actionsWaitingCount).toBe(waiting.viewer.actionsWaiting.length)
    const first = await as('ws2-vice-chair').ask('{ viewer { actionsWaiting(first: 0) { id } actionsWaitingCount } }')
    expect(first.viewer).toEqual({ actionsWaiting: [], actionsWaitingCount: waiting.viewer.actionsWaitingCount })
    expect(await as('ws2-vice-chair').tell('acceptAction', { id }, shape)).toMatchObject({
      acceptance: { waiting: false },
    })

    const reported = await as('ws2-vice-chair').tell('reportActionProgress', { id, text: 'Drafted' }, shape)
    expect(reported).toMatchObject({ status: 'IN_PROGRESS', progress: [{ text: 'Drafted' }] })
    const done = await as('ws2-vice-chair').tell('completeAction', { id, evidence: 'Letter of 3 May' }, shape)
    expect(done).toMatchObject({ status: 'DONE', evidence: 'Letter of 3 May' })
    const closed = await as('ws1-vice-chair').tell('closeAction', { id }, shape)
    expect(closed).toMatchObject({ status: 'CLOSED', evidence: 'Letter of 3 May' })

    const read = await as('member').ask(`query A($id: ID!) { action(id: $id) { ${shape} } }`, { id })
    expect(read.action).toEqual(closed)
    const meeting = await as('member').ask('{ meeting(id: "example-meeting-ws-1") { actions { id } } }')
    expect(meeting.meeting.actions).toEqual([{ id }])
  })

  it('goes back to the chair with the owner’s reason', async () => {
    const id = await anAction('asked')
    const declined = await as('ws2-vice-chair').tell(
      'declineAction',
      { id, reason: 'No staff until April' },
      `${shape} earlierOwners { declined owner { label { en } } by { name } }`,
    )
    expect(declined).toMatchObject({ status: 'PROPOSED', owner: null, acceptance: null })
    expect(declined.earlierOwners).toMatchObject([{ owner: null }, { declined: 'No staff until April' }])
  })

  it('is taken up again only with a reason, and may be dropped', async () => {
    const id = await anAction('closed')
    expect(await as('ws1-chair').refused('reopenAction', { id, reason: ' ' })).toMatchObject({ code: 'reason-needed' })
    expect(await as('ws1-chair').tell('reopenAction', { id, reason: 'Not yet' }, shape)).toMatchObject({
      status: 'OPEN',
      reason: 'Not yet',
    })
    expect(await as('ws1-chair').tell('dropAction', { id, reason: 'Overtaken' }, shape)).toMatchObject({
      status: 'DROPPED',
    })
  })

  it('asks for evidence where the owner did not call it done, and refuses steps at the wrong time', async () => {
    const id = await anAction('asked')
    expect((await as('ws1-chair').refused('closeAction', { id })).code).toBe('evidence-needed')
    expect((await as('ws2-vice-chair').refused('completeAction', { id, evidence: 'x' })).code).toBe('accept-first')
    expect((await as('ws2-vice-chair').refused('reportActionProgress', { id, text: 'x' })).code).toBe('accept-first')
    const closed = await anAction('closed')
    expect((await as('ws1-chair').refused('closeAction', { id: closed })).code).toBe('not-closable-now')
    expect((await as('ws1-chair').refused('assignAction', { id: closed, owner: vice2 })).code).toBe(
      'not-assignable-now',
    )
  })
})

describe('those who may not', () => {
  const rulings = [
    ['assignAction', { owner: vice2 }],
    ['setActionDueDate', { due: { label: 'Autumn' } }],
    ['closeAction', { evidence: 'x' }],
    ['dropAction', { reason: 'x' }],
    ['reopenAction', { reason: 'x' }],
  ] as const
  const readers = [
    'member',
    'ws2-chair',
    'secretariat',
    'tf-residential-chair',
    'social-care-wales',
    'ministers-office',
  ]

  it.each(readers)('%s is refused everything a chair decides', async (key) => {
    const id = await anAction()
    for (const [command, input] of rulings)
      expect(await as(key).refused(command, { id, ...input }), command).toMatchObject({ code: 'not-permitted' })
  })

  it.each(readers)('%s does not answer for the owner', async (key) => {
    const id = await anAction('accepted')
    expect((await as(key).refused('completeAction', { id, evidence: 'x' })).code).toBe('not-permitted')
    expect((await as(key).refused('reportActionProgress', { id, text: 'x' })).code).toBe('not-permitted')
    expect((await as(key).refused('acceptAction', { id })).code).toBe('not-permitted')
  })

  it.each(['guest', 'scrutiny-reader'])('%s is told that there is no such action', async (key) => {
    const id = await anAction()
    expect((await as(key).refused('closeAction', { id, evidence: 'x' })).code).toBe('not-found')
    await expect(as(key).ask('query A($id: ID!) { action(id: $id) { title } }', { id })).rejects.toThrow('not-found')
    const { actions } = await as(key).ask('{ actions(first: 2000) { edges { node { id } } } }')
    expect(actions.edges.map(({ node }: { node: { id: string } }) => node.id)).not.toContain(id)
  })

  it('is asked to sign in first, and sees what is public', async () => {
    const id = await anAction()
    expect((await as('nobody').refused('closeAction', { id, evidence: 'x' })).code).toBe('not-signed-in')
    const { actions } = await as('nobody').ask('{ actions(first: 2000) { totalCount } }')
    expect(actions.totalCount).toBe(137)
  })

  it('leaves nothing behind after a refusal', async () => {
    const id = await anAction()
    const before = await as('ws1-chair').ask('query A($id: ID!) { action(id: $id) { version status } }', { id })
    await as('ws2-chair').refused('closeAction', { id, evidence: 'x' })
    expect(await as('ws1-chair').ask('query A($id: ID!) { action(id: $id) { version status } }', { id })).toEqual(
      before,
    )
  })
})

describe('two chairs at once', () => {
  it('tells the second who set what, and overwrites nothing', async () => {
    const id = await anAction()
    const chair = { bodyId: 'body-ws-2', office: 'CHAIR' }
    const both = await Promise.allSettled([
      as('ws1-chair').tell('assignAction', { id, owner: vice2, basedOn: 0 }),
      as('ws1-vice-chair').tell('assignAction', { id, owner: chair, basedOn: 0 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const second = both[0].status === 'rejected' ? 'ws1-chair' : 'ws1-vice-chair'
    const won = both[0].status === 'rejected' ? 'Vice-Chair' : 'Chair'
    const refusal = await as(second).refused('assignAction', { id, owner: vice2, basedOn: 0 })
    expect(refusal).toMatchObject({ code: 'changed-since', details: { field: 'owner', version: 1 } })
    expect(JSON.stringify(refusal.details.by)).toContain(`${won}, Workstream 1`)
    expect(JSON.stringify(refusal.details.theirs)).toContain('Workstream 2')
  })

  it('names the field of a date and of a status too', async () => {
    const id = await anAction('done')
    await as('ws1-chair').tell('closeAction', { id, basedOn: 3 })
    expect(await as('ws1-vice-chair').refused('closeAction', { id, basedOn: 3 })).toMatchObject({
      code: 'changed-since',
      details: { field: 'status', theirs: 'CLOSED', by: { name: 'Chair, Workstream 1' } },
    })
    const dated = await anAction()
    await as('ws1-chair').tell('setActionDueDate', { id: dated, due: { label: 'Autumn' }, basedOn: 0 })
    const late = { id: dated, due: { label: 'Spring' }, basedOn: 0 }
    expect(await as('ws1-vice-chair').refused('setActionDueDate', late)).toMatchObject({
      code: 'changed-since',
      details: { field: 'due', theirs: { label: 'Autumn' } },
    })
  })

  it('is no clash with oneself: what was set twice without a line stands as it was set last', async () => {
    const id = await anAction()
    const set = (label: string, basedOn: number) => ({ id, due: { label }, reason: 'A slip', basedOn })
    await as('ws1-chair').tell('setActionDueDate', set('Autumn', 0))
    const second = await as('ws1-chair').tell('setActionDueDate', set('Winter', 0), 'due { label }')
    expect(second).toMatchObject({ due: { label: 'Winter' } })
    await as('ws1-vice-chair').tell('setActionDueDate', set('Spring', 2))
    expect(await as('ws1-chair').refused('setActionDueDate', set('Summer', 0))).toMatchObject({
      code: 'changed-since',
      details: { theirs: { label: 'Spring' }, version: 3 },
    })
  })

  it('does a command once, however often it is sent', async () => {
    const id = await anAction('accepted')
    const input = { id, text: 'Once', mutationId: v7() }
    const owner = as('ws2-vice-chair')
    const answers = await Promise.all([1, 2, 3].map(() => owner.tell('reportActionProgress', input, shape)))
    expect(answers.map(({ progress }) => progress.length)).toEqual([1, 1, 1])
    expect((await owner.refused('reportActionProgress', { ...input, text: 'Other' })).code).toBe('mutation-reused')
  })
})

describe('the due date', () => {
  it('keeps every earlier date and asks for a reason from the second move on', async () => {
    const id = await anAction()
    const chair = as('ws1-chair')
    const fields = 'due { label } earlierDues { due { label } reason by { name } } overdueSince'
    await chair.tell('setActionDueDate', { id, due: { earliest: '2021-10', latest: '2021-11', label: 'Oct/Nov 2021' } })
    const moved = await chair.tell('setActionDueDate', { id, due: { latest: '2021-12-01' } }, fields)
    expect(moved).toMatchObject({ due: { label: '2021-12-01' }, overdueSince: '2021-12-02' })
    expect((await chair.refused('setActionDueDate', { id, due: { label: 'Autumn' } })).code).toBe('reason-needed')
    const again = await chair.tell(
      'setActionDueDate',
      { id, due: { label: 'Autumn' }, reason: 'Waits for the Act' },
      fields,
    )
    expect(again).toMatchObject({ due: { label: 'Autumn' }, overdueSince: null })
    expect(again.earlierDues).toMatchObject([
      { due: null, reason: null },
      { due: { label: 'Oct/Nov 2021' }, reason: null },
      { due: { label: '2021-12-01' }, reason: 'Waits for the Act', by: { name: 'Chair, Workstream 1' } },
    ])
    const gone = await chair.tell('setActionDueDate', { id, due: null, reason: 'No date known' }, fields)
    expect(gone.due).toBeNull()
  })

  it.each([
    [{ latest: '2027-02-30' }, 'impossible-date'],
    [{ earliest: '2027-05-02', latest: '2027-05-01' }, 'impossible-date'],
    [{ label: '' }, 'text-needed'],
    [{ label: 'x'.repeat(81) }, 'too-long'],
  ])('%o is refused: %s', async (due, code) => {
    const id = await anAction()
    expect(await as('ws1-chair').refused('setActionDueDate', { id, due })).toMatchObject({ code })
  })
})

describe('what cannot be', () => {
  it.each([
    ['closeAction', { id: 'act-none', evidence: 'x' }, 'not-found'],
    ['proposeAction', { id: v7(), bodyId: 'body-none', title: 'x' }, 'not-found'],
    ['proposeAction', { id: v7(), bodyId: 'body-ws-1', title: 'x', meetingId: 'm-none' }, 'not-found'],
    [
      'proposeAction',
      { id: v7(), bodyId: 'body-ws-1', title: 'x', meetingId: 'example-meeting-mag' },
      'not-on-this-body',
    ],
    ['proposeAction', { id: v7(), bodyId: 'body-ws-1', title: '   ' }, 'text-needed'],
    ['proposeAction', { id: v7(), bodyId: 'body-ws-1', title: 'x'.repeat(301) }, 'too-long'],
    ['proposeAction', { id: 'nonsense', bodyId: 'body-ws-1', title: 'x' }, 'malformed'],
    ['assignAction', { id: 'act-reflect-roll-out', owner: { bodyId: 'body-none' } }, 'not-found'],
    ['assignAction', { id: 'act-sgo-framework', owner: { personId: 'person-none' } }, 'not-found'],
    ['assignAction', { id: 'act-sgo-framework', owner: {} }, 'malformed'],
    ['assignAction', { id: 'act-sgo-framework', owner: { bodyId: 'body-nas', personId: 'demo-member' } }, 'malformed'],
    ['assignAction', { id: 'act-sgo-framework', owner: { bodyId: 'body-delivery-board' } }, 'body-not-active'],
  ])('%s %o is refused: %s', async (command, input, code) => {
    expect(await as('ws1-chair').refused(command, input)).toMatchObject({ code })
  })

  it('names the limit of what is too long', async () => {
    const id = await anAction('accepted')
    const input = { id, text: 'x'.repeat(2_001) }
    expect(await as('ws2-vice-chair').refused('reportActionProgress', input)).toMatchObject({
      code: 'too-long',
      details: { field: 'progress', limit: 2_000 },
    })
  })

  it('refuses an id that is taken', async () => {
    const id = await anAction()
    expect((await as('ws1-chair').refused('proposeAction', { id, bodyId: 'body-ws-1', title: 'x' })).code).toBe(
      'already-so',
    )
  })
})

describe('an action the documents brought', () => {
  it('stays public with what is done to it here', async () => {
    const id = 'act-adss-view-targets'
    await as('ws1-chair').tell('assignAction', { id, owner: vice2 })
    await as('ws2-vice-chair').tell('acceptAction', { id })
    await as('ws2-vice-chair').tell('reportActionProgress', { id, text: 'Drafted' })
    const { action } = await as('nobody').ask(
      'query A($id: ID!) { action(id: $id) { status source { locator } statusNotes { asOf status } acceptance { by { name } } progress { by { name } } earlierOwners { by { name } owner { label { en } } } versions { by { name } } } }',
      { id },
    )
    expect(action).toMatchObject({ status: 'IN_PROGRESS', progress: [{ by: { name: 'Vice-Chair, Workstream 2' } }] })
    expect(action.source.locator).not.toBe('')
    expect(action.statusNotes.length).toBeGreaterThan(0)
  })
})

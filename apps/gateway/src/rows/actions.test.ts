import { connect } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
// The last test lets days go by.
let later = 0
const people = new Map<string, Caller>()
const as = (key: string): Caller => {
  const known = people.get(key)
  if (!known) throw new Error(`${key} is not signed in`)
  return known
}
const keys = [
  'ws1-chair',
  'ws1-vice-chair',
  'ws2-chair',
  'ws2-vice-chair',
  'ws3-chair',
  'mag-chair',
  'secretariat',
  'member',
]
const signIn = async () => {
  for (const key of [...keys, 'ministers-office', 'guest']) people.set(key, await programme.as(key))
}

beforeAll(async () => {
  programme = await runningProgramme(() => new Date(Date.now() + later))
  await signIn()
})
afterAll(() => programme?.stop())

const vice2 = { bodyId: 'body-ws-2', office: 'VICE_CHAIR' }
const query = 'query A($id: ID!) { action(id: $id)'
const read = async (key: string, id: string, fields: string) =>
  (await as(key).ask(`${query} { ${fields} } }`, { id })).action

const counts =
  'all unfinished proposed open inProgress done closed dropped superseded transferred offered overdue ownerNotStated noDate blocked dueSoon'
interface Row {
  id: string
  status: string
  owner: { label: { en: string } } | null
}
interface Log {
  totalCount: number
  counts: Record<string, number>
  edges: { node: Row }[]
}
async function log(key: string, filter: object = {}): Promise<Log> {
  const { actions } = await as(key).ask(
    `query L($filter: ActionFilter) { actions(filter: $filter, first: 2000) { totalCount counts { ${counts} } edges { node { id status owner { label { en } } } } } }`,
    { filter },
  )
  return actions
}
const ids = ({ edges }: Log) => edges.map(({ node }) => node.id)

/** A new action of workstream 1, accepted by the vice-chair of workstream 2 unless only proposed. */
async function anAction(given: object = {}, state: 'proposed' | 'asked' | 'accepted' = 'accepted'): Promise<string> {
  const id = v7()
  await as('ws1-chair').tell('proposeAction', { id, bodyId: 'body-ws-1', title: 'Map the core offer', ...given })
  if (state !== 'proposed') await as('ws1-chair').tell('assignAction', { id, owner: vice2 })
  if (state === 'accepted') await as('ws2-vice-chair').tell('acceptAction', { id })
  return id
}

describe('the owner', () => {
  it('row 14: 26 actions show as "owner not stated"; assigning one lowers the count live', async () => {
    const before = await log('ws3-chair')
    expect(before.counts.ownerNotStated).toBe(26)
    expect(before.edges.filter(({ node }) => node.owner === null)).toHaveLength(26)
    const told: unknown[] = []
    const connection = connect({ url: programme.origin, cookie: as('member').cookie })
    connection.openRecords('programme', {
      onChange: ({ patches }) => told.push(...patches.map(({ id, fields }) => ({ id, owner: fields.owner !== null }))),
      onReset: () => told.push('reset'),
      onPresence: () => told.push('open'),
    })
    await expect.poll(() => told).toContain('open')
    await as('ws3-chair').tell('assignAction', { id: 'act-charter', owner: { bodyId: 'body-wlga' } })
    await expect.poll(() => told).toContainEqual({ id: 'act-charter', owner: true })
    connection.close()
    expect((await log('member')).counts.ownerNotStated).toBe(25)
    expect(await log('member', { ownerStated: false })).toMatchObject({ totalCount: 25 })
  })

  it('row 14: supporters stand beside the one owner, see the action and do not close it', async () => {
    const id = await anAction()
    const supporter = { bodyId: 'body-office-minister-social-care' }
    await expect(read('guest', id, 'id')).rejects.toThrow('not-found')
    const person = { personId: 'demo-guest' }
    await as('ws1-chair').tell('addActionSupporter', { id, supporter })
    const helped = await as('ws2-vice-chair').tell(
      'addActionSupporter',
      { id, supporter: person },
      'supportedBy { label { en } person { id } body { id } } owner { office }',
    )
    expect(helped).toMatchObject({
      owner: { office: 'VICE_CHAIR' },
      supportedBy: [{ body: { id: 'body-office-minister-social-care' } }, { person: { id: 'demo-guest' } }],
    })
    expect(await read('guest', id, 'title')).toEqual({ title: 'Map the core offer' })
    expect((await as('guest').refused('closeAction', { id, evidence: 'x' })).code).toBe('not-permitted')
    expect((await as('guest').refused('completeAction', { id, evidence: 'x' })).code).toBe('not-permitted')
    expect((await as('ws2-chair').refused('addActionSupporter', { id, supporter })).code).toBe('not-permitted')
    expect((await as('ws1-chair').refused('addActionSupporter', { id, supporter })).code).toBe('already-so')
    const connection = connect({ url: programme.origin, cookie: as('guest').cookie })
    const words = connection.openDocument(`action:${id}`)
    await words.opened
    await as('ws1-vice-chair').tell('removeActionSupporter', { id, supporter: person })
    await expect(read('guest', id, 'id')).rejects.toThrow('not-found')
    await expect.poll(() => words.status.get()).toMatchObject({ state: 'attention', because: 'not-found' })
    connection.close()
  })

  it('row 15: the chair of workstream 1 closes one in workstream 2: the server refuses', async () => {
    const theirs = 'act-core-offer-mapping'
    expect((await as('ws1-chair').refused('closeAction', { id: theirs, evidence: 'x' })).code).toBe('not-permitted')
    expect((await as('ws1-chair').refused('assignAction', { id: theirs, owner: vice2 })).code).toBe('not-permitted')
    expect((await as('ws1-vice-chair').refused('closeAction', { id: theirs, evidence: 'x' })).code).toBe(
      'not-permitted',
    )
    expect((await as('secretariat').refused('closeAction', { id: theirs, evidence: 'x' })).code).toBe('not-permitted')
    expect(await as('ws2-chair').tell('closeAction', { id: theirs }, 'status')).toEqual({ status: 'CLOSED' })
  })
})

describe('the log of a workstream', () => {
  it('row 2: open each of the three; counts equal the sum of their records', async () => {
    for (const bodyId of ['body-ws-1', 'body-ws-2', 'body-ws-3']) {
      const { body } = await as('member').ask(`query B($id: ID!) { body(id: $id) { counts { ${counts} } } }`, {
        id: bodyId,
      })
      const whole = await log('member', { bodyId })
      expect(body.counts).toEqual(whole.counts)
      expect(whole.edges).toHaveLength(body.counts.all)
      const by = (status: string) => whole.edges.filter(({ node }) => node.status === status).length
      for (const [count, status] of [
        ['proposed', 'PROPOSED'],
        ['open', 'OPEN'],
        ['inProgress', 'IN_PROGRESS'],
        ['done', 'DONE'],
        ['closed', 'CLOSED'],
        ['dropped', 'DROPPED'],
      ] as const)
        expect(body.counts[count], `${bodyId} ${count}`).toBe(by(status))
      const views = {
        unfinished: { unfinished: true },
        overdue: { overdue: true },
        ownerNotStated: { ownerStated: false },
        noDate: { hasDate: false },
        blocked: { blocked: true },
        dueSoon: { dueWithinDays: 30 },
      }
      for (const [view, filter] of Object.entries(views))
        expect((await log('member', { bodyId, ...filter })).edges, `${bodyId} ${view}`).toHaveLength(body.counts[view])
    }
  })
})

describe('its status', () => {
  const history = 'status statusHistory { from to reason by { name } }'

  it('row 16: done goes back to in progress only with a reason, which is logged with its date and person', async () => {
    const id = await anAction()
    await as('ws2-vice-chair').tell('reportActionProgress', { id, text: 'Begun' })
    await as('ws2-vice-chair').tell('completeAction', { id, evidence: 'Letter' })
    expect((await as('ws1-chair').refused('reopenAction', { id, reason: ' ' })).code).toBe('reason-needed')
    expect(await read('ws1-chair', id, 'status')).toEqual({ status: 'DONE' })
    const again = await as('ws1-chair').tell(
      'reopenAction',
      { id, reason: 'One board is missing' },
      `${history} statusHistory { at }`,
    )
    expect(again.status).toBe('IN_PROGRESS')
    expect(again.statusHistory).toMatchObject([
      { from: null, to: 'PROPOSED', reason: null, by: { name: 'Chair, Workstream 1' } },
      { from: 'PROPOSED', to: 'OPEN', reason: null, by: { name: 'Chair, Workstream 1' } },
      { from: 'OPEN', to: 'IN_PROGRESS', reason: null, by: { name: 'Vice-Chair, Workstream 2' } },
      { from: 'IN_PROGRESS', to: 'DONE', reason: null, by: { name: 'Vice-Chair, Workstream 2' } },
      { from: 'DONE', to: 'IN_PROGRESS', reason: 'One board is missing', by: { name: 'Chair, Workstream 1' } },
    ])
    expect(new Date(again.statusHistory.at(-1).at).getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('row 16: a delay needs a reason from the second move on, and is told as days with every earlier date', async () => {
    const id = await anAction()
    const chair = as('ws1-chair')
    const on = (day: string) => ({ earliest: day, latest: day })
    const fields = 'slippage { moves days } earlierDues { due { label } reason by { name } }'
    await chair.tell('setActionDueDate', { id, due: on('2027-03-31') })
    await chair.tell('setActionDueDate', { id, due: on('2027-04-30') })
    expect((await chair.refused('setActionDueDate', { id, due: on('2027-05-11') })).code).toBe('reason-needed')
    const moved = await chair.tell(
      'setActionDueDate',
      { id, due: on('2027-05-11'), reason: 'Waits for the Act' },
      fields,
    )
    expect(moved.slippage).toEqual({ moves: 2, days: 41 })
    expect(moved.earlierDues).toMatchObject([
      { due: null },
      { due: { label: '2027-03-31' }, reason: null },
      { due: { label: '2027-04-30' }, reason: 'Waits for the Act', by: { name: 'Chair, Workstream 1' } },
    ])
    const { body } = await chair.ask(
      '{ body(id: "body-ws-1") { slippage { actions moves days uncounted furthest { id } } } }',
    )
    expect(body.slippage).toMatchObject({ actions: 1, moves: 2, days: 41, uncounted: 0, furthest: [{ id }] })
  })

  it('row 17: "October/November 2021" is overdue only after November; "Autumn" never turns red by itself', async () => {
    const day = 'asAtDay(day: $day) { overdueSince due { label } }'
    const on = async (id: string, at: string) =>
      (
        await as('member').ask(`query A($id: ID!, $day: String!) { action(id: $id) { overdueSince ${day} } }`, {
          id,
          day: at,
        })
      ).action
    for (const at of ['2021-10-31', '2021-11-30'])
      expect(await on('act-ld-guidance', at)).toMatchObject({
        asAtDay: { overdueSince: null, due: { label: 'October/November 2021' } },
      })
    expect(await on('act-ld-guidance', '2021-12-01')).toMatchObject({
      overdueSince: '2021-12-01',
      asAtDay: { overdueSince: '2021-12-01' },
    })
    expect(await on('act-fdac-pilot', '2199-12-31')).toEqual({
      overdueSince: null,
      asAtDay: { overdueSince: null, due: { label: 'Autumn' } },
    })
    const late = ids(await log('member', { overdue: true }))
    expect(late).toContain('act-ld-guidance')
    expect(late).not.toContain('act-fdac-pilot')
  })
})

describe('where it comes from', () => {
  it('row 18: from a letter, the actions it produced; from an action, the paragraph', async () => {
    const letters =
      '{ correspondence { id actionsProduced { id source { locator title { en } } origin { letter { id subject } } } } }'
    const { correspondence } = await as('member').ask(letters)
    const letter = correspondence.find(({ id }: { id: string }) => id === 'corr-2019-11-06-mag-pac')
    expect(letter.actionsProduced).toHaveLength(33)
    const research = letter.actionsProduced.find(({ id }: { id: string }) => id === 'act-residential-research')
    expect(research).toMatchObject({
      source: {
        locator: 'para 8 · L75',
        title: { en: 'Letter of the Advisory Group to the Public Accounts Committee' },
      },
      origin: { letter: { id: 'corr-2019-11-06-mag-pac' } },
    })
    const { publications } = await as('member').ask(
      '{ publications { id actionsProduced { id origin { publication { id } } } } }',
    )
    const report = publications.find(({ id }: { id: string }) => id === 'pub-legacy-report')
    expect(report.actionsProduced).toHaveLength(97)
    expect(report.actionsProduced[0].origin.publication.id).toBe('pub-legacy-report')
    const raised = await anAction({ meetingId: 'example-meeting-ws-1' }, 'proposed')
    expect(await read('member', raised, 'origin { meeting { id } }')).toEqual({
      origin: { meeting: { id: 'example-meeting-ws-1' } },
    })
  })

  it('row 19: as at March 2021 and as at March 2024 the residential guidance differs', async () => {
    const id = 'act-residential-guidance'
    const was = 'status note { asOf status note }'
    const action = await read(
      'member',
      id,
      `before: asAtDay(day: "2021-02") { status } first: asAtDay(day: "2021-03") { ${was} } then: asAtDay(day: "2024-03") { ${was} }`,
    )
    expect(action.before).toBeNull()
    expect(action.first.note).toEqual({ asOf: '2021-03', status: 'delayed', note: null })
    expect(action.then.note).toMatchObject({
      asOf: '2024-03-27',
      status: 'in-progress',
      note: expect.stringContaining('four-nation'),
    })
    const [early, middle, late] = [
      await log('member', { asAt: '2019' }),
      await log('member', { asAt: '2021-03' }),
      await log('member', { asAt: '2024-03' }),
    ]
    expect([early.totalCount, middle.totalCount, late.totalCount]).toEqual([37, 134, 137])
    expect(ids(early)).not.toContain(id)
    expect(ids(late)).toContain('act-four-nation-notifications')
    expect(ids(middle)).not.toContain('act-four-nation-notifications')
    for (const [view, filter] of Object.entries({
      unfinished: { unfinished: true },
      overdue: { overdue: true },
      ownerNotStated: { ownerStated: false },
    }))
      expect((await log('member', { asAt: '2021-03', ...filter })).totalCount, view).toBe(middle.counts[view])
    expect(middle.counts.ownerNotStated).toBe(26)
    await expect(log('member', { asAt: '2021-02-30' })).rejects.toThrow('impossible-date')
  })
})

describe('going to another body', () => {
  const fields =
    'id number status body { id } transfer { to { id } reason by { name } } earlierBodies { body { id } reason by { name } } owner { office } statusHistory { to }'

  it('it goes when those who rule there accept; until then it stays, and the logs of both bodies show it', async () => {
    const id = await anAction()
    const { number, ...before } = await read('member', id, fields)
    expect(
      (await as('ws2-chair').refused('proposeActionTransfer', { id, bodyId: 'body-ws-2', reason: 'Ours' })).code,
    ).toBe('not-permitted')
    expect(
      (await as('ws1-chair').refused('proposeActionTransfer', { id, bodyId: 'body-ws-2', reason: ' ' })).code,
    ).toBe('reason-needed')
    const offered = await as('ws1-chair').tell(
      'proposeActionTransfer',
      { id, bodyId: 'body-ws-2', reason: 'It is about prevention' },
      fields,
    )
    expect(offered).toMatchObject({
      body: { id: 'body-ws-1' },
      transfer: { to: { id: 'body-ws-2' }, reason: 'It is about prevention' },
    })
    expect(ids(await log('member', { bodyId: 'body-ws-2' }))).toContain(id)
    const receiving = await log('member', { bodyId: 'body-ws-2' })
    expect(receiving.counts.offered).toBe(1)
    expect(ids(await log('ws2-chair', { bodyId: 'body-ws-2', waitingForMe: true }))).toContain(id)
    expect((await as('ws1-chair').refused('acceptActionTransfer', { id })).code).toBe('not-permitted')
    const taken = await as('ws2-chair').tell('acceptActionTransfer', { id }, fields)
    expect(taken).toMatchObject({
      ...before,
      number,
      body: { id: 'body-ws-2' },
      transfer: null,
      earlierBodies: [
        { body: { id: 'body-ws-1' }, reason: 'It is about prevention', by: { name: 'Chair, Workstream 2' } },
      ],
    })
    const left = await log('member', { bodyId: 'body-ws-1' })
    expect(ids(left)).toContain(id)
    expect(left.counts.transferred).toBe(1)
    expect(ids(await log('member', { bodyId: 'body-ws-1', status: ['TRANSFERRED'] }))).toEqual([id])
    expect(ids(await log('member', { bodyId: 'body-ws-1', unfinished: true }))).not.toContain(id)
    expect((await log('member', { bodyId: 'body-ws-2', unfinished: true })).edges.map(({ node }) => node.id)).toContain(
      id,
    )
    expect((await as('ws1-chair').refused('closeAction', { id, evidence: 'x' })).code).toBe('not-permitted')
    const asAt = await log('member', { bodyId: 'body-ws-1', asAt: '2026-01' })
    expect(ids(asAt)).not.toContain(id)
  })

  it('it stays when they decline, with the reason, or when the offer is taken back', async () => {
    const id = await anAction()
    const offer = { id, bodyId: 'body-ws-2', reason: 'It is about prevention' }
    await as('ws1-chair').tell('proposeActionTransfer', offer)
    expect((await as('ws1-vice-chair').refused('proposeActionTransfer', offer)).code).toBe('transfer-waiting')
    expect((await as('ws2-chair').refused('declineActionTransfer', { id, reason: '' })).code).toBe('reason-needed')
    const declined = await as('ws2-chair').tell(
      'declineActionTransfer',
      { id, reason: 'Not ours' },
      'body { id } transfer { at } declinedTransfers { declined to { id } decliner { name } }',
    )
    expect(declined).toEqual({
      body: { id: 'body-ws-1' },
      transfer: null,
      declinedTransfers: [{ declined: 'Not ours', to: { id: 'body-ws-2' }, decliner: { name: 'Chair, Workstream 2' } }],
    })
    await as('ws1-chair').tell('proposeActionTransfer', offer)
    expect(await as('ws1-vice-chair').tell('withdrawActionTransfer', { id }, 'transfer { at }')).toEqual({
      transfer: null,
    })
    expect((await as('ws2-chair').refused('acceptActionTransfer', { id })).code).toBe('no-transfer-waiting')
    expect((await as('ws1-chair').refused('proposeActionTransfer', { ...offer, bodyId: 'body-wlga' })).code).toBe(
      'body-keeps-no-log',
    )
    expect((await as('ws1-chair').refused('proposeActionTransfer', { ...offer, bodyId: 'body-none' })).code).toBe(
      'not-found',
    )
  })
})

describe('parts and replacements', () => {
  const parts = 'status subActions { id parentId } partsProgress { finished total }'

  it('an action is divided once; its progress follows its parts, and it ends after them', async () => {
    const id = await anAction({ title: 'The whole' })
    const [one, two] = [
      await anAction({ parentId: id, title: 'First part' }),
      await anAction({ parentId: id, title: 'Second part' }),
    ]
    expect(await read('member', id, parts)).toEqual({
      status: 'OPEN',
      subActions: [one, two].map((part) => ({ id: part, parentId: id })),
      partsProgress: { finished: 0, total: 2 },
    })
    expect(
      (
        await as('ws1-chair').refused('proposeAction', {
          id: v7(),
          bodyId: 'body-ws-1',
          title: 'Third level',
          parentId: one,
        })
      ).code,
    ).toBe('too-deep')
    expect((await as('ws2-vice-chair').refused('reportActionProgress', { id, text: 'Half' })).code).toBe(
      'progress-derived',
    )
    await as('ws2-vice-chair').tell('reportActionProgress', { id: one, text: 'Begun' })
    expect(await read('member', id, 'status statusHistory { to }')).toMatchObject({ status: 'IN_PROGRESS' })
    await as('ws2-vice-chair').tell('completeAction', { id: one, evidence: 'Letter' })
    const refusal = await as('ws1-chair').refused('closeAction', { id, evidence: 'Letter' })
    expect(refusal).toMatchObject({
      code: 'sub-actions-open',
      details: { names: [expect.stringMatching(/^\d+ Second part$/)] },
    })
    expect((await as('ws2-vice-chair').refused('completeAction', { id, evidence: 'Letter' })).code).toBe(
      'sub-actions-open',
    )
    await as('ws1-chair').tell('dropAction', { id: two, reason: 'Not needed' })
    expect((await read('member', id, parts)).partsProgress).toEqual({ finished: 1, total: 1 })
    await as('ws1-chair').tell('closeAction', { id, evidence: 'Letter' })
  })

  it('another takes its place with a reason, linked both ways and never in a circle', async () => {
    const [old, next] = [await anAction({ title: 'Old' }), await anAction({ title: 'New' })]
    const superseded = await as('ws1-chair').tell(
      'supersedeAction',
      { id: old, byId: next, reason: 'Wider now' },
      'status reason supersededBy { id supersedes { id } }',
    )
    expect(superseded).toEqual({
      status: 'SUPERSEDED',
      reason: 'Wider now',
      supersededBy: { id: next, supersedes: [{ id: old }] },
    })
    const circle = await as('ws1-chair').refused('supersedeAction', { id: next, byId: old, reason: 'Back' })
    expect(circle).toMatchObject({
      code: 'replaces-itself',
      details: { path: expect.stringMatching(/^(\d+) → \d+ → \1$/) },
    })
    expect((await as('ws2-chair').refused('supersedeAction', { id: next, byId: old, reason: 'x' })).code).toBe(
      'not-permitted',
    )
    const again = await as('ws1-chair').tell(
      'reopenAction',
      { id: old, reason: 'Both are needed' },
      'status supersededById',
    )
    expect(again).toEqual({ status: 'OPEN', supersededById: null })
  })
})

describe('a question without an answer', () => {
  it('an action not accepted in five working days appears on the chair’s list', async () => {
    const id = await anAction({ title: 'Unanswered' }, 'asked')
    const waiting = async (key: string) => {
      const { viewer } = await as(key).ask('{ viewer { actionsWaiting(first: 2000) { id answerIsLate } } }')
      return viewer.actionsWaiting.filter((one: { id: string }) => one.id === id)
    }
    expect(await waiting('ws1-chair')).toEqual([])
    expect(await waiting('ws2-vice-chair')).toEqual([{ id, answerIsLate: false }])
    later = 9 * 86_400_000
    await signIn()
    expect(await waiting('ws1-chair')).toEqual([{ id, answerIsLate: true }])
    expect(await waiting('ws2-chair')).toEqual([])
  })
})

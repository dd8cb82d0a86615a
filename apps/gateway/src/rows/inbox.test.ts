import { connect } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
let chair: Caller
let owner: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  chair = await programme.as('ws1-chair')
  owner = await programme.as('ws2-vice-chair')
})
afterAll(() => programme?.stop())

const vice2 = { bodyId: 'body-ws-2', office: 'VICE_CHAIR' }
const line = 'id kind read text by { name } about { type id title { en } number body { id } }'

interface Line {
  id: string
  kind: string
  read: boolean
  about: { id: string; title: { en: string } }
}

async function inbox(who: Caller, about?: string): Promise<Line[]> {
  const { viewer } = await who.ask(`{ viewer { notices(first: 100) { edges { node { ${line} } } } } }`)
  const all: Line[] = viewer.notices.edges.map(({ node }: { node: Line }) => node)
  return all.filter(({ about: { id } }) => !about || id === about)
}

const unread = async (who: Caller): Promise<number> =>
  (await who.ask('{ viewer { noticesUnread } }')).viewer.noticesUnread

async function anAction(title = 'Map the core offer'): Promise<string> {
  const id = v7()
  await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title })
  return id
}

describe('the inbox', () => {
  it('row 27: an action is assigned: the owner sees it without reload, at the next sign-in, and among what waits on their office', async () => {
    const id = await anAction()
    const before = await unread(owner)
    const told: string[] = []
    const connection = connect({ url: programme.origin, cookie: owner.cookie })
    connection.openRecords('person:demo-ws2-vice-chair', {
      onChange: ({ patches }) => told.push(...patches.map(({ type, fields }) => `${type} ${fields.kind}`)),
      onReset: () => told.push('reset'),
      onPresence: () => told.push('open'),
    })
    await expect.poll(() => told).toContain('open')
    await chair.tell('assignAction', { id, owner: vice2 })
    await expect.poll(() => told).toContain('Notice ASSIGNED')
    connection.close()
    const again = await programme.as('ws2-vice-chair')
    expect(await inbox(again, id)).toEqual([
      {
        id: expect.any(String),
        kind: 'ASSIGNED',
        read: false,
        text: null,
        by: { name: 'Chair, Workstream 1' },
        about: {
          type: 'Action',
          id,
          title: { en: 'Map the core offer' },
          number: expect.any(Number),
          body: { id: 'body-ws-1' },
        },
      },
    ])
    expect(await unread(again)).toBe(before + 1)
    const { viewer } = await again.ask('{ viewer { actionsWaiting(first: 2000) { id } } }')
    expect(viewer.actionsWaiting).toContainEqual({ id })
  })

  it('row 27: a moved due date is told to the owner, with its reason, in one line until it is read, and not to whoever moved it', async () => {
    const id = await anAction()
    await chair.tell('assignAction', { id, owner: vice2 })
    const day = (latest: string) => ({ earliest: latest, latest })
    await chair.tell('setActionDueDate', { id, due: day('2099-03-01') })
    await chair.tell('setActionDueDate', { id, due: day('2099-04-01'), reason: 'The data come in March' })
    const lines = await inbox(owner, id)
    expect(lines.map(({ kind }) => kind)).toEqual(['DUE_MOVED', 'ASSIGNED'])
    expect(lines[0]).toMatchObject({ text: 'The data come in March' })
    await owner.tell('markNoticesRead', { ids: [lines[0]?.id] })
    await chair.tell('setActionDueDate', { id, due: day('2099-05-01'), reason: 'They come in April' })
    expect((await inbox(owner, id)).map(({ kind }) => kind)).toEqual(['DUE_MOVED', 'DUE_MOVED', 'ASSIGNED'])
    expect(await inbox(chair, id)).toEqual([])
  })

  it('tells nobody of what they did themselves', async () => {
    const id = await anAction()
    await chair.tell('assignAction', { id, owner: { bodyId: 'body-ws-1' } })
    expect(await inbox(chair, id)).toEqual([])
    expect(await inbox(await programme.as('ws1-vice-chair'), id)).toMatchObject([{ kind: 'ASSIGNED' }])
  })

  it('brings what is late by itself, and keeps what was read of it', async () => {
    const id = await anAction()
    await chair.tell('assignAction', { id, owner: vice2, due: { earliest: '2020-01-01', latest: '2020-01-01' } })
    const late = (await inbox(owner, id)).filter(({ kind }) => kind === 'OVERDUE')
    expect(late).toMatchObject([{ read: false }])
    const ids = late.map((one) => one.id)
    await owner.tell('markNoticesRead', { ids }, 'id read')
    expect((await inbox(owner, id)).filter(({ kind }) => kind === 'OVERDUE')).toMatchObject([
      { id: ids[0], read: true },
    ])
  })

  it('is read and unread by its own person alone', async () => {
    const id = await anAction()
    await chair.tell('assignAction', { id, owner: vice2 })
    const [notice] = await inbox(owner, id)
    expect((await chair.refused('markNoticesRead', { ids: [notice?.id] })).code).toBe('already-so')
    const all = await owner.tell('markNoticesRead', {}, 'id read')
    expect(all).toContainEqual({ id: notice?.id, read: true })
    expect(await unread(owner)).toBe(0)
    await owner.tell('markNoticesRead', { ids: all.map((one: Line) => one.id), read: false }, 'id read')
    expect(await unread(owner)).toBe(all.length)
  })
})

describe('many actions at once', () => {
  const batch = 'id actions { id status version owner { label { en } } due { latest } earlierDues { reason } }'
  const asItIs = async (id: string) =>
    (
      await chair.ask(
        `{ action(id: "${id}") { status owner { label { en } } acceptance { waiting } due { latest } reason } }`,
      )
    ).action

  it('row 15: are changed in one command, each under its own rule, and undone as a whole', async () => {
    const ids = [await anAction('One'), await anAction('Two'), await anAction('Three')]
    const before = await Promise.all(ids.map(asItIs))
    const done = await chair.tell('changeActions', { ids, owner: vice2 }, batch)
    expect(done.actions.map((one: { status: string }) => one.status)).toEqual(['OPEN', 'OPEN', 'OPEN'])
    for (const id of ids) expect(await inbox(owner, id)).toMatchObject([{ kind: 'ASSIGNED' }])
    const undone = await chair.tell('undoAct', { actId: done.id }, 'records { id }')
    expect(undone.records).toHaveLength(3)
    expect(await Promise.all(ids.map(asItIs))).toEqual(before)
    for (const id of ids) expect(await inbox(owner, id)).toEqual([])
    expect(await chair.refused('undoAct', { actId: done.id })).toMatchObject({ code: 'already-undone' })
  })

  it('row 15: are left alone, all of them, where one may not be changed; the refusal names it', async () => {
    const mine = await anAction()
    const theirs = v7()
    const chair2 = await programme.as('ws2-chair')
    const { number } = await chair2.tell(
      'proposeAction',
      { id: theirs, bodyId: 'body-ws-2', title: 'Theirs' },
      'number',
    )
    const refused = await chair.refused('changeActions', { ids: [mine, theirs], drop: true, reason: 'Over' })
    expect(refused).toMatchObject({
      code: 'some-refused',
      details: { refused: [{ id: theirs, number, code: 'not-permitted' }] },
    })
    expect(await asItIs(mine)).toMatchObject({ status: 'PROPOSED' })
  })

  it('are not undone where somebody has changed one since, or by anybody else', async () => {
    const ids = [await anAction(), await anAction()]
    const due = { earliest: '2099-05-01', latest: '2099-05-01' }
    const done = await chair.tell('changeActions', { ids, due }, batch)
    expect(done.actions[0].due).toEqual({ latest: '2099-05-01' })
    const vice = await programme.as('ws1-vice-chair')
    expect(await vice.refused('undoAct', { actId: done.id })).toMatchObject({ code: 'not-found' })
    const later = { earliest: '2099-06-01', latest: '2099-06-01' }
    const moved = await vice.tell('setActionDueDate', { id: ids[1], due: later }, 'number')
    expect(await chair.refused('undoAct', { actId: done.id })).toMatchObject({
      code: 'not-undoable',
      details: { numbers: [moved.number] },
    })
    expect(await asItIs(ids[0] ?? '')).toMatchObject({ due: { latest: '2099-05-01' } })
  })

  it('take one change at a time, offers to another body among them', async () => {
    const ids = [await anAction()]
    expect(await chair.refused('changeActions', { ids, noDue: true, drop: true })).toMatchObject({ code: 'malformed' })
    expect(await chair.refused('changeActions', { ids: [], drop: true })).toMatchObject({ code: 'malformed' })
    await chair.tell('changeActions', { ids, transfer: { bodyId: 'body-ws-2' }, reason: 'It is yours' }, batch)
    const chair2 = await programme.as('ws2-chair')
    expect(await inbox(chair2, ids[0])).toMatchObject([{ kind: 'TRANSFERRED', text: 'It is yours' }])
  })
})

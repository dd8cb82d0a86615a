import { connect } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
let chair: Caller
let vice: Caller
let secretary: Caller
let owner: Caller
// What the whole gateway takes for now: one test is a day later.
let later = 0
beforeAll(async () => {
  programme = await runningProgramme(() => new Date(Date.now() + later))
  chair = await programme.as('ws1-chair')
  vice = await programme.as('ws1-vice-chair')
  secretary = await programme.as('secretariat')
  owner = await programme.as('ws2-vice-chair')
})
afterAll(() => programme?.stop())

const vice2 = { bodyId: 'body-ws-2', office: 'VICE_CHAIR' }
const due = (day: string) => ({ earliest: day, latest: day })

async function anAction(title = 'Map the core offer'): Promise<string> {
  const id = v7()
  await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title })
  return id
}

/** Does it, and says under which id. */
async function act(who: Caller, command: string, input: object, fields = 'id'): Promise<string> {
  const mutationId = v7()
  await who.tell(command, { mutationId, ...input }, fields)
  return mutationId
}

const undo = (who: Caller, actId: string) => who.tell('undoAct', { actId }, 'id command records { type id }')
const refused = (who: Caller, actId: string) => who.refused('undoAct', { actId })

const facts = `status owner { label { en } } acceptance { waiting by { id } at } due { latest } reason evidence
  earlierDues { reason until due { latest } } earlierOwners { until declined } progress { text at }
  statusHistory { from to reason at } transfer { to { id } } supporters { id } restrictedTo { label { en } }`
const asItIs = async (id: string) => (await secretary.ask(`{ action(id: "${id}") { ${facts} } }`)).action

async function inbox(who: Caller, about: string): Promise<string[]> {
  const { viewer } = await who.ask('{ viewer { notices(first: 100) { edges { node { kind about { id } } } } } }')
  const all: { kind: string; about: { id: string } }[] = viewer.notices.edges.map(
    ({ node }: { node: { kind: string; about: { id: string } } }) => node,
  )
  return all.filter((one) => one.about.id === about).map(({ kind }) => kind)
}

describe('undo of one’s own last act', () => {
  it('puts back what each act on an action had set, its history with it, the last act first', async () => {
    const id = await anAction()
    const acts: readonly [Caller, string, object][] = [
      [chair, 'assignAction', { owner: vice2, due: due('2098-01-01') }],
      [owner, 'acceptAction', {}],
      [chair, 'setActionDueDate', { due: due('2099-05-01') }],
      [owner, 'reportActionProgress', { text: 'Under way' }],
      [chair, 'addActionSupporter', { supporter: { bodyId: 'body-ws-3' } }],
      [chair, 'proposeActionTransfer', { bodyId: 'body-ws-2', reason: 'It is yours' }],
      [chair, 'withdrawActionTransfer', {}],
      [owner, 'completeAction', { evidence: 'The map' }],
      [chair, 'closeAction', {}],
      [vice, 'reopenAction', { reason: 'Not yet' }],
      [chair, 'dropAction', { reason: 'Over' }],
    ]
    const states = [await asItIs(id)]
    const done: string[] = []
    for (const [who, command, input] of acts) {
      done.push(await act(who, command, { id, ...input }))
      states.push(await asItIs(id))
      expect(states.at(-1), command).not.toEqual(states.at(-2))
    }
    for (const [at, [who, command]] of [...acts.entries()].reverse()) {
      const actId = done[at] ?? ''
      expect(await undo(who, actId), command).toEqual({ id: actId, command, records: [{ type: 'Action', id }] })
      expect(await asItIs(id), command).toEqual(states[at])
    }
  }, 90_000)

  it('takes a parent back that only followed its part', async () => {
    const parent = await anAction('The whole')
    const id = v7()
    await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title: 'A part', parentId: parent })
    await chair.tell('assignAction', { id: parent, owner: vice2 })
    await chair.tell('assignAction', { id, owner: vice2 })
    await owner.tell('acceptAction', { id })
    const reported = await act(owner, 'reportActionProgress', { id, text: 'Under way' })
    expect([await asItIs(id), await asItIs(parent)]).toMatchObject([
      { status: 'IN_PROGRESS' },
      { status: 'IN_PROGRESS' },
    ])
    const { records } = await undo(owner, reported)
    expect(records).toEqual([
      { type: 'Action', id },
      { type: 'Action', id: parent },
    ])
    expect([await asItIs(id), await asItIs(parent)]).toMatchObject([{ status: 'OPEN' }, { status: 'OPEN' }])
  })

  it('is seen by everybody else as any other change, without a gap; lines nobody has read leave the inbox', async () => {
    const id = await anAction()
    const seen: string[] = []
    const connection = connect({ url: programme.origin, cookie: vice.cookie })
    connection.openRecords('programme', {
      onChange: ({ command, patches }) => seen.push(...patches.map(({ fields }) => `${command} ${fields.status}`)),
      onReset: () => seen.push('reset'),
      onPresence: () => seen.push('open'),
    })
    await expect.poll(() => seen).toContain('open')
    const actId = await act(chair, 'assignAction', { id, owner: vice2 })
    await expect.poll(() => seen).toContain('assignAction OPEN')
    expect(await inbox(owner, id)).toEqual(['ASSIGNED'])
    await undo(chair, actId)
    await expect.poll(() => seen).toContain('undoAct PROPOSED')
    connection.close()
    expect(await inbox(owner, id)).toEqual([])
  })

  it('is refused where somebody has changed since what it set, and says who; other fields may have moved on', async () => {
    const id = await anAction()
    const moved = await act(chair, 'setActionDueDate', { id, due: due('2099-05-01') })
    await vice.tell('assignAction', { id, owner: vice2 })
    await undo(chair, moved)
    expect(await asItIs(id)).toMatchObject({ due: null, owner: { label: {} }, status: 'OPEN' })

    const again = await act(chair, 'setActionDueDate', { id, due: due('2099-06-01') })
    await vice.tell('setActionDueDate', { id, due: due('2099-07-01') })
    expect(await refused(chair, again)).toMatchObject({
      code: 'not-undoable',
      details: {
        fields: expect.arrayContaining(['due']),
        by: { personId: 'demo-ws1-vice-chair' },
        at: expect.any(String),
      },
    })
    expect(await asItIs(id)).toMatchObject({ due: { latest: '2099-07-01' } })
  })

  it('is refused where somebody set the same value in between, however it looks now', async () => {
    const id = await anAction()
    const supporter = { bodyId: 'body-ws-3' }
    const added = await act(chair, 'addActionSupporter', { id, supporter })
    await vice.tell('removeActionSupporter', { id, supporter })
    await vice.tell('addActionSupporter', { id, supporter })
    expect(await refused(chair, added)).toMatchObject({ code: 'not-undoable', details: { fields: [] } })
  })

  it('is for whoever did it, once, and sent twice answers as before', async () => {
    const id = await anAction()
    const actId = await act(chair, 'dropAction', { id, reason: 'Over' })
    expect(await refused(vice, actId)).toMatchObject({ code: 'not-found' })
    expect(await refused(chair, v7())).toMatchObject({ code: 'not-found' })
    const mutationId = v7()
    const first = await chair.tell('undoAct', { mutationId, actId }, 'id command')
    expect(await chair.tell('undoAct', { mutationId, actId }, 'id command')).toEqual(first)
    expect(await refused(chair, actId)).toMatchObject({ code: 'already-undone' })
    const proposed = v7()
    const another = v7()
    await chair.tell('proposeAction', { mutationId: proposed, id: another, bodyId: 'body-ws-1', title: 'Stays' })
    expect(await refused(chair, proposed)).toMatchObject({ code: 'stays-done' })
  })

  it('asks the rule of the act again: whoever lost the office takes nothing back', async () => {
    const vice3 = await programme.as('ws3-vice-chair')
    const id = v7()
    await vice3.tell('proposeAction', { id, bodyId: 'body-ws-3', title: 'Theirs' })
    const actId = await act(vice3, 'dropAction', { id, reason: 'Over' })
    const { body } = await secretary.ask('{ body(id: "body-ws-3") { appointments { id office person { id } } } }')
    const held = body.appointments.find(
      (one: { person: { id: string } | null }) => one.person?.id === 'demo-ws3-vice-chair',
    )
    await secretary.tell('endAppointment', { id: held.id }, 'id')
    await expect.poll(async () => (await refused(vice3, actId)).code).toBe('not-found')
    expect(await asItIs(id)).toMatchObject({ status: 'DROPPED' })
  })

  it('withdraws a comment just made, and puts back one that was changed, settled or withdrawn', async () => {
    const about = { type: 'Action', id: await anAction() }
    const id = v7()
    const said = async () => {
      const { comments } = await secretary.ask(
        'query C($about: CommentAboutInput!) { comments(about: $about) { text withdrawnAt resolvedAt earlier { text } } }',
        { about },
      )
      return comments[0]
    }
    const made = await act(chair, 'addComment', { id, about, text: 'As agreed' })
    const atFirst = await said()
    const edited = await act(chair, 'editComment', { id, text: 'As it was agreed' })
    const settled = await act(chair, 'resolveComment', { id })
    const taken = await act(chair, 'withdrawComment', { id })
    expect(await said()).toMatchObject({ text: '', withdrawnAt: expect.any(String) })
    for (const one of [taken, settled, edited]) await undo(chair, one)
    expect(await said()).toEqual(atFirst)
    await undo(chair, made)
    expect(await said()).toMatchObject({ text: '', withdrawnAt: expect.any(String) })
  })

  it('takes away a link just set, and sets one again that was taken away, unless that closed a circle', async () => {
    const [a, b] = [await anAction('One'), await anAction('Two')]
    const link = { id: v7(), dependentId: a, dependsOnId: b, kind: 'FINISH_TO_START', text: 'One needs two' }
    const waits = async () => (await secretary.ask(`{ action(id: "${a}") { waitsFor { id } } }`)).action.waitsFor.length
    const set = await act(chair, 'addDependency', link)
    expect(await waits()).toBe(1)
    await undo(chair, set)
    expect(await waits()).toBe(0)
    const second = { ...link, id: v7() }
    await chair.tell('addDependency', second)
    const removed = await act(chair, 'removeDependency', { id: second.id })
    const back = { ...link, id: v7(), dependentId: b, dependsOnId: a }
    await chair.tell('addDependency', back)
    expect(await refused(chair, removed)).toMatchObject({ code: 'would-loop' })
    await chair.tell('removeDependency', { id: back.id })
    await undo(chair, removed)
    expect(await waits()).toBe(1)
  })

  it('takes a proposed owner of a legacy item back by a line of its own, while nobody has answered', async () => {
    const magChair = await programme.as('mag-chair')
    const { legacyItems } = await magChair.ask('{ legacyItems { id } }')
    const { id } = legacyItems[0]
    const ledger = async () =>
      (await magChair.ask(`{ legacyItem(id: "${id}") { ledger { state } } }`)).legacyItem.ledger.map(
        ({ state }: { state: string }) => state,
      )
    const before = await ledger()
    const actId = await act(magChair, 'proposeLegacyOwner', { id, owner: vice2 }, '__typename')
    await undo(magChair, actId)
    expect(await ledger()).toEqual([...before, 'PROPOSED', 'WITHDRAWN'])
    const second = await act(magChair, 'proposeLegacyOwner', { id, owner: vice2 }, '__typename')
    await owner.tell('acceptLegacyOwner', { id }, '__typename')
    expect(await refused(magChair, second)).toMatchObject({ code: 'not-undoable' })
  })

  it('stands in the trail as a command of its own, and ends with the day', async () => {
    const id = await anAction()
    const actId = await act(chair, 'dropAction', { id, reason: 'Over' })
    await undo(chair, actId)
    const trail = await programme.db
      .collection('audit')
      .find({ record: `Action:${id}` })
      .toArray()
    expect(trail.map(({ command }) => command)).toEqual(['proposeAction', 'dropAction', 'undoAct'])
    const dropped = await act(chair, 'dropAction', { id, reason: 'Over' })
    later = 24 * 60 * 60 * 1000
    expect(await refused(await programme.as('ws1-chair'), dropped)).toMatchObject({ code: 'undo-over' })
    later = 0
  })
})

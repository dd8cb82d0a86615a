import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
let chair: Caller
let vice: Caller
let other: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  chair = await programme.as('ws1-chair')
  vice = await programme.as('ws1-vice-chair')
  other = await programme.as('ws2-chair')
})
afterAll(() => programme?.stop())

const office = (bodyId: string) => ({ office: 'CHAIR', bodyId })
const dueOn = (day: string) => ({ label: day, earliest: day, latest: day })
const line = `id kind read text about { id } touches { id }
  because { restricted type id title { en } due { latest } body { id } }`
interface Line {
  id: string
  kind: string
  text: string | null
  touches: { id: string }[]
  because: { restricted: boolean; id: string | null; due: { latest: string } | null } | null
}
/** What somebody is told of one of these, the latest first. */
async function toldOf(who: Caller, ...ids: string[]): Promise<Line[]> {
  const { viewer } = await who.ask(`{ viewer { notices(first: 100) { edges { node { ${line} } } } } }`)
  const all: (Line & { about: { id: string } })[] = viewer.notices.edges.map(({ node }: { node: object }) => node)
  return all.filter(({ about }) => ids.includes(about.id))
}
const newsOf = async (who: Caller, id: string) =>
  (await toldOf(who, id)).filter(({ because }) => because).map(({ kind }) => kind)

async function anOpenAction(ruler: Caller, bodyId: string, title: string, day: string): Promise<string> {
  const id = v7()
  await ruler.tell('proposeAction', { id, bodyId, title })
  await ruler.tell('assignAction', { id, owner: office(bodyId), due: dueOn(day) })
  await ruler.tell('acceptAction', { id })
  return id
}
const link = (dependentId: string, dependsOnId: string) => ({
  ...{ id: v7(), dependentId, dependsOnId },
  kind: 'FINISH_TO_START',
  text: 'Cannot be finished before',
})

it('row 42: a blocked action is not done while its predecessor is open, unless overridden with a reason', async () => {
  const first = await anOpenAction(other, 'body-ws-2', 'The count of placements', '2027-03-01')
  const second = await anOpenAction(chair, 'body-ws-1', 'The plan that rests on it', '2027-04-01')
  await chair.tell('addDependency', link(second, first))
  const blockers = [{ id: first, label: 'The count of placements', restricted: false }]
  expect(await chair.refused('completeAction', { id: second, evidence: 'The plan' })).toMatchObject({
    code: 'blocked',
    details: { blockers },
  })
  expect((await chair.refused('closeAction', { id: second, evidence: 'The plan' })).code).toBe('blocked')
  const done = { id: second, evidence: 'The plan', override: 'The count no longer matters' }
  expect(await chair.tell('completeAction', done, 'status')).toEqual({ status: 'DONE' })

  const third = await anOpenAction(chair, 'body-ws-1', 'Another plan', '2027-04-01')
  await chair.tell('addDependency', link(third, first))
  await other.tell('completeAction', { id: first, evidence: 'Counted' })
  expect(await chair.tell('completeAction', { id: third, evidence: 'Shown' }, 'status')).toEqual({ status: 'DONE' })
})

it('row 5: the board holds every dependency between different workstreams and none within one, and the lines of funding', async () => {
  const group = await programme.as('secretariat')
  const own = await anOpenAction(chair, 'body-ws-1', 'Within one workstream', '2027-05-01')
  const its = await anOpenAction(chair, 'body-ws-1', 'The other end of it', '2027-05-01')
  const theirs = await anOpenAction(other, 'body-ws-2', 'In another workstream', '2027-05-01')
  const [within, across] = [link(own, its), link(own, theirs)]
  await chair.tell('addDependency', within)
  await chair.tell('addDependency', across)

  const { board, all, bodies, funding } = await group.ask(`{
    board: dependencies(filter: { acrossBodies: true }) { id }
    all: dependencies { id dependent { body { id } } dependsOn { body { id } } }
    bodies { id kind parent { id kind } }
    funding { id source { locator } workAreas { id } } }`)
  type Known = { id: string; kind: string; parent: { id: string; kind: string } | null }
  const lines = new Map<string, string>(
    bodies.map(({ id, kind, parent }: Known) => [
      id,
      kind === 'TASK_AND_FINISH' && parent?.kind === 'WORKSTREAM' ? parent.id : id,
    ]),
  )
  type End = { body: { id: string } | null }
  const line = ({ body }: End) => body && lines.get(body.id)
  const expected = all.filter(({ dependent, dependsOn }: { dependent: End; dependsOn: End }) => {
    const [one, two] = [line(dependent), line(dependsOn)]
    return one && two && one !== two
  })
  const ids = (found: { id: string }[]) => found.map(({ id }) => id).sort()
  expect(ids(board)).toEqual(ids(expected))
  expect(ids(board)).toContain(across.id)
  expect(ids(board)).not.toContain(within.id)
  expect(funding).toHaveLength(35)
  expect(funding.every(({ source }: { source: { locator: string } }) => source.locator.length > 0)).toBe(true)
})

it('row 43: the board shows both ends and where the sentence stands', async () => {
  const { dependencies } = await chair.ask(`{ dependencies(filter: { acrossBodies: true }) {
    id basis text source { locator } dependent { id label body { id } } dependsOn { id label body { id } } } }`)
  expect(dependencies).toContainEqual({
    id: 'dep-out-of-county-sufficiency',
    basis: 'STATED',
    text: expect.stringMatching(/\S/),
    source: { locator: expect.stringContaining('L339') },
    dependent: { id: 'ws-1', label: expect.stringMatching(/\S/), body: { id: 'body-ws-1' } },
    dependsOn: { id: 'ws-2', label: expect.stringMatching(/\S/), body: { id: 'body-ws-2' } },
  })
})

it('row 45: a later due date tells the dependent owner and the group once each, and a loop is refused', async () => {
  const first = await anOpenAction(chair, 'body-ws-1', 'What comes first', '2027-03-01')
  const second = await anOpenAction(other, 'body-ws-2', 'What waits for it', '2027-04-01')
  await chair.tell('addDependency', link(second, first))
  await chair.tell('setActionDueDate', { id: first, due: dueOn('2027-06-01') })
  const heldUp = async (who: Caller) => {
    const { notices } = (await who.ask('{ viewer { notices { edges { node { kind about { id } } } } } }')).viewer
    return notices.edges.filter(
      ({ node }: { node: { kind: string; about: { id: string } } }) =>
        node.kind === 'HELD_UP' && node.about.id === second,
    ).length
  }
  expect(await heldUp(other)).toBe(1) // the owner, who also sits on the group
  expect(await heldUp(vice)).toBe(1)
  expect(await heldUp(await programme.as('social-care-wales'))).toBe(1)
  expect(await heldUp(chair)).toBe(0) // who moved it
  expect(await heldUp(await programme.as('member'))).toBe(0)
  expect(await chair.refused('addDependency', link(first, second))).toMatchObject({
    code: 'would-loop',
    details: { path: [{ label: 'What waits for it' }, { label: 'What comes first' }] },
  })
})

it('row 45: whoever has several things held up by one slip is told in one line, which further slips join until it is read', async () => {
  const first = await anOpenAction(chair, 'body-ws-1', 'The delayed survey', '2027-03-01')
  const theirs = [
    await anOpenAction(other, 'body-ws-2', 'A plan after the survey', '2027-03-15'),
    await anOpenAction(other, 'body-ws-2', 'A budget after the survey', '2027-03-20'),
    await anOpenAction(other, 'body-ws-2', 'What has time left', '2028-01-01'),
  ]
  for (const id of theirs) await chair.tell('addDependency', link(id, first))
  const slip = (day: string, reason: string) => chair.tell('setActionDueDate', { id: first, due: dueOn(day), reason })
  const told = async () =>
    (await toldOf(other, ...theirs)).filter(({ kind }) => kind !== 'ASSIGNED' && kind !== 'WAITS')
  const unread = async () => (await other.ask('{ viewer { noticesUnread } }')).viewer.noticesUnread
  const before = await unread()
  await slip('2027-04-01', 'The printers are late')
  expect(await unread()).toBe(before + 1)
  await slip('2027-05-01', 'They are later still')
  expect(await unread()).toBe(before + 1)
  const [one, ...more] = await told()
  expect(more).toEqual([])
  expect(one).toMatchObject({
    kind: 'HELD_UP',
    text: 'They are later still',
    because: { restricted: false, id: first, title: { en: 'The delayed survey' }, due: { latest: '2027-05-01' } },
  })
  expect(one?.touches.map(({ id }) => id).sort()).toEqual([...theirs].sort())
  await other.tell('markNoticesRead', { ids: [one?.id] })
  await slip('2027-06-01', 'And again')
  expect(await told()).toHaveLength(2)
})

it('row 45: of a slip that somebody may not see they learn which body it is of, and no word or day of it', async () => {
  const first = await anOpenAction(chair, 'body-ws-1', 'Closing Rowan House', '2027-03-01')
  const second = await anOpenAction(other, 'body-ws-2', 'Places elsewhere', '2027-03-15')
  await chair.tell('addDependency', { ...link(second, first), text: 'Rowan must empty first' })
  await chair.tell('restrictAction', { id: first, to: [office('body-ws-1')] })
  await chair.tell('setActionDueDate', { id: first, due: dueOn('2031-07-09'), reason: 'Rowan is still full' })
  for (const who of [other, vice, await programme.as('social-care-wales')]) {
    const lines = await toldOf(who, second)
    expect(JSON.stringify(lines)).not.toMatch(/Rowan|2031/)
    expect(lines[0]).toMatchObject({
      kind: 'HELD_UP',
      text: null,
      because: { restricted: true, type: null, id: null, title: null, due: null, body: { id: 'body-ws-1' } },
    })
  }
  await chair.tell('restrictAction', { id: first, to: null })
  expect((await toldOf(other, second))[0]?.because).toMatchObject({ id: first, due: { latest: '2031-07-09' } })
})

it('row 45: many due dates moved at once are told as each of them would be', async () => {
  const moved = [
    await anOpenAction(chair, 'body-ws-1', 'One of two', '2027-03-01'),
    await anOpenAction(chair, 'body-ws-1', 'Two of two', '2027-03-01'),
  ]
  const [first = '', second = ''] = moved
  const waiting = await anOpenAction(other, 'body-ws-2', 'Waits for both', '2027-03-15')
  for (const id of moved) await chair.tell('addDependency', link(waiting, id))
  const due = { earliest: '2027-09-01', latest: '2027-09-01' }
  await chair.tell('changeActions', { ids: [first, second], due, reason: 'Both' }, 'id')
  const held = (await toldOf(other, waiting)).filter(({ kind }) => kind === 'HELD_UP')
  expect(held).toHaveLength(1)
})

it('row 45: whoever waits is told once when what they wait for is taken up again, dropped, replaced or linked', async () => {
  const owner = await programme.as('ws2-vice-chair')
  const viceOf2 = { office: 'VICE_CHAIR', bodyId: 'body-ws-2' }
  const waiting = v7()
  await other.tell('proposeAction', { id: waiting, bodyId: 'body-ws-2', title: 'What waits for much' })
  await other.tell('assignAction', { id: waiting, owner: viceOf2, due: dueOn('2027-04-01') })
  const before = (title: string) => anOpenAction(chair, 'body-ws-1', title, '2027-03-01')
  const [a, b, c] = [await before('Ends and begins'), await before('Is dropped'), await before('Is replaced')]
  const links = [link(waiting, a), link(waiting, b), link(waiting, c)]
  const both = async () => [await newsOf(owner, waiting), await newsOf(other, waiting)]
  const twice = (...kinds: string[]) => [kinds, kinds]
  for (const one of links) await chair.tell('addDependency', one)
  expect(await both()).toEqual(twice('WAITS', 'WAITS', 'WAITS'))
  await chair.tell('closeAction', { id: a, evidence: 'Done' })
  expect(await both()).toEqual(twice('WAITS', 'WAITS', 'WAITS')) // two others still hold it up
  await chair.tell('reopenAction', { id: a, reason: 'It was not done' })
  expect((await toldOf(owner, waiting))[0]).toMatchObject({ text: 'It was not done', because: { id: a } })
  await chair.tell('dropAction', { id: b, reason: 'Nobody needs it' })
  await chair.tell('supersedeAction', { id: c, byId: await before('Its successor'), reason: 'Better so' })
  expect(await both()).toEqual(twice('REPLACED', 'LET_GO', 'HELD_AGAIN', 'WAITS', 'WAITS', 'WAITS'))
  await chair.tell('completeAction', { id: a, evidence: 'Now it is' })
  expect((await both()).map(([latest]) => latest)).toEqual(['FREED', 'FREED'])
  const d = await before('Linked by mistake')
  const mistake = link(waiting, d)
  await chair.tell('addDependency', mistake)
  await chair.tell('removeDependency', { id: mistake.id })
  expect((await both()).map((kinds) => kinds.slice(0, 2))).toEqual(twice('FREED', 'WAITS'))
  expect(await newsOf(chair, waiting)).toEqual([])
})

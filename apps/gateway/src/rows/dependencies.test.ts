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

const drawn = `nodes { id lateDays depth at { x y } width height item { label done } body { id } }
  edges { id from to kind risk text route { x y } } leftOut width height`
interface Drawn {
  nodes: { id: string; lateDays: number | null; depth: number | null; at: { x: number } }[]
  edges: { from: string; to: string; risk: string; text: string }[]
}
async function map(who: Caller, filter: object): Promise<Drawn> {
  const query = `query G($filter: DependencyGraphFilter) { dependencyGraph(filter: $filter) { ${drawn} } }`
  return (await who.ask(query, { filter })).dependencyGraph
}

it('row 42: the map draws what comes first to the left of what it holds up, with days and depth, and forgets it once it is done', async () => {
  const first = await anOpenAction(other, 'body-ws-2', 'What is late', '2026-01-10')
  const second = await anOpenAction(chair, 'body-ws-1', 'What waits', '2026-03-01')
  const third = await anOpenAction(chair, 'body-ws-1', 'What waits for that', '2027-03-01')
  await chair.tell('addDependency', link(second, first))
  await chair.tell('addDependency', link(third, second))
  const near = await map(chair, { around: third, distance: 1, unfinished: true })
  expect(near.nodes.map(({ id }) => id).sort()).toEqual([second, third].sort())
  const whole = await map(chair, { around: third, distance: 2 })
  const at = (id: string) => whole.nodes.find((node) => node.id === id)
  expect([first, second, third].map((id) => at(id)?.depth)).toEqual([0, 1, 2])
  expect(at(first)?.lateDays).toBeGreaterThan(0)
  expect(at(third)?.lateDays).toBe(0)
  const [left = 0, middle = 0, right = 0] = [first, second, third].map((id) => at(id)?.at.x)
  expect(left < middle && middle < right).toBe(true)
  expect(whole.edges.map(({ from, to, risk }) => [from, to, risk]).sort()).toEqual(
    [
      [first, second, 'LATE'],
      [second, third, 'LATE'],
    ].sort(),
  )
  await other.tell('completeAction', { id: first, evidence: 'Counted' })
  const after = await map(chair, { around: third, unfinished: true })
  expect(after.nodes.map(({ id, depth }) => [id, depth]).sort()).toEqual(
    [
      [second, 0],
      [third, 1],
    ].sort(),
  )
})

it('row 43: the map joins the same ends by the same links as the board, of one body or of all', async () => {
  const { dependencies } = await chair.ask('{ dependencies { id dependent { id } dependsOn { id } } }')
  type Row = { dependent: { id: string }; dependsOn: { id: string } }
  const pairs = dependencies.map(({ dependent, dependsOn }: Row) => `${dependsOn.id}>${dependent.id}`).sort()
  const whole = await map(chair, {})
  expect(whole.edges.map(({ from, to }) => `${from}>${to}`).sort()).toEqual(pairs)
  const ids = new Set(whole.nodes.map(({ id }) => id))
  expect(whole.edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true)
  expect(whole.edges.find(({ from, to }) => from === 'ws-2' && to === 'ws-1')?.text).toMatch(/\S/)
  const ofOne = await chair.ask('{ dependencies(filter: { bodyId: "body-ws-2" }) { id } }')
  expect((await map(chair, { bodyId: 'body-ws-2' })).edges).toHaveLength(ofOne.dependencies.length)
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
    expect(JSON.stringify(lines)).not.toMatch(/Rowan|\b2031\b/)
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

const item = 'recordId type label number dueOn dueLabel lateDays restricted body { id } owner { label { en } }'
const radarFields = `asOf
  counts { heldUp blockers late slips slipsUnknown talks withoutDate crossing chains restricted }
  late { item { ${item} } waiting { ${item} } waitingInAll }
  slips { item { ${item} } days notBefore becauseOf { ${item} } }
  talks { waiting { label { en } } late { label { en } } meeting { id } about { linkId risk } }
  withoutDate { item { ${item} } waitingDirectly waitingInAll askedOn mayAsk }
  chains { items { ${item} } }
  lanes { body { id } open late heldUp }
  crossing { linkId blocks risk lane { id } otherLane { id } waiting { ${item} } waitsFor { ${item} } }`
const radarOf = async (who: Caller, bodyId: string | null = null) =>
  (
    await who.ask(`query R($bodyId: ID) { dependencyRadar(bodyId: $bodyId, first: 500) { ${radarFields} } }`, {
      bodyId,
    })
  ).dependencyRadar
type Row = { item: { recordId: string | null } }
const rowOf = <T extends Row>(rows: T[], id: string) => rows.find((row) => row.item.recordId === id)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

it('row 45: the radar says what is late and holds others up, what slips by how many days, and who must talk before which meeting', async () => {
  const late = await anOpenAction(chair, 'body-ws-1', 'Late and waited for', '2020-01-31')
  const waits = await anOpenAction(other, 'body-ws-2', 'Waits for what is late', inDays(90))
  const further = await anOpenAction(other, 'body-ws-2', 'Waits for that in turn', inDays(40))
  const toLate = link(waits, late)
  await chair.tell('addDependency', toLate)
  await other.tell('addDependency', link(further, waits))
  const meetingId = v7()
  const startsAt = new Date(Date.now() + 3_600_000)
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }
  const secretary = await programme.as('secretariat')
  await secretary.tell('createMeeting', { id: meetingId, bodyId: 'body-ws-2', ...times })

  const found = await radarOf(other)
  expect(rowOf(found.late, late)).toMatchObject({
    item: { label: 'Late and waited for', dueOn: '2020-01-31', body: { id: 'body-ws-1' } },
    waiting: [{ recordId: waits }],
    waitingInAll: 2,
  })
  expect(rowOf(found.late, late)?.item).toMatchObject({ lateDays: expect.any(Number) })
  expect(found.late[0].item.lateDays).toBeGreaterThan(0)
  expect(rowOf(found.slips, further)).toMatchObject({ days: 50, notBefore: inDays(90), becauseOf: { recordId: waits } })
  expect(rowOf(found.slips, waits)).toBeUndefined() // late things are finished today at the earliest: it can still be in time
  const chain = found.chains.find(({ items }: { items: { recordId: string }[] }) => items.at(-1)?.recordId === further)
  expect(chain?.items.map((one: { recordId: string }) => one.recordId)).toEqual([late, waits, further])
  const talk = found.talks.find(({ about }: { about: { linkId: string }[] }) =>
    about.some((one) => one.linkId === toLate.id),
  )
  expect(talk).toMatchObject({
    waiting: { label: { en: 'Chair, Workstream 2' } },
    late: { label: { en: 'Chair, Workstream 1' } },
    meeting: { id: meetingId },
  })

  // What is moved is on it at the next look; what is finished is on it no more.
  await other.tell('setActionDueDate', { id: further, due: dueOn(inDays(95)) })
  expect(rowOf((await radarOf(other)).slips, further)).toBeUndefined()
  await chair.tell('completeAction', { id: late, evidence: 'Shown' })
  expect(rowOf((await radarOf(other)).late, late)).toBeUndefined()
})

it('row 43: lanes hold what crosses them with its risk, those of the seeds too', async () => {
  const late = await anOpenAction(chair, 'body-ws-1', 'Late across lanes', '2020-01-31')
  const group = await anOpenAction(chair, 'body-ws-1', 'In the same lane', inDays(30))
  const theirs = await anOpenAction(other, 'body-ws-2', 'Blocked across lanes', inDays(30))
  const soon = await anOpenAction(other, 'body-ws-2', 'Too late for the other', inDays(60))
  const [blocked, slipping, within] = [link(theirs, late), link(group, soon), link(group, late)]
  for (const one of [blocked, slipping, within]) await chair.tell('addDependency', one)
  const before = await radarOf(chair)
  const risks = new Map<string, string>(
    before.crossing.map(({ linkId, risk }: { linkId: string; risk: string }) => [linkId, risk]),
  )
  expect(risks.get(blocked.id)).toBe('BLOCKED_AND_LATE')
  expect(risks.get(slipping.id)).toBe('WILL_BE_LATE')
  expect(risks.has(within.id)).toBe(false)
  expect(risks.get('dep-reunification-carers')).toBe('INFORMED_LATE')
  expect(risks.get('dep-out-of-county-sufficiency')).toBe('HEALTHY')
  const board = (await chair.ask('{ dependencies(filter: { acrossBodies: true }) { id } }')).dependencies
  expect([...risks.keys()].sort()).toEqual(board.map(({ id }: { id: string }) => id).sort())
  const lane = (of: { lanes: { body: { id: string } }[] }, id: string) => of.lanes.find(({ body }) => body.id === id)
  const only = await radarOf(chair, 'body-ws-1')
  expect(only.lanes).toEqual([lane(before, 'body-ws-1')])
  expect(only.lanes[0].late).toBeGreaterThan(0)
  expect(rowOf(only.late, late)).toBeDefined()
  expect(rowOf(only.late, 'act-iff-research')).toBeUndefined()
  expect(rowOf(before.late, 'act-iff-research')).toBeDefined()
})

it('row 45: what is restricted to others is on the radar as a restricted item of its body, and nothing of its days can be inferred', async () => {
  const minister = await programme.as('ministers-office')
  const secret = v7()
  const waits = await anOpenAction(chair, 'body-ws-1', 'Waits for something unseen', inDays(20))
  const behind = await anOpenAction(chair, 'body-ws-1', 'Held up by the one that waits', inDays(25))
  const held = await anOpenAction(chair, 'body-ws-1', 'Holds the unseen up', '2020-03-31')
  const restrictedTo = [office('body-ws-1'), { office: 'VICE_CHAIR', bodyId: 'body-ws-1' }]
  await chair.tell('proposeAction', { id: secret, bodyId: 'body-ws-1', title: 'Aspen House', restrictedTo })
  await chair.tell('assignAction', { id: secret, owner: office('body-ws-1'), due: dueOn(inDays(200)) })
  await chair.tell('acceptAction', { id: secret })
  await chair.tell('addDependency', link(waits, secret))
  await chair.tell('addDependency', link(behind, waits))
  await chair.tell('addDependency', link(secret, held))
  const own = await radarOf(chair)
  expect(rowOf(own.slips, waits)).toMatchObject({ days: 180, becauseOf: { recordId: secret, label: 'Aspen House' } })
  expect(rowOf(own.slips, behind)).toMatchObject({ days: 175, becauseOf: { recordId: secret } })
  expect(own.counts.restricted).toBe(0)

  const asShown = {
    ...{ recordId: null, type: '', label: '', number: null, dueOn: null, dueLabel: null, lateDays: 0 },
    ...{ restricted: true, body: { id: 'body-ws-1' }, owner: null },
  }
  const seenBy = async (who: Caller) => {
    const found = await radarOf(who)
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`Aspen|${secret}|${inDays(200)}`))
    expect(rowOf(found.slips, waits)).toBeUndefined()
    // What is known of the others stays: the one behind still waits for the one that waits, in time.
    expect(rowOf(found.slips, behind)).toBeUndefined()
    expect(rowOf(found.late, held)).toMatchObject({ waiting: [asShown], waitingInAll: 3 })
    expect(found.withoutDate).toContainEqual({
      ...{ item: asShown, waitingDirectly: 1, waitingInAll: 2 },
      ...{ askedOn: null, mayAsk: false },
    })
    return found
  }
  const seen = [await seenBy(other), await seenBy(await programme.as('member')), await seenBy(minister)]
  // Whatever its days are, nothing on anybody else's radar moves with them.
  for (const due of [dueOn('2020-06-30'), dueOn(inDays(500))]) {
    await chair.tell('setActionDueDate', { id: secret, due, reason: 'To see who notices' })
    expect(await seenBy(other)).toEqual(seen[0])
    expect(await seenBy(await programme.as('member'))).toEqual(seen[1])
  }
  const nobody = await radarOf(await programme.as())
  expect(JSON.stringify(nobody)).not.toMatch(/Aspen|unseen/)
  expect(nobody.counts.restricted).toBe(0)
})

it('row 45: whoever waits asks for a date, once a week; the owner and the chairs of its body get one notice each', async () => {
  const first = v7()
  await chair.tell('proposeAction', { id: first, bodyId: 'body-ws-1', title: 'Nobody knows when' })
  await chair.tell('assignAction', { id: first, owner: { bodyId: 'body-social-care-wales' } })
  const second = await anOpenAction(other, 'body-ws-2', 'Would like to know when', inDays(30))
  expect((await other.refused('askForDate', { id: first })).code).toBe('nothing-waits')
  await chair.tell('addDependency', link(second, first))
  const undated = async (who: Caller) => rowOf((await radarOf(who)).withoutDate, first)
  expect(await undated(other)).toMatchObject({ waitingDirectly: 1, askedOn: null, mayAsk: true })

  const member = await programme.as('member')
  expect(await undated(member)).toMatchObject({ mayAsk: false })
  expect((await member.refused('askForDate', { id: first })).code).toBe('not-permitted')
  expect((await (await programme.as()).refused('askForDate', { id: first })).code).toMatch(/not-signed-in|not-found/)
  await other.tell('askForDate', { id: first })
  const asked = async (who: Caller) => {
    const { notices } = (await who.ask('{ viewer { notices(first: 100) { edges { node { kind about { id } } } } } }'))
      .viewer
    return notices.edges.filter(
      ({ node }: { node: { kind: string; about: { id: string } } }) =>
        node.kind === 'DATE_ASKED' && node.about.id === first,
    ).length
  }
  const told = [chair, vice, await programme.as('social-care-wales')]
  for (const who of told) expect(await asked(who)).toBe(1)
  expect(await asked(other)).toBe(0)
  expect(await undated(vice)).toMatchObject({ askedOn: expect.stringMatching(/^\d{4}-/), mayAsk: false })
  expect(await vice.refused('askForDate', { id: first })).toMatchObject({
    code: 'date-asked',
    details: { on: expect.stringMatching(/^\d{4}-/) },
  })
  for (const who of told) expect(await asked(who)).toBe(1)

  await chair.tell('setActionDueDate', { id: first, due: dueOn(inDays(10)) })
  expect(await undated(other)).toBeUndefined()
  expect((await other.refused('askForDate', { id: first })).code).toBe('has-a-date')
})

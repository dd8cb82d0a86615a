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

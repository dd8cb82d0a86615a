import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
let chair: Caller
let member: Caller
let nobody: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  chair = await programme.as('ws1-chair')
  member = await programme.as('member')
  nobody = await programme.as()
})
afterAll(() => programme?.stop())

const end = '{ id type label number status done late lateSince restricted body { id } }'
const row = `id kind blocks late acrossBodies basis text dependent ${end} dependsOn ${end}`
interface Row {
  id: string
  blocks: boolean
  late: boolean
  acrossBodies: boolean
  dependent: { id: string; label: string; done: boolean; restricted: boolean; body: { id: string } | null }
  dependsOn: Row['dependent']
}
const list = async (filter: object = {}, caller = nobody): Promise<Row[]> =>
  (await caller.ask(`query D($filter: DependencyFilter) { dependencies(filter: $filter) { ${row} } }`, { filter }))
    .dependencies

const anAction = async (title: string) => {
  const id = v7()
  await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title })
  return id
}
const link = (dependentId: string, dependsOnId: string, kind = 'FINISH_TO_START') => ({
  id: v7(),
  dependentId,
  dependsOnId,
  kind,
  text: 'Cannot begin before',
})

describe('what waits on what', () => {
  it('names both ends of all 36, whatever kind of record they are', async () => {
    const all = await list()
    expect(all).toHaveLength(36)
    for (const { dependent, dependsOn } of all) {
      for (const one of [dependent, dependsOn]) {
        expect(one.restricted, one.id).toBe(false)
        expect(one.label, one.id).not.toBe('')
      }
    }
  })

  it('puts late ones first, then those that hold something up', async () => {
    const rank = ({ late, blocks, dependsOn, dependent }: Row) => {
      const holds = blocks && !dependsOn.done && !dependent.done
      return late ? (holds ? 0 : 1) : holds ? 2 : 3
    }
    const ranks = (await list()).map(rank)
    expect(ranks).toEqual([...ranks].sort())
    expect(new Set(ranks).size).toBeGreaterThan(1)
  })

  it('shows on the board of the Operational Group only what crosses bodies (requirements, row 5)', async () => {
    const across = await list({ acrossBodies: true })
    expect(across.map(({ id }) => id)).toContain('dep-legacy-1-2')
    for (const { dependent, dependsOn } of across) expect(dependent.body?.id).not.toBe(dependsOn.body?.id)
    const within = await list({ acrossBodies: false })
    expect(across.length + within.length).toBe(36)
  })

  it('filters by record, by lateness and by what is outside the programme', async () => {
    const of = await list({ recordId: 'act-residential-guidance' })
    expect(of.map(({ id }) => id)).toContain('dep-guidance-notifications')
    for (const one of await list({ late: true })) expect(one.late).toBe(true)
    for (const one of await list({ blocking: true })) expect(one.blocks && !one.dependsOn.done).toBe(true)
    const outside = await list({ outside: true })
    expect(outside.map(({ dependsOn }) => dependsOn.id)).toContain('body-dfe')
  })

  it('says of an action what it waits for and that it is blocked (requirements, row 42)', async () => {
    const { action } = await nobody.ask(
      '{ action(id: "act-residential-guidance") { blocked waitsFor { dependsOn { id } } holdsUp { dependent { id } } } }',
    )
    expect(action.blocked).toBe(true)
    expect(action.waitsFor).toContainEqual({ dependsOn: { id: 'act-four-nation-notifications' } })
    expect(action.holdsUp).toContainEqual({ dependent: { id: 'act-guidance-finalise' } })
  })
})

describe('linking', () => {
  it('holds an action up until the other is closed', async () => {
    const [first, second] = [await anAction('First'), await anAction('Second')]
    await chair.tell('addDependency', link(second, first))
    const blocked = async () =>
      (await chair.ask('query A($id: ID!) { action(id: $id) { blocked } }', { id: second })).action.blocked
    expect(await blocked()).toBe(true)
    await chair.tell('dropAction', { id: first, reason: 'Overtaken' })
    expect(await blocked()).toBe(false)
  })

  it('refuses a loop and names the way round', async () => {
    const [a, b, c] = [await anAction('Loop A'), await anAction('Loop B'), await anAction('Loop C')]
    await chair.tell('addDependency', link(a, b))
    await chair.tell('addDependency', link(b, c))
    expect(await chair.refused('addDependency', link(c, a))).toMatchObject({
      code: 'would-loop',
      details: {
        path: [
          { id: a, label: 'Loop A' },
          { id: b, label: 'Loop B' },
          { id: c, label: 'Loop C' },
        ],
      },
    })
    // A link that only informs holds nothing up.
    await chair.tell('addDependency', link(c, a, 'INFORMS'))
  })

  it('lets no two people close a loop together', async () => {
    const [a, b] = [await anAction('Mine'), await anAction('Yours')]
    const vice = await programme.as('ws2-vice-chair')
    const both = await Promise.allSettled([
      chair.tell('addDependency', link(a, b)),
      vice.tell('addDependency', link(b, a)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('refuses what is linked, unknown, the same thing, or not theirs to link', async () => {
    const [a, b] = [await anAction('A'), await anAction('B')]
    await chair.tell('addDependency', link(a, b))
    expect((await chair.refused('addDependency', link(a, b))).code).toBe('already-linked')
    expect((await chair.refused('addDependency', link(a, a))).code).toBe('depends-on-itself')
    expect((await chair.refused('addDependency', link(a, 'act-none'))).code).toBe('not-found')
    expect((await chair.refused('addDependency', { ...link(b, a, 'INFORMS'), text: ' ' })).code).toBe('text-needed')
    expect((await member.refused('addDependency', link('act-sgo-framework', 'act-kinship-guide'))).code).toBe(
      'not-permitted',
    )
    expect((await nobody.refused('addDependency', link(a, b))).code).toBe('not-signed-in')
  })

  it('takes a link away and lets it be made again; what the documents state stays', async () => {
    const [a, b] = [await anAction('A'), await anAction('B')]
    const made = link(a, b)
    await chair.tell('addDependency', made)
    await chair.tell('removeDependency', { id: made.id })
    expect(await list({ recordId: a }, chair)).toEqual([])
    expect((await chair.refused('removeDependency', { id: made.id })).code).toBe('already-so')
    await chair.tell('addDependency', link(a, b))
    expect((await chair.refused('removeDependency', { id: 'dep-guidance-notifications' })).code).toBe('not-permitted')
    expect((await chair.refused('removeDependency', { id: 'dep-none' })).code).toBe('not-found')
  })

  it('is not for the public, and hides an end that is not for the viewer', async () => {
    const secret = v7()
    const secretary = await programme.as('secretariat')
    const minister = await programme.as('ministers-office')
    await secretary.tell('proposeAction', {
      id: secret,
      bodyId: 'body-tf-residential-care',
      title: 'For the group only',
    })
    await secretary.tell('addDependency', link('act-sgo-framework', secret))
    const ends = async (caller: Caller) => (await list({ recordId: secret }, caller)).map(({ dependsOn }) => dependsOn)
    expect(await ends(nobody)).toEqual([])
    expect(await ends(minister)).toMatchObject([{ restricted: true, label: '', body: null }])
    expect(await ends(member)).toMatchObject([{ restricted: false, label: 'For the group only' }])
  })
})

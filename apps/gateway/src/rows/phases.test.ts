import { dayInLondon } from '@camau/domain'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
const people = new Map<string, Caller>()
const as = (key: string): Caller => {
  const known = people.get(key)
  if (!known) throw new Error(`${key} is not signed in`)
  return known
}
beforeAll(async () => {
  programme = await runningProgramme()
  const keys = ['mag-chair', 'mag-vice-chair', 'ws1-chair', 'ws2-chair', 'member', 'secretariat', 'guest']
  for (const key of keys) people.set(key, await programme.as(key))
  people.set('nobody', await programme.as())
})
afterAll(() => programme?.stop())

const unfinished = ['PROPOSED', 'OPEN', 'IN_PROGRESS']
const day = (back = 0) => dayInLondon(new Date(Date.now() - back * 86_400_000))

interface Area {
  id: string
  number: number
  status: string
}
const areaOf = async (id: string, fields: string, who = 'secretariat') => {
  const { workAreas } = await as(who).ask(`{ workAreas { id ${fields} } }`)
  return workAreas.find((area: Area) => area.id === id)
}
async function aProposedArea(title = 'Homes after care'): Promise<string> {
  const id = v7()
  const given = { workstreamId: 'ws-1', phaseId: 'phase-3', title: { en: title } }
  await as('ws1-chair').tell('proposeWorkArea', { id, ...given })
  return id
}
async function aDecision(bodyId: string): Promise<string> {
  const [meetingId, id] = [v7(), v7()]
  const startsAt = new Date(Date.now() - 60_000).toISOString()
  const endsAt = new Date(Date.now() + 3_600_000).toISOString()
  await as('secretariat').tell('createMeeting', { id: meetingId, bodyId, startsAt, endsAt })
  await as('secretariat').tell('startMeeting', { id: meetingId })
  await as('secretariat').tell('recordDecision', { id, meetingId, text: 'To take on homes after care' })
  return id
}

describe('the work areas of a phase', () => {
  it('row 28: each phase has its own; Phase 2 shows 25 without a title', async () => {
    const { phases } = await as('nobody').ask(
      '{ phases { number status workAreaCount workAreas { position workArea { number phase { id } } } } }',
    )
    const [first, second, third] = phases
    expect(first).toMatchObject({ number: 1, status: 'CLOSED', workAreaCount: null, workAreas: [] })
    expect(second).toMatchObject({ number: 2, status: 'CLOSED', workAreaCount: 25 })
    expect(second.workAreas).toEqual(Array.from({ length: 25 }, (_, at) => ({ position: at + 1, workArea: null })))
    expect(third).toMatchObject({ status: 'OPEN', workAreaCount: 12 })
    const numbers = third.workAreas.map(({ workArea }: { workArea: Area }) => workArea.number)
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
    const closed = { id: v7(), workstreamId: 'ws-1', phaseId: 'phase-2', title: { en: 'Late' } }
    expect(await as('ws1-chair').refused('proposeWorkArea', closed)).toMatchObject({ code: 'phase-closed' })
  })

  it('row 29: both numbers are kept; work area 8 stands under workstream 2 without a strand number', async () => {
    const { workAreas } = await as('nobody').ask('{ workAreas { number strandNumber strand workstream { number } } }')
    const numbers = workAreas.map((area: { workstream: Area; strandNumber: number | null }) => [
      area.workstream.number,
      area.strandNumber,
    ])
    expect(numbers).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 4],
      [2, 1],
      [2, 2],
      [2, 2],
      [2, null],
      [3, 1],
      [3, 2],
      [3, 3],
      [3, 4],
    ])
    expect(workAreas[7]).toMatchObject({ number: 8, strandNumber: null, workstream: { number: 2 } })
  })

  it('row 13: one cannot become active without a linked decision of the advisory group', async () => {
    const id = await aProposedArea()
    expect(await areaOf(id, 'number status version')).toMatchObject({ status: 'proposed' })
    expect(await areaOf(id, 'status', 'nobody')).toBeUndefined()
    const activate = (who: string, decisionId?: string) => as(who).refused('activateWorkArea', { id, decisionId })
    expect(await activate('secretariat')).toMatchObject({ code: 'decision-needed' })
    expect(await activate('mag-chair', await aDecision('body-ws-1'))).toMatchObject({ code: 'decision-needed' })
    expect(await activate('mag-chair', v7())).toMatchObject({ code: 'not-found' })
    const decisionId = await aDecision('body-mag')
    expect(await activate('ws1-chair', decisionId)).toMatchObject({ code: 'not-permitted' })
    expect(await areaOf(id, 'status decision { id }')).toMatchObject({ status: 'proposed', decision: null })

    await as('mag-chair').tell('activateWorkArea', { id, decisionId })
    const taken = await areaOf(id, 'status statusAsOf decision { id date meeting { body { id } } }')
    expect(taken).toMatchObject({ status: 'active', statusAsOf: day(), decision: { id: decisionId, date: day() } })
    expect(taken.decision.meeting.body.id).toBe('body-mag')
    expect(await activate('mag-chair', decisionId)).toMatchObject({ code: 'work-area-not-proposed' })
  })

  it('row 30: a point of progress keeps its day and its author, ready for the letter of that day', async () => {
    const text = 'Six authorities have signed up.'
    await as('ws1-chair').tell('addProgressPoint', { id: 'wa-02', text })
    const points = 'number progressPoints { text day by { name } source { locator } }'
    const { progressPoints } = await areaOf('wa-02', points)
    expect(progressPoints).toHaveLength(3)
    expect(progressPoints[0]).toMatchObject({ day: '2019-11-06', by: null, source: { locator: expect.any(String) } })
    const mine = { text, day: day(), by: { name: 'Chair, Workstream 1' }, source: null }
    expect(progressPoints[2]).toEqual(mine)

    // The letter as at a day: the areas in the order of their numbers, each with what was reported by then.
    const letter = async (until: string) => {
      const query =
        'query L($day: String!) { workAreas(phaseId: "phase-3") { id number progressUntil(day: $day) { text } } }'
      const { workAreas } = await as('secretariat').ask(query, { day: until })
      const area = workAreas.find((one: Area) => one.id === 'wa-02')
      return area.progressUntil.map((point: { text: string }) => point.text)
    }
    expect(await letter(day())).toContain(text)
    const draft = 'query D($day: String!) { progressLetter(asAt: $day) { paragraphs { number points { text } } } }'
    const { progressLetter } = await as('secretariat').ask(draft, { day: day() })
    const paragraph = progressLetter.paragraphs.find((one: { number: number }) => one.number === 2)
    expect(paragraph.points).toContainEqual({ text })
    expect(await letter('2019-11-06')).toHaveLength(2)
    expect(await letter('2019-11-05')).toEqual([])

    const refused = (who: string, over: object = {}) =>
      as(who).refused('addProgressPoint', { id: 'wa-02', text, ...over })
    expect(await refused('ws2-chair')).toMatchObject({ code: 'not-permitted' })
    expect(await refused('guest')).toMatchObject({ code: 'not-permitted' })
    expect(await refused('ws1-chair', { text: ' ' })).toMatchObject({ code: 'text-needed' })
    expect(await refused('ws1-chair', { id: await aProposedArea('Early') })).toMatchObject({
      code: 'work-area-not-active',
    })
  })
})

describe('a work area kept by an earlier version', () => {
  it('is read whole, and changed like any other', async () => {
    const gone = { version: 1, audience: 1, phaseId: 1, proposedBy: 1, proposedAt: 1, decisionId: 1 } as const
    const points = [{ text: 'As printed', source: { file: '001_574a7cffd2e418e5.txt', locator: 'para 5' } }]
    const areas = programme.db.collection<{ _id: string }>('workAreas')
    await areas.updateOne({ _id: 'wa-05' }, { $unset: gone, $set: { progressPoints: points } })
    const fields = 'version phase { id } progressPoints { id text day }'
    const changed = await as('ws2-chair').tell('addProgressPoint', { id: 'wa-05', text: 'New' }, fields)
    expect(changed).toMatchObject({ version: 2, phase: { id: 'phase-3' } })
    const printed = { id: 'wa-05-point-1', text: 'As printed', day: '2019-11-06' }
    expect(changed.progressPoints).toEqual([printed, { id: expect.any(String), text: 'New', day: day() }])
  })
})

describe('ideas and gaps', () => {
  const ideaOf = async (id: string, fields: string) => {
    const { ideas } = await as('secretariat').ask(`{ ideas(bodyId: "body-ws-1") { id ${fields} } }`)
    return ideas.find((one: { id: string }) => one.id === id)
  }
  async function anIdea(kind: string, text: string): Promise<string> {
    const id = v7()
    await as('member').tell('raiseIdea', { id, bodyId: 'body-ws-1', kind, text })
    return id
  }

  it('row 26: a promoted idea and what it became lead to each other', async () => {
    const [idea, gap] = [await anIdea('IDEA', 'A map of support'), await anIdea('GAP', 'Nobody plans homes')]
    expect(await as('member').refused('promoteIdea', { id: idea, to: 'ACTION', newId: v7() })).toMatchObject({
      code: 'not-permitted',
    })
    const [action, area] = [v7(), v7()]
    await as('ws1-chair').tell('promoteIdea', { id: idea, to: 'ACTION', newId: action })
    await as('ws1-chair').tell('promoteIdea', {
      id: gap,
      to: 'WORK_AREA',
      newId: area,
      phaseId: 'phase-3',
      title: 'Homes',
    })

    expect(await ideaOf(idea, 'status action { id title status } workArea { id }')).toMatchObject({
      status: 'PROMOTED',
      action: { id: action, title: 'A map of support', status: 'PROPOSED' },
      workArea: null,
    })
    const query = 'query A($id: ID!) { action(id: $id) { body { id } idea { id text raisedBy { name } } } }'
    expect((await as('secretariat').ask(query, { id: action })).action).toEqual({
      body: { id: 'body-ws-1' },
      idea: { id: idea, text: 'A map of support', raisedBy: { name: 'Member, Ministerial Advisory Group' } },
    })
    expect(await ideaOf(gap, 'workArea { id status }')).toMatchObject({ workArea: { id: area, status: 'proposed' } })
    expect(await areaOf(area, 'title { en } idea { id }')).toMatchObject({ title: { en: 'Homes' }, idea: { id: gap } })
    expect(await as('ws1-chair').refused('setIdeaAside', { id: gap, reason: 'Late' })).toMatchObject({
      code: 'idea-settled',
    })
  })

  it('an idea is set aside with a reason, and only readers of the workstream see it', async () => {
    const id = await anIdea('IDEA', 'Another board')
    expect(await as('ws1-chair').refused('setIdeaAside', { id, reason: '' })).toMatchObject({ code: 'reason-needed' })
    await as('ws1-chair').tell('setIdeaAside', { id, reason: 'There are three' })
    expect(await ideaOf(id, 'status reason')).toMatchObject({ status: 'SET_ASIDE', reason: 'There are three' })
    for (const who of ['guest', 'nobody']) expect((await as(who).ask('{ ideas { id } }')).ideas).toEqual([])
    const raise = { id: v7(), bodyId: 'body-ws-1', kind: 'IDEA', text: 'Mine' }
    expect(await as('guest').refused('raiseIdea', raise)).toMatchObject({ code: 'not-permitted' })
  })
})

describe('a phase that runs and closes', () => {
  interface Logged {
    id: string
    status: string
    legacyItems: object[]
  }
  async function log(): Promise<Logged[]> {
    const { actions } = await as('mag-chair').ask(
      '{ actions(first: 2000) { edges { node { id status legacyItems { id } } } } }',
    )
    return actions.edges.map(({ node }: { node: Logged }) => node)
  }
  /** The log as at the end of a day, as the list of actions gives it. */
  async function standing(at: string): Promise<{ open: number; all: number }> {
    const query = `query L($day: String!) {
      open: actions(filter: { asAt: $day, unfinished: true }) { totalCount }
      all: actions(filter: { asAt: $day }) { totalCount }
    }`
    const { open, all } = await as('mag-chair').ask(query, { day: at })
    return { open: open.totalCount, all: all.totalCount }
  }

  it('row 31: the burn-down at any past day is the log as at that day', async () => {
    const known = ['2019-06-20', '2019-06-21', '2019-11-06', '2020-12-31', '2021-03-01', '2021-12-31', '2024-03-27']
    const days = [...known, day(1), day()]
    const query = 'query B($days: [String!]) { phase(id: "phase-3") { burnDown(days: $days) { day open finished } } }'
    const points = async () => (await as('mag-chair').ask(query, { days })).phase.burnDown
    const before = await points()
    expect(before[0]).toMatchObject({ open: 0, finished: 0 })
    await as('ws1-chair').tell('proposeAction', { id: v7(), bodyId: 'body-ws-1', title: 'Today' })
    const after = await points()
    expect(after.at(-1).open).toBe(before.at(-1).open + 1)
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1))
    for (const [at, point] of after.entries()) {
      const { open, all } = await standing(days[at] ?? '')
      expect(point).toEqual({ day: days[at], open, finished: all - open })
    }

    await as('secretariat').tell('planPhase', { id: 'phase-3', startsOn: '2019-11-01', endsOn: '2021-04-30' })
    const plan = await as('nobody').ask('{ phase(id: "phase-3") { period startsOn endsOn burnDown { day } } }')
    expect(plan.phase).toMatchObject({ period: '2019-2021', startsOn: '2019-11-01', endsOn: '2021-04-30' })
    expect(plan.phase.burnDown.length).toBeGreaterThan(10)
    expect(await as('ws1-chair').refused('planPhase', { id: 'phase-3' })).toMatchObject({ code: 'not-permitted' })
    const backwards = { id: 'phase-3', startsOn: '2021-01-01', endsOn: '2020-01-01' }
    expect(await as('secretariat').refused('planPhase', backwards)).toMatchObject({ code: 'ends-before-start' })
  })

  it('row 32: one unhandled action blocks the closing of a phase and is listed', async () => {
    const open = (await log()).filter(({ status }) => unfinished.includes(status))
    const left = open.filter(({ legacyItems }) => legacyItems.length === 0)
    expect(left.length).toBeGreaterThan(1)
    const checklist = 'checklist { finished dropped legacy unhandled { id } }'
    const { phase } = await as('secretariat').ask(`{ phase(id: "phase-3") { ${checklist} } }`)
    expect(phase.checklist.unhandled.map(({ id }: { id: string }) => id).sort()).toEqual(
      left.map(({ id }) => id).sort(),
    )
    expect(phase.checklist.legacy).toBe(open.length - left.length)

    const [last, tied, ...others] = left
    const items = [
      ...others.map(({ id }) => ({ actionId: id, dropReason: 'The programme has ended' })),
      { actionId: tied?.id, legacyItemId: 'legacy-3' },
    ]
    const blocked = await as('mag-chair').refused('closePhase', { id: 'phase-3', items })
    expect(blocked.code).toBe('items-unplaced')
    expect(blocked.details.items).toMatchObject([{ id: last?.id }])
    expect(await as('secretariat').refused('closePhase', { id: 'phase-3', items })).toMatchObject({
      code: 'not-permitted',
    })
    // Nothing of a refused closing is kept.
    const tiedTo = async () =>
      (await as('mag-chair').ask('query A($id: ID!) { action(id: $id) { legacyItems { id } } }', { id: tied?.id }))
        .action
    expect(await tiedTo()).toEqual({ legacyItems: [] })

    await as('mag-chair').tell('dropAction', { id: last?.id, reason: 'No longer wanted' })
    await as('mag-chair').tell('closePhase', { id: 'phase-3', note: 'Handed on', items })
    const after = await as('nobody').ask(
      `{ phase(id: "phase-3") { status closingNote closedBy { name } ${checklist} } }`,
    )
    expect(after.phase).toMatchObject({
      status: 'CLOSED',
      closingNote: 'Handed on',
      closedBy: { name: 'Chair, Ministerial Advisory Group' },
      checklist: { unhandled: [] },
    })
    expect(await tiedTo()).toEqual({ legacyItems: [{ id: 'legacy-3' }] })
    const late = { id: 'wa-02', text: 'Too late' }
    expect(await as('ws1-chair').refused('addProgressPoint', late)).toMatchObject({ code: 'phase-closed' })
    expect(await as('mag-chair').refused('closePhase', { id: 'phase-3' })).toMatchObject({ code: 'phase-closed' })
  })
})

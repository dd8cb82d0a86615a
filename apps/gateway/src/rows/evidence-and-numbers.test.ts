import { dayInLondon, limits } from '@camau/domain'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
let secretary: Caller
let chair: Caller
let otherChair: Caller
let seat: Caller
let member: Caller
let anyone: Caller
let scrutiny: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  secretary = await programme.as('secretariat')
  chair = await programme.as('ws1-chair')
  otherChair = await programme.as('ws2-chair')
  seat = await programme.as('social-care-wales')
  member = await programme.as('member')
  scrutiny = await programme.as('scrutiny-reader')
  anyone = await programme.as()
})
afterAll(() => programme?.stop())

const figureFields =
  'id value suppressed period population caveats sourceLine expected safetyNote { en cy } groups { group value }'
const measureOf = async (who: Caller, id: string, fields: string) =>
  (await who.ask(`query M($id: ID!) { measure(id: $id) { id ${fields} } }`, { id })).measure

/** A measure of workstream 1 that the test makes for itself. */
async function aMeasure(given: object = {}): Promise<string> {
  const id = v7()
  await chair.tell('addMeasure', {
    id,
    title: 'Children with a pathway plan',
    definition: 'Children looked after with a plan in force on the day of the count.',
    unit: 'children',
    direction: 'MORE',
    workstreamId: 'ws-1',
    dataSource: 'Yearly census of children receiving care and support',
    collectionMonth: 3,
    ...given,
  })
  return id
}

const aFigure = (measureId: string, given: object = {}) => ({
  id: v7(),
  measureId,
  value: 60,
  period: '2026-03',
  population: 'Children looked after in Wales',
  sourceLine: 'Census of 31 March 2026, table 4',
  caveats: ['CENSUS'],
  ...given,
})

const split = (...values: [number, number, number, number]) => ({
  value: values.reduce((sum, one) => sum + one, 0),
  groups: ['UNACCOMPANIED', 'WITH_OWN_PARENTS', 'WITH_RELATIVES_OR_FRIENDS', 'PLACED_ELSEWHERE'].map((group, i) => ({
    group,
    value: values[i],
  })),
})

describe('expectations', () => {
  it('row 46: each of the four measures has a definition version; that of learning disability says unsettled', async () => {
    const { measures } = await anyone.ask('{ measures { id reduction direction definitions { number state text } } }')
    const four = measures.filter(({ reduction }: { reduction: boolean }) => reduction)
    expect(four.map(({ id }: { id: string }) => id)).toEqual([
      'measure-lac',
      'measure-out-of-county',
      'measure-out-of-wales',
      'measure-removed-ld',
    ])
    for (const { definitions, direction } of four) {
      expect(definitions.at(-1)).toMatchObject({ number: definitions.length, text: expect.stringMatching(/\w/) })
      expect(direction).toBe('FEWER')
    }
    expect(four[3].definitions.at(-1).state).toBe('UNSETTLED')

    const defined = {
      id: 'measure-lac',
      text: 'Children looked after on 31 March, without short breaks.',
      state: 'SETTLED',
    }
    expect((await otherChair.refused('defineMeasure', defined)).code).toBe('not-permitted')
    expect((await measureOf(otherChair, 'measure-lac', 'kept')).kept).toBe(false)
    expect((await measureOf(chair, 'measure-lac', 'kept')).kept).toBe(true)
    await chair.tell('defineMeasure', defined)
    await chair.tell('setMeasureOwner', { id: 'measure-lac', owner: { bodyId: 'body-ws-1', office: 'CHAIR' } })
    const after = await measureOf(anyone, 'measure-lac', 'definitions { number state } owner { label { en } }')
    expect(after.definitions.map(({ number }: { number: number }) => number)).toEqual([1, 2])
    expect(after.owner.label.en).toContain('Chair')
  })

  it('row 47: totals recompute when a plan changes; four authorities show as not submitted, and nobody is told which', async () => {
    const years = '{ planYears { year submitted notSubmitted totals { measureId change plansWithFigure } } }'
    const before = (await anyone.ask(years)).planYears
    expect(before).toHaveLength(3)
    for (const year of before) expect(year).toMatchObject({ submitted: 18, notSubmitted: 4 })
    const list = 'query P { reductionPlans(year: "2020-21") { id submitted authority changes { measureId change } } }'
    for (const who of [anyone, member, scrutiny]) expect((await who.ask(list)).reductionPlans).toEqual([])
    const plans: { id: string; submitted: boolean; authority: string | null }[] = (await chair.ask(list)).reductionPlans
    expect(plans).toHaveLength(22)
    expect(plans.every(({ authority }) => authority === null)).toBe(true)

    const total = async (who: Caller) =>
      (await who.ask(years)).planYears
        .find(({ year }: { year: string }) => year === '2020-21')
        .totals.find(({ measureId }: { measureId: string }) => measureId === 'measure-lac')
    const change = (i: number, by: number | null) =>
      chair.tell('setReductionPlan', {
        id: plans[i]?.id,
        submitted: true,
        changes: [{ measureId: 'measure-lac', change: by }],
      })
    for (const [i, by] of [-10, -20, 5].entries()) await change(i, by)
    expect(await total(anyone)).toEqual({ measureId: 'measure-lac', change: -25, plansWithFigure: 3 })
    await change(1, -8)
    expect(await total(anyone)).toMatchObject({ change: -13 })
    await change(2, null)
    expect(await total(anyone)).toEqual({ measureId: 'measure-lac', change: null, plansWithFigure: 2 })
    expect(await total(chair)).toMatchObject({ change: -18 })

    const missing = plans.find(({ submitted }) => !submitted)
    const named = { id: missing?.id, submitted: false, authority: 'An authority' }
    expect((await secretary.refused('setReductionPlan', named)).code).toBe('not-submitted')
  })

  it('row 48: no query returns or sorts authorities by a value; each expectation lists its three duties or not assigned', async () => {
    const { __schema: schema } = await anyone.ask(
      '{ __schema { types { name fields { name args { name } type { ofType { ofType { ofType { name } } } } } } } }',
    )
    const names: { name: string; fields: { name: string; args: { name: string }[] }[] | null }[] = schema.types
    for (const { name, fields } of names)
      for (const field of fields ?? []) {
        const about = `${name}.${field.name}`
        if (/measure|plan|figure|indicator|request|expect/i.test(about))
          expect(
            field.args.filter((arg) => /sort|order|rank|top/i.test(arg.name)),
            about,
          ).toEqual([])
        expect(about).not.toMatch(/league|rank(ing|ed)|target/i)
      }
    const list = 'query P { reductionPlans(year: "2021-22") { id place } }'
    const before: { id: string }[] = (await secretary.ask(list)).reductionPlans
    for (const [i, change] of [5, -30, 40].entries())
      await secretary.tell('setReductionPlan', {
        id: before[i]?.id,
        submitted: true,
        changes: [{ measureId: 'measure-lac', change }],
      })
    const { reductionPlans } = await secretary.ask(list)
    expect(reductionPlans.map(({ place }: { place: number }) => place)).toEqual(
      Array.from({ length: limits.localAuthorities }, (_, i) => i + 1),
    )

    const duties = 'duties { duty owner { label { en } } } riskAssessment'
    const none = await measureOf(anyone, 'measure-out-of-wales', duties)
    expect(none.duties).toEqual([
      { duty: 'SETTER', owner: null },
      { duty: 'RISK_ASSESSOR', owner: null },
      { duty: 'MONITOR', owner: null },
    ])
    await secretary.tell('assignDuty', {
      id: 'measure-out-of-wales',
      duty: 'MONITOR',
      owner: { bodyId: 'body-operational-group' },
    })
    await secretary.tell('setRiskAssessment', {
      id: 'measure-out-of-wales',
      text: 'Moves back are planned child by child.',
    })
    const after = await measureOf(anyone, 'measure-out-of-wales', duties)
    expect(after.duties[2].owner.label.en).toBe('Operational Group')
    expect(after.riskAssessment).toContain('child by child')
    const assign = { id: 'measure-out-of-wales', duty: 'SETTER', owner: { bodyId: 'body-ws-2' } }
    expect((await member.refused('assignDuty', assign)).code).toBe('not-permitted')
  })

  it('row 49: a safety note stands beside every reduction figure, in the field and in the file', async () => {
    const added = aFigure('measure-out-of-wales', { period: '2019-03' })
    await secretary.tell('addFigure', added)
    await secretary.tell('publishFigure', { id: added.id })
    const { measures } = await anyone.ask(
      `{ measures { id reduction safetyNote { en cy } figures { ${figureFields} } csv } }`,
    )
    const reductions: string[] = []
    for (const { id, reduction, safetyNote, figures, csv } of measures) {
      for (const figure of figures) expect(figure.safetyNote).toEqual(reduction ? safetyNote : null)
      if (!reduction) continue
      reductions.push(id.replace('measure-', ''))
      expect(safetyNote).toEqual({ en: expect.stringContaining('safe'), cy: expect.stringContaining('ddiogel') })
      const lines = csv.split('\r\n').slice(1)
      expect(lines).toHaveLength(figures.length)
      for (const line of lines) expect(line).toContain(safetyNote.en)
    }
    const { planYears } = await anyone.ask('{ planYears { totals { safetyNote { en } } } }')
    for (const { totals } of planYears) for (const total of totals) expect(total.safetyNote.en).toContain('safe')
    expect((await measureOf(anyone, 'measure-lac', 'csv(welsh: true)')).csv).toContain('ddiogel')
    const { indicators } = await anyone.ask('{ indicators { measureOf safetyNote { en } } }')
    for (const { measureOf: key, safetyNote } of indicators)
      expect(safetyNote, key).toEqual(reductions.includes(key) ? { en: expect.stringContaining('safe') } : null)
  })
})

describe('indicators', () => {
  it('row 44: the learning disability measure shows 8 of 22 and the guidance it waits for', async () => {
    const measure = await measureOf(
      anyone,
      'measure-removed-ld',
      'reporting { reporting of sourceLine } waitsFor { text action { id title } }',
    )
    expect(measure.reporting).toMatchObject({ reporting: 8, of: 22, sourceLine: expect.stringContaining('L341') })
    expect(measure.waitsFor.length).toBeGreaterThan(0)
    for (const { text, action } of measure.waitsFor) {
      expect(text).toContain('definition')
      expect(action).toMatchObject({ id: 'act-ld-guidance', title: expect.stringContaining('guidance') })
    }
  })

  it('row 50: a value below the minimum is hidden from the public and from readers, and totals do not reveal it', async () => {
    const measureId = await aMeasure()
    const small = aFigure(measureId, split(2, 20, 30, 40))
    const fine = aFigure(measureId, { ...split(11, 12, 13, 14), period: '2025-03' })
    const tiny = aFigure(measureId, { value: limits.smallNumber - 1, period: '2024-03' })
    for (const figure of [small, fine, tiny]) {
      await chair.tell('addFigure', figure)
      await secretary.tell('publishFigure', { id: figure.id })
    }
    const seen = async (who: Caller) => {
      const { figures, csv } = await measureOf(who, measureId, `figures { ${figureFields} } csv`)
      const byId = (id: string) => figures.find((one: { id: string }) => one.id === id)
      return { small: byId(small.id), fine: byId(fine.id), tiny: byId(tiny.id), csv }
    }
    for (const who of [chair, secretary, seat]) {
      const shown = await seen(who)
      expect(shown.small.groups.map(({ value }: { value: number }) => value)).toEqual([2, 20, 30, 40])
      expect(shown.tiny.value).toBe(4)
    }
    const answers = []
    for (const who of [anyone, member, scrutiny, await programme.as('ministers-office')]) {
      const shown = await seen(who)
      expect(shown.small).toMatchObject({ value: 92, suppressed: true })
      expect(shown.small.groups.map(({ value }: { value: number | null }) => value)).toEqual([null, null, null, null])
      expect(shown.fine).toMatchObject({ value: 50, suppressed: false })
      expect(shown.tiny).toMatchObject({ value: null, suppressed: true })
      expect(shown.csv).not.toMatch(/(^|,)4(,|$)/m)
      answers.push(JSON.stringify(shown))
    }
    expect(new Set(answers).size).toBe(1)

    // What a patch tells everybody in the room says nothing of the numbers.
    const { changes } = await member.ask('{ changes(room: "body:body-ws-1", last: 20) { patches { type fields } } }')
    const told = changes.flatMap(({ patches }: { patches: { type: string; fields: object }[] }) => patches)
    for (const { type, fields } of told)
      if (type === 'MeasureFigure') expect(Object.keys(fields)).not.toContain('value')

    // A correction that no longer hides the same numbers would tell of those it replaces.
    const corrected = aFigure(measureId, { ...split(12, 20, 30, 40), replaces: small.id })
    await chair.tell('addFigure', corrected)
    await secretary.tell('publishFigure', { id: corrected.id })
    const { figures } = await measureOf(anyone, measureId, `figures { ${figureFields} }`)
    expect(figures.find(({ id }: { id: string }) => id === small.id)).toBeUndefined()
    expect(figures.find(({ id }: { id: string }) => id === corrected.id)).toMatchObject({
      value: null,
      suppressed: true,
    })
  })

  it('row 51: no figure is without its source, period and population, and its caveats come with it', async () => {
    const { measures } = await anyone.ask(`{ measures { figures { ${figureFields} } } }`)
    const figures = measures.flatMap((one: { figures: { sourceLine: string; population: string }[] }) => one.figures)
    expect(figures.length).toBeGreaterThan(15)
    for (const { sourceLine, population } of figures) {
      expect(sourceLine).toMatch(/L\d+|Census/)
      expect(population).toMatch(/\w/)
    }
    const lac = (await measureOf(anyone, 'measure-lac', `figures { ${figureFields} }`)).figures
    const q3 = lac.find(({ id }: { id: string }) => id === 'ind-lac-change-y2-q3')
    expect(q3).toMatchObject({ caveats: ['YEAR_TO_DATE'], period: '2020-21 to Q3' })
    const measureId = await aMeasure()
    expect((await chair.refused('addFigure', aFigure(measureId, { sourceLine: ' ' }))).code).toBe('source-needed')
    const apart = aFigure(measureId, { ...split(1, 2, 3, 4), value: 11 })
    expect((await chair.refused('addFigure', apart)).code).toBe('parts-differ-from-total')
  })

  it('row 52: a retired indicator keeps its history, and takes no further figures', async () => {
    const id = await aMeasure({ workAreaIds: ['wa-01'] })
    await chair.tell('addFigure', aFigure(id))
    expect((await chair.refused('retireMeasure', { id, reason: ' ' })).code).toBe('reason-needed')
    await chair.tell('retireMeasure', { id, reason: 'The census no longer asks.' })
    const fields = `retired { reason } collectionMonth dataSource workAreas { id } definitions { number } figures { value }`
    expect(await measureOf(chair, id, fields)).toMatchObject({
      retired: { reason: 'The census no longer asks.' },
      collectionMonth: 3,
      dataSource: expect.stringContaining('census'),
      workAreas: [{ id: 'wa-01' }],
      definitions: [{ number: 1 }],
      figures: [{ value: 60 }],
    })
    expect((await chair.refused('addFigure', aFigure(id))).code).toBe('retired')
  })

  it('row 54: a missing return shows by authority to the secretariat only; a file is taken in line by line, and nothing is lost', async () => {
    const id = v7()
    const authorities = ['Authority A', 'Authority B', 'Authority C']
    const asked = { id, title: 'Weekly returns', authorities, every: 'WEEK', dueOn: '2026-11-02', workstreamId: 'ws-1' }
    expect((await chair.refused('openDataRequest', asked)).code).toBe('not-permitted')
    await secretary.tell('openDataRequest', asked)
    const csv = [
      'authority,value,note',
      'Authority A,12,"as at Friday, noon"',
      'authority b,many',
      'Authority D,3',
      '',
    ].join('\n')
    await secretary.tell('importReturns', { id, dueOn: '2026-11-02', csv })
    await secretary.tell('openNextRound', { id })
    const fields =
      '{ dataRequests { id asked rounds { dueOn received missingCount overdue missing refused { line text why } returns { authority value note receivedAt } } } }'
    const of = async (who: Caller) => (await who.ask(fields)).dataRequests.find((one: { id: string }) => one.id === id)
    const [next, first] = (await of(secretary)).rounds
    expect(next).toMatchObject({ dueOn: '2026-11-09', received: 0, missing: authorities })
    expect(first.missing).toEqual(['Authority B', 'Authority C'])
    expect(first.returns).toMatchObject([{ authority: 'Authority A', value: 12, note: 'as at Friday, noon' }])
    expect(first.refused).toEqual([
      { line: 3, text: 'authority b,many', why: 'NOT_A_NUMBER' },
      { line: 4, text: 'Authority D,3', why: 'UNKNOWN_AUTHORITY' },
    ])
    for (const who of [chair, member]) {
      const [, seen] = (await of(who)).rounds
      expect(seen).toMatchObject({ received: 1, missingCount: 2, missing: null, returns: null, refused: null })
    }
    for (const who of [anyone, scrutiny]) expect(await of(who)).toBeUndefined()
  })

  it('row 55: data older than the set age carry a stale mark, and lose it with a newer figure', async () => {
    expect(await measureOf(anyone, 'measure-lac', 'stale dataUntil')).toMatchObject({
      stale: true,
      dataUntil: '2020-12-31',
    })
    const id = await aMeasure({ maxAgeDays: 30 })
    expect((await measureOf(chair, id, 'stale')).stale).toBe(false)
    const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
    await chair.tell('addFigure', aFigure(id, { period: day(60) }))
    expect((await measureOf(chair, id, 'stale')).stale).toBe(true)
    await chair.tell('addFigure', aFigure(id, { period: day(3) }))
    expect((await measureOf(chair, id, 'stale')).stale).toBe(false)
    const { changes } = await chair.ask('{ changes(room: "programme", last: 3) { patches { type } } }')
    const types = changes.flatMap(({ patches }: { patches: { type: string }[] }) => patches.map(({ type }) => type))
    expect(types).toContain('MeasureFigure') // told to open screens, which ask again
  })
})

describe('funding', () => {
  it('row 56: the import gives 35 lines; those without a figure are counted and not added as zero', async () => {
    const { funding, fundingTotals } = await anyone.ask(
      '{ funding { id amountGBP parent { id } } fundingTotals { basis sumGBP lines withoutFigure } }',
    )
    expect(funding).toHaveLength(35)
    const top = funding.filter(({ parent }: { parent: object | null }) => !parent)
    const sum = (pick: string) =>
      fundingTotals.reduce((all: number, one: Record<string, number>) => all + (one[pick] ?? 0), 0)
    expect(sum('lines')).toBe(top.length)
    expect(sum('withoutFigure')).toBe(
      top.filter(({ amountGBP }: { amountGBP: number | null }) => amountGBP === null).length,
    )
    expect(sum('withoutFigure')).toBeGreaterThan(10)
    expect(fundingTotals.find(({ basis }: { basis: string }) => basis === 'RATE').sumGBP).toBeNull()
  })

  it('row 57: each total says its basis; the COVID lines come to £7.66m beside almost £8.5m printed', async () => {
    const { funding, fundingTotals } = await anyone.ask(
      '{ funding { id asPrinted approximate itemised { lines sumGBP restGBP } } fundingTotals { basis sumGBP approximate ambiguous } }',
    )
    const covid = funding.find(({ id }: { id: string }) => id === 'fund-covid-reserve')
    expect(covid).toMatchObject({
      asPrinted: 'almost £8.5m',
      approximate: true,
      itemised: { lines: 6, sumGBP: 7_660_000, restGBP: 840_000 },
    })
    const total = (basis: string) => fundingTotals.find((one: { basis: string }) => one.basis === basis)
    expect(total('ONE_OFF')).toMatchObject({ sumGBP: 12_800_000, approximate: 1 })
    expect(total('ANNUAL').sumGBP).toBe(35_469_000)
    expect(total('UNKNOWN').sumGBP).toBe(7_725_000)
    expect(total('ANNUAL').ambiguous).toBeGreaterThan(0)
  })

  it('row 58: a line with an unmet condition is flagged from its review date on', async () => {
    const ask = async () => {
      const { funding } = await anyone.ask('{ funding { id conditions { id text reviewOn state evidence } } }')
      return funding.find(({ id }: { id: string }) => id === 'fund-complex-needs').conditions
    }
    const [condition] = await ask()
    expect(condition).toMatchObject({
      text: expect.stringContaining('after one year'),
      reviewOn: null,
      state: 'WAITING',
    })
    const { id } = condition
    expect((await member.refused('setConditionReview', { id, reviewOn: '2026-01-31' })).code).toBe('not-permitted')
    await seat.tell('setConditionReview', { id, reviewOn: '2199-01-31' })
    expect((await ask())[0].state).toBe('WAITING')
    await seat.tell('setConditionReview', { id, reviewOn: dayInLondon(new Date()) })
    expect((await ask())[0].state).toBe('UNMET')
    expect((await seat.refused('meetFundingCondition', { id, evidence: ' ' })).code).toBe('evidence-needed')
    await chair.tell('meetFundingCondition', { id, evidence: 'All seven regions keep the service.' })
    expect((await ask())[0]).toMatchObject({ state: 'MET', evidence: 'All seven regions keep the service.' })
  })

  it('row 59: from the complex-needs £2m the evaluation action is reached in two steps', async () => {
    const { funding } = await anyone.ask('{ funding { id asPrinted trace { id kind steps from } } }')
    const line = funding.find(({ id }: { id: string }) => id === 'fund-complex-needs')
    expect(line.asPrinted).toBe('£2m')
    expect(line.trace).toContainEqual({ id: 'wa-08', kind: 'WORK_AREA', steps: 1, from: 'fund-complex-needs' })
    expect(line.trace).toContainEqual({ id: 'act-complex-evaluate', kind: 'ACTION', steps: 2, from: 'wa-08' })
    const id = await aMeasure({ workAreaIds: ['wa-08'] })
    const { funding: again } = await chair.ask('{ funding { id trace { id kind steps } } }')
    const trace = again.find((one: { id: string }) => one.id === 'fund-complex-needs').trace
    expect(trace).toContainEqual({ id, kind: 'MEASURE', steps: 2 })
  })
})

describe('evidence and publications', () => {
  const lesson = (given: object) => ({
    id: v7(),
    session: 'Peer review',
    heldOn: '2026-10-01',
    topic: 'Reunification',
    text: 'Families were asked before the plan was written.',
    workstreamId: 'ws-1',
    ...given,
  })

  it('row 53: lessons on reunification are found across authorities', async () => {
    await chair.tell('addLesson', lesson({ authority: 'Authority A', sharedWith: ['All authorities'] }))
    await (await programme.as('ws1-vice-chair')).tell(
      'addLesson',
      lesson({ authority: 'Authority B', topic: 'Going home', text: 'Reunification needs a named worker.' }),
    )
    await member.tell('addLesson', lesson({ topic: 'Fostering', text: 'Carers meet monthly.', workstreamId: null }))
    const found = async (who: Caller, text: string) =>
      (await who.ask('query L($text: String) { lessons(text: $text) { authority topic } }', { text })).lessons
    expect(
      (await found(member, 'reunification')).map(({ authority }: { authority: string }) => authority).sort(),
    ).toEqual(['Authority A', 'Authority B'])
    expect(await found(member, 'REUNIFICATION named')).toHaveLength(1)
    expect(await found(anyone, 'reunification')).toEqual([])
    expect((await otherChair.refused('addLesson', lesson({}))).code).toBe('not-permitted')
  })

  it('row 60: a finding nothing rests on and an action without evidence are both listed', async () => {
    const gaps = async () => (await secretary.ask('{ evidenceGaps { findings { id } actions { id } } }')).evidenceGaps
    const ids = (list: { id: string }[]) => list.map(({ id }) => id)
    const { findings } = await anyone.ask('{ findings { id text sourceLine date population } }')
    expect(findings).toHaveLength(6)
    for (const one of findings)
      expect(one).toMatchObject({ sourceLine: expect.stringMatching(/L\d+/), population: expect.any(String) })
    const id = v7()
    const given = {
      id,
      text: 'Placements near home last longer.',
      sourceLine: 'A review of 2026',
      workstreamId: 'ws-1',
    }
    expect((await chair.refused('addFinding', { ...given, sourceLine: '' })).code).toBe('source-needed')
    await chair.tell('addFinding', given)
    const before = await gaps()
    expect(ids(before.findings)).toContain(id)
    expect(ids(before.actions)).toContain('act-residential-profile')
    await chair.tell('citeFinding', { id, actionIds: ['act-residential-profile'] })
    const after = await gaps()
    expect(ids(after.findings)).not.toContain(id)
    expect(ids(after.actions)).not.toContain('act-residential-profile')
    expect((await chair.refused('citeFinding', { id, actionIds: ['act-not-there'] })).code).toBe('not-found')
  })

  const publicationOf = async (id: string, fields: string) =>
    (await anyone.ask(`{ publications { id status state { ${fields} } } }`)).publications.find(
      (one: { id: string }) => one.id === id,
    ).state

  it('row 61: the residential guidance is in development and not published', async () => {
    const fields = 'stage published edition translation owner { label { en } }'
    expect(await publicationOf('pub-residential-guidance', fields)).toEqual({
      stage: 'IN_DEVELOPMENT',
      published: false,
      edition: null,
      translation: 'NOT_STATED',
      owner: null,
    })
    const id = 'pub-residential-guidance'
    await secretary.tell('setPublicationState', {
      id,
      edition: 'Draft 3',
      translation: 'AWAITING',
      owner: { bodyId: 'body-ws-2', office: 'CHAIR' },
    })
    expect(await publicationOf(id, fields)).toMatchObject({
      stage: 'IN_DEVELOPMENT',
      published: false,
      edition: 'Draft 3',
      translation: 'AWAITING',
      owner: { label: { en: expect.stringContaining('Chair') } },
    })
    expect((await chair.refused('setPublicationState', { id, edition: 'Draft 4' })).code).toBe('not-permitted')

    // One that is added here is for members until it is published, and a chair does not publish.
    const guide = v7()
    await chair.tell('addPublication', { id: guide, title: 'Reunification guide', kind: 'guide', workstreamId: 'ws-1' })
    const seen = async (who: Caller) =>
      (await who.ask('{ publications { id title { en } state { stage published } } }')).publications.find(
        (one: { id: string }) => one.id === guide,
      )
    const counted = async (who: Caller) => (await who.ask('{ counts { publications } }')).counts.publications
    expect(await counted(member)).toBe((await counted(anyone)) + 1)
    expect(await seen(member)).toMatchObject({ title: { en: 'Reunification guide' }, state: { stage: 'PLANNED' } })
    expect(await seen(anyone)).toBeUndefined()
    const out = { id: guide, stage: 'PUBLISHED' }
    expect((await otherChair.refused('setPublicationState', out)).code).toBe('not-permitted')
    expect((await chair.refused('setPublicationState', out)).code).toBe('not-permitted')
    await secretary.tell('setPublicationState', out)
    expect(await seen(anyone)).toMatchObject({ state: { stage: 'PUBLISHED', published: true } })
  })

  it('row 62: the visitor standards are published, and their implementation is open', async () => {
    const fields = 'published implementation actions { id } uptake { text }'
    expect(await publicationOf('pub-iv-standards', fields)).toEqual({
      published: true,
      implementation: 'OPEN',
      actions: [{ id: 'act-iv-standards' }],
      uptake: [],
    })
    await secretary.tell('reportUptake', { id: 'pub-iv-standards', text: 'Half the authorities make the offer.' })
    expect((await publicationOf('pub-iv-standards', fields)).uptake).toEqual([
      { text: 'Half the authorities make the offer.' },
    ])
    expect((await publicationOf('pub-iro-standards', fields)).implementation).toBe('NONE')
  })

  it('row 63: a published entry of good practice has an owner and a review date', async () => {
    const id = v7()
    const given = {
      title: 'Family group conferencing first',
      text: 'Offered before any plan is written.',
      area: 'Edge of care',
      authority: 'Authority A',
      sourceLine: 'Peer review of October 2026',
      workstreamId: 'ws-1',
    }
    await chair.tell('addGoodPractice', { id, ...given })
    const seen = async () =>
      (await anyone.ask('{ goodPractice { id audience reviewOn owner { label { en } } } }')).goodPractice
    expect(await seen()).toEqual([])
    expect((await chair.refused('publishGoodPractice', { id })).code).toBe('not-permitted')
    expect((await secretary.refused('publishGoodPractice', { id })).code).toBe('owner-needed')
    const owner = { bodyId: 'body-ws-1', office: 'CHAIR' }
    const undated = v7()
    await chair.tell('addGoodPractice', { id: undated, ...given, owner })
    expect((await secretary.refused('publishGoodPractice', { id: undated })).code).toBe('review-date-needed')
    expect((await chair.refused('setPracticeReview', { id, owner, reviewOn: '2027-02-30' })).code).toBe(
      'impossible-date',
    )
    await chair.tell('setPracticeReview', { id, owner, reviewOn: '2027-06-30' })
    await secretary.tell('publishGoodPractice', { id })
    expect(await seen()).toEqual([
      { id, audience: 'PUBLIC', reviewOn: '2027-06-30', owner: { label: { en: expect.stringContaining('Chair') } } },
    ])
  })
})

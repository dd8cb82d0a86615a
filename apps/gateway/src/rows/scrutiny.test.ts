import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
let secretary: Caller
let chair: Caller
let member: Caller
let minister: Caller
let scrutiny: Caller
let anyone: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  secretary = await programme.as('secretariat')
  chair = await programme.as('mag-chair')
  member = await programme.as('member')
  minister = await programme.as('ministers-office')
  scrutiny = await programme.as('scrutiny-reader')
  anyone = await programme.as()
})
afterAll(() => programme?.stop())

type Letter = {
  id: string
  date: string | null
  kind: string
  status: string
  ref: string | null
  replies: { id: string }[]
}
const letters = async (who: Caller): Promise<Letter[]> =>
  (await who.ask('{ correspondence { id date kind status ref replies { id } } }')).correspondence
const letterOf = async (who: Caller, id: string, fields: string) =>
  (await who.ask(`query L($id: ID!) { letter(id: $id) { id ${fields} } }`, { id })).letter

/** A question of a committee to a minister's office, in the register. */
async function aQuestion(given: object = {}): Promise<string> {
  const id = v7()
  await secretary.tell('recordLetter', {
    id,
    kind: 'WRITTEN_QUESTION',
    fromBodyId: 'body-senedd',
    toBodyId: 'body-office-minister-social-care',
    date: '2026-11-02',
    subject: 'Lleoliadau preswyl',
    asks: ['Pryd y cyhoeddir y canllawiau?'],
    due: '2099-11-16',
    ...given,
  })
  return id
}

describe('correspondence', () => {
  it('row 67: the three letters of 21 June 2019 show as unanswered', async () => {
    const all = await letters(anyone)
    const unanswered = all.filter(({ status }) => status === 'UNANSWERED')
    expect(unanswered.map(({ id, date }) => [id, date])).toEqual([
      ['corr-2019-06-21-cype-fm', '2019-06-21'],
      ['corr-2019-06-21-cype-commissioner', '2019-06-21'],
      ['corr-2019-06-21-cype-adss', '2019-06-21'],
    ])
    const register = `kind date ref subject asks answers due status
      from { id } fromPerson { name } to { id } copied { name } replyTo`
    expect(await letterOf(anyone, 'corr-2019-06-21-cype-fm', register)).toMatchObject({
      from: { id: 'body-cype' },
      to: { id: 'body-office-first-minister' },
      copied: [{}, {}, {}],
      due: null,
    })
    // Answered once a reply is sent, and not while it is a draft.
    const id = v7()
    const reply = { id, replyToIds: ['corr-2019-06-21-cype-adss'], answers: ['No targets are set.'] }
    await secretary.tell('draftReply', reply)
    // Asked by somebody who sees the draft.
    const status = async () => (await letterOf(member, 'corr-2019-06-21-cype-adss', 'status')).status
    expect(await status()).toBe('UNANSWERED')
    expect((await secretary.refused('sendLetter', { id })).code).toBe('not-permitted')
    await chair.tell('sendLetter', { id })
    expect((await letterOf(member, 'corr-2019-06-21-cype-adss', 'status replies { id }')).replies).toEqual([{ id }])
  })

  it('row 67: what is past its due date without an answer is overdue', async () => {
    const late = await aQuestion({ due: '2026-11-03' })
    const open = await aQuestion()
    const standing = 'status due overdueSince'
    expect(await letterOf(member, late, standing)).toMatchObject({ status: 'UNANSWERED', overdueSince: '2026-11-04' })
    expect(await letterOf(member, open, standing)).toMatchObject({ status: 'UNANSWERED', overdueSince: null })
  })

  it('row 68: both question numbers resolve to one reply', async () => {
    const questions = (await letters(anyone)).filter(({ kind }) => kind === 'written-question')
    expect(questions.map(({ ref, status, replies }) => [ref, status, replies.map(({ id }) => id)])).toEqual([
      ['WQ 91622', 'ANSWERED', ['corr-2024-03-27-minister-williams']],
      ['WQ 91623', 'ANSWERED', ['corr-2024-03-27-minister-williams']],
    ])
    const two = [await aQuestion({ ref: 'WQ 95001' }), await aQuestion({ ref: 'WQ 95002' })]
    const id = v7()
    await minister.tell('draftReply', { id, replyToIds: [two[0]] })
    expect(await letterOf(minister, two[0] ?? '', 'status draftReplies { id }')).toMatchObject({
      status: 'UNANSWERED',
      draftReplies: [{ id }],
    })
    // The second question is answered in the same reply: the draft is put in other words, by those who write it.
    const draft = { id, basedOn: 1, subject: 'Lleoliadau', answers: ['Yn y gwanwyn.'], due: null, replyToIds: two }
    expect((await member.refused('reviseLetter', draft)).code).toBe('not-permitted')
    expect((await minister.refused('reviseLetter', { ...draft, subject: ' ' })).code).toBe('text-needed')
    await minister.tell('reviseLetter', draft)
    expect((await minister.refused('reviseLetter', { ...draft, answers: [] })).code).toBe('changed-since')
    expect(await letterOf(minister, id, 'subject answers due version')).toMatchObject({
      subject: 'Lleoliadau',
      answers: ['Yn y gwanwyn.'],
      due: null,
      version: 2,
    })
    expect((await letterOf(minister, id, 'repliesTo { id }')).repliesTo.map((one: Letter) => one.id)).toEqual(two)
    await minister.tell('sendLetter', { id })
    expect((await minister.refused('reviseLetter', { ...draft, basedOn: 3 })).code).toBe('already-sent')
    for (const question of two)
      expect(await letterOf(member, question, 'status replies { id }')).toMatchObject({
        status: 'ANSWERED',
        replies: [{ id }],
      })
  })

  it('row 68: a Welsh question opens a Welsh reply, due on the same day as an English one', async () => {
    const reply = async (language: string) => {
      const id = v7()
      await minister.tell('draftReply', { id, replyToIds: [await aQuestion({ language })] })
      return letterOf(minister, id, 'language due status')
    }
    const [welsh, english] = [await reply('CY'), await reply('EN')]
    expect(welsh).toMatchObject({ language: 'CY', status: 'DRAFT' })
    expect(english).toMatchObject({ language: 'EN', status: 'DRAFT' })
    expect(welsh.due).toBe(english.due)
  })

  it('row 69: a scrutiny reader sees a shared letter and no unshared draft, by any door', async () => {
    const id = v7()
    const draft = { id, replyToIds: ['corr-2019-06-21-cype-commissioner'], answers: ['Cyfrinachgar quietword'] }
    await secretary.tell('draftReply', draft)
    const doors = async (who: Caller) => {
      const found = await who.ask(
        '{ search(text: "quietword") { totalCount } counts { correspondence } correspondence { id } }',
      )
      const own = await who.ask('query L($id: ID!) { letter(id: $id) { id } }', { id }).catch(() => null)
      const { changes } = await who
        .ask('{ changes(room: "programme", last: 5) { patches { id } } }')
        .catch(() => ({ changes: [] }))
      return {
        letter: own !== null,
        found: found.search.totalCount,
        listed: found.correspondence.some((one: Letter) => one.id === id),
        counted: found.counts.correspondence === found.correspondence.length,
        told: changes.some(({ patches }: { patches: Letter[] }) => patches.some((one) => one.id === id)),
      }
    }
    const nothing = { letter: false, found: 0, listed: false, counted: true, told: false }
    const everything = { letter: true, found: 1, listed: true, counted: true, told: true }
    expect(await doors(scrutiny)).toEqual(nothing)
    expect(await doors(anyone)).toEqual(nothing)
    expect(await doors(member)).toEqual(everything)
    const shared = { id, audience: 'SHARED' }
    expect((await secretary.refused('shareLetter', shared)).code).toBe('not-sent-yet')
    expect((await minister.refused('sendLetter', { id })).code).toBe('not-permitted')
    await chair.tell('sendLetter', { id })
    expect(await doors(scrutiny)).toMatchObject({ letter: false, listed: false })
    await secretary.tell('shareLetter', shared)
    expect(await doors(scrutiny)).toMatchObject({ letter: true, found: 1, listed: true, counted: true })
    expect(await doors(anyone)).toMatchObject({ letter: false, found: 0, listed: false })
    expect((await letterOf(scrutiny, id, 'shares { audience at }')).shares).toMatchObject([{ audience: 'SHARED' }])
  })
})

type Recommendation = { id: string; text: string; state: { response: string } }
const macdonald = 'pub-macdonald-report'
const recommendations = async (
  who: Caller,
  fields = 'id text state { response delivery }',
): Promise<Recommendation[]> =>
  (await who.ask(`{ recommendations(publicationId: "${macdonald}") { ${fields} } }`)).recommendations
const coverage = async (who: Caller, publicationId = macdonald) =>
  (
    await who.ask(
      `query C($id: ID!) { recommendationCoverage(publicationId: $id) {
        total accepted rejected notStated integrated outstanding } }`,
      { id: publicationId },
    )
  ).recommendationCoverage

describe('recommendations', () => {
  it('row 24: the five education recommendations show as not stated, none as accepted', async () => {
    const { legacyItems } = await anyone.ask('{ legacyItems { recommendations { text acceptance } } }')
    const printed: { acceptance: string }[] = legacyItems.flatMap(
      (one: { recommendations: unknown[] }) => one.recommendations,
    )
    expect(printed.map(({ acceptance }) => acceptance)).toEqual(Array(5).fill('not-stated'))
    const five = await recommendations(anyone)
    expect(five.map(({ state }) => state.response)).toEqual(Array(5).fill('NOT_STATED'))
    expect(await coverage(anyone)).toMatchObject({ total: 5, notStated: 5, accepted: 0 })
  })

  it('row 23: one report shows what is accepted, integrated and outstanding', async () => {
    const publicationId = 'pub-pac-report'
    expect(await coverage(member, publicationId)).toMatchObject({ total: 0, outstanding: 0 })
    const ids = [v7(), v7(), v7()]
    for (const [i, id] of ids.entries())
      await secretary.tell('addRecommendation', { id, publicationId, text: `Recommendation ${i + 1}` })
    const state = { day: '2019-01-10', delivery: 'NOT_STATED' }
    const actionIds = ['act-pac-recommendations']
    await secretary.tell('stateRecommendation', { id: ids[0], ...state, response: 'ACCEPTED', actionIds })
    const rejected = { id: ids[1], ...state, response: 'REJECTED' }
    expect((await secretary.refused('stateRecommendation', rejected)).code).toBe('reason-needed')
    expect((await member.refused('stateRecommendation', rejected)).code).toBe('not-permitted')
    await secretary.tell('stateRecommendation', { ...rejected, reason: 'Others do this' })
    expect(await coverage(member, publicationId)).toEqual({
      total: 3,
      accepted: 1,
      rejected: 1,
      notStated: 1,
      integrated: 1,
      outstanding: 2,
    })
    expect(await coverage(anyone, publicationId)).toMatchObject({ total: 0 })
  })

  it('row 70: a report shows the state of each recommendation at two dates', async () => {
    const [{ id } = { id: '' }] = await recommendations(member)
    const told = { id, day: '2019-06-21', response: 'IN_PRINCIPLE', delivery: 'NOT_STATED' }
    expect((await secretary.refused('stateRecommendation', told)).code).toBe('resolve-by-needed')
    await secretary.tell('stateRecommendation', { ...told, resolveBy: '2019-12-31' })
    const late = async () =>
      (await recommendations(member, 'id overdueSince')).map((one) => ('overdueSince' in one ? one.overdueSince : ''))
    expect(await late()).toEqual(['2020-01-01', null, null, null, null])
    const overdue = async () => {
      const asked = `{ recommendations(publicationId: "${macdonald}", overdue: true) { id }
        recommendationCoverage(publicationId: "${macdonald}") { overdue } viewer { notices(first: 100) { edges { node {
          kind about { type id title { en } } } } } } }`
      const { recommendations: found, recommendationCoverage: counted, viewer } = await secretary.ask(asked)
      const lines = viewer.notices.edges.filter(
        ({ node }: { node: { about: { type: string } } }) => node.about.type === 'TrackedRecommendation',
      )
      return { found, counted, lines: lines.map(({ node }: { node: { kind: string } }) => node.kind) }
    }
    expect(await overdue()).toEqual({ found: [{ id }], counted: { overdue: 1 }, lines: ['OVERDUE'] })
    const { viewer } = await member.ask('{ viewer { notices(first: 100) { edges { node { about { type } } } } } }')
    expect(JSON.stringify(viewer)).not.toContain('TrackedRecommendation')
    const delivered = { id, day: '2021-03-01', response: 'ACCEPTED', delivery: 'DELIVERED' }
    expect((await secretary.refused('stateRecommendation', delivered)).code).toBe('evidence-needed')
    await secretary.tell('stateRecommendation', { ...delivered, evidence: 'Legacy report' })
    expect(await late()).toEqual([null, null, null, null, null])
    expect(await overdue()).toEqual({ found: [], counted: { overdue: 0 }, lines: [] })
    const then = `id first: asAt(day: "2019-06-21") { response delivery }
      second: asAt(day: "2021-03-31") { response delivery evidence }`
    const unsaid = { response: 'NOT_STATED', delivery: 'NOT_STATED' }
    expect(await recommendations(member, then)).toMatchObject([
      {
        id,
        first: { response: 'IN_PRINCIPLE' },
        second: { response: 'ACCEPTED', delivery: 'DELIVERED', evidence: 'Legacy report' },
      },
      ...Array(4).fill({ first: unsaid, second: unsaid }),
    ])
  })
})

describe('what reports are written from', () => {
  const lines = 'id kind number title { en }'
  const letter = async (asAt: string) =>
    (
      await anyone.ask(
        `query L($asAt: String!) { progressLetter(asAt: $asAt) { asAt withoutProgress { ${lines} }
          paragraphs { number workArea { ${lines} } points { text day source { file locator } } } } }`,
        { asAt },
      )
    ).progressLetter

  it('row 64: as at 6 November 2019 there are twelve numbered paragraphs in the order of the work areas', async () => {
    const { paragraphs, withoutProgress } = await letter('2019-11-06')
    const { workAreas } = await anyone.ask('{ workAreas { id number } }')
    expect(paragraphs.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const idsOf = (list: { workArea: { id: string } }[]) => list.map(({ workArea }) => workArea.id)
    expect(idsOf(paragraphs)).toEqual(workAreas.map(({ id }: { id: string }) => id))
    expect(withoutProgress).toEqual([])
    for (const { points } of paragraphs)
      for (const point of points)
        expect(point).toMatchObject({
          text: expect.stringMatching(/\w/),
          day: '2019-11-06',
          source: { locator: expect.stringMatching(/L\d/) },
        })
    // A day earlier nothing had been reported: the twelve are named, and no paragraph is made up.
    const before = await letter('2019-11-05')
    expect(before.paragraphs).toEqual([])
    expect(before.withoutProgress).toHaveLength(12)
  })

  it('row 65: the same records give the same figures of a year, and each figure links to its records', async () => {
    const parts = ['actionsClosed', 'figures', 'funding', 'documents', 'participation']
    const query = `query Y($year: Int!) { yearInFigures(year: $year) { year ${parts.map((part) => `${part} { ${lines} }`).join(' ')} } }`
    const year = async () => (await anyone.ask(query, { year: 2019 })).yearInFigures
    const first = await year()
    expect(await year()).toEqual(first)
    for (const part of parts.slice(0, 4)) expect(first[part].length, part).toBeGreaterThan(0)
    expect(first.participation).toEqual([])
    for (const { id } of first.actionsClosed) {
      const was = 'query A($id: ID!) { action(id: $id) { id statusNotes { status asOf } } }'
      const { statusNotes } = (await anyone.ask(was, { id })).action
      expect(statusNotes).toContainEqual({ status: 'done', asOf: expect.stringMatching(/^2019/) })
    }
    // What was closed in one year is not closed in a later one again, and every other line says the year itself.
    const idsOf = (list: { id: string }[]) => list.map(({ id }) => id)
    const later = (await anyone.ask(query, { year: 2021 })).yearInFigures
    expect(later.actionsClosed.length).toBeGreaterThan(0)
    expect(idsOf(later.actionsClosed).filter((id) => idsOf(first.actionsClosed).includes(id))).toEqual([])
    const { indicators, funding, publications } = await anyone.ask(
      '{ indicators { id when: date } funding { id when: period } publications { id when: published } }',
    )
    for (const [part, records] of Object.entries({ figures: indicators, funding, documents: publications })) {
      const of2019 = records.filter(({ when }: { when: string | null }) => /2019|2018-19/.test(when ?? ''))
      const named = idsOf(of2019)
      expect(named, part).toEqual(expect.arrayContaining(idsOf(first[part])))
      const whole = of2019.filter(({ when }: { when: string }) => when === '2019')
      expect(idsOf(first[part]), part).toEqual(expect.arrayContaining(idsOf(whole)))
    }
  })

  it('row 65: figures added to measures since are among those of their year, small numbers hidden, each with its note', async () => {
    const id = v7()
    const measure = {
      definition: 'Counted once',
      unit: 'children',
      direction: 'FEWER',
      dataSource: 'Census',
      workstreamId: 'ws-1',
    }
    await secretary.tell('addMeasure', { id, title: 'Children placed far away', ...measure })
    const figure = { measureId: id, period: '2031-03', population: 'Wales', sourceLine: 'Census', caveats: ['CENSUS'] }
    await secretary.tell('addFigure', { id: v7(), ...figure, value: 3 })
    await secretary.tell('addFigure', { id: v7(), ...figure, value: 60, period: '2032-03' })
    const ofYear = async (who: Caller) =>
      (await who.ask('{ yearInFigures(year: 2031) { figures { id kind title { en } } } }')).yearInFigures.figures
    const named = (value: string) => [
      { id, kind: 'Measure', title: { en: `Children placed far away: ${value} (2031-03)` } },
    ]
    expect(await ofYear(secretary)).toEqual(named('3'))
    expect(await ofYear(member)).toEqual(named('small number, not shown'))
    expect(await ofYear(anyone)).toEqual([])
  })

  it('row 66: every open legacy item is among the unfinished', async () => {
    const closing = async () =>
      (await anyone.ask(`{ closingLists { achievements { ${lines} } unfinished { ${lines} } } }`)).closingLists
    const items = (list: { kind: string; id: string }[]) =>
      list.filter(({ kind }) => kind === 'LegacyItem').map(({ id }) => id)
    const { legacyItems } = await anyone.ask('{ legacyItems { id } }')
    const all = legacyItems.map(({ id }: { id: string }) => id)
    const { achievements, unfinished } = await closing()
    expect(all).toHaveLength(7)
    expect(items(unfinished)).toEqual(all)
    expect(achievements.length).toBeGreaterThan(0)
    const stopped = { id: 'legacy-7', course: 'STOPPED', day: '2026-11-01', reason: 'Taken over elsewhere' }
    await chair.tell('setLegacyCourse', stopped, '__typename')
    expect(items((await closing()).unfinished)).toEqual(all.filter((id: string) => id !== 'legacy-7'))
  })

  it('row 70: what was recommended is found by its words, by those who may see it', async () => {
    const id = v7()
    const text = 'Count the quokkas of every county'
    await secretary.tell('addRecommendation', { id, publicationId: macdonald, text })
    const found = async (who: Caller, words: string): Promise<string[]> => {
      const query = '{ search(text: "WORDS") { totalCount hits { ... on TrackedRecommendation { id } } } }'
      const { totalCount, hits } = (await who.ask(query.replace('WORDS', words))).search
      expect(hits.length).toBe(totalCount)
      return hits.flatMap((hit: { id?: string }) => hit.id ?? [])
    }
    await expect.poll(() => found(member, 'quokkas')).toEqual([id])
    expect(await found(anyone, 'quokkas')).toEqual([])
    const [printed] = await recommendations(anyone)
    expect(await found(anyone, printed?.text.split(' ').slice(0, 8).join(' ') ?? '')).toContain(printed?.id)
  })
})

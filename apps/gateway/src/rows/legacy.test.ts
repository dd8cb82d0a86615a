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
const keys = [
  'mag-chair',
  'ws1-chair',
  'ws2-chair',
  'ws3-chair',
  'ws3-vice-chair',
  'secretariat',
  'member',
  'social-care-wales',
  'ministers-office',
  'scrutiny-reader',
  'guest',
]
// The clock is moved by the tests: an owner is asked for on days gone by.
let today = new Date('2026-03-02T10:00:00Z')
beforeAll(async () => {
  programme = await runningProgramme(() => today)
  for (const key of keys) people.set(key, await programme.as(key))
  people.set('nobody', await programme.as())
})
afterAll(() => programme?.stop())

async function on(day: string): Promise<void> {
  today = new Date(`${day}T10:00:00Z`)
  // A session is for one working day.
  for (const key of keys) people.set(key, await programme.as(key))
}

const handed = 'owner { label { en } body { id } } ownerNeed ledger { state reason by { name } }'
const fields = `... on LegacyItem { id ${handed} } ... on Commitment { id ${handed} }`
const item = async (id: string, asked: string, key = 'mag-chair') =>
  (await as(key).ask(`query I($id: ID!) { legacyItem(id: $id) { ${asked} } }`, { id })).legacyItem
const commitment = async (id: string, asked: string, key = 'nobody') =>
  (await as(key).ask(`query C($id: ID!) { commitment(id: $id) { ${asked} } }`, { id })).commitment

describe('the registers', () => {
  it('row 34: import gives seven legacy items and 56 commitments', async () => {
    const { legacyItems } = await as('nobody').ask(
      '{ legacyItems { number problem indicators { id } workAreas { id } commitments { text source { locator } } } }',
    )
    expect(legacyItems.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const all = legacyItems.flatMap(({ commitments }: { commitments: object[] }) => commitments)
    expect(all).toHaveLength(56)
    for (const { source } of all) expect(source.locator).toMatch(/L\d+/)
    for (const { problem } of legacyItems) expect(problem).not.toBe('')
  })

  it('row 35: a search for "Sufficiency of Fostering" finds item 2, and so does its other title', async () => {
    for (const text of ['Sufficiency of Fostering', 'National Fostering Framework']) {
      const { search } = await as('nobody').ask(
        'query S($text: String!) { search(text: $text) { hits { ... on LegacyItem { id number } } } }',
        { text },
      )
      expect(search.hits, text).toContainEqual({ id: 'legacy-2', number: 2 })
    }
    const both = await item('legacy-2', 'title { en } titleInConclusion { en }')
    expect(both).toEqual({
      title: { en: 'National Fostering Framework' },
      titleInConclusion: { en: 'Sufficiency of Fostering Provision' },
    })
  })

  it('row 37: import gives 22 further commitments, each with its source line', async () => {
    const { commitments } = await as('nobody').ask(
      '{ commitments(outstanding: true) { legacyItem { id } source { file locator } } }',
    )
    expect(commitments).toHaveLength(22)
    for (const { legacyItem, source } of commitments) {
      expect(legacyItem).toBeNull()
      expect(source.locator).toMatch(/L\d+/)
    }
  })
})

describe('the owner', () => {
  it('row 36: two chairs set different owners at once: one wins, the other is told and sees who', async () => {
    const id = 'legacy-6'
    expect(await item(id, 'owner { label { en } } ownerNeed')).toEqual({ owner: null, ownerNeed: 'NEVER_OWNED' })
    const owners = { 'mag-chair': { bodyId: 'body-ws-2' }, 'ws3-chair': { bodyId: 'body-ws-3' } }
    const both = await Promise.allSettled(
      Object.entries(owners).map(([key, owner]) => as(key).tell('proposeLegacyOwner', { id, owner }, fields)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const first = both[0]?.status === 'fulfilled'
    const loser = first ? 'ws3-chair' : 'mag-chair'
    const refusal = await as(loser).refused('proposeLegacyOwner', { id, owner: owners[loser] })
    expect(refusal.code).toBe('proposal-waiting')
    const winner = first ? 'Chair, Ministerial Advisory Group' : 'Chair, Workstream 3'
    expect(JSON.stringify(refusal.details.by)).toContain(winner)
    // The answer to the very attempt that came second says so too.
    const lost = both.find((one) => one.status === 'rejected')
    expect(String(lost?.reason)).toMatch(new RegExp(`proposal-waiting.*"${winner}"`))
    const { ledger } = await item(id, 'ledger { state by { name } }', 'nobody')
    expect(ledger).toHaveLength(1)
    await as('mag-chair').tell('withdrawLegacyOwner', { id, reason: 'Asked of two at once' }, fields)
  })

  it('row 36: the ledger says who owned it at the end of any day, and who is to be found when the office falls vacant', async () => {
    const id = 'legacy-7'
    await as('secretariat').tell(
      'proposeLegacyOwner',
      { id, owner: { bodyId: 'body-ws-3', office: 'VICE_CHAIR' } },
      fields,
    )
    await on('2026-03-04')
    await as('ws3-vice-chair').tell('acceptLegacyOwner', { id }, fields)
    await on('2026-03-09')
    const asked = ['2021-04-01', '2026-03-03', '2026-03-04', '2026-03-09']
    const owners = await item(
      id,
      asked.map((day, n) => `d${n}: ownerAsAt(day: "${day}") { label { en cy } }`).join(' '),
      'nobody',
    )
    expect(asked.map((_, n) => owners[`d${n}`]?.label.en ?? null)).toEqual([
      null,
      null,
      'Vice-Chair, Workstream 3',
      'Vice-Chair, Workstream 3',
    ])
    expect((await item(id, 'ownerNeed')).ownerNeed).toBeNull()

    const { body } = await as('secretariat').ask('{ body(id: "body-ws-3") { appointments { id office inForce } } }')
    const held = body.appointments.find(
      ({ office, inForce }: { office: string; inForce: boolean }) => office === 'VICE_CHAIR' && inForce,
    )
    await as('secretariat').tell('endAppointment', { id: held.id }, 'id')
    expect(await item(id, 'owner { label { en } } ownerNeed')).toEqual({
      owner: { label: { en: 'Vice-Chair, Workstream 3' } },
      ownerNeed: 'OFFICE_VACANT',
    })
    const { legacyNeedingOwner } = await as('mag-chair').ask(
      '{ legacyNeedingOwner { ... on LegacyItem { id ownerNeed } ... on Commitment { id ownerNeed } } }',
    )
    expect(legacyNeedingOwner).toContainEqual({ id, ownerNeed: 'OFFICE_VACANT' })
    await as('secretariat').tell(
      'appointPerson',
      { id: v7(), personId: 'demo-ws3-vice-chair', bodyId: 'body-ws-3', office: 'VICE_CHAIR' },
      'id',
    )
    expect((await item(id, 'ownerNeed')).ownerNeed).toBeNull()
  })
})

describe('what later documents say', () => {
  const asked =
    'status statusAsOf laterUpdates { day term { number } status text waitsOn document place by { name } } actions { id waitsFor { dependsOn { id } } }'

  it('row 38: the residential guidance shows its state of 2021, the reply of 2024 and what it waits on', async () => {
    const shown = await commitment('oc-residential-guidance', asked)
    expect(shown).toMatchObject({ status: 'delayed', statusAsOf: '2021-03' })
    expect(shown.laterUpdates).toMatchObject([
      { day: '2024-03-27', term: { number: 6 }, status: 'in-progress', place: 'Paragraph 6 · L33', by: null },
    ])
    const waits = shown.actions.flatMap(({ waitsFor }: { waitsFor: { dependsOn: { id: string } }[] }) => waitsFor)
    expect(waits).toContainEqual({ dependsOn: { id: 'act-four-nation-notifications' } })
  })

  it('row 38: a later update stands with its term, its document and what it waits on', async () => {
    const id = 'oc-residential-guidance'
    const update = {
      id,
      day: '2026-06-30',
      status: 'DELAYED',
      text: 'The draft is with the new government',
      waitsOn: 'The notifications of the four nations',
      document: 'Reply to a written question',
      place: 'Paragraph 2',
    }
    await as('secretariat').tell('addLegacyUpdate', update, fields)
    const { laterUpdates } = await commitment(id, asked)
    expect(laterUpdates).toHaveLength(2)
    expect(laterUpdates[1]).toMatchObject({
      term: { number: 7 },
      waitsOn: 'The notifications of the four nations',
      place: 'Paragraph 2',
      by: { name: 'Secretariat, programme team' },
    })
    expect((await as('secretariat').refused('addLegacyUpdate', { ...update, day: '2026-02-30' })).code).toBe(
      'impossible-date',
    )
    for (const key of ['member', 'ministers-office', 'social-care-wales', 'scrutiny-reader', 'guest'])
      expect((await as(key).refused('addLegacyUpdate', update)).code, key).toBe('not-permitted')
  })
})

describe('handing over', () => {
  it('row 39: a successor accepts item by item; what it does not accept stays with the old body', async () => {
    const own = ['legacy-1', 'oc-nest', 'oc-pace-remand']
    for (const id of own) {
      await as('mag-chair').tell('proposeLegacyOwner', { id, owner: { bodyId: 'body-ws-1' } }, fields)
      await as('ws1-chair').tell('acceptLegacyOwner', { id }, fields)
    }
    const pack = {
      id: v7(),
      title: 'To the successor',
      fromBodyId: 'body-mag',
      toBodyId: 'body-social-care-wales',
      recordIds: [...own, 'oc-citizen-survey'],
      publicationIds: ['pub-legacy-report'],
    }
    expect((await as('ws1-chair').refused('offerHandOver', pack)).code).toBe('not-permitted')
    expect((await as('mag-chair').refused('offerHandOver', { ...pack, recordIds: [] })).code).toBe(
      'nothing-to-hand-over',
    )
    const proposed = { ...pack, toBodyId: 'body-delivery-board' }
    expect((await as('mag-chair').refused('offerHandOver', proposed)).code).toBe('body-not-active')
    await as('mag-chair').tell('offerHandOver', pack, 'id')

    const receiver = as('social-care-wales')
    await receiver.tell('acceptLegacyOwner', { id: 'legacy-1' }, fields)
    await receiver.tell('declineLegacyOwner', { id: 'oc-nest', reason: 'Health leads on this' }, fields)
    await receiver.tell('queryLegacyOwner', { id: 'oc-pace-remand', reason: 'Who pays for it?' }, fields)

    const packed = async (key: string) =>
      (
        await as(key).ask(
          `query P($id: ID!) { handOverPack(id: $id) { to { id } publications { id } counts { waiting queried accepted declined } lines { answer answered { reason } record { ${fields} ... on LegacyItem { waitsFor { dependsOn { id } } source { locator } } } } } }`,
          { id: pack.id },
        )
      ).handOverPack
    const shown = await packed('social-care-wales')
    expect(shown.counts).toEqual({ waiting: 1, queried: 1, accepted: 1, declined: 1 })
    expect(shown.publications).toEqual([{ id: 'pub-legacy-report' }])
    type Line = { answer: string; record: { owner: { body: { id: string } } | null; waitsFor?: object[] } }
    expect(shown.lines.map(({ answer, record }: Line) => [answer, record.owner?.body.id ?? null])).toEqual([
      ['ACCEPTED', 'body-social-care-wales'],
      ['DECLINED', 'body-ws-1'],
      ['QUERIED', 'body-ws-1'],
      ['WAITING', null],
    ])
    expect(shown.lines[0].record.waitsFor).toContainEqual({ dependsOn: { id: 'legacy-2' } })

    await as('secretariat').tell(
      'explainLegacyOwner',
      { id: 'oc-pace-remand', reason: 'The pilots are funded' },
      fields,
    )
    await as('mag-chair').tell('withdrawHandOver', { id: pack.id, reason: 'The rest goes elsewhere' }, 'id')
    expect((await packed('mag-chair')).lines.map(({ answer }: Line) => answer)).toEqual([
      'ACCEPTED',
      'DECLINED',
      'WITHDRAWN',
      'WITHDRAWN',
    ])
    expect((await receiver.refused('acceptLegacyOwner', { id: 'oc-pace-remand' })).code).toBe('no-proposal-waiting')
    for (const key of ['scrutiny-reader', 'guest', 'nobody'])
      await expect(packed(key), key).rejects.toThrow('not-found')
  })
})

describe('what becomes of it', () => {
  it('row 41: stopping without a reason is refused; continued, merged, replaced and stopped keep reason and reference', async () => {
    const id = 'oc-connect-kitemark'
    const step = { id, course: 'STOPPED', day: '2026-03-09' }
    expect((await as('secretariat').refused('setLegacyCourse', { ...step, reason: ' ' })).code).toBe('reason-needed')
    expect((await commitment(id, 'course { course }')).course).toBeNull()
    const set = (given: object) =>
      as('secretariat').tell('setLegacyCourse', { ...step, reason: 'New priorities', ...given }, fields)
    await set({ course: 'CONTINUED', reference: 'Letter of 27 March 2024, paragraph 4' })
    expect((await as('secretariat').refused('setLegacyCourse', { ...step, course: 'MERGED', reason: 'x' })).code).toBe(
      'legacy-target-needed',
    )
    await set({ course: 'MERGED', intoId: 'oc-advocacy-fora' })
    await set({})
    const { courses, course } = await commitment(
      id,
      'course { course } courses { course reason reference into { ... on Commitment { id } } by { name } }',
    )
    expect(course).toEqual({ course: 'STOPPED' })
    expect(courses).toMatchObject([
      { course: 'CONTINUED', reference: 'Letter of 27 March 2024, paragraph 4', into: null },
      { course: 'MERGED', into: { id: 'oc-advocacy-fora' } },
      { course: 'STOPPED', reason: 'New priorities', by: { name: 'Secretariat, programme team' } },
    ])
    const offered = await as('mag-chair').refused('proposeLegacyOwner', { id, owner: { bodyId: 'body-ws-2' } })
    expect(offered.code).toBe('legacy-ended')
    for (const key of ['member', 'ministers-office', 'social-care-wales', 'guest'])
      expect((await as(key).refused('setLegacyCourse', { ...step, reason: 'x' })).code, key).toBe('not-permitted')
  })
})

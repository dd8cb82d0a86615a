import { type Connection, connect, minutesPlainText, minutesText, type OpenDocument, sameState, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cuttableLine } from '../test/cuttable-line.js'
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
  const keys = [
    'secretariat',
    'mag-chair',
    'ws1-chair',
    'ws1-vice-chair',
    'ws2-chair',
    'ws2-vice-chair',
    'ws3-chair',
    'member',
    'guest',
  ]
  for (const key of keys) people.set(key, await programme.as(key))
})
afterAll(() => programme?.stop())

const day = 86_400_000
const inDays = (days: number, hour = 0) => new Date(Date.now() + days * day + hour * 3_600_000).toISOString()
const item = (title: string) => ({ id: v7(), title, minutes: 10 })

async function aMeeting(bodyId: string, days: number, agenda: object[] = []): Promise<string> {
  const id = v7()
  const times = { startsAt: inDays(days), endsAt: inDays(days, 2) }
  await as('secretariat').tell('createMeeting', { id, bodyId, ...times, agenda })
  return id
}

async function held(bodyId: string, days: number): Promise<string> {
  const id = await aMeeting(bodyId, days)
  await as('secretariat').tell('startMeeting', { id })
  await as('secretariat').tell('endMeeting', { id })
  return id
}

// A name that tells the fields of the body, which no test of another area uses.
const ask = async (bodyId: string, fields: string, who = 'secretariat') =>
  (await as(who).ask(`query B($id: ID!) { body(id: $id) { ${fields} } }`, { id: bodyId })).body
const meeting = async (id: string, fields: string, who = 'secretariat') =>
  (await as(who).ask(`query M($id: ID!) { meeting(id: $id) { ${fields} } }`, { id })).meeting

const template = { title: 'Regular meeting', place: 'Cathays Park', minutes: 90, agenda: [] }
const quarterly = { cadence: { every: 1, unit: 'QUARTER' } }

describe('how a body meets', () => {
  it('row 10: a quarterly body without a meeting in over a quarter is flagged', async () => {
    const bodyId = 'body-ws-3'
    const rhythm = async () => (await ask(bodyId, 'series { rhythm { lastMet meetBy late } }')).series.rhythm
    await as('secretariat').tell('setMeetingSeries', { bodyId, ...quarterly, ...template })
    expect(await rhythm()).toMatchObject({ lastMet: null, late: false }) // it has a quarter from the day the rhythm was set
    await held(bodyId, -100)
    expect(await rhythm()).toMatchObject({ late: true })
    // A planned one is a promise, a cancelled one nothing, and a one-off event counts as the meeting it is.
    const cancelled = await aMeeting(bodyId, -10)
    await as('secretariat').tell('cancelMeeting', { id: cancelled, reason: 'Not quorate' })
    expect(await rhythm()).toMatchObject({ late: true })
    const { meetingSeries } = await as('secretariat').ask('{ meetingSeries { body { id } rhythm { late } } }')
    expect(meetingSeries).toContainEqual({ body: { id: bodyId }, rhythm: { late: true } })
    await held(bodyId, -20)
    expect(await rhythm()).toMatchObject({ late: false })

    const next = await aMeeting(bodyId, 0.01)
    expect((await ask(bodyId, 'nextMeeting { id seriesId }')).nextMeeting).toEqual({ id: next, seriesId: null })
  })

  const changes: [string, object][] = [
    ['title', { title: 'Another' }],
    ['place', { place: 'Wrexham' }],
    ['length', { minutes: 30 }],
    ['agenda', { agenda: [{ title: 'Other', minutes: 5, section: 'New', presenter: 'Chair' }] }],
    ['cadence', { cadence: { every: 2, unit: 'WEEK' } }],
    ['quorum', { quorum: 7 }],
  ]
  it.each(changes)('a changed %s of the template changes no opened meeting', async (_, change) => {
    const bodyId = 'body-mag'
    const agenda = [{ title: 'Welcome', minutes: 5, section: 'Opening', presenter: 'Chair' }]
    const series = { bodyId, ...quarterly, ...template, agenda }
    await as('secretariat').tell('setMeetingSeries', series)
    const id = v7()
    await as('secretariat').tell('createNextMeeting', { id, bodyId, startsAt: inDays(40) })
    const all = 'seriesId title place startsAt endsAt agenda { title minutes section presenter } version'
    const before = await meeting(id, all)
    expect(before).toMatchObject({ title: 'Regular meeting', place: 'Cathays Park', agenda })
    expect(Date.parse(before.endsAt) - Date.parse(before.startsAt)).toBe(90 * 60_000)
    await as('secretariat').tell('setMeetingSeries', { ...series, ...change })
    expect(await meeting(id, all)).toEqual(before)
  })

  it('is set by those who prepare, on a body that meets', async () => {
    const series = { bodyId: 'body-ws-1', ...quarterly, ...template }
    for (const key of ['member', 'ws2-chair', 'guest'])
      expect((await as(key).refused('setMeetingSeries', series)).code, key).toMatch(/not-permitted|not-found/)
    expect((await as('secretariat').refused('setMeetingSeries', { ...series, quorum: 0 })).code).toBe('malformed')
    const next = { id: v7(), bodyId: 'body-operational-group', startsAt: inDays(9) }
    expect((await as('secretariat').refused('createNextMeeting', next)).code).toBe('not-found') // it has no series
  })
})

describe('cancelling and moving', () => {
  it('keep the reason, and the time it should have been', async () => {
    const id = await aMeeting('body-ws-2', 30)
    const to = { startsAt: inDays(31), endsAt: inDays(31, 1) }
    const moved = await as('ws2-chair').tell(
      'postponeMeeting',
      { id, ...to, reason: 'Strike' },
      'status startsAt earlierTimes { reason by { id } }',
    )
    expect(moved).toMatchObject({ status: 'PLANNED', startsAt: to.startsAt })
    expect(moved.earlierTimes).toEqual([{ reason: 'Strike', by: { id: 'demo-ws2-chair' } }])
    expect((await as('member').refused('cancelMeeting', { id, reason: 'x' })).code).toBe('not-permitted')
    expect((await as('ws2-chair').refused('cancelMeeting', { id, reason: ' ' })).code).toBe('reason-needed')
    const over = await as('ws2-chair').tell(
      'cancelMeeting',
      { id, reason: 'Snow' },
      'status cancelled { reason by { id } }',
    )
    expect(over).toEqual({ status: 'CANCELLED', cancelled: { reason: 'Snow', by: { id: 'demo-ws2-chair' } } })
    expect((await as('ws2-chair').refused('startMeeting', { id })).code).toBe('not-startable-now')
    // Whoever is expected finds it in their inbox; whoever did it knows.
    const lines = async (who: string) => {
      const { viewer } = await as(who).ask(
        '{ viewer { notices(first: 100) { edges { node { kind text about { id } } } } } }',
      )
      const all = viewer.notices.edges.map(({ node }: { node: { about: { id: string } } }) => node)
      return all.filter(({ about }: { about: { id: string } }) => about.id === id)
    }
    expect(await lines('ws2-vice-chair')).toEqual([
      { kind: 'MEETING', text: 'Snow', about: { id } },
      { kind: 'MEETING', text: 'Strike', about: { id } },
    ])
    expect(await lines('ws2-chair')).toEqual([])
    expect((await as('ws2-chair').refused('setAgenda', { id, agenda: [] })).code).toBe('meeting-cancelled')
  })

  it('a cancelled meeting never enters attendance rates', async () => {
    const rates = async () =>
      (await ask('body-ws-2', 'attendanceRates { person { id } meetings attended apologies }')).attendanceRates
    const present = { personId: 'demo-ws2-chair', state: 'PRESENT' }
    const cancelled = await aMeeting('body-ws-2', 20)
    await as('secretariat').tell('setAttendance', { id: cancelled, ...present })
    await as('secretariat').tell('cancelMeeting', { id: cancelled, reason: 'Snow' })
    expect(await rates()).toEqual([])
    const id = await aMeeting('body-ws-2', -1)
    await as('secretariat').tell('startMeeting', { id })
    await as('secretariat').tell('setAttendance', { id, ...present })
    expect(await rates()).toEqual([]) // not before it is over
    await as('secretariat').tell('endMeeting', { id })
    expect(await rates()).toEqual([{ person: { id: 'demo-ws2-chair' }, meetings: 1, attended: 1, apologies: 0 }])
  })
})

describe('carrying over', () => {
  const bodyId = 'body-tf-residential-care'
  const carried = async (id: string): Promise<string[]> =>
    (await meeting(id, 'carriedItems { title }')).carriedItems.map(({ title }: { title: string }) => title)

  it('shows what is unfinished, parked or still to be done at the next meeting, exactly once', async () => {
    const [a, b, c] = [item('Placements'), item('Fostering'), item('Adoption')]
    const first = await aMeeting(bodyId, 0.02, [a, b, c])
    const later = await aMeeting(bodyId, 20)
    const secretary = as('secretariat')
    await secretary.tell('startMeeting', { id: first })
    // Led item by item, it ends at the second: the third was not reached.
    await secretary.tell('setCurrentItem', { id: first, itemId: b.id })
    await secretary.tell('endMeeting', { id: first })
    await secretary.tell('setItemUnfinished', { id: first, itemId: a.id, unfinished: true })
    await secretary.tell('addParkedItem', { id: v7(), bodyId, title: 'Training', minutes: 5 })
    expect(await carried(later)).toEqual(['Placements', 'Adoption', 'Training'])

    const sooner = await aMeeting(bodyId, 10)
    expect(await carried(sooner)).toEqual(['Placements', 'Adoption', 'Training'])
    expect(await carried(later)).toEqual([])

    const from = { meetingId: first, itemId: a.id }
    const taken = await secretary.tell(
      'takeUpItem',
      { id: sooner, itemId: v7(), from },
      'agenda { title carriedFrom { meetingId itemId } } carriedItems { title }',
    )
    expect(taken.agenda).toEqual([{ title: 'Placements', carriedFrom: from }])
    expect(taken.carriedItems).toEqual([{ title: 'Adoption' }, { title: 'Training' }])
    expect((await secretary.refused('takeUpItem', { id: later, itemId: v7(), from })).code).toBe('already-taken-up')

    // Cancelled, it gives everything back to the one that is next now.
    await secretary.tell('cancelMeeting', { id: sooner, reason: 'Snow' })
    expect(await carried(later)).toEqual(['Placements', 'Adoption', 'Training'])
    expect(await carried(sooner)).toEqual([])
  })

  it('takes a matter up once, whoever asks at the same moment', async () => {
    const parkedId = v7()
    await as('secretariat').tell('addParkedItem', { id: parkedId, bodyId, title: 'At once', minutes: 5 })
    const meetings = await Promise.all([aMeeting(bodyId, 50), aMeeting(bodyId, 51), aMeeting(bodyId, 52)])
    const from = { itemId: parkedId }
    const tries = meetings.map((id) => as('secretariat').tell('takeUpItem', { id, itemId: v7(), from }))
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(1)
  })

  it('carries open actions to the next meeting of their body and to no other', async () => {
    const actionId = v7()
    await as('secretariat').tell('proposeAction', { id: actionId, bodyId: 'body-ws-3', title: 'Ask the boards' })
    const [second, first] = [await aMeeting('body-ws-3', 61), await aMeeting('body-ws-3', 0.005)]
    const ids = async (id: string) => (await meeting(id, 'carriedActions { id }')).carriedActions.map(idOf)
    expect(await ids(first)).toContain(actionId)
    expect(await ids(second)).toEqual([])
    await as('secretariat').tell('cancelMeeting', { id: first, reason: 'Snow' })
    expect(await ids(first)).toEqual([])
  })

  it('a cleared parking list can be put back', async () => {
    const own = 'body-operational-group'
    const [one, two] = [v7(), v7()]
    for (const [id, title] of [
      [one, 'One'],
      [two, 'Two'],
    ])
      await as('secretariat').tell('addParkedItem', { id, bodyId: own, title, minutes: 5 })
    const waiting = async () => (await ask(own, 'openMatters { title }')).openMatters.map(titleOf)
    expect((await as('member').refused('clearParkingList', { bodyId: own })).code).toMatch(/not-permitted|not-found/)
    await as('secretariat').tell('clearParkingList', { bodyId: own })
    expect(await waiting()).toEqual([])
    expect((await as('secretariat').refused('clearParkingList', { bodyId: own })).code).toBe('already-so')
    await as('secretariat').tell('restoreParkedItems', { bodyId: own, ids: [two] })
    expect(await waiting()).toEqual(['Two'])
  })

  it('parks an item off an agenda, and it goes back as the same entry', async () => {
    const own = 'body-operational-group'
    const it = item('Radar')
    const id = await aMeeting(own, 5, [it])
    await as('secretariat').tell('parkItem', { id, itemId: it.id, parkedId: v7() })
    const { ref } = (await ask(own, 'openMatters { title ref { itemId } }')).openMatters.find(
      ({ title }: { title: string }) => title === 'Radar',
    )
    const itemId = v7()
    await as('secretariat').tell('takeUpItem', { id, itemId, from: ref })
    const back = await as('secretariat').tell('parkItem', { id, itemId, parkedId: v7() }, 'agenda { id }')
    expect(back.agenda).toEqual([])
    const entries = (await ask(own, 'parkedItems { id title }')).parkedItems.filter(
      ({ title }: { title: string }) => title === 'Radar',
    )
    expect(entries).toEqual([{ id: ref.itemId, title: 'Radar' }])
  })
})

describe('who is there', () => {
  it('sends apologies for oneself, with a substitute, whose seat counts for the quorum', async () => {
    const bodyId = 'body-ws-1'
    await as('secretariat').tell('setMeetingSeries', { bodyId, ...template, quorum: 2 })
    const id = await aMeeting(bodyId, 70)
    const seen = 'attendance { person { id } state role standsInFor { id } } quorum { needed here met }'
    const sent = await as('ws1-chair').tell('sendApologies', { id, substituteId: 'demo-ws2-chair' }, seen)
    expect(sent.attendance).toEqual([
      { person: { id: 'demo-ws1-chair' }, state: 'APOLOGIES', role: 'MEMBER', standsInFor: null },
      {
        person: { id: 'demo-ws2-chair' },
        state: 'PRESENT',
        role: 'SUBSTITUTE',
        standsInFor: { id: 'demo-ws1-chair' },
      },
    ])
    expect(sent.quorum).toEqual({ needed: 2, here: 1, met: false })
    const observer = { id, personId: 'demo-mag-chair', state: 'PRESENT', role: 'OBSERVER' }
    expect((await as('secretariat').tell('setAttendance', observer, seen)).quorum.met).toBe(false)
    const vice = { id, personId: 'demo-ws1-vice-chair', state: 'ONLINE' }
    expect((await as('secretariat').tell('setAttendance', vice, seen)).quorum).toEqual({
      needed: 2,
      here: 2,
      met: true,
    })
    const after = await as('ws1-chair').tell('withdrawApologies', { id }, seen)
    expect(after.attendance.map(({ person }: { person: { id: string } }) => person.id)).toEqual([
      'demo-mag-chair',
      'demo-ws1-vice-chair',
    ])
    expect((await as('ws3-chair').refused('sendApologies', { id })).code).toBe('not-on-this-body')
    expect((await as('guest').refused('sendApologies', { id })).code).toBe('not-found')
  })
})

describe('interests', () => {
  it('are kept against person, item and meeting, until the minutes are agreed', async () => {
    const agenda = [item('Grants')]
    const id = await aMeeting('body-ws-1', 1, agenda)
    const itemId = agenda[0]?.id
    const declared = { id: v7(), meetingId: id, itemId, nature: 'Trustee of an applicant', leaves: true }
    await as('ws1-vice-chair').tell('declareInterest', declared)
    const seen = 'declarations { itemId nature leaves person { id } }'
    const expected = { itemId, nature: 'Trustee of an applicant', leaves: true, person: { id: 'demo-ws1-vice-chair' } }
    expect((await meeting(id, seen, 'ws1-chair')).declarations).toEqual([expected])

    const other = { id: v7(), meetingId: id, itemId, personId: 'demo-ws1-chair' }
    expect((await as('ws1-vice-chair').tell('declareInterest', other)) !== null).toBe(true) // a vice-chair prepares
    await as('ws1-chair').tell('withdrawDeclaration', { id: other.id })
    expect((await meeting(id, seen)).declarations).toEqual([expected])
    expect((await as('secretariat').refused('declareInterest', { ...declared, id: v7(), itemId: v7() })).code).toBe(
      'not-found',
    )
    for (const step of ['startMeeting', 'endMeeting', 'circulateMinutes']) await as('secretariat').tell(step, { id })
    const frozen = 'agreedMinutes { declarations { name itemId nature leaves } }'
    const { agreedMinutes } = await as('ws1-chair').tell('agreeMinutes', { id }, frozen)
    expect(agreedMinutes.declarations).toEqual([
      { name: 'Vice-Chair, Workstream 1', itemId, nature: 'Trustee of an applicant', leaves: true },
    ])
    expect((await as('ws1-chair').refused('declareInterest', { ...declared, id: v7() })).code).toBe('minutes-agreed')
  })
})

describe('leading a meeting', () => {
  it('says to everybody which item is on, and looking at it changes nothing', async () => {
    const agenda = [item('One'), item('Two')]
    const id = await aMeeting('body-ws-1', 2, agenda)
    const itemId = agenda[1]?.id
    expect((await as('secretariat').refused('setCurrentItem', { id, itemId })).code).toBe('not-in-session')
    await as('secretariat').tell('startMeeting', { id })
    const on = 'status version currentItemId currentSince'
    const before = await meeting(id, on)
    expect(await meeting(id, on, 'ws1-chair')).toEqual(before)
    const set = await as('ws1-chair').tell('setCurrentItem', { id, itemId }, on)
    expect(set).toMatchObject({ currentItemId: itemId, status: 'IN_SESSION' })
    expect(set.currentSince).not.toBeNull()
    const { agenda: left, currentItemId } = await as('ws1-chair').tell(
      'setAgenda',
      { id, agenda: agenda.slice(0, 1) },
      'agenda { id } currentItemId',
    )
    expect({ left: left.length, currentItemId }).toEqual({ left: 1, currentItemId: null })
  })
})

describe('meetings of an earlier version', () => {
  it('are read with what they lack', async () => {
    const old = {
      _id: v7(),
      bodyId: 'body-ws-1',
      title: null,
      place: null,
      status: 'minutes-draft',
      audience: 'member',
    }
    const times = { startsAt: new Date('2025-01-01T10:00:00Z'), endsAt: new Date('2025-01-01T11:00:00Z') }
    const nobody = {
      startedAt: null,
      endedAt: null,
      circulatedBy: null,
      circulatedAt: null,
      agreedBy: null,
      agreedAt: null,
    }
    const agenda = [{ id: 'i-1', title: 'Welcome', minutes: 5 }]
    const attendance = [{ personId: 'demo-ws1-chair', state: 'present' }]
    const row = { ...old, ...times, ...nobody, agenda, attendance, example: false, versions: {}, version: 1 }
    await programme.db.collection<{ _id: string }>('meetings').insertOne(row)
    const seen =
      'seriesId currentItemId earlierTimes { reason } cancelled { reason } agenda { section unfinished carriedFrom { itemId } } attendance { role standsInFor { id } }'
    expect(await meeting(old._id, seen)).toEqual({
      seriesId: null,
      currentItemId: null,
      earlierTimes: [],
      cancelled: null,
      agenda: [{ section: null, unfinished: false, carriedFrom: null }],
      attendance: [{ role: 'MEMBER', standsInFor: null }],
    })
    const left = await as('secretariat').tell(
      'setItemUnfinished',
      { id: old._id, itemId: 'i-1', unfinished: true },
      'agenda { unfinished }',
    )
    expect(left.agenda).toEqual([{ unfinished: true }])
  })
})

describe('writing the minutes together', () => {
  it('row 20: three people edit one minute item at once: all text survives, nobody reloads', async () => {
    const id = await aMeeting('body-ws-1', 3, [item('Placements')])
    const writers = ['secretariat', 'ws1-chair', 'ws1-vice-chair']
    const open = await Promise.all(writers.map((key) => opened(id, { key })))
    const [first] = open
    if (!first) throw new Error('nobody opened the minutes')
    const [docs, line] = [open.map(({ document }) => document.doc), new Y.XmlText('')]
    paragraphOf(first.document.doc).insert(0, [line])
    await first.document.saved()
    await expect.poll(() => docs.every((doc) => paragraphOf(doc).length === 1), patiently).toBe(true)
    // Letter by letter at the same place, each in turn and nobody waiting for the others.
    const words = ['Ysgrifenyddiaeth', 'Cadeirydd', 'Is-gadeirydd']
    for (let at = 0; at < 16; at++)
      words.forEach((word, i) => {
        const letter = word[at]
        if (letter) textOf(docs[i]).insert(at, letter)
      })
    await Promise.all(open.map(({ document }) => document.saved()))
    await expect.poll(() => docs.every((doc) => sameState(doc, first.document.doc)), patiently).toBe(true)
    const text = textOf(docs[0]).toString()
    expect(text).toHaveLength(words.join('').length)
    for (const word of words) for (const letter of word) expect(text).toContain(letter)
    expect([...text].sort().join('')).toBe([...words.join('')].sort().join(''))
    // The documents they began with: none was replaced, refused or opened again.
    expect(open.map(({ document }) => document.doc)).toEqual(docs)
    expect(open.map(({ document }) => document.status.get())).toEqual(writers.map(() => ({ state: 'saved', kept: 0 })))
    for (const { connection } of open) connection.close()
  })

  it('row 21: a client cut off for a while and the others edit on; after it is back, the texts are one', async () => {
    const id = await aMeeting('body-ws-1', 4, [item('Placements')])
    const line = await cuttableLine(programme.origin)
    const train = await opened(id, { key: 'ws1-chair', url: line.url })
    const office = await opened(id, { key: 'secretariat' })
    line.cut()
    await expect.poll(() => train.document.status.get().state, patiently).toBe('offline')
    for (let i = 0; i < 50; i++) {
      write(train.document, `train ${i}.`)
      write(office.document, `office ${i}.`)
    }
    await office.document.saved()
    expect(train.document.status.get()).toEqual({ state: 'offline', kept: 50 })
    expect(minutesPlainText(train.document.doc)).not.toContain('office')
    line.mend()
    await Promise.all([train.document.saved(), office.document.saved()])
    await expect.poll(() => sameState(train.document.doc, office.document.doc), patiently).toBe(true)
    const text = minutesPlainText(office.document.doc)
    for (let i = 0; i < 50; i++)
      for (const who of ['train', 'office']) expect(text.split(`${who} ${i}.`)).toHaveLength(2)
    expect(minutesPlainText(train.document.doc)).toBe(text)
    for (const { connection } of [train, office]) connection.close()
    await line.close()
  })
})

const patiently = { timeout: 20_000 }
const idOf = ({ id }: { id: string }) => id
const titleOf = ({ title }: { title: string }) => title

async function opened(
  id: string,
  { key, url = programme.origin }: { key: string; url?: string },
): Promise<{ connection: Connection; document: OpenDocument }> {
  const connection = connect({ url, cookie: as(key).cookie })
  const document = connection.openDocument(`minutes:${id}`)
  await document.opened
  return { connection, document }
}

/** The room to write below the first heading. */
function paragraphOf(doc: Y.Doc): Y.XmlElement {
  const found = minutesText(doc).get(1)
  if (!(found instanceof Y.XmlElement)) throw new Error('there is no room below the heading')
  return found
}

function textOf(doc: Y.Doc | undefined): Y.XmlText {
  const found = doc && paragraphOf(doc).get(0)
  if (!(found instanceof Y.XmlText)) throw new Error('there is no line of text')
  return found
}

function write({ doc }: OpenDocument, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  minutesText(doc).push([paragraph])
}

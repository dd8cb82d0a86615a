import { type Connection, connect, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
const people = new Map<string, Caller>()
const as = (key: string): Caller => {
  const known = people.get(key)
  if (!known) throw new Error(`${key} is not signed in`)
  return known
}

const named = 'mag-chair'
const others = ['member', 'scrutiny-reader']
const everybody = [named, ...others]
/** No other record says this word. */
const word = 'Sycamore'
const meetingId = 'example-meeting-mag'
const actionId = v7()
const waitingId = v7()
const linkId = v7()

const usual = [
  { bodyId: 'body-mag', office: 'CHAIR' },
  { bodyId: 'body-mag', office: 'VICE_CHAIR' },
]

/** What somebody's screens are told without asking. */
interface Heard {
  rows: string[]
  /** Where the vice-chair is in the log, as last told. */
  at: string
  open: { seq(): number | undefined }[]
}
const heard = new Map<string, Heard>()
const rooms = ['programme', 'body:body-mag'] as const
const closing: (() => void)[] = []
const patiently = { timeout: 10_000 }

function connectAs(key: string): Connection {
  const connection = connect({ url: programme.origin, cookie: as(key).cookie })
  closing.push(() => connection.close())
  return connection
}

function listen(key: string): void {
  const connection = connectAs(key)
  const told: Heard = { rows: [], at: '', open: [] }
  heard.set(key, told)
  told.open = rooms.map((room) =>
    connection.openRecords(room, {
      onChange: ({ patches, command }) => {
        if (patches.length > 0) told.rows.push(JSON.stringify({ room, command, patches }))
      },
      onReset: () => told.rows.push('reset'),
      onPresence: (here) => {
        const vice = here.find(({ personId }) => personId === 'demo-mag-vice-chair')
        if (vice) told.at = JSON.stringify(vice.at)
      },
    }),
  )
}

/** Everybody has been told of everything that was done so far. */
async function allTold(): Promise<void> {
  for (const [i, room] of rooms.entries()) {
    const { changes } = await as(named).ask(`{ changes(room: "${room}", last: 1) { seq } }`)
    const head = changes[0]?.seq ?? 0
    for (const key of [named, 'member'])
      await vi.waitFor(() => expect(heard.get(key)?.open[i]?.seq()).toBe(head), patiently)
  }
}

const ask = async (key: string, query: string): Promise<string> => JSON.stringify(await as(key).ask(query))
/** The answer, or why there is none: both say what somebody learns. */
const tried = (key: string, query: string): Promise<string> => ask(key, query).catch((error: Error) => error.message)

/** Rows of a room that say anything; their numbers may move on. */
async function history(key: string, room: string): Promise<string> {
  const answer = await tried(
    key,
    `{ changes(room: "${room}", last: 100) { actor { name } command patches { type id fields } } }`,
  )
  if (!answer.startsWith('{')) return answer
  const { changes } = JSON.parse(answer)
  return JSON.stringify(changes.filter(({ patches }: { patches: unknown[] }) => patches.length > 0))
}

const life = 'number title status owner { label { en } } due { label } reason evidence restrictedTo { label { en } }'
const doors: Record<string, (key: string) => Promise<string>> = {
  query: (key) => tried(key, `{ action(id: "${actionId}") { ${life} } }`),
  list: async (key) =>
    (await ask(key, '{ actions(first: 2000) { edges { node { id title } } } }')) +
    (await tried(
      key,
      '{ actions(filter: { bodyId: "body-mag" }, sort: { field: TITLE }) { edges { cursor node { id title } } } }',
    )),
  count: async (key) =>
    (await ask(
      key,
      '{ actions { totalCount counts { all unfinished proposed open noDate ownerNotStated overdue blocked } } }',
    )) +
    (await ask(
      key,
      '{ counts { actions decisions dependencies } body(id: "body-mag") { counts { all open waitingForMe } } }',
    )),
  search: (key) =>
    ask(key, `{ search(text: "${word}") { totalCount kinds { kind count } hits { ... on Action { id title } } } }`),
  suggestion: (key) => ask(key, '{ search(text: "Syc", first: 5) { totalCount matches { excerpt { text } } } }'),
  history: async (key) => `${await history(key, 'programme')}${await history(key, 'body:body-mag')}`,
  notification: (key) =>
    ask(
      key,
      '{ viewer { noticesUnread actionsWaitingCount notices(first: 100) { totalCount edges { node { kind text about { id title { en } } } } } } }',
    ),
  'change feed': async (key) => JSON.stringify(heard.get(key)?.rows),
  presence: (key) => whoIsIn(key),
  export: (key) =>
    tried(
      key,
      `{ meeting(id: "${meetingId}") { minutesId actions { id title } decisions { id text } agreedMinutes { content actions { title } } } }`,
    ),
  print: (key) =>
    tried(
      key,
      `{ meeting(id: "${meetingId}") { agenda { id title minutes } actions { ${life} } } body(id: "body-mag") { counts { all } } }`,
    ),
  radar: (key) =>
    ask(
      key,
      '{ dependencyRadar { counts { heldUp blockers late restricted } late { item { label } waiting { label restricted } } lanes { open late } talks { about { linkId } } } }',
    ),
  audit: (key) => (key === named ? trail() : auditFields(key)),
}

/** No query leads to the audit trail; the trail itself, which `verify-audit` reads, has it all. */
const auditFields = async (key: string): Promise<string> =>
  (await ask(key, '{ __schema { queryType { fields { name } } } }')).match(/\w*(?:audit|trail)\w*/gi)?.join() ??
  'no door'

async function trail(): Promise<string> {
  const entries = await programme.db
    .collection('audit')
    .find({ record: `Action:${actionId}` })
    .toArray()
  return JSON.stringify(entries)
}

/** Who is in the words of the action; for those who may not know of it: that there is nothing. */
async function whoIsIn(key: string): Promise<string> {
  const opened = connectAs(key).openDocument(`action:${actionId}`)
  const answer = () => {
    const { state, because } = opened.status.get()
    return state === 'attention' ? `refused: ${because}` : JSON.stringify([...opened.awareness.getStates().values()])
  }
  await vi.waitFor(() => expect(answer()).toMatch(/refused|vice-chair/i), patiently)
  return answer()
}

/** Another restricted action waits for it. The link is there before either of them, so that the radar has both to tell of, or neither. */
async function linkBeforehand(): Promise<void> {
  const ends = { dependentId: waitingId, dependsOnId: actionId, link: `${waitingId}>${actionId}` }
  const same = { kind: 'finish-to-start', basis: 'set', text: '', source: null, removed: false, version: 1 } as const
  await programme.db.collection<{ _id: string }>('dependencies').insertOne({ _id: linkId, ...ends, ...same })
}

/** What each door said before the record existed, and what it says now. */
const before = new Map<string, string>()
const after = new Map<string, string>()

async function lookThrough(answers: Map<string, string>, who: readonly string[]): Promise<void> {
  for (const [door, look] of Object.entries(doors))
    for (const key of who) answers.set(`${door} ${key}`, await look(key))
}

beforeAll(async () => {
  programme = await runningProgramme()
  for (const key of [...everybody, 'secretariat', 'mag-vice-chair']) people.set(key, await programme.as(key))
  for (const key of everybody) listen(key)
  await linkBeforehand()
  await allTold()
  await lookThrough(before, others)
  const { body } = await as(named).ask('{ body(id: "body-mag") { usualRestriction { office body { id } } } }')
  const restrictedTo = body.usualRestriction.map((one: { office: string; body: { id: string } }) => ({
    office: one.office,
    bodyId: one.body.id,
  }))
  const due = { earliest: '2020-01-01', latest: '2020-01-01' }
  await as(named).tell('proposeAction', {
    id: actionId,
    bodyId: 'body-mag',
    title: `${word} House`,
    meetingId,
    restrictedTo,
  })
  await as('mag-vice-chair').tell('assignAction', { id: actionId, owner: { personId: 'demo-mag-chair' }, due })
  await as(named).tell('proposeAction', { id: waitingId, bodyId: 'body-mag', title: `After ${word}`, restrictedTo })
  await as(named).tell('removeDependency', { id: linkId })
  const text = `The keys of ${word} House`
  await as(named).tell('addDependency', {
    id: v7(),
    dependentId: waitingId,
    dependsOnId: actionId,
    kind: 'FINISH_TO_START',
    text,
  })
  await allTold()
  const vice = connectAs('mag-vice-chair').openDocument(`action:${actionId}`)
  await vice.opened
  await lookThrough(after, everybody)
})
afterAll(async () => {
  for (const close of closing) close()
  await programme?.stop()
})

const tells: Record<string, RegExp> = { count: /"proposed":/, presence: /vice-chair/i }

describe('a restricted action', () => {
  it.each(Object.keys(doors).flatMap((door) => others.map((key) => [door, key])))(
    'by the door of %s the %s gets the answer from before it was there',
    (door, key) => {
      expect(before.get(`${door} ${key}`)).toBeTruthy()
      expect(after.get(`${door} ${key}`)).toBe(before.get(`${door} ${key}`))
    },
  )

  it.each(Object.keys(doors))('by the door of %s those it names get it', (door) => {
    expect(after.get(`${door} ${named}`)).toMatch(tells[door] ?? new RegExp(word))
  })
})

describe('restricting an action', () => {
  it('takes it from every other screen at once, and from what was told before; lifting gives it back', async () => {
    const id = v7()
    await as(named).tell('proposeAction', { id, bodyId: 'body-mag', title: 'Larch House' })
    await expect.poll(() => heard.get('member')?.rows.join()).toContain('Larch House')
    const words = connectAs('member').openDocument(`action:${id}`)
    await words.opened
    const about = { type: 'Action', id }
    await as('member').tell('addComment', { id: v7(), about, text: 'What is this?' })
    await as(named).tell('addComment', { id: v7(), about, text: 'Wait and see' })
    expect(await doors.notification?.('member')).toContain('Wait and see')
    const told = heard.get('scrutiny-reader')?.rows.length
    await as(named).tell('restrictAction', { id, to: usual })
    await expect.poll(() => heard.get('member')?.rows.at(-1)).toContain('"gone":true')
    expect(heard.get('member')?.rows.at(-1)).not.toContain('Larch')
    await expect.poll(() => words.status.get()).toMatchObject({ state: 'attention', because: 'not-found' })
    expect(await tried('member', `{ action(id: "${id}") { title } }`)).toContain('not-found')
    expect(await history('member', 'programme')).not.toContain('Larch')
    await as('mag-vice-chair').tell('addComment', { id: v7(), about, text: 'Between us' })
    expect(await doors.notification?.('member')).toBe(after.get('notification member'))
    expect(await doors.notification?.(named)).toContain('Between us')
    expect(await history('member', 'programme')).not.toMatch(/Wait and see|Between us/)
    expect(await history(named, 'programme')).toContain('Larch')
    expect(heard.get(named)?.rows.at(-1)).not.toContain('"gone"')
    await allTold()
    expect(heard.get('scrutiny-reader')?.rows.length).toBe(told)
    await as(named).tell('restrictAction', { id, to: null })
    await expect.poll(() => heard.get('member')?.rows.at(-1)).toContain('Larch House')
  })

  it('is told to nobody who is merely there: not even where somebody is in the log', async () => {
    const vice = connectAs('mag-vice-chair').openRecords('body:body-mag', {
      onChange: () => undefined,
      onReset: () => undefined,
    })
    await vi.waitFor(() => expect(vice.seq()).toBeDefined(), patiently)
    vice.setPresence({ recordId: 'act-fm-clarify-targets', field: 'owner' })
    await expect.poll(() => heard.get('member')?.at).toContain('act-fm-clarify-targets')
    vice.setPresence({ recordId: actionId, field: 'owner' })
    await expect.poll(() => heard.get('member')?.at).not.toContain('act-fm-clarify-targets')
    expect(heard.get('member')?.at).toBe('null')
  })

  it('is named to the devices of those who may see it, so that they keep nothing of it, and to nobody else’s', async () => {
    const device = (key: string) => ask(key, '{ device { restricted } }')
    expect(await device(named)).toContain(`Action:${actionId}`)
    for (const key of others) expect(await device(key)).not.toContain(actionId)
  })

  it('is for those who rule or prepare there, who stay among those named', async () => {
    const id = v7()
    await as('member').tell('proposeAction', { id, bodyId: 'body-mag', title: 'Alder House' })
    expect(await as('member').refused('restrictAction', { id, to: usual })).toMatchObject({ code: 'not-permitted' })
    expect(await as('secretariat').refused('restrictAction', { id, to: usual })).toMatchObject({
      code: 'not-among-them',
    })
    expect(await as(named).refused('restrictAction', { id: 'act-fm-clarify-targets', to: usual })).toMatchObject({
      code: 'already-public',
    })
    expect(await as('member').refused('restrictAction', { id: actionId, to: null })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a restricted action that goes to another body', () => {
  it('is offered only where the chairs are among those named', async () => {
    const id = v7()
    const chairs = (bodyId: string) => ({ bodyId, office: 'CHAIR' })
    await as(named).tell('proposeAction', { id, bodyId: 'body-mag', title: 'Poplar House', restrictedTo: usual })
    const offer = { id, bodyId: 'body-ws-1', reason: 'Theirs' }
    expect(await as(named).refused('proposeActionTransfer', offer)).toMatchObject({ code: 'chairs-not-named' })
    await as(named).tell('restrictAction', { id, to: [...usual, chairs('body-ws-1')] })
    await as(named).tell('proposeActionTransfer', offer)
  })
})

describe('a dependency of a restricted action', () => {
  it('says nothing of it to whoever may see the other end: no title, and not the sentence that links them', async () => {
    const [id, open] = [v7(), v7()]
    const common = { bodyId: 'body-mag' }
    await as(named).tell('proposeAction', { ...common, id, title: 'Rowan House', restrictedTo: usual })
    await as(named).tell('proposeAction', { ...common, id: open, title: 'Print the guide' })
    const text = 'Waits for the report on Rowan House'
    await as(named).tell('addDependency', { id: v7(), dependentId: open, dependsOnId: id, kind: 'INFORMS', text })
    const links = `{ action(id: "${open}") { waitsFor { text dependsOn { label restricted } } } }`
    expect(await ask(named, links)).toContain(text)
    expect(await ask('member', links)).toContain('"restricted":true')
    await allTold()
    for (const told of [
      await ask('member', links),
      await history('member', 'programme'),
      ...(heard.get('member')?.rows ?? []),
    ])
      expect(told).not.toContain('Rowan House')
  })
})

describe('the map of what waits on what', () => {
  const shown = (key: string) =>
    ask(
      key,
      '{ dependencyGraph { leftOut nodes { id lateDays depth owner { label { en } } body { id } item { type label number status done late restricted } } edges { id from to kind risk text } } }',
    )
  interface Map {
    dependencyGraph: { nodes: { id: string }[] }
  }
  const nodeOf = async (key: string, id: string) => {
    const { dependencyGraph }: Map = JSON.parse(await shown(key))
    return dependencyGraph.nodes.find((node) => node.id === id)
  }
  const inform = (dependentId: string, dependsOnId: string, text: string) =>
    as(named).tell('addDependency', { id: v7(), dependentId, dependsOnId, kind: 'FINISH_TO_START', text })
  const propose = async (title: string, restrictedTo: typeof usual | null) => {
    const id = v7()
    await as(named).tell('proposeAction', { id, bodyId: 'body-mag', title, restrictedTo })
    return id
  }

  it('gives whoever it does not name the answer from before a restricted action and its restricted fellow were joined', async () => {
    const earlier = await Promise.all(others.map(shown))
    const fellow = await propose('Whitebeam House', usual)
    await inform(fellow, actionId, 'Whitebeam waits for the other')
    expect(await Promise.all(others.map(shown))).toEqual(earlier)
    expect(await shown(named)).toMatch(/Sycamore House.*Whitebeam waits/s)
  })

  it('shows that something restricted is waited for: its body, and no word, day or person of it', async () => {
    const secret = await propose('Spindle House', usual)
    const due = { earliest: '2020-01-01', latest: '2020-01-01' }
    await as('mag-vice-chair').tell('assignAction', { id: secret, owner: { personId: 'demo-mag-chair' }, due })
    const open = await propose('Print the other guide', null)
    await inform(open, secret, 'Waits for the report on Spindle House')
    expect(await nodeOf(named, secret)).toMatchObject({ item: { label: 'Spindle House', late: true }, depth: 0 })
    expect(await nodeOf('member', secret)).toEqual({
      id: secret,
      lateDays: null,
      depth: 0,
      owner: null,
      body: { id: 'body-mag' },
      item: { type: '', label: '', number: null, status: null, done: false, late: false, restricted: true },
    })
    for (const key of others) expect(await shown(key)).not.toContain('Spindle')
  })
})

describe('a restricted item of an agenda', () => {
  const id = v7()
  const slots = 'restrictedItems { id afterId minutes item { title documentId restrictedTo { label { en } } } }'
  const input = {
    id,
    meetingId,
    title: 'Hazel House',
    minutes: 20,
    restrictedTo: [{ bodyId: 'body-mag', office: 'CHAIR' }],
  }

  it('is there for everybody by its place and length alone; its words are a text of their own', async () => {
    expect(await as('member').refused('addRestrictedItem', input)).toMatchObject({ code: 'not-permitted' })
    expect(await as('secretariat').refused('addRestrictedItem', input)).toMatchObject({ code: 'not-among-them' })
    await as(named).tell('addRestrictedItem', input)
    const meeting = async (key: string) => (await as(key).ask(`{ meeting(id: "${meetingId}") { ${slots} } }`)).meeting
    expect(await meeting('member')).toEqual({ restrictedItems: [{ id, afterId: null, minutes: 20, item: null }] })
    const documentId = `item:${id}` as const
    expect(await meeting(named)).toMatchObject({ restrictedItems: [{ item: { title: 'Hazel House', documentId } }] })
    const notes = connectAs(named).openDocument(documentId)
    await notes.opened
    notes.doc.getXmlFragment('notes').insert(0, [new Y.XmlText('Hazel opens in May')])
    await notes.saved()
    const other = connectAs('member').openDocument(documentId)
    await expect.poll(() => other.status.get()).toMatchObject({ state: 'attention', because: 'not-found' })
  })

  it('tells nobody else its title or its words, by any door', async () => {
    await as(named).tell('changeRestrictedItem', { ...input, meetingId: undefined, title: 'Hazel and Elder' })
    await allTold()
    const everything = async (key: string) => [
      await tried(
        key,
        `{ meeting(id: "${meetingId}") { title agenda { title } minutesId ${slots} agreedMinutes { content } } }`,
      ),
      await tried(key, '{ search(text: "Hazel") { totalCount } }'),
      await tried(key, '{ search(text: "opens in May") { totalCount hits { __typename } } }'),
      await history(key, 'programme'),
      await history(key, 'body:body-mag'),
      JSON.stringify(heard.get(key)?.rows),
      await doors.notification?.(key),
    ]
    for (const key of others) expect((await everything(key)).join()).not.toMatch(/Hazel|Elder/)
    expect((await everything(named)).join()).toMatch(/Hazel and Elder/)
    await as(named).tell('removeRestrictedItem', { id })
    expect(await ask('member', `{ meeting(id: "${meetingId}") { restrictedItems { id } } }`)).toContain('[]')
  })
})

describe('an item of the open agenda', () => {
  const id = v7()
  const restrictedTo = [{ bodyId: 'body-mag', office: 'CHAIR' }]
  const input = { id, meetingId, restrictedTo }
  const seenBy = async (key: string) =>
    [
      await tried(
        key,
        `{ meeting(id: "${meetingId}") { agenda { title minutes } restrictedItems { item { title } } } }`,
      ),
      await tried(key, '{ search(text: "Juniper") { totalCount hits { __typename } } }'),
      await tried(key, `{ comments(about: { type: AgendaItem, id: "${meetingId}:${id}" }) { text } }`),
      await history(key, 'programme'),
      await history(key, 'body:body-mag'),
    ].join()

  it('is restricted later: it leaves the agenda, and what was told of it, for everybody else', async () => {
    const { meeting } = await as(named).ask(`{ meeting(id: "${meetingId}") { agenda { id title minutes } } }`)
    const agenda = [
      ...meeting.agenda.slice(0, 1),
      { id, title: 'Juniper House', minutes: 25 },
      ...meeting.agenda.slice(1),
    ]
    await as(named).tell('setAgenda', { id: meetingId, agenda })
    const about = { type: 'AgendaItem', id: `${meetingId}:${id}` }
    await as(named).tell('addComment', { id: v7(), about, text: 'Juniper costs too much' })
    expect(await seenBy('member')).toMatch(/Juniper House.*Juniper costs/)
    expect(await as('member').refused('restrictAgendaItem', input)).toMatchObject({ code: 'not-permitted' })
    expect(await as('secretariat').refused('restrictAgendaItem', input)).toMatchObject({ code: 'not-among-them' })
    const minutes = connectAs('member').openDocument(`minutes:${meetingId}`)
    await minutes.opened
    const text = minutes.doc.getXmlFragment('default')
    const heading = (itemId: string) =>
      text.toArray().findIndex((one) => one instanceof Y.XmlElement && one.getAttribute('itemId') === itemId)
    const below = new Y.XmlElement('paragraph')
    below.insert(0, [new Y.XmlText('Juniper has a leaking roof')])
    text.insert(heading(id) + 1, [below])
    await minutes.saved()
    await expect
      .poll(() => tried('member', '{ search(text: "leaking roof") { totalCount } }'))
      .toContain('"totalCount":1')
    await as(named).tell('restrictAgendaItem', input)
    await allTold()
    for (const key of others) expect(await seenBy(key)).not.toContain('Juniper')
    expect(heard.get('member')?.rows.at(-1)).not.toContain('Juniper')
    // Out of the minutes too, heading and words: of editors that are open, of what a newcomer gets, and of the search.
    expect(await tried('member', '{ search(text: "leaking roof") { totalCount } }')).toContain('"totalCount":0')
    await expect.poll(() => heading(id)).toBe(-1)
    expect(text.toString()).not.toContain('Juniper')
    expect(heading(meeting.agenda[1].id)).toBeGreaterThan(heading(meeting.agenda[0].id))
    for (const key of ['member', named]) {
      const opened = connectAs(key).openDocument(`minutes:${meetingId}`)
      await opened.opened
      expect(Buffer.from(Y.encodeStateAsUpdate(opened.doc)).toString('latin1')).not.toContain('Juniper')
    }
    const notes = connectAs(named).openDocument(`item:${id}`)
    await notes.opened
    expect(notes.doc.getXmlFragment('notes').toString()).toContain('Juniper has a leaking roof')
    expect(await seenBy(named)).toContain('"restrictedItems":[{"item":{"title":"Juniper House"}}]')
    const { meeting: now } = await as('member').ask(
      `{ meeting(id: "${meetingId}") { agenda { id } restrictedItems { id afterId minutes } } }`,
    )
    expect(now.agenda).toEqual(meeting.agenda.map((one: { id: string }) => ({ id: one.id })))
    expect(now.restrictedItems).toEqual([{ id, afterId: meeting.agenda[0].id, minutes: 25 }])
  })

  it('is open again when that is lifted; its notes stay with those who were named', async () => {
    const notes = connectAs(named).openDocument(`item:${id}`)
    await notes.opened
    notes.doc.getXmlFragment('notes').insert(0, [new Y.XmlText('Medlar was said of it')])
    await notes.saved()
    expect(await as('member').refused('liftRestrictedItem', { id })).toMatchObject({ code: 'not-found' })
    await as(named).tell('liftRestrictedItem', { id })
    const late = { id, title: 'Juniper House', minutes: 25, restrictedTo }
    expect(await as(named).refused('changeRestrictedItem', late)).toMatchObject({ code: 'already-so' })
    const { meeting } = await as('member').ask(
      `{ meeting(id: "${meetingId}") { agenda { id title minutes } restrictedItems { id } } }`,
    )
    expect(meeting.agenda[1]).toEqual({ id, title: 'Juniper House', minutes: 25 })
    expect(meeting.restrictedItems).toEqual([])
    await expect.poll(() => heard.get('member')?.rows.join()).toContain('Juniper House')
    expect(await seenBy('member')).toMatch(/Juniper House.*Juniper costs/)
    const other = connectAs('member').openDocument(`item:${id}`)
    await expect.poll(() => other.status.get()).toMatchObject({ state: 'attention', because: 'not-found' })
    expect(await tried('member', '{ search(text: "Medlar") { totalCount } }')).toContain('"totalCount":0')
    await as(named).tell('restrictAgendaItem', input)
    expect(await seenBy('member')).not.toContain('Juniper')
    await as(named).tell('removeRestrictedItem', { id })
    const entries = await programme.db.collection('audit').find({ command: 'restrictAgendaItem' }).toArray()
    expect(entries.map(({ record }) => record)).toContain(`RestrictedSlot:${id}`)
  })
})

describe('a restricted decision', () => {
  it('is in no list, search, patch or minutes of those it does not name', async () => {
    const id = v7()
    const seen = async (key: string) => [
      await tried(key, `{ meeting(id: "${meetingId}") { decisions { id } } decisions { id } counts { decisions } }`),
      await tried(key, '{ search(text: "Rowan") { totalCount } }'),
      await history(key, 'programme'),
    ]
    const earlier = await Promise.all(others.map(seen))
    const restrictedTo = [{ bodyId: 'body-mag', office: 'CHAIR' }]
    const input = { id, meetingId, text: 'Settle the Rowan case', restrictedTo }
    expect(await as('member').refused('recordDecision', input)).toMatchObject({ code: 'not-permitted' })
    await as(named).tell('recordDecision', input)
    await allTold()
    expect(await Promise.all(others.map(seen))).toEqual(earlier)
    expect((await seen(named)).join()).toContain('Rowan')
    const about = { type: 'Decision', id }
    await as(named).tell('addComment', { id: v7(), about, text: 'Rowan can wait' })
    expect(await Promise.all(others.map(seen))).toEqual(earlier)
    expect(JSON.stringify(heard.get('member')?.rows)).not.toContain('Rowan')
    await as(named).tell('restrictDecision', { id, to: null })
    await expect.poll(() => heard.get('member')?.rows.at(-1)).toContain('Rowan')
    await as(named).tell('restrictDecision', { id, to: restrictedTo })
    await expect.poll(() => heard.get('member')?.rows.at(-1)).toContain('"gone":true')
  })

  it('stands with restricted actions in none of the agreed minutes', async () => {
    for (const step of ['startMeeting', 'endMeeting', 'circulateMinutes'])
      await as('secretariat').tell(step, { id: meetingId })
    await as(named).tell('agreeMinutes', { id: meetingId })
    const minutes = '{ at content sha256 actions { title } decisions { text } }'
    const agreed = await ask(named, `{ meeting(id: "${meetingId}") { agreedMinutes ${minutes} } }`)
    expect(agreed).toContain('sha256')
    expect(agreed).not.toMatch(/Rowan|Sycamore/)
    const kept = await programme.db.collection('documentVersions').find().toArray()
    expect(JSON.stringify(kept)).not.toMatch(/Rowan|Sycamore/)
    await as('secretariat').tell('publishMinutes', { id: meetingId })
    expect(await tried('scrutiny-reader', '{ decisions { text } }')).not.toContain('Rowan')
  })
})

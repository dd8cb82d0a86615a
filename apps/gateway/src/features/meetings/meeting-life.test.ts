import { connect, minutesText, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
const people = new Map<string, Caller>()
const as = (key: string): Caller => {
  const known = people.get(key)
  if (!known) throw new Error(`${key} is not signed in`)
  return known
}
const everyone = [
  'ws1-chair',
  'ws1-vice-chair',
  'ws2-chair',
  'mag-chair',
  'member',
  'secretariat',
  'guest',
  'scrutiny-reader',
]

beforeAll(async () => {
  programme = await runningProgramme()
  for (const key of everyone) people.set(key, await programme.as(key))
  people.set('nobody', await programme.as())
})
afterAll(() => programme?.stop())

const item = (title: string, minutes = 10) => ({ id: v7(), title, minutes })
const times = { startsAt: '2027-02-01T10:00:00.000Z', endsAt: '2027-02-01T12:00:00.000Z' }

async function aMeeting(over: object = {}): Promise<string> {
  const id = v7()
  const agenda = [item('Welcome'), item('Placements')]
  await as('secretariat').tell('createMeeting', { id, bodyId: 'body-ws-1', ...times, agenda, ...over })
  return id
}

/** Started, ended, and circulated by whoever. */
async function circulated(by = 'secretariat'): Promise<string> {
  const id = await aMeeting()
  await as('ws1-chair').tell('startMeeting', { id })
  await as('secretariat').tell('endMeeting', { id })
  await as(by).tell('circulateMinutes', { id })
  return id
}

describe('the life of a meeting', () => {
  it('goes from its agenda to published minutes, which hold each action as it was then', async () => {
    const id = await aMeeting()
    await as('ws1-chair').tell('startMeeting', { id })
    const attended = await as('secretariat').tell(
      'setAttendance',
      { id, personId: 'demo-ws1-vice-chair', state: 'ONLINE' },
      'attendance { state person { name } } expected { name }',
    )
    expect(attended.attendance).toEqual([{ state: 'ONLINE', person: { name: 'Vice-Chair, Workstream 1' } }])

    const actionId = v7()
    await as('secretariat').tell('proposeAction', {
      id: actionId,
      bodyId: 'body-ws-1',
      title: 'Ask the boards',
      meetingId: id,
    })
    const decisionId = v7()
    const decision = await as('secretariat').tell(
      'recordDecision',
      { id: decisionId, meetingId: id, text: 'The offer is adopted.', actionIds: [actionId] },
      'number date text recordedBy { name } actions { id } audience',
    )
    expect(decision).toMatchObject({ text: 'The offer is adopted.', actions: [{ id: actionId }], audience: 'MEMBER' })
    await type(id, 'Everybody was welcomed.')

    await as('secretariat').tell('endMeeting', { id })
    await as('secretariat').tell('circulateMinutes', { id })
    const waiting = await as('ws1-chair').ask('{ viewer { minutesWaiting { id } } }')
    expect(waiting.viewer.minutesWaiting).toContainEqual({ id })

    const frozen =
      'status agreedBy { name } agreedMinutes { content sha256 intact actions { id number title status owner due } decisions { id number text date } }'
    const agreed = await as('ws1-chair').tell('agreeMinutes', { id }, frozen)
    expect(agreed).toMatchObject({ status: 'AGREED', agreedBy: { name: 'Chair, Workstream 1' } })
    const { content, actions, decisions, sha256: hash, intact } = agreed.agreedMinutes
    expect(JSON.stringify(content)).toContain('Everybody was welcomed.')
    expect(JSON.stringify(content)).toContain('Placements')
    expect(actions).toMatchObject([{ id: actionId, title: 'Ask the boards', status: 'PROPOSED', owner: null }])
    expect(decisions).toMatchObject([{ id: decisionId }])
    expect(intact).toBe(true)

    await as('ws1-chair').tell('assignAction', { id: actionId, owner: { bodyId: 'body-wlga' } })
    const later = await as('ws1-chair').ask(
      `query M($id: ID!) { meeting(id: $id) { ${frozen} actions { id status } } }`,
      { id },
    )
    expect(later.meeting.agreedMinutes).toEqual(agreed.agreedMinutes)
    expect(later.meeting.actions).toEqual([{ id: actionId, status: 'OPEN' }])

    await expect(as('nobody').ask('query M($id: ID!) { meeting(id: $id) { status } }', { id })).rejects.toThrow(
      'not-found',
    )
    await as('secretariat').tell('publishMinutes', { id })
    const seen = await as('nobody').ask(
      'query M($id: ID!) { meeting(id: $id) { status decisions { text } agreedMinutes { sha256 decisions { id } } actions { id } } }',
      { id },
    )
    expect(seen.meeting).toEqual({
      status: 'PUBLISHED',
      decisions: [{ text: 'The offer is adopted.' }],
      agreedMinutes: { sha256: hash, decisions: [{ id: decisionId }] },
      actions: [], // the action itself stays the members'
    })
  })

  it('turns open minutes read-only the moment they are agreed', async () => {
    const id = await circulated()
    const connection = connect({ url: programme.origin, cookie: as('ws1-vice-chair').cookie })
    const document = connection.openDocument(`minutes:${id}`)
    await document.opened
    minutesText(document.doc).push([new Y.XmlElement('paragraph')])
    await document.saved()
    await as('ws1-chair').tell('agreeMinutes', { id })
    await expect.poll(() => document.status.get(), { timeout: 20_000 }).toMatchObject({ state: 'read-only' })
    connection.close()
  })
})

describe('who agrees minutes', () => {
  it('is never the one who circulated them', async () => {
    const id = await circulated('ws1-chair')
    expect((await as('ws1-chair').refused('agreeMinutes', { id })).code).toBe('circulated-it-yourself')
    const agreed = await as('ws1-vice-chair').tell('agreeMinutes', { id }, 'status agreedMinutes { content }')
    expect(agreed.status).toBe('AGREED')
    // Nobody wrote in them: they are the agenda, as their first reader would have found them.
    expect(JSON.stringify(agreed.agreedMinutes.content)).toContain('Placements')
    expect((await as('ws1-vice-chair').refused('agreeMinutes', { id })).code).toBe('not-agreeable-now')
  })

  it.each([
    ['secretariat', 'reserved-to-chair'],
    ['member', 'not-permitted'],
    ['ws2-chair', 'not-permitted'],
  ])('is not %s: %s', async (key, code) => {
    const id = await circulated()
    expect((await as(key).refused('agreeMinutes', { id })).code).toBe(code)
  })

  it.each(['guest', 'scrutiny-reader'])('%s is told that there is no such meeting', async (key) => {
    const id = await circulated()
    expect((await as(key).refused('agreeMinutes', { id })).code).toBe('not-found')
  })
})

describe('planning', () => {
  it.each([
    [{ endsAt: times.startsAt }, 'ends-before-start'],
    [{ startsAt: '1800-01-01T00:00:00.000Z' }, 'impossible-date'],
    [{ bodyId: 'body-none' }, 'not-found'],
    [{ bodyId: 'body-wlga' }, 'not-permitted'],
    [{ bodyId: 'body-tf-advocacy' }, 'body-not-active'],
    [{ title: 'x'.repeat(301) }, 'too-long'],
    [{ agenda: [item('A', 481)] }, 'too-long'],
    [{ agenda: [item(' ')] }, 'text-needed'],
    [{ agenda: [item('A', -1)] }, 'malformed'],
    [{ id: 'nonsense' }, 'malformed'],
  ])('with %o is refused: %s', async (over, code) => {
    const input = { id: v7(), bodyId: 'body-ws-1', ...times, ...over }
    expect(await as('secretariat').refused('createMeeting', input)).toMatchObject({ code })
  })

  it('is for those who prepare', async () => {
    const input = { id: v7(), bodyId: 'body-ws-1', ...times }
    for (const key of ['member', 'ws2-chair', 'guest'])
      expect((await as(key).refused('createMeeting', input)).code, key).toBe('not-permitted')
  })

  it('takes steps only in their order', async () => {
    const id = await aMeeting()
    expect((await as('secretariat').refused('endMeeting', { id })).code).toBe('not-endable-now')
    expect((await as('secretariat').refused('circulateMinutes', { id })).code).toBe('not-circulable-now')
    expect((await as('secretariat').refused('publishMinutes', { id })).code).toBe('not-agreeable-now')
    await as('secretariat').tell('startMeeting', { id })
    expect((await as('secretariat').refused('startMeeting', { id })).code).toBe('not-startable-now')
  })

  it('tells whoever comes second with an agenda who was first', async () => {
    const id = await aMeeting()
    const agenda = [item('Only this')]
    await as('secretariat').tell('setAgenda', { id, agenda, basedOn: 0 })
    expect(await as('ws1-chair').refused('setAgenda', { id, agenda: [item('That')], basedOn: 0 })).toMatchObject({
      code: 'changed-since',
      details: { field: 'agenda', by: { personId: 'demo-secretariat' } },
    })
    const changed = await as('ws1-chair').tell(
      'setAgenda',
      { id, agenda: [item('That')], basedOn: 1 },
      'agenda { title }',
    )
    expect(changed.agenda).toEqual([{ title: 'That' }])
  })

  it('shows what is to come soonest first', async () => {
    const late = await aMeeting({ startsAt: '2099-01-01T10:00:00.000Z', endsAt: '2099-01-01T11:00:00.000Z' })
    const soon = await aMeeting({ startsAt: '2098-01-01T10:00:00.000Z', endsAt: '2098-01-01T11:00:00.000Z' })
    const { meetings } = await as('ws1-chair').ask('{ meetings(bodyId: "body-ws-1", upcoming: true) { id } }')
    const ids: string[] = meetings.map(({ id }: { id: string }) => id)
    expect(ids.indexOf(soon)).toBeLessThan(ids.indexOf(late))
  })
})

describe('after the minutes are agreed', () => {
  it('agenda, attendance and decisions stand still', async () => {
    const id = await circulated()
    await as('ws1-chair').tell('agreeMinutes', { id })
    const attendance = { id, personId: 'demo-ws1-vice-chair', state: 'PRESENT' }
    expect((await as('secretariat').refused('setAgenda', { id, agenda: [] })).code).toBe('minutes-agreed')
    expect((await as('secretariat').refused('setAttendance', attendance)).code).toBe('minutes-agreed')
    expect((await as('secretariat').refused('recordDecision', { id: v7(), meetingId: id, text: 'x' })).code).toBe(
      'minutes-agreed',
    )
  })
})

describe('attendance and decisions', () => {
  it('takes people of the body, and nobody unknown', async () => {
    const id = await aMeeting()
    const set = (personId: string) => as('secretariat').refused('setAttendance', { id, personId, state: 'PRESENT' })
    expect((await set('demo-ws2-chair')).code).toBe('not-on-this-body')
    expect((await set('person-none')).code).toBe('not-found')
  })

  it('expects at the Operational Group whoever sits on it by their offices', async () => {
    const id = await aMeeting({ bodyId: 'body-operational-group' })
    const { meeting } = await as('secretariat').ask('query M($id: ID!) { meeting(id: $id) { expected { id } } }', {
      id,
    })
    const ids: string[] = meeting.expected.map((person: { id: string }) => person.id)
    for (const seat of ['ws1-chair', 'ws2-vice-chair', 'secretariat', 'social-care-wales'])
      expect(ids, seat).toContain(`demo-${seat}`)
    expect(ids).not.toContain('demo-mag-chair')
    await as('secretariat').tell('setAttendance', { id, personId: 'demo-ws2-vice-chair', state: 'PRESENT' })
  })

  it('loses no name when two people tick at once', async () => {
    const id = await aMeeting()
    await Promise.all([
      as('secretariat').tell('setAttendance', { id, personId: 'demo-ws1-chair', state: 'PRESENT' }),
      as('ws1-chair').tell('setAttendance', { id, personId: 'demo-ws1-vice-chair', state: 'ONLINE' }),
    ])
    const { meeting } = await as('ws1-chair').ask('query M($id: ID!) { meeting(id: $id) { attendance { state } } }', {
      id,
    })
    expect(meeting.attendance.map(({ state }: { state: string }) => state).sort()).toEqual(['ONLINE', 'PRESENT'])
  })

  it('keeps one line per person', async () => {
    const id = await aMeeting()
    const personId = 'demo-ws1-chair'
    await as('secretariat').tell('setAttendance', { id, personId, state: 'PRESENT' })
    const again = await as('secretariat').tell(
      'setAttendance',
      { id, personId, state: 'APOLOGIES' },
      'attendance { state }',
    )
    expect(again.attendance).toEqual([{ state: 'APOLOGIES' }])
  })

  it('refuses decisions of those who do not write there, about unknown actions, or too long', async () => {
    const meetingId = await aMeeting()
    const decision = { id: v7(), meetingId, text: 'x' }
    expect((await as('ws2-chair').refused('recordDecision', decision)).code).toBe('not-permitted')
    expect((await as('guest').refused('recordDecision', decision)).code).toBe('not-found')
    expect((await as('secretariat').refused('recordDecision', { ...decision, actionIds: ['act-none'] })).code).toBe(
      'not-found',
    )
    expect((await as('secretariat').refused('recordDecision', { ...decision, proposedById: 'person-none' })).code).toBe(
      'not-found',
    )
    expect((await as('secretariat').refused('recordDecision', { ...decision, text: ' ' })).code).toBe('text-needed')
    expect(await as('secretariat').refused('recordDecision', { ...decision, text: 'x'.repeat(2_001) })).toMatchObject({
      code: 'too-long',
      details: { limit: 2_000 },
    })
  })

  it('lists the three decisions of the documents beside those of meetings', async () => {
    const { decisions } = await as('nobody').ask('{ decisions { text recordedBy { id } source { file } } }')
    const fromDocuments = decisions.filter(({ source }: { source: unknown }) => source !== null)
    expect(fromDocuments).toHaveLength(3)
    for (const decision of fromDocuments) expect(decision.recordedBy).toBeNull()
  })
})

async function type(id: string, text: string): Promise<void> {
  const connection = connect({ url: programme.origin, cookie: as('ws1-vice-chair').cookie })
  const document = connection.openDocument(`minutes:${id}`)
  await document.opened
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  minutesText(document.doc).push([paragraph])
  await document.saved()
  connection.close()
}

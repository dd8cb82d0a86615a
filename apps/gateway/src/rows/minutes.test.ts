import { type Connection, connect, keptInMemory, minutesJson, minutesText, toBase64, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreedMinutesStore } from '../features/minutes/agreed-minutes.store.js'
import { minutesHash } from '../features/minutes/minutes-hash.js'
import { documentLog, newRow } from '../live/document-log.js'
import { createDocuments } from '../live/index.js'
import { aParagraph } from '../live/testing/typist.js'
import { auditModel } from '../platform/audit.model.js'
import { verifyAudit } from '../platform/verify-audit.js'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

const hour = 3_600_000

let programme: RunningProgramme
/** How far the gateway's clock is ahead of ours. */
let ahead = 0
const now = () => new Date(Date.now() + ahead)
let people = new Map<string, Caller>()
const as = (key: string): Caller => {
  const known = people.get(key)
  if (!known) throw new Error(`${key} is not signed in`)
  return known
}

/** Sessions end while the clock runs on: everybody signs in again. */
async function everybodySignsIn(): Promise<void> {
  const keys = ['secretariat', 'mag-chair', 'mag-vice-chair', 'ws1-chair', 'ws1-vice-chair', 'ws2-chair', 'member']
  const all = await Promise.all(
    [...keys, 'ministers-office', 'guest', 'scrutiny-reader'].map(
      async (key) => [key, await programme.as(key)] as const,
    ),
  )
  people = new Map(all)
}
beforeAll(async () => {
  programme = await runningProgramme(now)
  await everybodySignsIn()
})
afterAll(() => programme?.stop())

/** Each meeting starts after the one before. */
let started = 0
async function aMeeting(bodyId = 'body-ws-1', ...steps: string[]): Promise<string> {
  const id = v7()
  const at = (after: number) => new Date(now().getTime() + after).toISOString()
  started += 60_000
  const times = { startsAt: at(started), endsAt: at(started + hour) }
  await as('secretariat').tell('createMeeting', {
    id,
    bodyId,
    ...times,
    agenda: [{ id: v7(), title: 'Fostering', minutes: 10 }],
  })
  for (const step of steps) await as('secretariat').tell(step, { id })
  return id
}
const circulated = ['startMeeting', 'endMeeting', 'circulateMinutes']

async function agreed(bodyId = 'body-ws-1', chair = 'ws1-chair'): Promise<string> {
  const id = await aMeeting(bodyId, ...circulated)
  await as(chair).tell('agreeMinutes', { id })
  return id
}

describe('what is reserved to the chair', () => {
  it('row 11: the secretariat prepares and circulates minutes, and is refused with a plain reason when it would agree them', async () => {
    const id = await aMeeting('body-ws-1', ...circulated)
    expect((await as('secretariat').refused('agreeMinutes', { id })).code).toBe('reserved-to-chair')
    expect((await as('ws1-chair').tell('agreeMinutes', { id }, 'status')).status).toBe('AGREED')
    // What it may: offices, agendas and publishing what was agreed.
    expect((await as('secretariat').tell('publishMinutes', { id }, 'status')).status).toBe('PUBLISHED')
  })
})

describe('decisions', () => {
  const told = 'id number text outcome version earlier { text by { id } } replaces { number } replacedBy { number }'
  const record = (meetingId: string, over: object = {}, key = 'secretariat') =>
    as(key).tell('recordDecision', { id: v7(), meetingId, text: 'Adopt the plan', ...over }, told)

  it('row 25: a decision cannot be edited once minutes are approved; a correction makes a new entry', async () => {
    const meetingId = await aMeeting('body-ws-1', ...circulated)
    const first = await record(meetingId)
    // Until then it is put right, and what it said stays in its history.
    const corrected = await as('ws1-chair').tell(
      'correctDecision',
      { id: first.id, text: 'Adopt it in May', outcome: 'AGREED' },
      told,
    )
    expect(corrected).toMatchObject({
      number: first.number,
      outcome: 'AGREED',
      earlier: [{ text: 'Adopt the plan', by: { id: 'demo-ws1-chair' } }],
    })
    const later = await aMeeting('body-ws-1', 'startMeeting')
    const again = { id: v7(), meetingId: later, text: 'Adopt it in June', replacesId: first.id }
    expect((await as('secretariat').refused('recordDecision', again)).code).toBe('decision-open')

    await as('ws1-chair').tell('agreeMinutes', { id: meetingId })
    for (const key of ['ws1-chair', 'mag-chair', 'secretariat'])
      expect((await as(key).refused('correctDecision', { id: first.id, text: 'Otherwise' })).code, key).toBe(
        'decision-settled',
      )
    const second = await as('secretariat').tell('recordDecision', again, told)
    expect(second).toMatchObject({ replaces: { number: first.number }, replacedBy: null })
    expect(second.number).not.toBe(first.number)
    const { decision } = await as('ws1-chair').ask(`query D($number: Int!) { decision(number: $number) { ${told} } }`, {
      number: first.number,
    })
    expect(decision).toMatchObject({ text: 'Adopt it in May', replacedBy: { number: second.number } })
    expect((await as('secretariat').refused('recordDecision', { ...again, id: v7() })).code).toBe('already-replaced')
    // The minutes keep it as it was minuted.
    const { meeting } = await as('ws1-chair').ask(
      'query M($id: ID!) { meeting(id: $id) { agreedMinutes { intact decisions { text } } } }',
      { id: meetingId },
    )
    expect(meeting.agreedMinutes).toEqual({ intact: true, decisions: [{ text: 'Adopt it in May' }] })
  })

  it('keep proposer, seconder, votes and dissent, by name or anonymously', async () => {
    const meetingId = await aMeeting('body-ws-1', 'startMeeting')
    const given = {
      outcome: 'NOT_AGREED',
      proposedById: 'demo-ws1-chair',
      secondedById: 'demo-ws1-vice-chair',
      votes: { for: 2, against: 3, abstained: 1 },
      dissent: [{ personId: 'demo-member', text: 'Too soon' }, { text: '' }],
    }
    const fields = 'outcome secondedBy { id } votes { for against abstained } dissent { person { id } text }'
    expect(
      await as('secretariat').tell('recordDecision', { id: v7(), meetingId, text: 'Close it', ...given }, fields),
    ).toEqual({
      outcome: 'NOT_AGREED',
      secondedBy: { id: 'demo-ws1-vice-chair' },
      votes: { for: 2, against: 3, abstained: 1 },
      dissent: [
        { person: { id: 'demo-member' }, text: 'Too soon' },
        { person: null, text: '' },
      ],
    })
    const same = { ...given, secondedById: 'demo-ws1-chair' }
    expect((await as('secretariat').refused('recordDecision', { id: v7(), meetingId, text: 'x', ...same })).code).toBe(
      'malformed',
    )
    expect(
      (
        await as('secretariat').refused('recordDecision', {
          id: v7(),
          meetingId,
          text: 'x',
          secondedById: 'person-none',
        })
      ).code,
    ).toBe('not-found')
  })

  it('are found by body and date', async () => {
    const find = async (filter: string) =>
      (await as('member').ask(`{ decisions${filter} { number source { file } } }`)).decisions
    const all: { number: number; source: unknown }[] = await find('')
    const fromDocuments = all.filter(({ source }) => source)
    expect(await find('(until: "2021-12-31")')).toEqual(fromDocuments)
    const recent: { source: unknown }[] = await find('(from: "2022-01-01", bodyId: "body-ws-1")')
    expect(recent.length).toBeGreaterThan(0)
    expect(recent.every(({ source }) => source === null)).toBe(true)
  })
})

describe('advice', () => {
  it("row 22: advice without a response is listed as open for the minister's office, which answers it", async () => {
    const recipientBodyId = 'body-office-minister-social-care'
    const id = v7()
    const advice = { id, text: 'Extend the funding', kind: 'ADVICE', recipientBodyId, outcome: 'AGREED' }
    const meetingId = await aMeeting('body-mag', 'startMeeting')
    await as('secretariat').tell('recordDecision', { meetingId, ...advice })
    const open = async (key: string): Promise<string[]> => {
      const { decisions } = await as(key).ask('{ decisions(awaitingReply: true) { id recipient { id } date text } }')
      return decisions.map((one: { id: string }) => one.id)
    }
    for (const key of ['ministers-office', 'mag-chair', 'secretariat']) expect(await open(key), key).toContain(id)
    for (const key of ['guest', 'scrutiny-reader']) expect(await open(key), key).not.toContain(id)

    expect((await as('member').refused('replyToAdvice', { id, text: 'No' })).code).toBe('not-permitted')
    expect((await as('guest').refused('replyToAdvice', { id, text: 'No' })).code).toBe('not-found')
    const reply = await as('ministers-office').tell(
      'replyToAdvice',
      { id, text: 'Accepted from April' },
      'awaitsReply reply { text by { id } }',
    )
    expect(reply).toEqual({
      awaitsReply: false,
      reply: { text: 'Accepted from April', by: { id: 'demo-ministers-office' } },
    })
    expect(await open('ministers-office')).not.toContain(id)
    expect((await as('ministers-office').refused('replyToAdvice', { id, text: 'Again' })).code).toBe('already-answered')
  })

  it('of a task and finish group reaches the office that it is given to, which sees nothing else there', async () => {
    const bodyId = 'body-tf-residential-care'
    const meetingId = await aMeeting(bodyId, 'startMeeting')
    const recipientBodyId = 'body-office-minister-social-care'
    const id = v7()
    await as('secretariat').tell('recordDecision', {
      id,
      meetingId,
      text: 'Review the guidance',
      kind: 'ADVICE',
      recipientBodyId,
    })
    await as('secretariat').tell('recordDecision', { id: v7(), meetingId, text: 'Between ourselves' })
    const { decisions } = await as('ministers-office').ask(`{ decisions(bodyId: "${bodyId}") { id meeting { id } } }`)
    expect(decisions).toEqual([{ id, meeting: null }])
    expect(
      (await as('secretariat').refused('recordDecision', { id: v7(), meetingId, text: 'x', kind: 'ADVICE' })).code,
    ).toBe('malformed')
  })
})

describe('a vote between meetings', () => {
  const told =
    'status quorum tally { for against abstained } voters { id } decision { id number outcome votes { for } recordedBy { id } }'
  const open = (over: object = {}) => {
    const given = { id: v7(), bodyId: 'body-mag', question: 'Adopt the framework?', ...over }
    const closesAt = new Date(now().getTime() + hour).toISOString()
    return as('secretariat').tell('openProcedure', { closesAt, ...given }, `id ${told}`)
  }

  const procedure = async (id: string) => {
    const asked = `query P($id: ID!) { procedure(id: $id) { ${told} closedBy { id } } }`
    return (await as('secretariat').ask(asked, { id })).procedure
  }
  const closedByTheClock = async (id: string) => {
    await expect.poll(async () => (await procedure(id)).status, { timeout: 20_000 }).toBe('CLOSED')
    return procedure(id)
  }

  it('is taken by the members in force, seen by all of them, and noted at the next meeting by itself', async () => {
    const { id, voters, quorum } = await open()
    expect(voters.map((one: { id: string }) => one.id).sort()).toEqual([
      'demo-mag-chair',
      'demo-mag-vice-chair',
      'demo-member',
    ])
    expect(quorum).toBe(2)
    const vote = (key: string, choice: string) => as(key).tell('castVote', { id, choice }, told)
    await vote('member', 'AGAINST')
    expect((await vote('member', 'FOR')).tally).toEqual({ for: 1, against: 0, abstained: 0 })
    expect((await vote('mag-chair', 'FOR')).tally).toEqual({ for: 2, against: 0, abstained: 0 })
    for (const key of ['secretariat', 'ws1-chair'])
      expect((await as(key).refused('castVote', { id, choice: 'FOR' })).code, key).toBe('not-a-voter')
    expect((await as('guest').refused('castVote', { id, choice: 'FOR' })).code).toBe('not-found')
    expect((await as('secretariat').refused('closeProcedure', { id })).code).toBe('voting-goes-on')

    ahead += hour
    await everybodySignsIn()
    // Whether the gateway has closed it by now or not, the vote is over.
    expect(['voting-over', 'procedure-ended']).toContain(
      (await as('member').refused('castVote', { id, choice: 'AGAINST' })).code,
    )
    const closed = await closedByTheClock(id)
    expect(closed).toMatchObject({ status: 'CLOSED', decision: { outcome: 'AGREED', votes: { for: 2 } } })
    expect((await as('secretariat').refused('closeProcedure', { id })).code).toBe('procedure-ended')

    const [next, after] = [await aMeeting('body-mag', ...circulated), await aMeeting('body-mag')]
    const noted =
      'query M($id: ID!) { meeting(id: $id) { notedDecisions { id } agreedMinutes { noted { id } decisions { id } } } }'
    const decision = { id: closed.decision.id }
    expect((await as('member').ask(noted, { id: next })).meeting.notedDecisions).toEqual([decision])
    expect((await as('member').ask(noted, { id: after })).meeting.notedDecisions).toEqual([])
    await as('mag-chair').tell('agreeMinutes', { id: next })
    expect((await as('member').ask(noted, { id: next })).meeting.agreedMinutes).toEqual({
      noted: [decision],
      decisions: [],
    })
  })

  it('without a quorum goes to a meeting; one that is withdrawn decides nothing', async () => {
    const { id } = await open({ quorum: 3 })
    const other = await open()
    await as('mag-chair').tell('castVote', { id, choice: 'FOR' })
    expect((await as('member').refused('withdrawProcedure', { id: other.id, reason: 'No' })).code).toBe('not-permitted')
    const withdrawn = await as('secretariat').tell('withdrawProcedure', { id: other.id, reason: 'Overtaken' }, told)
    expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', decision: null })
    ahead += hour
    await everybodySignsIn()
    expect((await closedByTheClock(id)).decision.outcome).toBe('DEFERRED')
    expect((await procedure(other.id)).status).toBe('WITHDRAWN')
  })

  it('closes by itself when its time is over, once however many nodes see it, and the trail says by whom', async () => {
    await programme.beside()
    const ids = [(await open()).id, (await open()).id, (await open()).id]
    const early = await open()
    for (const key of ['member', 'mag-chair', 'mag-vice-chair']) {
      for (const id of [...ids, early.id]) await as(key).tell('castVote', { id, choice: 'FOR' })
    }
    await as('secretariat').tell('closeProcedure', { id: early.id }, told)
    ahead += hour - 60_000
    await everybodySignsIn()
    for (const id of ids) expect((await procedure(id)).status).toBe('OPEN')
    ahead += 60_000
    for (const id of ids) {
      const { decision, closedBy } = await closedByTheClock(id)
      expect(closedBy).toBeNull()
      expect(decision).toMatchObject({ outcome: 'AGREED', votes: { for: 3 }, recordedBy: null })
      const entries = await auditModel(programme.db).find({
        record: `WrittenProcedure:${id}`,
        command: 'closeProcedure',
      })
      expect(entries.map(({ person, office }) => ({ person, office }))).toEqual([
        { person: 'by-the-clock', office: null },
      ])
      const { decisions } = await as('member').ask('{ decisions(bodyId: "body-mag") { id procedure { id } } }')
      expect(decisions.filter((one: { procedure: { id: string } | null }) => one.procedure?.id === id)).toHaveLength(1)
    }
    expect((await procedure(early.id)).closedBy).toEqual({ id: 'demo-secretariat' })
  })
})

describe('amendments', () => {
  const told = 'id number status place answeredBy { id } agreedAt { id }'
  const propose = (meetingId: string, key: string, over: object = {}) =>
    as(key).tell(
      'proposeAmendment',
      { id: v7(), meetingId, place: '1', before: 'Fostering', after: 'Kinship care', reason: 'Misheard', ...over },
      told,
    )

  it('are numbered, agreed at a later meeting by a chair who did not propose them, and leave text and hash as they were', async () => {
    const id = await agreed()
    const later = await aMeeting('body-ws-1', 'startMeeting')
    const frozen = async () =>
      (
        await as('ws1-chair').ask(
          'query M($id: ID!) { meeting(id: $id) { agreedMinutes { content sha256 intact } amendments { number status } } }',
          { id },
        )
      ).meeting
    const before = await frozen()
    const first = await propose(id, 'secretariat')
    const second = await propose(id, 'ws1-chair', { place: null, before: '', after: 'The guest was thanked.' })
    expect([first.number, second.number]).toEqual([1, 2])
    expect((await as('secretariat').refused('agreeAmendment', { id: first.id, meetingId: later })).code).toBe(
      'reserved-to-chair',
    )
    expect((await as('ws1-chair').refused('agreeAmendment', { id: second.id, meetingId: later })).code).toBe(
      'proposed-it-yourself',
    )
    expect((await as('ws1-chair').refused('agreeAmendment', { id: first.id, meetingId: id })).code).toBe(
      'not-a-later-meeting',
    )
    const amended = await as('ws1-chair').tell('agreeAmendment', { id: first.id, meetingId: later }, told)
    expect(amended).toMatchObject({ status: 'AGREED', answeredBy: { id: 'demo-ws1-chair' }, agreedAt: { id: later } })
    await as('ws1-vice-chair').tell('declineAmendment', { id: second.id, reason: 'Not minuted' }, told)
    expect((await as('ws1-vice-chair').refused('agreeAmendment', { id: second.id, meetingId: later })).code).toBe(
      'amendment-answered',
    )
    const after = await frozen()
    expect(after.agreedMinutes).toEqual({ ...before.agreedMinutes, intact: true })
    expect(after.amendments).toEqual([
      { number: 1, status: 'AGREED' },
      { number: 2, status: 'DECLINED' },
    ])
    // With its minutes, what was agreed is for everyone to read; what was declined is not.
    await as('secretariat').tell('publishMinutes', { id })
    const { meeting } = await as('scrutiny-reader').ask(
      'query M($id: ID!) { meeting(id: $id) { amendments { number } } }',
      { id },
    )
    expect(meeting.amendments).toEqual([{ number: 1 }])
  })

  it('are refused where the text does not hold the words, before the minutes are agreed, and of those who do not write there', async () => {
    const id = await agreed()
    const draft = await aMeeting('body-ws-1', ...circulated)
    const input = { id: v7(), meetingId: id, place: '1', before: 'Fostering', after: 'x', reason: 'y' }
    const no = async (key: string, over: object) =>
      (await as(key).refused('proposeAmendment', { ...input, ...over })).code
    expect(await no('secretariat', { before: 'Never said' })).toBe('not-in-the-text')
    expect(await no('secretariat', { place: '7.1' })).toBe('not-in-the-text')
    expect(await no('secretariat', { meetingId: draft })).toBe('minutes-not-agreed')
    expect(await no('secretariat', { reason: ' ' })).toBe('reason-needed')
    expect(await no('ws2-chair', {})).toBe('not-permitted')
    expect(await no('guest', {})).toBe('not-found')
  })
})

describe('the chain of agreed minutes', () => {
  const check = async () =>
    (await as('member').ask('{ minutesCheck(bodyId: "body-ws-2") { checked faults { because meeting { id } } } }'))
      .minutesCheck

  it('names the meeting when a byte is flipped in the database, also when its hash is computed anew', async () => {
    const ids = [
      await agreed('body-ws-2', 'ws2-chair'),
      await agreed('body-ws-2', 'ws2-chair'),
      await agreed('body-ws-2', 'ws2-chair'),
    ]
    expect(await check()).toEqual({ checked: 3, faults: [] })
    const minutes = programme.db.collection<{ _id: string; content: string; sha256: string }>('documentVersions')
    const [, second = ''] = ids
    const before = await minutes.findOne({ _id: second })
    if (!before) throw new Error('no frozen minutes')
    const content = before.content.replace('Fostering', 'Gostering')
    await minutes.updateOne({ _id: second }, { $set: { content } })
    expect((await check()).faults).toEqual([{ because: 'CHANGED', meeting: { id: second } }])
    // Whoever also computes the hash is found out by the minutes that follow.
    const forged = await agreedMinutesStore(programme.db).find(second)
    if (!forged) throw new Error('no frozen minutes')
    await minutes.updateOne({ _id: second }, { $set: { sha256: minutesHash(forged) } })
    expect((await check()).faults).toEqual([{ because: 'CHANGED', meeting: { id: second } }])
    await minutes.deleteOne({ _id: second })
    expect((await check()).faults).toContainEqual({ because: 'MISSING', meeting: { id: second } })
    await minutes.insertOne(before)
    expect(await check()).toEqual({ checked: 3, faults: [] })
  })
})

describe('agreed minutes', () => {
  const [sealing, late] = ['Before the end.', 'Past the end.']

  /** Every stored byte of agreed minutes: the frozen text, the live text and its log, the record, decisions and interests. */
  async function everything(id: string): Promise<string> {
    const rows = (collection: string, filter: Record<string, unknown>) =>
      programme.db.collection<{ _id: string }>(collection).find(filter).sort({ _id: 1 }).toArray()
    const { doc } = await createDocuments(programme.db).read(`minutes:${id}`)
    return JSON.stringify([
      await rows('documentVersions', { _id: id }),
      await rows('documentUpdates', { documentId: `minutes:${id}`, update: { $exists: true } }),
      await rows('meetings', { _id: id }),
      await rows('decisions', { meetingId: id }),
      await rows('declarations', { meetingId: id }),
      minutesJson(doc),
      toBase64(Y.encodeStateAsUpdate(doc)),
    ])
  }

  /** Every command that takes a meeting, or gives one, with an input for this one; null where it cannot reach its minutes. */
  const doors = (
    id: string,
    itemId: string,
    decisionId: string,
    declarationId: string,
  ): Record<string, object | null> => {
    const personId = 'demo-ws1-chair'
    const times = { startsAt: '2030-01-01T10:00:00.000Z', endsAt: '2030-01-01T11:00:00.000Z' }
    return {
      agreeMinutes: { id },
      circulateMinutes: { id },
      startMeeting: { id },
      endMeeting: { id },
      cancelMeeting: { id, reason: 'x' },
      postponeMeeting: { id, ...times, reason: 'x' },
      createMeeting: { id, bodyId: 'body-ws-1', ...times },
      createNextMeeting: null, // makes another one
      setAgenda: { id, agenda: [] },
      setAttendance: { id, personId, state: 'ABSENT' },
      sendApologies: { id },
      withdrawApologies: { id },
      setCurrentItem: { id, itemId },
      setItemUnfinished: { id, itemId, unfinished: true },
      parkItem: { id, itemId, parkedId: v7() },
      addRestrictedItem: { id: v7(), meetingId: id, title: late, minutes: 5, restrictedTo: [{ bodyId: 'body-ws-1' }] },
      restrictAgendaItem: { id: itemId, meetingId: id, restrictedTo: [{ bodyId: 'body-ws-1' }] },
      takeUpItem: { id, itemId: v7(), from: { meetingId: id, itemId } },
      declareInterest: { id: v7(), meetingId: id, itemId, personId, leaves: true },
      withdrawDeclaration: { id: declarationId },
      recordDecision: { id: v7(), meetingId: id, text: late },
      correctDecision: { id: decisionId, text: late },
      publishMinutes: null, // opens them to everyone; tried at the end
      proposeAmendment: null, // stands beside them
      agreeAmendment: null,
      proposeAction: null, // a record of the log; the minutes hold its values as minuted
    }
  }

  it('are changed through no door: commands, sockets, offline words, another document, the log itself', async () => {
    const id = await aMeeting('body-ws-1', 'startMeeting')
    const { agenda } = (await as('secretariat').ask('query M($id: ID!) { meeting(id: $id) { agenda { id } } }', { id }))
      .meeting
    const itemId: string = agenda[0].id
    const decision = await as('secretariat').tell('recordDecision', { id: v7(), meetingId: id, text: 'Adopted' })
    const interest = { id: v7(), meetingId: id, itemId, personId: 'demo-ws1-chair', leaves: true }
    const declared = await as('secretariat').tell('declareInterest', interest)
    const line = connect({ url: programme.origin, cookie: as('secretariat').cookie, random: () => 0 })
    const granted = line.openDocument(`minutes:${id}`)
    const kept = keptInMemory()
    const offline = connect({ url: programme.origin, cookie: as('ws1-vice-chair').cookie, kept, random: () => 0 })
    const away = offline.openDocument(`minutes:${id}`)
    await Promise.all([granted.opened, away.opened])
    minutesText(granted.doc).push([aParagraph(sealing)])
    await granted.saved()
    await expect.poll(() => minutesText(away.doc).toString()).toContain(sealing)
    offline.channel.close()
    minutesText(away.doc).push([aParagraph('Written on the train.')])
    away.close()
    for (const step of ['endMeeting', 'circulateMinutes']) await as('secretariat').tell(step, { id })
    const { epoch } = await createDocuments(programme.db).read(`minutes:${id}`)
    const handle = await handleOf(line, id)
    await as('ws1-chair').tell('agreeMinutes', { id })
    const before = await everything(id)
    expect(before).toContain(sealing)

    // GraphQL: every command that touches a meeting, tried by everyone who has some right there.
    const tried = doors(id, itemId, decision.id, declared.id)
    expect(await meetingCommands(), 'a new command: say what it does to agreed minutes').toEqual(
      Object.keys(tried).sort(),
    )
    for (const key of ['secretariat', 'ws1-chair', 'ws1-vice-chair', 'mag-chair'])
      for (const [command, input] of Object.entries(tried))
        if (input) expect((await as(key).refused(command, input)).code, `${command} by ${key}`).not.toBe('malformed')

    // The socket whose grant was good until now: an edit, and a document that would take the place of the whole.
    const another = new Y.Doc()
    minutesText(another).push([aParagraph(late)])
    const whole = Y.encodeStateAsUpdate(another)
    const emptied = Y.encodeStateAsUpdate(granted.doc)
    for (const update of [whole, emptied])
      expect(['not-open', 'read-only', 'minutes-agreed']).toContain(await pushed(line, handle, update))
    await expect.poll(() => granted.readOnly).toBe(true)
    minutesText(granted.doc).push([aParagraph(late)])

    // The device that was offline meanwhile: its words stay with their author.
    const again = connect({ url: programme.origin, cookie: as('ws1-vice-chair').cookie, kept, random: () => 0 })
    const back = again.openDocument(`minutes:${id}`)
    await back.opened
    expect(back.draft?.text).toBe('Written on the train.')
    expect(back.status.get()).toMatchObject({ state: 'attention', because: 'minutes-agreed' })
    expect(await everything(id)).toBe(before)

    // A row behind the seal, put into the log past every node: nobody takes it in.
    const log = documentLog(programme.db)
    const [seal] = (await log.after(`minutes:${id}`, epoch, 0)).slice(-1)
    const row = { ...newRow(`minutes:${id}`, epoch, whole, 'demo-secretariat', now()), seq: (seal?.seq ?? 0) + 1 }
    await log.insert([row])
    const node = await programme.beside()
    const reader = connect({ url: node.origin, cookie: as('secretariat').cookie, random: () => 0 })
    const read = reader.openDocument(`minutes:${id}`)
    await read.opened
    expect(read.readOnly).toBe(true)
    expect(minutesText(read.doc).toString()).toContain(sealing)
    expect(minutesText(read.doc).toString()).not.toContain(late)
    await programme.db.collection<{ _id: string }>('documentUpdates').deleteOne({ _id: row._id })
    expect(await everything(id)).toBe(before)
    for (const connection of [line, again, reader]) connection.close()

    // Publishing opens them, word for word.
    const words = 'query M($id: ID!) { meeting(id: $id) { agreedMinutes { content sha256 intact } } }'
    const agreedWords = (await as('ws1-chair').ask(words, { id })).meeting.agreedMinutes
    await as('secretariat').tell('publishMinutes', { id })
    expect((await as('scrutiny-reader').ask(words, { id })).meeting.agreedMinutes).toEqual(agreedWords)
  })

  /** Commands whose input names a meeting, or that give one out. */
  async function meetingCommands(): Promise<string[]> {
    const { __schema } = await as('secretariat').ask(
      '{ __schema { mutationType { fields { name type { ofType { name } } args { type { ofType { name inputFields { name } } } } } } } }',
    )
    const taking = (name: string) => name === 'meetingId'
    return __schema.mutationType.fields
      .filter(
        ({ type, args }: CommandShape) =>
          type.ofType.name === 'Meeting' ||
          args.some((arg) => arg.type.ofType.inputFields.some((field) => taking(field.name))),
      )
      .map(({ name }: CommandShape) => name)
      .concat(['correctDecision', 'withdrawDeclaration'])
      .sort()
  }

  /** Past the client library: the code of the refusal. */
  function pushed({ channel }: Connection, handle: number, update: Uint8Array): Promise<string> {
    const refused = new Promise<string>((done) => {
      const stop = channel.on('document:refused', (message) => {
        if (message.handle !== handle) return
        stop()
        done(message.code)
      })
    })
    channel.send('document:push', [handle, 1, toBase64(update), null, { again: true }])
    return refused
  }

  /** What the gateway calls the minutes in its messages. */
  function handleOf({ channel }: Connection, id: string): Promise<number> {
    return new Promise((done, failed) => {
      channel.ask('document:open', { documentId: `minutes:${id}`, clientId: 7 }, (answer) =>
        answer?.ok ? done(answer.handle) : failed(new Error(answer?.code ?? 'no answer')),
      )
    })
  }
})

interface CommandShape {
  name: string
  type: { ofType: { name: string } }
  args: { type: { ofType: { inputFields: { name: string }[] } } }[]
}

describe('the audit trail', () => {
  it('row 33: no operation alters an entry, and a direct change in the database is detected', async () => {
    const { __schema } = await as('secretariat').ask('{ __schema { mutationType { fields { name } } } }')
    const names: string[] = __schema.mutationType.fields.map(({ name }: { name: string }) => name)
    expect(names).toContain('agreeMinutes')
    expect(names.filter((name) => /audit|trail|history/i.test(name))).toEqual([])

    const id = v7()
    await as('secretariat').tell('proposeAction', { id, bodyId: 'body-ws-1', title: 'Watched' })
    const trail = auditModel(programme.db)
    const entry = await trail.findOne({ record: `Action:${id}` }).lean()
    // Who, when, by which office, and both values.
    expect(entry).toMatchObject({ person: 'demo-secretariat', office: 'secretariat of body-ioc-team', before: 'null' })
    expect(entry?.after).toContain('Watched')
    expect(await verifyAudit(programme.db)).toMatchObject({ sound: true })
    const change = (after: string) =>
      programme.db.collection<{ _id: number }>('audit').updateOne({ _id: entry?._id ?? 0 }, { $set: { after } })
    await change((entry?.after ?? '').replace('Watched', 'Altered'))
    expect(await verifyAudit(programme.db)).toMatchObject({ sound: false, entry: entry?._id })
    await change(entry?.after ?? '')
    expect(await verifyAudit(programme.db)).toMatchObject({ sound: true })
  })
})

import { type Connection, connect } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { auditModel } from '../platform/audit.model.js'
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
  const keys = ['mag-chair', 'mag-vice-chair', 'ws1-chair', 'ws2-vice-chair', 'ws3-chair', 'member', 'secretariat']
  for (const key of [...keys, 'tf-residential-chair', 'tf-residential-member', 'guest', 'scrutiny-reader'])
    people.set(key, await programme.as(key))
  people.set('nobody', await programme.as())
})
afterAll(() => programme?.stop())

const lines: Connection[] = []
afterEach(() => {
  for (const line of lines.splice(0)) line.close()
})
function online(key: string): Connection {
  const line = connect({ url: programme.origin, cookie: as(key).cookie, person: `demo-${key}` })
  lines.push(line)
  return line
}
const oneSecond = { timeout: 1_000, interval: 20 }
const inTime = { timeout: 10_000, interval: 20 }

const ask = async (id: string, fields: string, who = 'secretariat') =>
  (await as(who).ask(`query B($id: ID!) { body(id: $id) { ${fields} } }`, { id })).body

/** A task and finish group of workstream 1, proposed by the secretariat; at work unless left as it is. */
async function aGroup(parentId = 'body-ws-1', start = true): Promise<string> {
  const id = v7()
  const name = { en: `Housing group ${id.slice(-4)}`, cy: null }
  const given = { kind: 'TASK_AND_FINISH', name, parentId, remit: 'Homes for care leavers', plannedEnd: '2027-03' }
  await as('secretariat').tell('proposeBody', { id, ...given })
  if (start) await as('mag-chair').tell('startBody', { id })
  return id
}

async function appoint(person: string, office: string, bodyId: string, more: object = {}): Promise<string> {
  const id = v7()
  await as('secretariat').tell('appointPerson', { id, personId: `demo-${person}`, office, bodyId, ...more })
  return id
}

async function anAction(bodyId: string, title: string, who = 'secretariat'): Promise<string> {
  const id = v7()
  await as(who).tell('proposeAction', { id, bodyId, title })
  return id
}

/** One with an owner, so that its chair may close it. */
async function anOpenAction(bodyId: string, title: string, chair: string): Promise<string> {
  const id = await anAction(bodyId, title)
  await as(chair).tell('assignAction', { id, owner: { personId: `demo-${chair}` } })
  return id
}

async function aMeeting(bodyId: string, steps: readonly string[] = []): Promise<string> {
  const id = v7()
  const startsAt = new Date(Date.now() - 60_000).toISOString()
  const endsAt = new Date(Date.now() + 3_600_000).toISOString()
  await as('secretariat').tell('createMeeting', { id, bodyId, title: 'Meeting', startsAt, endsAt })
  for (const step of steps) await as('secretariat').tell(step, { id })
  return id
}

const held = async (bodyId: string, office: string): Promise<string> => {
  const { appointments } = await ask(bodyId, 'appointments { id office inForce example }')
  return appointments.find((one: { office: string; inForce: boolean }) => one.office === office && one.inForce).id
}

describe('sectors', () => {
  it('row 3: chair and vice-chair of one sector are warned of, and saved with a reason', async () => {
    const bodyId = await aGroup()
    await appoint('ws1-chair', 'CHAIR', bodyId, { sector: 'HEALTH' })
    const vice = { id: v7(), personId: 'demo-member', office: 'VICE_CHAIR', bodyId, sector: 'HEALTH' }
    const warned = await as('secretariat').refused('appointPerson', vice)
    expect(warned).toMatchObject({ code: 'one-sector', details: { sector: 'HEALTH', beside: 'CHAIR' } })
    const balance = 'sectorBalance { chair viceChair oneSector reason }'
    expect(await ask(bodyId, balance)).toMatchObject({ sectorBalance: { viceChair: null, oneSector: false } })
    await as('secretariat').tell('appointPerson', { ...vice, reason: 'Nobody else stood' })
    const one = { chair: 'HEALTH', viceChair: 'HEALTH', oneSector: true, reason: 'Nobody else stood' }
    expect(await ask(bodyId, balance)).toEqual({ sectorBalance: one })

    await as('secretariat').tell('stateSector', { id: vice.id, organisationId: 'body-voices-from-care' })
    const two = { chair: 'HEALTH', viceChair: 'THIRD_SECTOR', oneSector: false, reason: null }
    expect(await ask(bodyId, balance)).toEqual({ sectorBalance: two })
    const back = { id: vice.id, sector: 'HEALTH' }
    expect(await as('secretariat').refused('stateSector', back)).toMatchObject({ code: 'one-sector' })
    expect(await as('ws1-chair').refused('stateSector', back)).toMatchObject({ code: 'not-permitted' })
  })

  it('row 9: members are filtered by sector, and a sector without any is shown as a gap', async () => {
    const bodyId = await aGroup()
    await appoint('member', 'MEMBER', bodyId, { organisationId: 'body-lhbs' })
    const third = await appoint('ws3-chair', 'MEMBER', bodyId, { sector: 'THIRD_SECTOR' })
    await appoint('tf-residential-member', 'MEMBER', bodyId)
    const list = 'appointments(sector: THIRD_SECTOR) { id } coverage { sector people gap }'
    const { appointments, coverage } = await ask(bodyId, list)
    expect(appointments).toEqual([{ id: third }])
    expect(coverage).toContainEqual({ sector: 'HEALTH', people: 1, gap: false })
    expect(coverage).toContainEqual({ sector: 'THIRD_SECTOR', people: 1, gap: false })
    const gaps = coverage.filter(({ gap }: { gap: boolean }) => gap).map(({ sector }: { sector: string }) => sector)
    expect(gaps).toEqual(['LOCAL_GOVERNMENT', 'COMMISSIONER', 'EDUCATION', 'YOUTH_AND_FAMILY_JUSTICE', 'HOUSING'])
    const { coverage: seen } = await ask('body-ws-1', 'coverage { people }', 'nobody')
    expect(seen.every(({ people }: { people: number }) => people === 0)).toBe(true) // members are not public
  })
})

describe('offices', () => {
  it('row 8: two offices add up, the audit trail names the one used, and the other stays when one ends', async () => {
    const bodyId = await aGroup()
    const second = await appoint('ws3-chair', 'CHAIR', bodyId)
    const [inGroup, inWorkstream] = [v7(), v7()]
    await as('ws3-chair').tell('proposeAction', { id: inGroup, bodyId, title: 'In the group' })
    await as('ws3-chair').tell('proposeAction', { id: inWorkstream, bodyId: 'body-ws-3', title: 'In the workstream' })
    const officeOf = async (recordId: string) =>
      (
        await auditModel(programme.db)
          .findOne({ record: `Action:${recordId}`, command: 'proposeAction' })
          .lean()
      )?.office
    expect(await officeOf(inGroup)).toBe(`chair of ${bodyId}`)
    expect(await officeOf(inWorkstream)).toBe('chair of body-ws-3')

    await as('secretariat').tell('endAppointment', { id: second })
    const more = { id: v7(), title: 'More' }
    expect(await as('ws3-chair').refused('proposeAction', { ...more, bodyId })).toMatchObject({ code: 'not-permitted' })
    await as('ws3-chair').tell('proposeAction', { ...more, bodyId: 'body-ws-3' })
  })

  it('row 4: a new vice-chair is in the Operational Group at once, and the outgoing one out of it, on open sockets too', async () => {
    const room = 'body:body-operational-group' as const
    const meeting = await aMeeting('body-operational-group', ['startMeeting'])
    const refused: string[] = []
    const outgoing = online('ws2-vice-chair')
    const minutes = outgoing.openDocument(`minutes:${meeting}`)
    await minutes.opened
    expect(minutes.status.get()).toMatchObject({ state: 'saved' })
    const followed = outgoing.openRecords(room, {
      onChange() {},
      onReset() {},
      onRefused: (code) => refused.push(code),
    })
    await expect.poll(() => followed.seq(), inTime).not.toBeUndefined()
    const members = async () => JSON.stringify(await ask('body-operational-group', 'appointments { person { id } }'))
    expect(await members()).toContain('demo-ws2-vice-chair')

    await as('secretariat').tell('endAppointment', { id: await held('body-ws-2', 'VICE_CHAIR') })
    await expect.poll(() => minutes.status.get(), oneSecond).toMatchObject({ because: 'not-found' })
    await expect.poll(() => refused, oneSecond).toContain('not-found')
    expect(await members()).not.toContain('demo-ws2-vice-chair')

    const incoming = online('member')
    const before = incoming.openDocument(`minutes:${meeting}`)
    await expect.poll(() => before.status.get(), inTime).toMatchObject({ because: 'not-found' })
    before.close()
    await appoint('member', 'VICE_CHAIR', 'body-ws-2')
    const after = incoming.openDocument(`minutes:${meeting}`)
    await expect.poll(() => after.status.get(), oneSecond).toMatchObject({ state: 'saved' })
    expect(await members()).toContain('demo-member')
  })
})

describe('a task and finish group', () => {
  it('row 6: every open action goes somewhere when it ends; afterwards the server refuses every edit', async () => {
    const bodyId = await aGroup()
    const line = online('secretariat')
    await appoint('tf-residential-chair', 'CHAIR', bodyId)
    const finished = await anOpenAction(bodyId, 'Finished before', 'tf-residential-chair')
    await as('tf-residential-chair').tell('closeAction', { id: finished, evidence: 'Done' })
    const [moved, dropped] = [await anAction(bodyId, 'Goes to the parent'), await anAction(bodyId, 'Is dropped')]
    const meeting = await aMeeting(bodyId, ['startMeeting'])
    const [minutes, words] = [line.openDocument(`minutes:${meeting}`), line.openDocument(`action:${moved}`)]
    await Promise.all([minutes.opened, words.opened])

    const close = { id: bodyId, reason: 'The work is done' }
    const asked = await as('ws1-chair').refused('closeBody', close)
    expect(asked.code).toBe('items-unplaced')
    expect(asked.details.items).toMatchObject([{ id: moved }, { id: dropped }])
    const toParent = { actionId: moved, toBodyId: 'body-ws-1' }
    const one = await as('ws1-chair').refused('closeBody', { ...close, items: [toParent] })
    expect(one.details.items).toMatchObject([{ id: dropped }])
    const astray = { ...close, items: [{ actionId: moved, toBodyId: 'body-ws-2' }] }
    expect(await as('ws1-chair').refused('closeBody', astray)).toMatchObject({ code: 'not-a-successor' })
    const silent = { ...close, items: [toParent, { actionId: dropped, dropReason: ' ' }] }
    expect(await as('ws1-chair').refused('closeBody', silent)).toMatchObject({ code: 'reason-needed' })
    expect(await as('secretariat').refused('closeBody', close)).toMatchObject({ code: 'not-permitted' })
    expect(await ask(bodyId, 'status')).toEqual({ status: 'ACTIVE' })

    const items = [toParent, { actionId: dropped, dropReason: 'Overtaken by the review' }]
    await as('ws1-chair').tell('closeBody', { ...close, items })
    const fields = 'status to life { step reason by { name } } remit'
    expect(await ask(bodyId, fields)).toMatchObject({
      status: 'CLOSED',
      remit: 'Homes for care leavers',
      life: [{ step: 'PROPOSED' }, { step: 'STARTED' }, { step: 'CLOSED', reason: 'The work is done' }],
    })
    const where = async (id: string) =>
      (await as('secretariat').ask('query A($id: ID!) { action(id: $id) { status reason body { id } } }', { id }))
        .action
    expect(await where(moved)).toMatchObject({ status: 'PROPOSED', body: { id: 'body-ws-1' } })
    expect(await where(dropped)).toMatchObject({ status: 'DROPPED', reason: 'Overtaken by the review' })

    // Every door: commands by whoever could before, and the live texts that were open.
    const chair = as('tf-residential-chair')
    const codes = await Promise.all([
      chair.refused('proposeAction', { id: v7(), bodyId, title: 'More' }),
      chair.refused('reopenAction', { id: finished, reason: 'Again' }),
      chair.refused('createMeeting', {
        id: v7(),
        bodyId,
        startsAt: '2027-01-01T10:00:00Z',
        endsAt: '2027-01-01T11:00:00Z',
      }),
      chair.refused('endMeeting', { id: meeting }),
      as('secretariat').refused('setAgenda', { id: meeting, agenda: [] }),
      as('secretariat').refused('recordDecision', { id: v7(), meetingId: meeting, text: 'To go on' }),
      as('secretariat').refused('appointPerson', { id: v7(), personId: 'demo-member', office: 'MEMBER', bodyId }),
      as('secretariat').refused('draftTermsOfReference', { id: v7(), bodyId, text: { en: 'To go on' } }),
      chair.refused('closeBody', close),
    ])
    expect(codes.map(({ code }) => code)).toEqual([
      'body-not-active',
      'not-permitted',
      expect.stringMatching(/not-permitted|body-not-active/),
      'not-permitted',
      'not-permitted',
      'not-permitted',
      'body-not-active',
      'not-permitted',
      'not-permitted',
    ])
    await expect.poll(() => minutes.status.get(), oneSecond).toMatchObject({ state: 'read-only' })
    expect(words.status.get()).toMatchObject({ state: 'saved' }) // it has moved to a body that is at work
    // Reading stays.
    const read = 'status meetings { id } counts { all }'
    expect(await ask(bodyId, read, 'tf-residential-member')).toMatchObject({ meetings: [{ id: meeting }] })

    expect(await as('ws1-chair').refused('reestablishBody', { id: bodyId, reason: ' ' })).toMatchObject({
      code: 'reason-needed',
    })
    await as('ws1-chair').tell('reestablishBody', { id: bodyId, reason: 'Asked for again' })
    await chair.tell('proposeAction', { id: v7(), bodyId, title: 'At work again' })
  })

  it('row 7: closing an action in a group changes the sum on its parent, live', async () => {
    const bodyId = await aGroup('body-ws-1')
    await appoint('tf-residential-chair', 'CHAIR', bodyId)
    const action = await anOpenAction(bodyId, 'Rolls up', 'tf-residential-chair')
    const sum = async (id: string, who: string) =>
      (await ask(id, 'groupsProgress { bodies unfinished finished }', who)).groupsProgress
    const parent = () => sum('body-ws-1', 'ws1-chair')
    const grandparent = () => sum('body-mag', 'mag-chair')
    const [before, above] = [await parent(), await grandparent()]
    const heard: string[] = []
    const line = online('ws1-chair')
    const opened = line.openRecords('programme', {
      onChange: ({ patches }) => heard.push(...patches.map(({ id }) => id)),
      onReset() {},
    })
    await expect.poll(() => opened.seq(), inTime).not.toBeUndefined()
    await as('tf-residential-chair').tell('closeAction', { id: action, evidence: 'Done' })
    await expect.poll(() => heard, inTime).toContain(action)
    const oneMore = ({ unfinished, finished, ...same }: typeof before) => ({
      ...same,
      unfinished: unfinished - 1,
      finished: finished + 1,
    })
    expect(await parent()).toEqual(oneMore(before))
    expect(await grandparent()).toEqual(oneMore(above))
  })
})

describe('a body that is only proposed', () => {
  it('row 40: is given neither members nor ownership until it is started', async () => {
    const bodyId = await aGroup('body-ws-1', false)
    const member = { id: v7(), personId: 'demo-tf-residential-member', office: 'MEMBER', bodyId }
    const action = await anAction('body-ws-1', 'Whose is it?')
    const owned = { id: action, owner: { bodyId } }
    const legacy = { id: 'legacy-2', owner: { bodyId } }
    const givings = [
      () => as('secretariat').refused('appointPerson', member),
      () => as('ws1-chair').refused('assignAction', owned),
      () => as('mag-chair').refused('proposeLegacyOwner', legacy),
      () => as('secretariat').refused('proposeAction', { id: v7(), bodyId, title: 'Too early' }),
    ]
    for (const give of givings) expect(await give()).toMatchObject({ code: 'body-not-active' })
    expect(await ask(bodyId, 'status from')).toEqual({ status: 'PROPOSED', from: null })

    expect(await as('secretariat').refused('startBody', { id: bodyId })).toMatchObject({ code: 'not-permitted' })
    await as('ws1-chair').tell('startBody', { id: bodyId, day: '2026-12-01' })
    expect(await ask(bodyId, 'status from')).toEqual({ status: 'ACTIVE', from: '2026-12-01' })
    expect(await as('mag-chair').refused('startBody', { id: bodyId })).toMatchObject({ code: 'body-not-startable-now' })
    await as('secretariat').tell('appointPerson', member)
    await as('ws1-chair').tell('assignAction', owned)
    await as('mag-chair').tell('proposeLegacyOwner', legacy, '__typename')
    // Those of the documents that were only intended, too.
    const intended = { ...member, id: v7(), bodyId: 'body-delivery-board' }
    expect(await as('secretariat').refused('appointPerson', intended)).toMatchObject({ code: 'body-not-active' })
  })

  it('is not seen by the public, and its successor is named once it stands', async () => {
    const bodyId = await aGroup('body-ws-1', false)
    for (const key of ['nobody', 'guest', 'scrutiny-reader']) {
      const { bodies } = await as(key).ask('{ bodies { id } }')
      expect(JSON.stringify(bodies)).not.toContain(bodyId)
      await expect(ask(bodyId, 'name { en }', key)).rejects.toThrow('not-found')
    }
    const name = { id: 'body-tf-advocacy', successorId: bodyId }
    expect(await as('ws1-chair').refused('nameSuccessor', name)).toMatchObject({ code: 'not-permitted' })
    await as('mag-chair').tell('nameSuccessor', name)
    const { successors, life } = await ask('body-tf-advocacy', 'successors { id } life { step successor { id } }')
    expect(successors).toContainEqual({ id: bodyId })
    expect(life).toEqual([{ step: 'SUCCESSOR_NAMED', successor: { id: bodyId } }])
  })

  it.each([
    [{ parentId: null }, 'parent-needed'],
    [{ remit: ' ' }, 'remit-needed'],
    [{ plannedEnd: null }, 'end-needed'],
    [{ plannedEnd: '2027-13' }, 'impossible-date'],
    [{ name: { en: ' ' } }, 'text-needed'],
    [{ kind: 'ADVISORY_GROUP' }, 'not-permitted'],
    [{ parentId: 'body-tf-advocacy' }, 'parent-needed'],
  ])('is a time-limited group with a parent: %o', async (over, code) => {
    const given = {
      kind: 'TASK_AND_FINISH',
      name: { en: 'Group' },
      parentId: 'body-ws-1',
      remit: 'All',
      plannedEnd: '2027',
    }
    expect(await as('mag-chair').refused('proposeBody', { id: v7(), ...given, ...over })).toMatchObject({ code })
  })
})

describe('terms of reference', () => {
  it('row 12: the public reads version 2 with its date, and version 1 stays in the history', async () => {
    const bodyId = 'body-ws-2'
    const terms = 'terms { id number state publishedAt text { en cy } publishedBy { name } }'
    const draft = async (en: string): Promise<string> => {
      const id = v7()
      await as('secretariat').tell('draftTermsOfReference', { id, bodyId, text: { en, cy: null } })
      return id
    }
    const first = await draft('To advise on placements')
    expect(
      await as('secretariat').refused('draftTermsOfReference', { id: v7(), bodyId, text: { en: 'x' } }),
    ).toMatchObject({
      code: 'terms-drafted-already',
    })
    expect((await ask(bodyId, terms, 'nobody')).terms).toEqual([])
    expect(await as('ws1-chair').refused('publishTermsOfReference', { id: first })).toMatchObject({
      code: 'not-permitted',
    })
    await as('secretariat').tell('publishTermsOfReference', { id: first })
    const second = await draft('To advise on placements and homes')
    await as('secretariat').tell('reviseTermsOfReference', {
      id: second,
      text: { en: 'On placements and homes', cy: 'Ar leoliadau a chartrefi' },
    })
    expect((await ask(bodyId, terms, 'nobody')).terms).toMatchObject([{ number: 1 }])
    await as('mag-chair').tell('publishTermsOfReference', { id: second })

    const { terms: read } = await ask(bodyId, terms, 'nobody')
    expect(read).toMatchObject([
      {
        id: second,
        number: 2,
        state: 'PUBLISHED',
        text: { en: 'On placements and homes', cy: 'Ar leoliadau a chartrefi' },
      },
      { id: first, number: 1, state: 'PUBLISHED', text: { en: 'To advise on placements', cy: null } },
    ])
    const today = new Date().toISOString().slice(0, 10)
    for (const one of read) expect(one.publishedAt.slice(0, 10)).toBe(today)
    const rewrite = { id: first, text: { en: 'Otherwise' } }
    expect(await as('secretariat').refused('reviseTermsOfReference', rewrite)).toMatchObject({ code: 'not-a-draft' })
  })
})

describe('the chair of the advisory group', () => {
  it('row 1: minutes of earlier meetings still show the earlier holder', async () => {
    const meeting = await aMeeting('body-mag', ['startMeeting', 'endMeeting', 'circulateMinutes'])
    await as('mag-chair').tell('agreeMinutes', { id: meeting })
    const chairs = async (id: string) => {
      const query = 'query M($id: ID!) { meeting(id: $id) { status chairs { office person { name } } } }'
      return (await as('secretariat').ask(query, { id })).meeting.chairs
    }
    const earlier = await chairs(meeting)
    expect(earlier[0]).toEqual({ office: 'CHAIR', person: { name: 'Chair, Ministerial Advisory Group' } })

    await as('secretariat').tell('endAppointment', { id: await held('body-mag', 'CHAIR') })
    await appoint('ws3-chair', 'CHAIR', 'body-mag')
    expect(await chairs(meeting)).toEqual(earlier)
    const id = v7()
    const later = {
      startsAt: new Date(Date.now() + 86_400_000).toISOString(),
      endsAt: new Date(Date.now() + 90_000_000).toISOString(),
    }
    await as('secretariat').tell('createMeeting', { id, bodyId: 'body-mag', ...later })
    expect((await chairs(id))[0]).toEqual({ office: 'CHAIR', person: { name: 'Chair, Workstream 3' } })
  })
})

import 'reflect-metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditModel } from '../../platform/audit.model.js'
import { changeModel } from '../../platform/change.model.js'
import { verifyAudit } from '../../platform/verify-audit.js'
import { type App, aMutationId, anApp, type Visitor } from '../../test/app.js'
import { anEngine, type Engine } from '../../test/engine.js'
import { appointmentModel } from './appointment.model.js'

let engine: Engine
let db: Awaited<ReturnType<Engine['database']>>
let app: App
let secretariat: Visitor

beforeAll(async () => {
  engine = await anEngine()
  db = await engine.database()
  app = await anApp(db)
  secretariat = await app.signIn('secretariat')
})
afterAll(async () => {
  await app.stop()
  await engine.stop()
})

const appoint = 'mutation ($input: AppointPersonInput!) { appointPerson(input: $input) { id office version inForce } }'
const end = 'mutation ($input: EndAppointmentInput!) { endAppointment(input: $input) { id inForce version } }'
const anAppointment = (over: Record<string, unknown> = {}) => ({
  mutationId: aMutationId(),
  id: aMutationId(),
  personId: 'demo-member',
  office: 'MEMBER',
  bodyId: 'body-ws-2',
  ...over,
})
const officesOf = async (visitor: Visitor) => {
  const { data } = await visitor.ask('{ viewer { offices { bodyId office } } }')
  return (data.viewer as { offices: { bodyId: string; office: string }[] }).offices
}

describe('appointing somebody', () => {
  it('gives them their rights at once, and takes them at once', async () => {
    const told: string[][] = []
    const stop = app.bus.subscribe('rights', ({ personIds }) => told.push(personIds))
    const member = await app.signIn('member')
    const before = await officesOf(member)
    const input = anAppointment()
    expect((await secretariat.ask(appoint, { input })).data.appointPerson).toMatchObject({ inForce: true, version: 1 })
    expect(await officesOf(member)).toEqual([...before, { bodyId: 'body-ws-2', office: 'MEMBER' }])

    const ended = await secretariat.ask(end, { input: { mutationId: aMutationId(), id: input.id } })
    expect(ended.data.endAppointment).toMatchObject({ inForce: false, version: 2 })
    expect(await officesOf(member)).toEqual(before)
    expect(told).toEqual([['demo-member'], ['demo-member']])
    stop()
  })

  it('makes a new vice-chair a member of the Operational Group, and nobody by hand', async () => {
    const members = '{ body(id: "body-operational-group") { appointments { person { id } } } }'
    const input = { mutationId: aMutationId(), id: 'demo-appointment-ws1-vice-chair' }
    await secretariat.ask(end, { input })
    expect(JSON.stringify((await secretariat.ask(members)).data)).not.toContain('demo-ws1-vice-chair')
    const again = anAppointment({ personId: 'demo-ws1-vice-chair', office: 'VICE_CHAIR', bodyId: 'body-ws-1' })
    await secretariat.ask(appoint, { input: again })
    expect(JSON.stringify((await secretariat.ask(members)).data)).toContain('demo-ws1-vice-chair')
    const byHand = anAppointment({ bodyId: 'body-operational-group' })
    expect((await secretariat.ask(appoint, { input: byHand })).refused).toBe('derived-membership')
  })

  it.each([
    ['a body that is only intended', { bodyId: 'body-delivery-board' }, 'body-not-active'],
    ['a body that has closed', { bodyId: 'body-tf-advocacy' }, 'body-not-active'],
    ['a chair beside the chair', { office: 'CHAIR', bodyId: 'body-ws-1' }, 'office-taken'],
    ['the same office twice', { personId: 'demo-member', bodyId: 'body-mag' }, 'already-so'],
    ['an id that is there already', { id: 'demo-appointment-guest' }, 'already-so'],
    ['nobody', { personId: 'demo-stranger' }, 'not-found'],
    ['an end before the start', { from: '2030-01-02T00:00:00Z', until: '2030-01-01T00:00:00Z' }, 'ends-before-start'],
  ])('refuses %s', async (_what, over, code) => {
    expect((await secretariat.ask(appoint, { input: anAppointment(over) })).refused).toBe(code)
  })

  it.each(['ws1-chair', 'member', 'guest', 'scrutiny-reader'])('is not for %s', async (key) => {
    const visitor = await app.signIn(key)
    expect((await visitor.ask(appoint, { input: anAppointment() })).refused).toBe('not-permitted')
  })

  it('is not for somebody who is not signed in', async () => {
    expect((await app.nobody.ask(appoint, { input: anAppointment() })).refused).toBe('not-signed-in')
  })

  it('lets an appointment end once', async () => {
    const input = anAppointment({ bodyId: 'body-ws-3' })
    await secretariat.ask(appoint, { input })
    const endings = await Promise.all(
      Array.from({ length: 5 }, () => secretariat.ask(end, { input: { mutationId: aMutationId(), id: input.id } })),
    )
    expect(endings.map(({ refused }) => refused).sort()).toEqual([
      'already-ended',
      'already-ended',
      'already-ended',
      'already-ended',
      null,
    ])
  })
})

describe('the same command sent again', () => {
  it('has one effect and one answer, however many arrive at once', async () => {
    const input = anAppointment({ personId: 'demo-tf-residential-member' })
    const answers = await Promise.all(Array.from({ length: 50 }, () => secretariat.ask(appoint, { input })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await appointmentModel(db).countDocuments({ _id: input.id })).toBe(1)
    expect(await auditModel(db).countDocuments({ mutationId: input.mutationId })).toBe(1)
    expect(await changeModel(db).countDocuments({ mutationId: input.mutationId, room: 'programme' })).toBe(1)
  })

  it('is answered the same by another node and after a restart', async () => {
    const input = anAppointment({ personId: 'demo-guest', bodyId: 'body-ws-3' })
    const first = await secretariat.ask(appoint, { input })
    const other = await anApp(await engine.again(db))
    const there = await other.signIn('secretariat')
    expect(await there.ask(appoint, { input })).toEqual(first)
    await other.stop()
  })

  it('from two nodes at once has one effect', async () => {
    const other = await anApp(await engine.again(db))
    const there = await other.signIn('secretariat')
    const input = anAppointment({ personId: 'demo-guest', bodyId: 'body-ws-1' })
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => (at % 2 ? secretariat : there).ask(appoint, { input })),
    )
    expect(answers.map(({ refused }) => refused)).toEqual(Array(12).fill(null))
    expect(await auditModel(db).countDocuments({ mutationId: input.mutationId })).toBe(1)
    await other.stop()
  })

  it('is refused with another input, another command or by another person', async () => {
    const input = anAppointment({ personId: 'demo-guest', bodyId: 'body-ws-2' })
    await secretariat.ask(appoint, { input })
    const chair = await app.signIn('mag-chair')
    const { mutationId, id } = input
    expect((await secretariat.ask(appoint, { input: { ...input, office: 'OBSERVER' } })).refused).toBe(
      'mutation-reused',
    )
    expect((await secretariat.ask(end, { input: { mutationId, id } })).refused).toBe('mutation-reused')
    expect((await chair.ask(appoint, { input })).refused).toBe('mutation-reused')
  })
})

describe('after all that', () => {
  it('the audit trail is sound and names who, by which office, before and after', async () => {
    expect(await verifyAudit(db)).toMatchObject({ sound: true })
    const [first] = await auditModel(db).find({ command: 'endAppointment' }).sort({ _id: 1 }).limit(1).lean()
    expect(first).toMatchObject({ person: 'demo-secretariat', office: 'secretariat of body-ioc-team' })
    expect(JSON.parse(first?.before ?? '')).toMatchObject({ until: null })
    expect(JSON.parse(first?.after ?? '').until).toEqual(expect.any(String))
  })

  it('the rooms are numbered without a gap', async () => {
    const rows = await changeModel(db).find({ room: 'programme' }).sort({ seq: 1 }).lean()
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
  })
})

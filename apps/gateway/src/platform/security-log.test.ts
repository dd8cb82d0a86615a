import 'reflect-metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, aMutationId, anApp, post } from '../test/app.js'
import { anEngine, type Engine } from '../test/engine.js'
import { auditModel } from './audit.model.js'
import { securityModel } from './security-log.model.js'

let engine: Engine
let db: Awaited<ReturnType<Engine['database']>>
let app: App

beforeAll(async () => {
  engine = await anEngine()
  db = await engine.database()
  app = await anApp(db)
}, 60_000)
afterAll(async () => {
  await app.stop()
  await engine.stop()
})

const nothing = { personId: null, command: null, recordId: null, code: null }

/** The lines that something leaves, without when and which. */
async function leaves(something: () => Promise<unknown>) {
  const before = await securityModel(db).countDocuments()
  await something()
  const lines = await securityModel(db).find().sort({ _id: 1 }).skip(before).lean()
  return lines.map(({ _id, at, ...line }) => line)
}

const drop = `mutation ($input: ReasonInput!) { dropAction(input: $input) { id } }`
const propose = `mutation ($input: ProposeActionInput!) { proposeAction(input: $input) { id } }`

describe('the security log', () => {
  it('has a line for each sign-in, and for the sign-out before it', async () => {
    expect(await leaves(() => app.signIn('member'))).toEqual([
      { ...nothing, event: 'signed-in', personId: 'demo-member' },
    ])
    const { cookie } = await app.signIn('guest')
    expect(await leaves(() => post(`${app.url}/auth/sign-out`, cookie, {}))).toEqual([
      { ...nothing, event: 'signed-out', personId: 'demo-guest' },
    ])
    expect(await leaves(() => post(`${app.url}/auth/sign-out`, cookie, {}))).toEqual([])
  })

  it('has a line for a sign-in that was refused', async () => {
    expect(await leaves(() => post(`${app.url}/auth/demo`, '', { key: 'nobody' }))).toEqual([
      { ...nothing, event: 'sign-in-refused', code: 'not-found' },
    ])
  })

  it('has a line for a command that was refused: whose, which, about what, and why', async () => {
    const guest = await app.signIn('guest')
    const input = { mutationId: aMutationId(), id: 'act-publish-annual-report', reason: 'because' }
    const trail = await auditModel(db).countDocuments()
    expect(await leaves(() => guest.ask(drop, { input }))).toEqual([
      {
        event: 'command-refused',
        personId: 'demo-guest',
        command: 'dropAction',
        recordId: 'act-publish-annual-report',
        code: 'not-permitted',
      },
    ])
    expect(await auditModel(db).countDocuments()).toBe(trail)
  })

  it('has none for strangers, for questions, and for commands that were carried out, which stand in the trail', async () => {
    const chair = await app.signIn('ws1-chair')
    const trail = await auditModel(db).countDocuments()
    const input = { mutationId: aMutationId(), id: aMutationId(), bodyId: 'body-ws-1', title: 'Read the letter' }
    const asked = async () => {
      await app.nobody.ask(drop, { input: { mutationId: aMutationId(), id: 'act-publish-annual-report', reason: 'x' } })
      await chair.ask('{ action(id: "none") { id } }')
      expect(await chair.ask(propose, { input })).toMatchObject({ refused: null })
    }
    expect(await leaves(asked)).toEqual([])
    expect(await auditModel(db).countDocuments()).toBe(trail + 1)
  })
})

import { createHash } from 'node:crypto'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anEngine, type Engine } from '../test/engine.js'
import { type Bus, inProcessBus } from './bus.js'
import { prepareCollections } from './mongo.js'
import type { Sessions } from './session.js'
import { sessionModel } from './session.model.js'
import { sessionCookie } from './session-cookie.js'
import { createSessions } from './sessions.js'

let engine: Engine
let db: Connection
let bus: Bus
let sessions: Sessions
let clock: number

const minute = 60_000
const cookie = sessionCookie(false)
const carried = (set: string) => set.split(';')[0] ?? ''

beforeAll(async () => {
  engine = await anEngine()
})
afterAll(() => engine.stop())
beforeEach(async () => {
  db = await engine.database()
  bus = inProcessBus()
  clock = Date.UTC(2026, 0, 1)
  sessions = createSessions({
    db,
    bus,
    cookie,
    now: () => new Date(clock),
    limits: { sessionIdle: 30 * minute, sessionAbsolute: 12 * 60 * minute },
  })
  await prepareCollections(db)
})

describe('a session', () => {
  it('is found by its cookie, among other cookies', async () => {
    const { session, cookie: set } = await sessions.open('demo-member')
    expect(await sessions.find(`a=b; ${carried(set)}; c=d`)).toEqual(session)
    expect(await sessions.find(undefined)).toBeNull()
    expect(await sessions.find('camau=nonsense')).toBeNull()
  })

  it('is stored so that whoever copies the table holds no cookie', async () => {
    const { cookie: set } = await sessions.open('demo-member')
    const token = carried(set).slice('camau='.length)
    const [stored] = await sessionModel(db).find().lean()
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(stored?._id).toBe(createHash('sha256').update(token).digest('base64url'))
    expect(await sessions.find(`camau=${stored?._id}`)).toBeNull()
  })

  it('ends after half an hour in which nothing was done', async () => {
    const { session, cookie: set } = await sessions.open('demo-member')
    clock += 29 * minute
    sessions.active(session.id)
    await sessions.sweep()
    clock += 29 * minute
    expect(await sessions.find(carried(set))).not.toBeNull()
    clock += 2 * minute
    expect(await sessions.find(carried(set))).toBeNull()
  })

  it('ends after twelve hours, whatever is done', async () => {
    const { session, cookie: set } = await sessions.open('demo-member')
    for (let hours = 0; hours < 24; hours++) {
      clock += 29 * minute
      sessions.active(session.id)
      await sessions.sweep()
    }
    expect(await sessions.find(carried(set))).not.toBeNull()
    clock += 29 * minute
    sessions.active(session.id)
    expect(await sessions.find(carried(set))).toBeNull()
  })

  it('says on the bus when it ends by itself, so that sockets close', async () => {
    const ended: string[] = []
    bus.subscribe('session', ({ sessionId }) => ended.push(sessionId))
    const { session } = await sessions.open('demo-member')
    clock += 31 * minute
    await sessions.sweep()
    expect(ended).toEqual([session.id])
    expect(await sessionModel(db).countDocuments()).toBe(0)
  })

  it('is dead once signed out', async () => {
    const { session, cookie: set } = await sessions.open('demo-member')
    await sessions.end(session.id)
    expect(await sessions.find(carried(set))).toBeNull()
  })
})

describe('the cookie', () => {
  it('is out of reach of scripts and other sites, and on https of other hosts', () => {
    expect(cookie.set('t', 1_000)).toBe('camau=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=1')
    expect(sessionCookie(true).set('t', 1_000)).toBe(
      '__Host-camau=t; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=1',
    )
  })
})

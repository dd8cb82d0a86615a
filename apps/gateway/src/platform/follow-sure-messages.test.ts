import type { Connection } from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from '../live/testing/engine.js'
import { type Bus, inProcessBus } from './bus.js'
import { createChangeStore } from './change-store.js'
import { type Followed, followSureMessages } from './follow-sure-messages.js'
import { createLog } from './log.js'
import { connectMongo, prepareCollections } from './mongo.js'
import { createSureMessages, type SureMessages, tellNumber } from './sure-messages.js'
import { inTransaction } from './transaction.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let db: Connection
let sure: SureMessages
let bus: Bus
let followed: Followed
const heard: string[] = []

beforeAll(async () => {
  database = await aDatabase()
  db = await connectMongo(database.uri)
  sure = createSureMessages(db)
  await prepareCollections(db)
  await decided('before') // this node was not there yet
  bus = inProcessBus()
  bus.subscribe('rights', ({ personIds }) => heard.push(...personIds))
  followed = await followSureMessages({ sure, changes: createChangeStore(db), bus, log: createLog('silent') })
})
afterAll(async () => {
  followed?.stop()
  await db?.close()
  await database?.stop()
})

/** Somebody's rights moved on another node. */
const decided = (personId: string): Promise<number | null> =>
  inTransaction(db, (session) =>
    sure.note(session, new Date(), [], (to) => {
      to.publish('rights', { personIds: [personId] })
      to.publish('presence', { node: 'n', in: 'programme', here: [], gone: [] }) // lost without harm: not noted
    }),
  )

/** Blocks the whole process, as one that is stopped is. */
function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until) Math.random()
}

describe('what other nodes decided', () => {
  it('is heard within the second, in its order and once, whether the bus brought it or not', async () => {
    const all = ['p1', 'p2', 'p3', 'p4']
    for (const [i, personId] of all.entries()) {
      const number = await decided(personId)
      expect(number).toBe(i + 2)
      if (personId !== 'p3') continue
      bus.hear('rights', { personIds: [personId] })
      tellNumber(bus, number)
    }
    await expect.poll(() => heard.length, { timeout: 1_000, interval: 10 }).toBe(4)
    await Promise.all(all.map(() => decided('together'))) // numbers collide, and each gets its own
    await expect.poll(() => heard.length, { timeout: 2_000, interval: 10 }).toBe(8)
    expect([...new Set(heard)].sort()).toEqual(['p1', 'p2', 'p3', 'p4', 'together'])
  })

  it('is read before anything is written by a node that stood still', async () => {
    await expect.poll(() => followed.upToDate(), { timeout: 2_000 }).toBeNull()
    await decided('meanwhile')
    standStill(600)
    expect(followed.upToDate()).not.toBeNull()
    await followed.upToDate()
    expect(heard).toContain('meanwhile')
    expect(followed.upToDate()).toBeNull()
  })
})

import 'reflect-metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, anApp, type Visitor } from '../test/app.js'
import { anEngine, type Engine } from '../test/engine.js'
import { changeModel } from './change.model.js'
import { inTime, queryPatience, reads } from './patience.js'

let engine: Engine
let db: Awaited<ReturnType<Engine['database']>>
let app: App
let reader: Visitor

beforeAll(async () => {
  engine = await anEngine()
  db = await engine.database()
  app = await anApp(db)
  reader = await app.signIn('secretariat')
}, 60_000)
afterAll(async () => {
  await app.stop()
  await engine.stop()
})

const changes = '{ changes(room: "programme", last: 5) { seq } }'

describe('a query', () => {
  it.skipIf(process.env.MONGODB_URI)(
    'is answered with a code when the database does not answer, and as ever when it does again',
    async () => {
      expect(await reader.ask(changes)).toMatchObject({ refused: null })
      const since = performance.now()
      const answers = await engine.paused(() => Promise.all([1, 2, 3].map(() => reader.ask(changes))))
      expect(answers.map(({ refused }) => refused)).toEqual(['took-too-long', 'took-too-long', 'took-too-long'])
      expect(performance.now() - since).toBeGreaterThan(queryPatience - 500)
      await expect.poll(async () => (await reader.ask(changes)).refused, { timeout: 60_000 }).toBeNull()
    },
    120_000,
  )

  it('tells the database how long it may read; nothing else does', async () => {
    const limitOf = async (read: <T>(work: () => T) => T) => {
      const query = changeModel(db).find().lean()
      await read(() => query.exec())
      return query.getOptions().maxTimeMS
    }
    expect(await limitOf(reads)).toBe(queryPatience)
    expect(await limitOf((work) => work())).toBeUndefined()
  })
})

describe('waiting for a limited time', () => {
  it('gives what comes in time, and why it failed', async () => {
    const until = performance.now() + 60_000
    expect(await inTime(Promise.resolve('here'), until)).toBe('here')
    await expect(inTime(Promise.reject(new Error('by itself')), until)).rejects.toThrow('by itself')
  })

  it('ends with a refusal', async () => {
    const never = new Promise<never>(() => undefined)
    await expect(inTime(never, performance.now())).rejects.toMatchObject({ code: 'took-too-long' })
  })
})

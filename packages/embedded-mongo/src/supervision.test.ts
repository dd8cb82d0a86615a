import mongoose from 'mongoose'
import { describe, expect, it } from 'vitest'
import { anEmbeddedMongo } from './embedded.fixture.js'

describe('an engine that is looked after', () => {
  it('comes back under the same URI, as often as it dies, and stops when told', async () => {
    const engine = await anEmbeddedMongo()
    const connection = await mongoose.createConnection(engine.uri).asPromise()
    const collection = connection.collection('things')
    let restarts = 0
    engine.onRestart(() => restarts++)
    for (let round = 1; round <= 2; round++) {
      process.kill(engine.pid(), 'SIGKILL')
      await expect.poll(() => restarts, { timeout: 20_000 }).toBe(round)
      await collection.insertOne({ round })
    }
    expect(await collection.countDocuments()).toBe(2)
    expect(engine.lines.filter((line) => line.includes('starting it again'))).toHaveLength(2)
    await connection.close()
    const pid = engine.pid()
    await engine.stop()
    expect(() => process.kill(pid, 0)).toThrow()
  }, 60_000)

  it('can be stopped while it is down', async () => {
    const engine = await anEmbeddedMongo()
    process.kill(engine.pid(), 'SIGKILL')
    await expect.poll(() => engine.lines.length, { timeout: 10_000 }).toBeGreaterThan(0)
    const pid = engine.pid()
    await engine.stop()
    expect(() => process.kill(pid, 0)).toThrow()
  }, 30_000)

  it('serves several clients at once, each with its own connection', async () => {
    const engine = await anEmbeddedMongo()
    const clients = await Promise.all([1, 2, 3].map(() => mongoose.createConnection(engine.uri).asPromise()))
    await Promise.all(clients.map((client, n) => client.collection('things').insertOne({ n })))
    for (const client of clients) expect(await client.collection('things').countDocuments()).toBe(3)
    await Promise.all(clients.map((client) => client.close()))
    await engine.stop()
  }, 30_000)
})

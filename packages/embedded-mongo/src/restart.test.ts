import mongoose from 'mongoose'
import { describe, expect, it } from 'vitest'
import { anEmbeddedMongo } from './embedded.fixture.js'

/** Writes until told to stop, noting what was acknowledged; a broken connection is part of the test. */
async function aWriter(collection: mongoose.mongo.Collection, name: string, goOn: () => boolean): Promise<string[]> {
  const acknowledged: string[] = []
  for (let i = 0; goOn(); i++) {
    const id = `${name}-${i}`
    await collection.insertOne({ _id: id as never, n: i }).then(
      () => acknowledged.push(id),
      () => undefined,
    )
  }
  return acknowledged
}

describe('an engine that is killed while it writes', () => {
  it.each([1, 2, 3, 4, 5])(
    'has every acknowledged insert when it is back, round %i',
    async (round) => {
      const engine = await anEmbeddedMongo()
      const connection = await mongoose.createConnection(engine.uri, { maxPoolSize: 20 }).asPromise()
      const restarted = new Promise<void>((resolve) => engine.onRestart(resolve))
      const collection = connection.collection(`round${round}`)
      await collection.createIndex({ n: 1 })
      let running = true
      const before = engine.pid()
      const writers = Array.from({ length: 12 }, (_, i) => aWriter(collection, `w${i}`, () => running))
      await expect.poll(() => collection.countDocuments(), { timeout: 10_000 }).toBeGreaterThan(100 * round)
      process.kill(before, 'SIGKILL')
      await restarted
      expect(engine.pid()).not.toBe(before)
      running = false
      const acknowledged = (await Promise.all(writers)).flat()
      expect(acknowledged.length).toBeGreaterThan(100)
      const found = new Set((await collection.find().toArray()).map(({ _id }) => String(_id)))
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
      expect(await collection.countDocuments({ n: { $gte: 0 } }, { hint: 'n_1' })).toBe(found.size)
      await connection.close()
      await engine.stop()
    },
    30_000,
  )
})

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import mongoose from 'mongoose'
import { expect, it } from 'vitest'
import { anEmbeddedMongo } from './embedded.fixture.js'

/** Writes one document in a transaction, and dies with it open. */
const dies = (uri: string) => `
  import { MongoClient } from 'mongodb'
  const client = await new MongoClient(${JSON.stringify(uri)}).connect()
  const session = client.startSession()
  session.startTransaction()
  await client.db().collection('things').updateOne({ _id: 1 }, { $set: { n: 1 } }, { session })
  process.kill(process.pid, 'SIGKILL')
`

it('a process that is killed in the middle of a transaction holds nobody up', { timeout: 60_000 }, async () => {
  const engine = await anEmbeddedMongo()
  const connection = await mongoose.createConnection(engine.uri).asPromise()
  const things = connection.collection<{ _id: number; n: number }>('things')
  await things.insertOne({ _id: 1, n: 0 })
  const cwd = fileURLToPath(new URL('../node_modules/mongoose', import.meta.url))
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', dies(engine.uri)], { cwd })
  expect(signal).toBe('SIGKILL')
  const began = performance.now()
  await things.updateOne({ _id: 1 }, { $inc: { n: 10 } })
  expect(performance.now() - began).toBeLessThan(20_000) // of sixty seconds
  expect(await things.findOne({ _id: 1 })).toEqual({ _id: 1, n: 10 })
  await connection.close()
  await engine.stop()
})

import type { Socket } from 'node:net'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { aDatabase } from '../live/testing/engine.js'
import { connectMongo } from './mongo.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let db: Connection
beforeAll(async () => {
  database = await aDatabase()
  db = await connectMongo(database.uri)
})
afterAll(async () => {
  await db?.close()
  await database?.stop()
})

const driver = z.object({
  topology: z.object({
    s: z.object({
      servers: z.map(
        z.string(),
        z.object({ pool: z.object({ connections: z.custom<{ first(): { socket: Socket } | null }>() }) }),
      ),
    }),
  }),
})

it('a question that meets a line which has just broken is answered over another one, or refused, but never left waiting', async () => {
  const ask = () => db.db?.command({ ping: 1 })
  await ask()
  const [server] = driver.parse(db.getClient()).topology.s.servers.values()
  server?.pool.connections.first()?.socket.destroy()
  let isSettled = false
  void Promise.resolve(ask())
    .catch(() => {}) // refused is told, too
    .finally(() => {
      isSettled = true
    })
  await expect.poll(() => isSettled, { timeout: 10_000 }).toBe(true)
  await expect.poll(async () => (await ask())?.ok, { timeout: 10_000 }).toBe(1)
})

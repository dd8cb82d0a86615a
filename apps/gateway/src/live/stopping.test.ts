import { firstMinutes } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog, type Log } from '../platform/log.js'
import { connectMongo } from '../platform/mongo.js'
import { documentLog, newRow } from './document-log.js'
import { firstContent } from './first-content.js'
import { aDatabase } from './testing/engine.js'
import { aGateway } from './testing/gateway.js'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database?.stop())

const documents = 60

/** A log that a crash left: written in, and lists were not told. */
async function leftBehind(): Promise<void> {
  const db = await connectMongo(database.uri)
  const log = documentLog(db)
  const begin = async (id: DocumentId) => {
    const { epoch } = await log.begin(id)
    await log.insert([{ ...newRow(id, epoch, firstContent(firstMinutes([])), null, new Date()), seq: 1 }])
  }
  await Promise.all(Array.from({ length: documents }, (_, i) => begin(`minutes:left-${i}`)))
  await db.close()
}

describe('a gateway that stops right after its start', () => {
  it('leaves the catching up to the next one, without a complaint', async () => {
    await leftBehind()
    const complaints: unknown[] = []
    const complain = (...what: unknown[]) => void complaints.push(what)
    const log: Log = { ...createLog('silent'), warn: complain, error: complain }
    const projected: string[] = []
    const project = async (id: string) => void projected.push(id)
    await (await aGateway({ uri: database.uri, log, project })).close()
    const early = projected.length
    expect(early).toBeLessThan(documents)

    const next = await aGateway({ uri: database.uri, log, project })
    await expect.poll(() => new Set(projected).size, { timeout: 20_000 }).toBe(documents)
    await next.close()
    expect(complaints).toEqual([])
  })
})

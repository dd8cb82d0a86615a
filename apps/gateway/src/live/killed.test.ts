import { minutesText, sameState } from '@camau/collab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { aParagraph } from './testing/typist.js'

// Gateways that are killed: journeys/chaos.

let database: Awaited<ReturnType<typeof aDatabase>>
let survivor: Gateway
beforeAll(async () => {
  database = await aDatabase()
  survivor = await aGateway({ uri: database.uri, headCheck: 100 })
})
afterAll(async () => {
  await survivor?.close()
  await database?.stop()
})

describe('a database that is killed while people type', () => {
  it('costs a pause and nothing else', { timeout: 60_000 }, async ({ skip }) => {
    const kill = database.kill ?? skip('not ours to kill')
    const typist = (await survivor.as('typist')).openDocument('minutes:engine')
    const reader = (await survivor.as('reader')).openDocument('minutes:engine')
    await Promise.all([typist.opened, reader.opened])
    let written = 0
    const pace = setInterval(() => minutesText(typist.doc).push([aParagraph(`${written++};`)]), 5)
    for (let deaths = 0; deaths < 2; deaths++) {
      const enough = written + 60
      await expect.poll(() => written, { timeout: 10_000 }).toBeGreaterThan(enough)
      kill()
    }
    clearInterval(pace)
    await typist.saved()
    await expect.poll(() => sameState(typist.doc, reader.doc), { timeout: 20_000 }).toBe(true)
    const { doc } = await survivor.live.documents.read('minutes:engine')
    expect(sameState(doc, typist.doc)).toBe(true)
    expect(minutesText(doc).length).toBe(written + 2)
    expect(typist.draft).toBeNull()
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { connect, keptInMemory, minutesText, sameState } from '@camau/collab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { aSeed, randomFrom } from './testing/random.js'
import { aParagraph } from './testing/typist.js'

const kills = Number(process.env.KILLS ?? 3)
const id = 'minutes:killed'

let database: Awaited<ReturnType<typeof aDatabase>>
let survivor: Gateway
const started: ChildProcess[] = []
beforeAll(async () => {
  database = await aDatabase()
  survivor = await aGateway({ uri: database.uri, headCheck: 100 })
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await survivor?.close()
  await database?.stop()
})

interface Victim {
  url: string
  cookie(personId: string): Promise<string>
  kill(): Promise<void>
}

async function aVictim(): Promise<Victim> {
  const entry = fileURLToPath(new URL('./testing/gateway-process.ts', import.meta.url))
  const flags = ['--conditions=@camau/source', '--import', '@oxc-node/core/register']
  const child = spawn(process.execPath, [...flags, entry, database.uri], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  started.push(child)
  const [{ url }] = await once(child, 'message')
  return {
    url,
    async cookie(personId) {
      child.send(personId)
      const [{ cookie }] = await once(child, 'message')
      return cookie
    },
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

describe('a gateway that is killed while people type', () => {
  it('loses nothing it acknowledged, and nothing anyone else has seen; the rest is sent again', {
    timeout: 120_000,
  }, async () => {
    const random = randomFrom(aSeed())
    const reader = (await survivor.as('reader')).openDocument(id)
    await reader.opened
    const kept = keptInMemory()
    for (let round = 0; round < kills; round++) {
      const victim = await aVictim()
      const connection = connect({ url: victim.url, person: 'typist', cookie: await victim.cookie('typist'), kept })
      const typist = connection.openDocument(id)
      await typist.opened

      const acknowledged: string[] = []
      const written: string[] = []
      let typing = true
      const pace = setInterval(() => {
        if (!typing) return
        const words = `${round}-${written.length};`
        written.push(words)
        minutesText(typist.doc).push([aParagraph(words)])
        typist.saved().then(
          () => acknowledged.push(words),
          () => {},
        )
      }, 3)
      await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20 + random.int(60))
      await victim.kill()
      typing = false
      clearInterval(pace)
      const before = acknowledged.length
      const seen = minutesText(reader.doc).toString()

      const { doc } = await survivor.live.documents.read(id)
      const durable = minutesText(doc).toString()
      const lost = acknowledged.slice(0, before).filter((words) => !durable.includes(words))
      expect(lost, `seed ${random.seed}`).toEqual([])
      for (const words of seen.match(/\d+-\d+;/g) ?? []) expect(durable).toContain(words)

      // The page is reloaded and finds another node: what was on its way is kept on the device and comes through, once.
      typist.close()
      connection.close()
      const again = (await survivor.as('typist', { kept })).openDocument(id)
      await again.opened
      await again.saved()
      const all = minutesText((await survivor.live.documents.read(id)).doc).toString()
      for (const words of written) expect(all.split(words).length - 1, `${words} of seed ${random.seed}`).toBe(1)
      await expect.poll(() => sameState(again.doc, reader.doc), { timeout: 5_000 }).toBe(true)
      again.close()
    }
  })
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

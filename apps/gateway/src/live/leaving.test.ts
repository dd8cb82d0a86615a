import { queryObjects } from 'node:v8'
import { connect, keptInMemory, minutesText, Y } from '@camau/collab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Room } from './room.js'
import { aBareSocket } from './testing/attacker.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { holdLoading } from './testing/hold-loading.js'
import { aSeed, randomFrom } from './testing/random.js'
import { aParagraph } from './testing/typist.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
beforeAll(async () => {
  database = await aDatabase()
  gateway = await aGateway({ uri: database.uri, linger: 50, headCheck: 200 })
})
afterAll(async () => {
  await gateway?.close()
  await database?.stop()
})

const here = () => ({
  ...gateway.live.counts(),
  timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
  lines: process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length,
})

/** Somebody comes, does something or nothing, and leaves at a bad moment. */
async function comeAndGo(cookie: string, until: number): Promise<void> {
  const connection = connect({ url: gateway.url, cookie, kept: keptInMemory() })
  connection.openRecords('body:body-1', { onChange: () => {}, onReset: () => {} })
  const document = connection.openDocument(`minutes:left-${until % 7}`)
  if (until > 20) await document.opened
  if (until > 40) minutesText(document.doc).push([aParagraph('was here')])
  if (until > 60) await document.saved()
  if (until > 80) connection.channel.breakOff()
  document.close()
  connection.close()
}

describe('whoever leaves while they come in', () => {
  it('is seen there by nobody', async () => {
    const random = randomFrom(aSeed())
    const cookies = { hurried: await gateway.cookie('hurried'), witness: await gateway.cookie('witness') }
    const target = { url: gateway.url, cookie: async (person: string) => cookies[person as keyof typeof cookies] }
    const hurry = async (): Promise<void> => {
      const socket = await aBareSocket(target, 'hurried')
      for (let asked = 0; asked < 5; asked++) socket.emit('records:open', { room: 'body:body-1' }, () => {})
      await new Promise((done) => setTimeout(done, random.int(4)))
      socket.close()
    }
    for (let i = 0; i < 5; i++) await Promise.all(Array.from({ length: 10 }, hurry))
    const witness = await aBareSocket(target, 'witness')
    const others = async () => {
      const { people } = await witness.emitWithAck('records:open', { room: 'body:body-1' })
      return people.filter(({ personId }: { personId: string }) => personId === 'hurried').length
    }
    await expect.poll(others, { timeout: 10_000 }).toBe(0)
    witness.close()
  })

  it('has left when they leave before they were let in', async () => {
    const cookies = { hurried: await gateway.cookie('hurried'), witness: await gateway.cookie('witness') }
    const target = { url: gateway.url, cookie: async (person: string) => cookies[person as keyof typeof cookies] }
    const [text, room] = [{ documentId: 'minutes:hurried' }, { room: 'body:body-1' }]
    const hurried = await aBareSocket(target, 'hurried')
    const answers = [
      hurried.emitWithAck('document:open', { ...text, clientId: 7 }),
      hurried.emitWithAck('records:open', room),
    ]
    hurried.emit('document:close', text)
    hurried.emit('records:close', room)
    expect(await Promise.all(answers)).toMatchObject([{ ok: true }, { ok: true }])
    const witness = await aBareSocket(target, 'witness')
    const { people: inText } = await witness.emitWithAck('document:open', { ...text, clientId: 8 })
    const { people: inRoom } = await witness.emitWithAck('records:open', room)
    expect([inText, inRoom]).toEqual([[], []])
    for (const socket of [hurried, witness]) socket.close()
  })
})

describe('whoever is let into a text in the moment in which their session ends', () => {
  it('is not there afterwards', async () => {
    const cookies = { leaver: await gateway.cookie('leaver'), witness: await gateway.cookie('witness') }
    const target = { url: gateway.url, cookie: async (person: string) => cookies[person as keyof typeof cookies] }
    const documentId = 'minutes:session-ended'
    const [witness, leaver] = [await aBareSocket(target, 'witness'), await aBareSocket(target, 'leaver')]
    const { asked, letGo } = holdLoading(gateway.db)
    leaver.emit('document:open', { documentId, clientId: 7 })
    await asked
    gateway.bus.subscribe('session', letGo) // after the gateway: they have left everything, and the line is not closed yet
    await gateway.end('leaver')
    await expect.poll(() => leaver.connected).toBe(false)
    const others = async () => {
      const { people } = await witness.emitWithAck('document:open', { documentId, clientId: 8 })
      witness.emit('document:close', { documentId })
      return people.filter(({ personId }: { personId: string }) => personId === 'leaver')
    }
    await expect.poll(others).toEqual([])
    await expect.poll(() => gateway.live.counts().documents, { timeout: 5_000 }).toBe(0)
    witness.close()
  })
})

describe('when everybody has left', () => {
  it('nothing of them is there any more: no room, no text, no socket, no timer', { timeout: 120_000 }, async () => {
    const random = randomFrom(aSeed())
    const cookies = await Promise.all(['one', 'two', 'three', 'four'].map((person) => gateway.cookie(person)))
    const visits = (many: number) =>
      Promise.all(Array.from({ length: many }, () => comeAndGo(random.pick(cookies), random.int(100))))
    await visits(20)
    const nobody = { sockets: 0, documents: 0, lines: 0 }
    await expect.poll(here, { timeout: 20_000 }).toMatchObject(nobody)
    const before = here()
    for (let i = 0; i < 4; i++) await visits(50)
    await expect.poll(here, { timeout: 20_000 }).toMatchObject(nobody)
    await expect.poll(() => here().timers, { timeout: 20_000 }).toBeLessThanOrEqual(before.timers)
    // Counting collects the garbage first. It takes a while, and so it is done once.
    expect(queryObjects(Room, { format: 'count' })).toBe(0)
    expect(queryObjects(Y.Doc, { format: 'count' })).toBe(0)
  })
})

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { minutesText, sameState, Y } from '@camau/collab'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bus } from '../platform/bus.js'
import { createLog } from '../platform/log.js'
import { channelOf, redisBus, sealWith } from '../platform/redis-bus.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { aParagraph } from './testing/typist.js'

const key = 'a key that only the database knows'
const isHere = spawnSync('redis-server', ['--version']).status === 0

describe.runIf(isHere)('two nodes on one bus', () => {
  let redis: ChildProcess
  let url: string
  let database: Awaited<ReturnType<typeof aDatabase>>
  const buses: Bus[] = []
  let nodes: Gateway[] = []

  const start = (port: string): ChildProcess => {
    return spawn('redis-server', ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()], {
      stdio: 'ignore',
    })
  }
  const aBus = async (): Promise<Bus> => {
    const bus = await redisBus(url, key, createLog('silent'))
    buses.push(bus)
    return bus
  }
  beforeAll(async () => {
    url = `redis://127.0.0.1:${await aFreePort()}`
    redis = start(new URL(url).port)
    database = await aDatabase()
    const options = async () => ({ uri: database.uri, bus: await aBus(), headCheck: 500 })
    nodes = [await aGateway(await options()), await aGateway(await options())]
  })
  afterAll(async () => {
    for (const node of nodes) await node.close()
    for (const bus of buses) await bus.close()
    redis?.kill('SIGKILL')
    await database?.stop()
  })

  it('what somebody else puts into Redis reaches no document', async () => {
    const [one, two] = await Promise.all(
      nodes.map(async (node, i) => (await node.as(`p${i}`)).openDocument('minutes:forged')),
    )
    if (!one || !two) throw new Error('two nodes are needed')
    await Promise.all([one.opened, two.opened])
    const {
      doc: durable,
      seq,
      epoch,
    } = (await nodes[0]?.live.documents.read('minutes:forged')) ?? { doc: one.doc, seq: 0, epoch: 0 }
    const forged = new Y.Doc()
    minutesText(forged).push([aParagraph('never written')])
    const row = { documentId: 'minutes:forged', epoch, seq: seq + 1, connectionId: null }
    const say = (update: Uint8Array) => [
      'a node',
      'row',
      { ...row, update: { $bytes: Buffer.from(update).toString('base64') } },
    ]
    const intruder = createClient({ url })
    await intruder.connect()
    const texts = [Y.encodeStateAsUpdate(forged), Buffer.from('garbage')].flatMap((update) => [
      JSON.stringify(say(update)),
      sealWith('a key of their own').close(say(update)),
    ])
    for (const text of [...texts, 'garbage']) expect(await intruder.publish(channelOf(key), text)).toBe(nodes.length)
    intruder.destroy()

    minutesText(one.doc).push([aParagraph('written')])
    await one.saved()
    await expect.poll(() => sameState(one.doc, two.doc), { timeout: 5_000 }).toBe(true)
    expect(minutesText(two.doc).toString()).toContain('written')
    for (const { doc } of [one, two]) expect(minutesText(doc).toString()).not.toContain('never written')
    expect(minutesText(durable).toString()).not.toContain('never written')
  })

  it('people on different nodes write together, also while Redis is away', { timeout: 20_000 }, async () => {
    const all = await Promise.all(nodes.map(async (node, i) => (await node.as(`p${i}`)).openDocument('minutes:nodes')))
    const [one, two] = all
    if (!one || !two) throw new Error('two nodes are needed')
    await Promise.all(all.map(({ opened }) => opened))
    minutesText(one.doc).push([aParagraph('from the first node')])
    await one.saved()
    await expect.poll(() => sameState(one.doc, two.doc), { timeout: 2_000 }).toBe(true)
    await expect.poll(() => [...two.awareness.getStates().keys()], { timeout: 2_000 }).toContain(one.doc.clientID)

    redis.kill('SIGKILL')
    minutesText(one.doc).push([aParagraph('without Redis')])
    minutesText(two.doc).push([aParagraph('on both')])
    await Promise.all(all.map((person) => person.saved()))
    await expect.poll(() => sameState(one.doc, two.doc), { timeout: 5_000 }).toBe(true)

    redis = start(new URL(url).port)
    const heard: unknown[] = []
    buses[1]?.subscribe('session', (message) => heard.push(message))
    const isBack = () => {
      buses[0]?.publish('session', { sessionId: 'nobody' })
      return heard.length
    }
    await expect.poll(isBack, { timeout: 15_000, interval: 100 }).toBeGreaterThan(0)
  })
})

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

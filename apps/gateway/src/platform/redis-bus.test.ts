import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type RedisClientType } from 'redis'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bus, BusMessages } from './bus.js'
import { createLog } from './log.js'
import { channelOf, redisBus, sealWith } from './redis-bus.js'

const key = 'a key that only the database knows'
const present = spawnSync('redis-server', ['--version']).status === 0

describe.skipIf(!present)('the bus between nodes', () => {
  let stop: () => void
  let one: Bus
  let other: Bus
  let client: RedisClientType
  const complaints: unknown[] = []

  beforeAll(async () => {
    const port = await freePort()
    const folder = await mkdtemp(join(tmpdir(), 'camau-redis-'))
    const redis = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', folder], { stdio: 'ignore' })
    stop = () => redis.kill()
    const url = `redis://127.0.0.1:${port}`
    await vi.waitUntil(() => answers(port), { timeout: 10_000 })
    one = await redisBus(url, key, createLog('silent'))
    const warn = (...what: unknown[]) => void complaints.push(what)
    other = await redisBus(url, key, { ...createLog('silent'), warn })
    client = createClient({ url })
    await client.connect()
  })
  afterAll(async () => {
    await Promise.all([one.close(), other.close()])
    client.destroy()
    stop()
  })

  it('carries bytes and dates as they are', async () => {
    const heard: unknown[] = []
    other.subscribe('row', (row) => heard.push(row))
    other.subscribe('change', (row) => heard.push(row))
    const row: BusMessages['row'] = {
      documentId: 'minutes:m',
      epoch: 1,
      seq: 2,
      update: new Uint8Array([0, 1, 254, 255]),
      connectionId: null,
    }
    const change: BusMessages['change'] = {
      room: 'programme',
      seq: 1,
      at: new Date(0),
      actor: { personId: 'p', name: 'P', office: null },
      command: 'closeAction',
      mutationId: 'm',
      patches: [],
    }
    one.publish('row', row)
    one.publish('change', change)
    await expect.poll(() => heard).toEqual([row, change])
  })

  it('lets a node hear itself at once, and only once', async () => {
    const heard: string[] = []
    one.subscribe('session', ({ sessionId }) => heard.push(`one ${sessionId}`))
    other.subscribe('session', ({ sessionId }) => heard.push(`other ${sessionId}`))
    one.publish('session', { sessionId: 'a' })
    expect(heard).toEqual(['one a'])
    one.publish('session', { sessionId: 'b' })
    await expect.poll(() => heard).toEqual(['one a', 'one b', 'other a', 'other b'])
  })

  it('says so when nothing answers at the start', async () => {
    await expect(redisBus(`redis://127.0.0.1:${await freePort()}`, key, createLog('silent'))).rejects.toThrow()
  })

  it('passes over what no node of this deployment has signed, and what is not as nodes write it', async () => {
    const heard: unknown[] = []
    for (const topic of ['row', 'session', 'rights'] as const) other.subscribe(topic, (message) => heard.push(message))
    const forged = { documentId: 'minutes:m', epoch: 1, seq: 3, update: { $bytes: 'AAA=' }, connectionId: null }
    const unsigned = JSON.stringify(['another node', 'row', forged])
    const publish = (text: string) => client.publish(channelOf(key), text)
    const signed = sealWith(key).close(['another node', 'session', { sessionId: 's' }])
    const damaged = `${signed.slice(0, -8)}x${signed.slice(-7)}`
    for (const text of ['', 'not json', unsigned, `${'A'.repeat(43)}${unsigned}`, damaged]) await publish(text)
    await publish(sealWith('another key').close(['another node', 'row', forged]))
    for (const message of [forged, null, { ...forged, update: 'text' }, { ...forged, documentId: 'nothing' }])
      await publish(sealWith(key).close(['another node', 'row', { ...message, update: 1 }]))
    await publish(sealWith(key).close(['another node', 'no such topic', {}]))
    await publish(signed)
    await expect.poll(() => heard).toEqual([{ sessionId: 's' }])
    expect(complaints).toHaveLength(1)
  })

  it('does not let one listener keep the others from hearing', async () => {
    const heard: string[] = []
    one.subscribe('grant', () => {
      throw new Error('a fault of one part')
    })
    one.subscribe('grant', ({ documentId }) => heard.push(documentId))
    one.publish('grant', { documentId: 'minutes:m' })
    expect(heard).toEqual(['minutes:m'])
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function answers(port: number): boolean {
  return spawnSync('redis-cli', ['-p', String(port), 'ping'])
    .stdout.toString()
    .startsWith('PONG')
}

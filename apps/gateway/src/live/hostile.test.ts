import { minutesJson, minutesText, sameState, toBase64, Y } from '@camau/collab'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { attacks } from './testing/hostile.js'
import { aSeed, randomFrom } from './testing/random.js'
import { aParagraph } from './testing/typist.js'

/** 10,000 in the full run: HOSTILE_UPDATES=10000. */
const many = Number(process.env.HOSTILE_UPDATES ?? 600)

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
let strict: Gateway
beforeAll(async () => {
  database = await aDatabase()
  const never = 1e9
  gateway = await aGateway({
    uri: database.uri,
    limits: { strikes: never, packets: never, bytes: never, pushes: never, clientIds: never },
  })
  strict = await aGateway({ uri: database.uri })
})
afterAll(async () => {
  await gateway?.close()
  await strict?.close()
  await database?.stop()
})

/** A bare socket: what an attacker has, without the manners of our client. */
async function aBareSocket(to: Gateway, personId: string): Promise<Socket> {
  const socket = io(to.url, {
    path: '/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { Cookie: await to.cookie(personId) },
  })
  await new Promise((done) => socket.once('connect', () => done(undefined)))
  return socket
}

async function anEditor(at: Gateway, personId: string, id: `minutes:${string}`) {
  const opened = (await at.as(personId)).openDocument(id)
  await opened.opened
  minutesText(opened.doc).push([aParagraph('words of an honest person')])
  await opened.saved()
  return opened
}

describe('hostile updates', () => {
  it('are refused with a code, change nothing, and disturb nobody', { timeout: 300_000 }, async () => {
    const random = randomFrom(aSeed())
    const because = `seed ${random.seed}`
    const id = `minutes:attacked-${random.seed}` as const
    const honest = await anEditor(gateway, 'honest', id)
    const socket = await aBareSocket(gateway, 'attacker')
    const opened = await socket.emitWithAck('document:open', { documentId: id, clientId: 77 })
    const { epoch } = opened
    const before = await gateway.live.documents.read(id)
    const answers = new Map<number, (code: string) => void>()
    socket.on('document:refused', ({ n, code }) => answers.get(n)?.(code))
    socket.on('document:saved', ({ n }) => answers.get(n)?.('saved'))

    const names = Object.keys(attacks)
    const outcomes = new Map<string, Map<string, number>>()
    for (let n = 1; n <= many; n++) {
      const name = names[n % names.length] ?? ''
      const update = attacks[name]?.(honest.doc, random, 2 + random.int(2 ** 31)) ?? new Uint8Array()
      const answer = new Promise<string>((done) => answers.set(n, done))
      socket.emit('document:push', { documentId: id, epoch, n, update: toBase64(update) })
      const code = await answer
      const counts = outcomes.get(name) ?? new Map<string, number>()
      outcomes.set(name, counts.set(code, (counts.get(code) ?? 0) + 1))
      answers.delete(n)
    }

    // What mutation happens to leave valid may pass; it is then an edit like any other. Nothing of a named kind may.
    const mayPass = new Set([
      'random bytes',
      'a cut update',
      'a flipped update',
      'the other encoding',
      'the update that hangs decoders of the other encoding',
    ])
    for (const [name, codes] of outcomes) {
      if (!mayPass.has(name))
        expect([name, [...codes.keys()]], because).not.toEqual([name, expect.arrayContaining(['saved'])])
      expect([name, [...codes.keys()]], because).not.toEqual([name, expect.arrayContaining(['internal'])])
    }
    expect(names.length).toBeGreaterThanOrEqual(12)

    minutesText(honest.doc).push([aParagraph('still here')])
    await honest.saved()
    const after = await gateway.live.documents.read(id)
    expect(sameState(after.doc, honest.doc), because).toBe(true)
    const passed = [...outcomes.values()].reduce((sum, codes) => sum + (codes.get('saved') ?? 0), 0)
    expect(after.seq - before.seq, because).toBeLessThanOrEqual(passed + 1)
    expect(minutesJson(after.doc)).toEqual(minutesJson(honest.doc))
    expect(after.doc.share.size, because).toBe(1)
    socket.close()
  })

  it('close the socket of whoever goes on sending them', async () => {
    const honest = await anEditor(strict, 'honest', 'minutes:strikes')
    const socket = await aBareSocket(strict, 'attacker')
    const { epoch } = await socket.emitWithAck('document:open', { documentId: 'minutes:strikes', clientId: 77 })
    const update = toBase64(new Uint8Array([9, 9, 9]))
    for (let n = 1; n <= 6; n++) socket.emit('document:push', { documentId: 'minutes:strikes', epoch, n, update })
    await expect.poll(() => socket.connected).toBe(false)
    expect(honest.status.get().state).toBe('saved')
  })
})

describe('forged authorship', () => {
  it('is refused also for a client id that its owner has not used for a while', async () => {
    const honest = await anEditor(gateway, 'honest', 'minutes:forged')
    const socket = await aBareSocket(gateway, 'forger')
    const { epoch, update } = await socket.emitWithAck('document:open', {
      documentId: 'minutes:forged',
      clientId: honest.doc.clientID,
    })
    const forged = new Y.Doc()
    Y.applyUpdate(forged, new Uint8Array(Buffer.from(update, 'base64')))
    const known = Y.encodeStateVector(forged)
    forged.clientID = honest.doc.clientID
    minutesText(forged).push([aParagraph('REJECTED')])
    const refused = new Promise<{ code: string }>((done) => socket.once('document:refused', done))
    const bytes = toBase64(Y.encodeStateAsUpdate(forged, known))
    socket.emit('document:push', { documentId: 'minutes:forged', epoch, n: 1, update: bytes })
    expect((await refused).code).toBe('foreign-client')
    socket.close()
  })
})

describe('hostile frames', () => {
  const frames: readonly (readonly [string, readonly unknown[]])[] = [
    ['no message', ['document:push']],
    ['a message that is none', ['document:push', 'hello']],
    ['an answer that is none', ['document:open', { documentId: 'minutes:frames', clientId: 1 }, 'not a function']],
    ['an event nobody knows', ['shutdown', {}]],
    ['an event of the server', ['document:saved', { documentId: 'minutes:frames', n: 1, seq: 1 }]],
    ['a reserved name', ['__proto__', {}]],
    ['a document of no kind', ['document:open', { documentId: 'constructor:x', clientId: 1 }]],
    ['an operator', ['records:open', { room: { $ne: null } }]],
    ['deep nesting', ['presence', { in: 'programme', at: JSON.parse(`${'['.repeat(900)}${']'.repeat(900)}`) }]],
    ['somebody else’s name', ['presence', { in: 'minutes:frames', at: null, name: 'Chair', personId: 'chair' }]],
    ['a push before opening', ['document:push', { documentId: 'minutes:other', epoch: 1, n: 1, update: 'AAA=' }]],
    ['a number for a name', [42, {}]],
  ]
  it.each(frames)('do no harm: %s', async (_name, frame) => {
    const honest = await anEditor(gateway, 'honest', 'minutes:frames')
    const socket = await aBareSocket(gateway, 'attacker')
    const raw = socket as unknown as { emit(...all: readonly unknown[]): void }
    for (let i = 0; i < 5; i++) raw.emit(...frame)
    minutesText(honest.doc).push([aParagraph('undisturbed')])
    await honest.saved()
    socket.close()
  })

  it('close the socket when they are larger than a frame may be, or come in a flood', async () => {
    const large = await aBareSocket(strict, 'attacker')
    large.emit('document:push', { documentId: 'minutes:frames', epoch: 1, n: 1, update: 'A'.repeat(300_000) })
    await expect.poll(() => large.connected).toBe(false)
    const flood = await aBareSocket(strict, 'attacker')
    for (let i = 0; i < 5_000; i++) flood.emit('records:close', { room: 'programme' })
    await expect.poll(() => flood.connected, { timeout: 5_000 }).toBe(false)
  })
})

describe('the door', () => {
  const connects = (options: object): Promise<boolean> =>
    new Promise((done) => {
      const socket = io(strict.url, {
        path: '/live',
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        ...options,
      })
      socket.once('connect', () => done(true))
      socket.once('connect_error', () => done(false))
      socket.once('connect', () => socket.close())
    })

  it('lets nobody in without a session, and no page from elsewhere', async () => {
    const cookie = await strict.cookie('visitor')
    expect(await connects({})).toBe(false)
    expect(await connects({ extraHeaders: { Cookie: 'camau=forged' } })).toBe(false)
    expect(await connects({ extraHeaders: { Cookie: cookie, Origin: 'https://evil.example' } })).toBe(false)
    expect(await connects({ extraHeaders: { Cookie: cookie, Origin: 'null' } })).toBe(false)
    expect(await connects({ extraHeaders: { Cookie: cookie, Origin: 'http://camau.test' } })).toBe(true)
    expect(await connects({ extraHeaders: { Cookie: cookie }, transports: ['polling'] })).toBe(false)
  })
})

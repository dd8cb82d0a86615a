import { minutesJson, minutesText, sameState, toBase64, Y } from '@camau/collab'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBareSocket, anAttacker } from './testing/attacker.js'
import { bombs, typedAt } from './testing/bombs.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { attacks } from './testing/hostile.js'
import { frameAttacks } from './testing/hostile-frames.js'
import { aSeed, randomFrom } from './testing/random.js'
import { aParagraph } from './testing/typist.js'

/** As many updates and as many frames. 10,000 of each in the full run: HOSTILE_UPDATES=10000. */
const many = Number(process.env.HOSTILE_UPDATES ?? 600)
/** Generous: a busy machine takes long to let somebody back in. */
const patience = 180_000 + many * 300

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
let strict: Gateway
beforeAll(async () => {
  database = await aDatabase()
  const never = 1e9
  gateway = await aGateway({
    uri: database.uri,
    // As fast as it goes, but thrown out as usual.
    limits: { packets: never, bytes: never, pushes: never, opens: never, clientIds: never },
  })
  strict = await aGateway({ uri: database.uri })
})
afterAll(async () => {
  await gateway?.close()
  await strict?.close()
  await database?.stop()
})

async function anEditor(at: Gateway, personId: string, id: `minutes:${string}`) {
  const connection = await at.as(personId)
  const opened = connection.openDocument(id)
  await opened.opened
  minutesText(opened.doc).push([aParagraph('words of an honest person')])
  await opened.saved()
  let broken = false
  connection.channel.line.subscribe(() => {
    broken = true
  })
  const { doc, status, saved } = opened
  return { doc, status, saved, broken: () => broken }
}

/** Whether the socket is still there after what was sent on it: answers come in the order of the questions. */
function survived(socket: Socket): Promise<'ignored or refused' | 'thrown out' | 'no answer'> {
  return new Promise((done) => {
    const gone = () => done('thrown out')
    socket.once('disconnect', gone)
    socket.timeout(30_000).emit('records:open', { room: 'person:nobody' }, (silent: Error | null) => {
      socket.off('disconnect', gone)
      if (silent) socket.close()
      done(silent ? 'no answer' : 'ignored or refused')
    })
  })
}

function report(title: string, outcomes: ReadonlyMap<string, ReadonlyMap<string, number>>): string {
  const lines = [...outcomes].map(
    ([name, codes]) => `  ${name}: ${[...codes].map(([code, times]) => `${code} ${times}`).join(', ')}`,
  )
  return [`${title}; ${outcomes.size} kinds:`, ...lines].join('\n')
}

describe('hostile updates', () => {
  it('are refused with a code, change nothing, and disturb nobody', { timeout: patience }, async () => {
    const random = randomFrom(aSeed())
    const because = `seed ${random.seed}`
    const id = `minutes:attacked-${random.seed}` as const
    const honest = await anEditor(gateway, 'honest', id)
    const { live } = gateway
    let handle = 0
    const answers = new Map<number, (code: string) => void>()
    let n = 0
    const attacker = anAttacker(gateway, 'attacker', async (socket) => {
      ;({ handle } = await socket.emitWithAck('document:open', { documentId: id, clientId: 77 }))
      n = 0
      socket.on('document:refused', (refused) => answers.get(refused.n)?.(refused.code))
      socket.on('document:saved', ([, upTo]) => answers.get(upTo)?.('saved'))
    })
    const before = await live.documents.read(id)
    const names = Object.keys(attacks)
    const outcomes = new Map<string, Map<string, number>>()
    for (let i = 0; i < many; i++) {
      const name = names[i % names.length] ?? ''
      const socket = await attacker.socket()
      const update = attacks[name]?.(honest.doc, random, 2 + random.int(2 ** 31)) ?? new Uint8Array()
      n += 1
      const answer = new Promise<string>((done) => {
        answers.set(n, done)
        socket.once('disconnect', () => done('thrown out'))
      })
      socket.emit('document:push', [handle, n, toBase64(update), null, { again: true }])
      const code = await answer
      socket.off('disconnect')
      const counts = outcomes.get(name) ?? new Map<string, number>()
      outcomes.set(name, counts.set(code, (counts.get(code) ?? 0) + 1))
      answers.delete(n)
    }
    attacker.close()
    console.log(report(`${many} hostile updates, thrown out ${attacker.thrownOut()} times, ${because}`, outcomes))

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
    expect(many < 100 || attacker.thrownOut() > 0).toBe(true)
    expect(honest.broken(), because).toBe(false)
  })

  it('close the socket of whoever goes on sending them', async () => {
    const honest = await anEditor(strict, 'honest', 'minutes:strikes')
    const socket = await aBareSocket(strict, 'attacker')
    const { handle } = await socket.emitWithAck('document:open', { documentId: 'minutes:strikes', clientId: 77 })
    const update = toBase64(new Uint8Array([9, 9, 9]))
    for (let n = 1; n <= 6; n++) socket.emit('document:push', [handle, n, update, null, { again: true }])
    await expect.poll(() => socket.connected).toBe(false)
    expect(honest.status.get().state).toBe('saved')
  })
})

describe('forged authorship', () => {
  it('is refused also for a client id that its owner has not used for a while', async () => {
    const honest = await anEditor(gateway, 'honest', 'minutes:forged')
    const socket = await aBareSocket(gateway, 'forger')
    const { handle, update } = await socket.emitWithAck('document:open', {
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
    socket.emit('document:push', [handle, 1, bytes])
    expect((await refused).code).toBe('foreign-client')
    socket.close()
  })
})

describe('hostile frames', () => {
  it('do no harm, whoever comes back with more of them', { timeout: patience }, async () => {
    const random = randomFrom(aSeed())
    const because = `seed ${random.seed}`
    const id = `minutes:frames-${random.seed}` as const
    const honest = await anEditor(gateway, 'honest', id)
    const attacker = anAttacker(gateway, 'attacker')
    const names = Object.keys(frameAttacks)
    const outcomes = new Map<string, Map<string, number>>()
    let honestEdits = 0
    for (let i = 0; i < many; i++) {
      const name = names[i % names.length] ?? ''
      const socket = await attacker.socket()
      const frame = frameAttacks[name]?.(random, id) ?? { event: [] }
      if ('packet' in frame) socket.io.engine.write(frame.packet)
      else (socket as unknown as { emit(...all: readonly unknown[]): void }).emit(...frame.event)
      const outcome = await survived(socket)
      const counts = outcomes.get(name) ?? new Map<string, number>()
      outcomes.set(name, counts.set(outcome, (counts.get(outcome) ?? 0) + 1))
      if (i % 100 > 0) continue
      honestEdits += 1
      minutesText(honest.doc).push([aParagraph(`undisturbed ${i}`)])
      await honest.saved()
    }
    attacker.close()
    console.log(report(`${many} hostile frames, thrown out ${attacker.thrownOut()} times, ${because}`, outcomes))

    expect(names.length).toBeGreaterThanOrEqual(12)
    const silent = [...outcomes].filter(([, codes]) => codes.has('no answer')).map(([name]) => name)
    expect(silent, because).toEqual([])
    const cold = await gateway.live.documents.read(id)
    expect(sameState(cold.doc, honest.doc), because).toBe(true)
    expect(minutesJson(cold.doc)).toEqual(minutesJson(honest.doc))
    expect(minutesText(cold.doc).toString().split('undisturbed ').length - 1).toBe(honestEdits)
    expect(honest.broken(), because).toBe(false)
  })

  it('close the socket when they are larger than a frame may be, or come in a flood', async () => {
    const large = await aBareSocket(strict, 'attacker')
    large.emit('document:push', [1, 1, 'A'.repeat(300_000)])
    await expect.poll(() => large.connected).toBe(false)
    const flood = await aBareSocket(strict, 'attacker')
    for (let i = 0; i < 5_000; i++) flood.emit('records:close', { room: 'programme' })
    await expect.poll(() => flood.connected, { timeout: 5_000 }).toBe(false)
  })

  it('close the socket when more is asked than is waited for', async () => {
    const gateway = await aGateway({ uri: database.uri, limits: { waiting: 20 } })
    const socket = await aBareSocket(gateway, 'asker')
    const ask = (): Promise<unknown> => socket.emitWithAck('records:open', { room: 'body:body-1' })
    await Promise.all(Array.from({ length: 20 }, ask))
    expect(socket.connected).toBe(true)
    for (let i = 0; i < 200; i++) socket.emit('records:open', { room: 'body:body-1' }, () => {})
    await expect.poll(() => socket.connected).toBe(false)
    await gateway.close()
  })
})

describe('what one person may take', () => {
  it('is counted in bytes on all their sockets together, also of what is refused', async () => {
    const small = await aGateway({ uri: database.uri, limits: { bytes: 1_000 } })
    const sockets = await Promise.all(Array.from({ length: 5 }, () => aBareSocket(small, 'attacker')))
    for (const socket of sockets)
      for (let i = 0; i < 3; i++) socket.emit('document:push', [1e6, 1, 'A'.repeat(240_000)])
    await expect.poll(() => sockets.every(({ connected }) => !connected), { timeout: 10_000 }).toBe(true)
    const honest = await anEditor(small, 'honest', 'minutes:bytes')
    expect(honest.broken()).toBe(false)
    await small.close()
  })

  it('is counted in the time that their edits take, and what takes too long counts for more', async () => {
    const id = 'minutes:effort'
    const socket = await aBareSocket(strict, 'bomber')
    const { handle } = await socket.emitWithAck('document:open', { documentId: id, clientId: 77 })
    const codes: string[] = []
    socket.on('document:refused', ({ code }) => codes.push(code))
    for (let n = 1; n <= 2; n++) {
      const bomb = toBase64(bombs.crowd(4_000, [9_000 + n, 8_000 + n]))
      socket.emit('document:push', [handle, n, bomb, null, { again: true }])
    }
    await expect.poll(() => codes, { timeout: 20_000 }).toEqual(['too-large', 'too-fast'])
    const honest = await anEditor(strict, 'honest', id)
    expect(honest.status.get().state).toBe('saved')
    socket.close()
  })

  it('is counted also where they only type, once a crowd of letters claims one place', async () => {
    const slow = await aGateway({ uri: database.uri, limits: { effort: 10 } })
    const honest = await anEditor(slow, 'honest', 'minutes:crowd')
    const socket = await aBareSocket(slow, 'crowd')
    const { handle } = await socket.emitWithAck('document:open', { documentId: 'minutes:crowd', clientId: 77 })
    let n = 0
    const push = (update: Uint8Array): Promise<string> =>
      new Promise((done) => {
        const own = ++n
        socket.on('document:refused', (refused) => refused.n === own && done(refused.code))
        socket.on('document:saved', ([, upTo]) => upTo >= own && done('saved'))
        socket.emit('document:push', [handle, own, toBase64(update), null, { again: true }])
      })
    const letters = 4_000
    const { text } = bombs.confetti(letters, 77)
    expect(await push(text)).toBe('saved')
    const row = (letter: number) => Y.createID(77, 2 + letter)
    const codes = new Set<string>()
    for (let clock = letters + 2; clock < 2 * letters && codes.size < 2; ) {
      const pushes = Array.from({ length: 20 }, () => {
        const places = [1, 2].map((i) => ({ origin: row(0), rightOrigin: row(clock + i - letters) }))
        const update = typedAt(77, clock, places)
        clock += places.length
        return push(update)
      })
      for (const code of await Promise.all(pushes)) codes.add(code)
    }
    expect([...codes].slice(0, 2)).toEqual(['saved', 'too-fast'])
    minutesText(honest.doc).push([aParagraph('undisturbed')])
    await honest.saved()
    socket.close()
    await slow.close()
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

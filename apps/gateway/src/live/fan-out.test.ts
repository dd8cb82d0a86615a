import { minutesText, sameState } from '@camau/collab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { aParagraph } from './testing/typist.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
beforeAll(async () => {
  database = await aDatabase()
  gateway = await aGateway({ uri: database.uri, limits: { dropPresenceAt: 4_000, lagAt: 20_000 } })
})
afterAll(async () => {
  await gateway?.close()
  await database?.stop()
})

/** What Socket.IO and Engine.IO keep beneath a socket. */
interface Beneath {
  transport: {
    socket: {
      _sender: { sendFrame(bytes: readonly Buffer[]): void }
      _socket: { _writev(chunks: readonly { chunk: Buffer }[], done: () => void): void }
    }
  }
}

async function anEditor(personId: string, id: `minutes:${string}`) {
  const connection = await gateway.as(personId)
  const opened = connection.openDocument(id)
  await opened.opened
  return { connection, ...opened }
}

describe('an update', () => {
  it('is framed once for the whole room, and not echoed to its author', async () => {
    const author = await anEditor('author', 'minutes:frames')
    const echoes: unknown[] = []
    author.connection.channel.on('document:updated', (message) => echoes.push(message))
    const others = [await anEditor('one', 'minutes:frames'), await anEditor('two', 'minutes:frames')]
    const frames: Buffer[] = []
    for (const socket of gateway.live.sockets()) {
      const { _sender: sender } = (socket.conn as unknown as Beneath).transport.socket
      const send = sender.sendFrame.bind(sender)
      sender.sendFrame = (bytes, ...rest) => {
        if (bytes[0]?.includes('document:updated')) frames.push(...bytes)
        send(bytes, ...rest)
      }
    }
    minutesText(author.doc).push([aParagraph('once')])
    await author.saved()
    await expect.poll(() => others.every(({ doc }) => sameState(doc, author.doc))).toBe(true)
    // An upgrade of Socket.IO or Engine.IO that sends another way costs twice as much per delivery: it must be noticed here.
    expect(frames).toHaveLength(2)
    expect(frames[0]).toBe(frames[1])
    expect(echoes).toEqual([])
  })
})

describe('a commit of several', () => {
  it('comes to its authors in one write with the word that it is saved', async () => {
    const authors = await Promise.all(['a', 'b', 'c'].map((personId) => anEditor(personId, 'minutes:at-once')))
    const ids = new Set(authors.map(({ connection }) => connection.channel.connectionId()))
    const writes: string[][] = []
    for (const { id, conn } of gateway.live.sockets()) {
      if (!ids.has(id)) continue
      const line = (conn as unknown as Beneath).transport.socket._socket
      const write = line._writev.bind(line)
      line._writev = (chunks, done) => {
        writes.push(chunks.map(({ chunk }) => /document:\w+/.exec(chunk.toString())?.[0] ?? ''))
        write(chunks, done)
      }
    }
    await expect
      .poll(async () => {
        for (const { doc } of authors) minutesText(doc).push([aParagraph('at once')])
        await Promise.all(authors.map(({ saved }) => saved()))
        return writes
      })
      .toContainEqual(['document:updated', 'document:saved'])
  })
})

describe('whoever reads too slowly', () => {
  it('is set aside, costs no memory, and gets one diff when there is room again', { timeout: 20_000 }, async () => {
    const author = await anEditor('fast', 'minutes:slow')
    const slow = await anEditor('slow', 'minutes:slow')
    const got: number[] = []
    slow.connection.channel.on('document:updated', ([, seq]) => got.push(seq))
    const socket = [...gateway.live.sockets()].find(({ id }) => id === slow.connection.channel.connectionId())
    const conn = socket?.conn as unknown as {
      transport: { writable: boolean; send(packets: unknown[]): void }
      writeBuffer: unknown[]
      flush(): void
    }
    // The reader's side stops taking anything: Engine.IO holds back what comes.
    const { transport } = conn
    const send = transport.send.bind(transport)
    transport.writable = false
    transport.send = () => {}
    const words = 'w'.repeat(3_000)
    for (let i = 0; i < 40; i++) {
      minutesText(author.doc).push([aParagraph(`${i}${words}`)])
      await author.saved()
    }
    const held = (conn.writeBuffer as { data?: string }[]).reduce((sum, { data }) => sum + (data?.length ?? 0), 0)
    expect(held).toBeLessThan(40_000) // of 160,000

    transport.send = send
    transport.writable = true
    conn.flush()
    await expect.poll(() => sameState(slow.doc, author.doc), { timeout: 5_000 }).toBe(true)
    expect(got.length).toBeLessThan(20)
    minutesText(author.doc).push([aParagraph('with everyone again')])
    await author.saved()
    await expect.poll(() => sameState(slow.doc, author.doc)).toBe(true)
  })
})

describe('too many sockets of one person', () => {
  it('are refused politely', async () => {
    const strict = await aGateway({ uri: database.uri, limits: { sockets: 2 } })
    const all = await Promise.all([strict.as('many'), strict.as('many'), strict.as('many')])
    await expect
      .poll(() => all.map(({ channel }) => channel.line.get().state).sort())
      .toEqual(['broken', 'connected', 'connected'])
    await strict.close()
  })
})

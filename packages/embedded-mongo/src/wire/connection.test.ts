import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { deserialize, serialize } from 'bson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../dispatch.js'
import { aFolder } from '../embedded.fixture.js'
import { anEngine } from '../engine.fixture.js'
import { serveConnection } from './connection.js'
import { FrameReader, frame, largestMessage } from './frames.js'
import { opCodes } from './messages.js'

const folder = aFolder()
const path = join(folder.path, 'test.sock')
const lines: string[] = []
let server: Server

beforeAll(async () => {
  const { engine } = anEngine()
  const answer = (command: Record<string, unknown>) =>
    dispatch(engine, command, { address: path, connectionId: 1 }, () => undefined)
  server = createServer((socket) => serveConnection(socket, answer, (line) => lines.push(line))).listen(path)
  await once(server, 'listening')
})

afterAll(() => {
  server.close()
  folder.remove()
})

const aCommand = (id: number, command: Record<string, unknown>, flags = 0) => {
  const head = Buffer.alloc(5)
  head.writeUInt32LE(flags)
  return frame(id, 0, opCodes.message, [head, serialize({ ...command, $db: 'test' })])
}

/** Replies as they arrive: which request, and what it says. */
async function replies(socket: Socket, count: number): Promise<[number, Record<string, unknown>][]> {
  const reader = new FrameReader()
  const found: [number, Record<string, unknown>][] = []
  for await (const bytes of socket) {
    for (const { whole, body } of reader.push(bytes)) found.push([whole.readInt32LE(8), deserialize(body.subarray(5))])
    if (found.length >= count) break
  }
  return found
}

describe('a connection', () => {
  it('answers in the order of the questions, whatever they take', async () => {
    const socket = connect(path)
    const insert = aCommand(1, { insert: 'things', documents: [{ _id: 1 }] })
    socket.write(Buffer.concat([insert, aCommand(2, { ping: 1 }), aCommand(3, { count: 'things' })]))
    const found = await replies(socket, 3)
    expect(found.map(([id]) => id)).toEqual([1, 2, 3])
    expect(found.map(([, { n }]) => n)).toEqual([1, undefined, 1])
    socket.destroy()
  })

  it('does not answer who wants no answer', async () => {
    const socket = connect(path)
    const silent = aCommand(1, { insert: 'silent', documents: [{ _id: 1 }], writeConcern: { w: 0 } }, 2)
    socket.write(Buffer.concat([silent, aCommand(2, { count: 'silent' })]))
    expect(await replies(socket, 1)).toMatchObject([[2, { n: 1 }]])
    socket.destroy()
  })

  it('answers the first hello in the old way', async () => {
    const socket = connect(path)
    const head = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(4),
      Buffer.from([255, 255, 255, 255]),
    ])
    socket.write(frame(9, 0, opCodes.query, [head, serialize({ isMaster: 1, helloOk: true })]))
    const [bytes] = await once(socket, 'data')
    const [reply] = new FrameReader().push(bytes)
    expect(reply?.opCode).toBe(opCodes.reply)
    expect(deserialize(reply?.body.subarray(20) ?? Buffer.alloc(0))).toMatchObject({
      ismaster: true,
      helloOk: true,
      me: path,
      ok: 1,
    })
    socket.destroy()
  })
})

describe('hostile bytes', () => {
  const length = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeInt32LE(value)
    return bytes
  }
  const deep = Buffer.concat(Array.from({ length: 200_000 }, () => Buffer.from([4, 0x30, 0])))
  it.each<[string, Buffer]>([
    ['a web request', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['a length of zero', length(0)],
    ['a negative length', length(-5)],
    ['a length of two gigabytes', length(0x7fffffff)],
    ['a length just too long', length(largestMessage + 1)],
    ['a compressed message', frame(1, 0, 2012, [Buffer.alloc(20)])],
    ['rubbish as a body', frame(1, 0, opCodes.message, [Buffer.alloc(4), Buffer.from([0]), Buffer.alloc(40, 255)])],
    [
      'endless nesting',
      frame(1, 0, opCodes.message, [Buffer.alloc(5), length(deep.length + 5), deep, Buffer.alloc(1)]),
    ],
  ])('end their own connection and no other: %s', async (_, bytes) => {
    const [bad, good] = [connect(path), connect(path)]
    const before = lines.length
    const closed = once(bad, 'close')
    bad.write(bytes)
    await closed
    expect(lines.length).toBe(before + 1)
    good.write(aCommand(1, { ping: 1 }))
    expect(await replies(good, 1)).toMatchObject([[1, { ok: 1 }]])
    good.destroy()
  })

  it('ten thousand random messages end nothing but their connections', async () => {
    let seed = 20_261_121
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return seed / 0x7fffffff
    }
    const template = aCommand(1, { find: 'things', filter: { a: { $gt: 1 } }, limit: 5 })
    const damaged = () => {
      const bytes = Buffer.from(template)
      for (let flips = 1 + random() * 4; flips > 0; flips--)
        bytes[4 + Math.floor(random() * (bytes.length - 4))] = random() * 256
      return bytes
    }
    for (let i = 0; i < 2000; i++) {
      const socket = connect(path).on('error', () => undefined)
      const closed = once(socket, 'close')
      socket.resume().end(Buffer.concat(Array.from({ length: 5 }, damaged)))
      await closed
    }
    const good = connect(path)
    good.write(aCommand(1, { ping: 1 }))
    expect(await replies(good, 1)).toMatchObject([[1, { ok: 1 }]])
    good.destroy()
  }, 60_000)
})

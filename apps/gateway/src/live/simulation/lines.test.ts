import './stolen.js'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { dialWithin, Network } from './lines.js'
import { tell } from './run.js'
import { stopwatch } from './stolen.js'
import { Process, World } from './world.js'

const options = {
  path: '/live',
  transports: ['websocket' as const],
  serveClient: false,
  perMessageDeflate: false as const,
}
const sizes = [1, 100, 70_000, 3, 200_000, 5]

/** Serves one visitor; says what happened, in order. */
function aServer(http: ReturnType<typeof createServer>, said: string[]): Server {
  const server = new Server(http, options)
  server.on('connection', (socket) => {
    socket.on('text', (text: string, answer: (length: number) => void) => {
      answer(text.length)
      socket.emit('back', text.length)
      if (text.length === 5) socket.disconnect(true)
    })
    socket.on('disconnect', (reason) => said.push(`server: ${reason}`))
  })
  return server
}

/** A visitor who sends texts of all sizes and is put out after the last. */
function aVisit(url: string, said: string[]): Promise<void> {
  const socket = io(url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true })
  socket.on('connect', () => {
    for (const size of sizes) socket.emit('text', 'x'.repeat(size), (length: number) => said.push(`answer ${length}`))
  })
  socket.on('back', (length: number) => said.push(`back ${length}`))
  socket.on('connect_error', ({ message }) => said.push(`error: ${message}`))
  return new Promise((done) => {
    const over = (reason?: string) => {
      if (reason) said.push(`client: ${reason}`)
      done()
    }
    socket.on('disconnect', over)
    socket.on('connect_error', () => over())
  })
}

async function overTcp(): Promise<string[]> {
  const said: string[] = []
  const http = createServer()
  const server = aServer(http, said)
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  await aVisit(url, said)
  await server.close()
  await aVisit(url, said)
  return said
}

async function simulated(): Promise<string[]> {
  const said: string[] = []
  const world = new World(1)
  const node = new Process(world, 'node')
  const page = new Process(world, 'page')
  const network = new Network(world, () => node, { latency: () => world.chance.int(50) })
  dialWithin(() => network.dial(page))
  world.schedule(node, 0, 'starts', () => {
    const http = createServer()
    aServer(http, said)
    network.listen(node, (end) => http.emit('connection', end))
  })
  world.schedule(page, 1, 'comes', () => void aVisit('http://camau.test', said))
  await world.run(5_000)
  network.close(node)
  world.schedule(page, 1, 'comes again', () => void aVisit('http://camau.test', said))
  await world.run(10_000)
  dialWithin(null)
  expect(world.faults).toEqual([])
  return said
}

describe('a simulated line', () => {
  it('is to Socket.IO what TCP is', async () => {
    const [real, made] = [await overTcp(), await simulated()]
    // Both ends speak of the end at once: who is heard first is chance.
    expect([...made].sort()).toEqual([...real].sort())
    const ofClient = (said: string[]) => said.filter((line) => !line.startsWith('server'))
    expect(ofClient(made)).toEqual(ofClient(real))
  })
})

describe('a simulated world', () => {
  it('is the same every time, to the last step, however long the real machine takes', {
    timeout: 120_000,
  }, async () => {
    for (const seed of [6, 12]) {
      const once = await tell(seed)
      const until = stopwatch() + 20
      while (stopwatch() < until); // another moment of the real clock
      const again = await tell(seed)
      expect(again).toEqual(once)
    }
  })
  it('is another one with another seed', { timeout: 120_000 }, async () => {
    expect((await tell(10)).hash).not.toBe((await tell(12)).hash)
  })
})

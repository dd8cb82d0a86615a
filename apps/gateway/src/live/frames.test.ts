import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { expect, it } from 'vitest'
import type { LiveServer } from './caller.js'
import { framed, post } from './frames.js'

it('arrives like any other message, however long it is, and in its turn', async () => {
  const http = createServer()
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const server: LiveServer = new Server(http, { transports: ['websocket'] })
  const sizes = [0, 60, 125, 126, 300, 65_400, 65_536, 200_000]
  server.on('connection', (socket) => {
    for (const [i, size] of sizes.entries()) {
      socket.emit('document:saved', [i, 0, 0])
      post(socket, framed('document:updated', [i, 1, 'ŵ'.repeat(size)]))
      post(socket, framed('document:saved', [i, 2, 0]))
    }
  })
  const { port } = http.address() as AddressInfo
  const client = io(`http://127.0.0.1:${port}`, { transports: ['websocket'] })
  const got: (readonly unknown[])[] = []
  client.onAny((_event: string, message: readonly unknown[]) => void got.push(message))
  await expect.poll(() => got.length).toBe(sizes.length * 3)
  expect(got).toEqual(
    sizes.flatMap((size, i) => [
      [i, 0, 0],
      [i, 1, 'ŵ'.repeat(size)],
      [i, 2, 0],
    ]),
  )
  client.close()
  await server.close()
})

import type { Socket as TcpSocket } from 'node:net'
import { type Connection, connect, keptInMemory } from '@camau/collab'
import type { Socket } from 'socket.io-client'
import { aPusher, count, type Flood, type Outcomes, pause } from './scene.js'

interface Line {
  transport: { ws: { _socket: TcpSocket } | null }
}
/** null once the socket is closed. */
const lineOf = (socket: Socket): TcpSocket | null => (socket.io.engine as unknown as Line).transport.ws?._socket ?? null

/** Readers that stop reading: in the document others write in, and while they ask for a large one again and again. */
export const slowReaders: Flood = async ({ target, people, shared, own, size }) => {
  const outcomes: Outcomes = {}
  const [, large = shared] = own
  const readers = await Promise.all(
    Array.from({ length: Math.max(2, 20 * size) }, (_, i) => aPusher(target, people[i % people.length] ?? '', shared)),
  )
  for (const { socket } of readers) lineOf(socket)?.pause()
  for (let asked = 0; asked < 30; asked++) {
    for (const { socket } of readers)
      socket.emit('document:open', { documentId: asked % 2 ? large : shared, clientId: 7 }, () => {})
    await pause(200)
  }
  await pause(35_000 * Math.min(1, size))
  for (const { socket } of readers) lineOf(socket)?.resume()
  await pause(2_000)
  for (const { socket } of readers) {
    count(outcomes, socket.connected ? 'caught up' : 'put out')
    socket.close()
  }
  return outcomes
}

/** Everybody's line breaks at once, and everybody comes back. */
export const storm: Flood = async ({ target, crowd, shared, size }) => {
  const outcomes: Outcomes = {}
  const all = Array.from({ length: Math.max(10, 500 * size) }, (_, i): Connection => {
    const connection = connect({ url: target.url, cookie: crowd[i % crowd.length], kept: keptInMemory() })
    connection.openRecords('programme', { onChange: () => {}, onReset: () => {} })
    return connection
  })
  const readers = all.filter((_one, i) => i % crowd.length < 4)
  const documents = readers.map((connection) => connection.openDocument(shared))
  await Promise.all(documents.map(({ opened }) => opened))
  for (let i = 0; i < Math.max(1, 3 * size); i++) {
    const began = Date.now()
    for (const { channel } of all) channel.breakOff()
    await Promise.all([...documents, ...all].map(backAgain))
    count(outcomes, `all ${all.length} back, seconds`, Math.round((Date.now() - began) / 1_000))
  }
  for (const document of documents) document.close()
  for (const connection of all) connection.close()
  return outcomes
}

async function backAgain({ status }: Pick<Connection, 'status'>): Promise<void> {
  await pause(0)
  while (status.get().state !== 'saved') await pause(50)
}

// A limit, not a product: a WebSocket server that passes each message on to the others.
import { WebSocket, WebSocketServer } from 'ws'
import { relayed, relayRooms } from './relay.mjs'

export async function serve({ port }) {
  const roomOf = relayRooms()
  const server = new WebSocketServer({ port, host: '127.0.0.1' })
  server.on('connection', (socket, { url }) => {
    const { sockets, keep, state } = roomOf(url)
    socket.send(state())
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (message) => {
      keep(message)
      for (const other of sockets) if (other !== socket) other.send(message)
    })
  })
  await new Promise((resolve) => server.on('listening', resolve))
}

export async function join({ port, place, presence }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${place}`)
  const hear = (listener) => socket.on('message', listener)
  return relayed({ presence, hear, send: (bytes) => socket.send(bytes), close: () => socket.terminate() })
}

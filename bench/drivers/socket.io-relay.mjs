// A limit, not a product: Socket.IO with binary events, as its documentation has it.
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { relayed, relayRooms } from './relay.mjs'

export async function serve({ port }) {
  const roomOf = relayRooms()
  const http = createServer()
  new Server(http, { transports: ['websocket'] }).on('connection', (socket) => {
    const { place } = socket.handshake.query
    const { keep, state } = roomOf(place)
    socket.join(place)
    socket.emit('m', Buffer.from(state()))
    socket.on('m', (message) => {
      keep(message)
      socket.to(place).emit('m', message)
    })
  })
  await new Promise((resolve) => http.listen(port, '127.0.0.1', resolve))
}

export async function join({ port, place, presence }) {
  const socket = io(`ws://127.0.0.1:${port}`, { query: { place }, transports: ['websocket'], forceNew: true })
  const hear = (listener) => socket.on('m', (data) => listener(new Uint8Array(data)))
  return relayed({ presence, hear, send: (bytes) => socket.emit('m', bytes), close: () => socket.disconnect() })
}

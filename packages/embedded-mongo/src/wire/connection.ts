import type { Socket } from 'node:net'
import type { Document } from 'bson'
import { type Frame, FrameReader, ProtocolError } from './frames.js'
import { parseRequest } from './messages.js'
import { encodeReply, type Reply } from './replies.js'

/** Answers one command. */
export type Answer = (command: Document) => Promise<Reply>

/** More requests than this waiting on one connection, and no more are read until some are answered. */
const mostWaiting = 32

/** Speaks the protocol on one socket: commands are answered one after another, in the order they came. */
export function serveConnection(socket: Socket, answer: Answer, log: (line: string) => void): void {
  const reader = new FrameReader()
  const waiting: Frame[] = []
  let busy = false
  socket.setNoDelay(true)
  // A client that goes away in mid-sentence is not worth a line in the log.
  socket.on('error', () => socket.destroy())
  socket.on('data', (bytes) => {
    guarded(socket, log, () => {
      for (const frame of reader.push(bytes)) waiting.push(frame)
      if (waiting.length > mostWaiting) socket.pause()
      if (!busy) void work()
    })
  })

  async function work(): Promise<void> {
    busy = true
    for (let frame = waiting.shift(); frame && !socket.destroyed; frame = waiting.shift()) {
      await respond(frame)
      if (socket.isPaused() && waiting.length === 0) socket.resume()
    }
    busy = false
  }

  async function respond(frame: Frame): Promise<void> {
    try {
      const request = parseRequest(frame)
      const reply = await answer(request.command)
      if (!request.silent && socket.writable && !socket.write(encodeReply(request, reply))) await drained(socket)
    } catch (error) {
      hangUp(socket, log, error)
    }
  }
}

/** A client that does not read its answers gets no new ones: they would pile up in memory. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done)
      socket.off('close', done)
      resolve()
    }
    socket.on('drain', done)
    socket.on('close', done)
  })
}

function guarded(socket: Socket, log: (line: string) => void, action: () => void): void {
  try {
    action()
  } catch (error) {
    hangUp(socket, log, error)
  }
}

function hangUp(socket: Socket, log: (line: string) => void, error: unknown): void {
  const what = error instanceof ProtocolError ? error.message : error instanceof Error ? error.stack : error
  log(`A connection was closed: ${what}`)
  socket.destroy()
}

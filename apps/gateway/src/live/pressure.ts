import type { LiveSocket } from './caller.js'

interface Writing {
  writeBuffer: readonly { data?: string | Buffer }[]
  transport: { socket?: { bufferedAmount?: number } }
}

/** Bytes that wait for a reader: what Engine.IO holds back, and what the socket could not yet hand to the network. Counts no further than `most`. */
export function unsentBytes(socket: LiveSocket, most: number): number {
  // Engine.IO has no public figure for this; a guard test notices if an upgrade moves it.
  const { writeBuffer, transport } = socket.conn as unknown as Writing
  let bytes = transport.socket?.bufferedAmount ?? 0
  for (const { data } of writeBuffer) {
    if (bytes > most) return bytes
    bytes += data?.length ?? 0
  }
  return bytes
}

// Counts bytes on every TCP connection this process opens.
import { channel } from 'node:diagnostics_channel'

const sockets = new Set()
channel('net.client.socket').subscribe(({ socket }) => sockets.add(socket))

export function bytes() {
  let up = 0
  let down = 0
  for (const socket of sockets) {
    up += socket.bytesWritten
    down += socket.bytesRead
  }
  return { up, down }
}

/** Runs `work` and gives, with its result, the connections it opened. */
export async function noting(work) {
  const before = new Set(sockets)
  const result = await work()
  return { result, opened: [...sockets].filter((socket) => !before.has(socket)) }
}

/** Whatever arrives from now on is read and dropped. */
export function mute(connections) {
  for (const socket of connections) socket.removeAllListeners('data').on('data', () => {})
}

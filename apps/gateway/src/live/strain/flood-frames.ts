import type { Socket } from 'socket.io-client'
import { frameAttacks } from '../testing/hostile-frames.js'
import { aPusher, aSocket, count, type Flood, type Outcomes, pause } from './scene.js'

interface Raw {
  emit(...all: readonly unknown[]): void
}

/** Whether the socket is still there after what was sent on it. */
async function outcome(socket: Socket): Promise<string> {
  if (!socket.connected) return 'thrown out'
  const gone = new Promise<string>((done) => void socket.once('disconnect', () => done('thrown out')))
  const answered = socket.timeout(30_000).emitWithAck('records:open', { room: 'person:nobody' })
  return Promise.race([gone, answered.then(() => 'ignored or refused').catch(() => 'no answer')])
}

/** What no client of ours would put on the wire. */
export const frames: Flood = async ({ target, people, shared, random, size }) => {
  const outcomes: Outcomes = {}
  const names = Object.keys(frameAttacks)
  let left = Math.round(5_000 * size)
  const attack = async (person: string): Promise<void> => {
    let socket = await aSocket(target, person)
    while (left-- > 0) {
      if (!socket.connected) socket = await aSocket(target, person)
      const frame = frameAttacks[names[left % names.length] ?? '']?.(random, shared) ?? { event: [] }
      if ('packet' in frame) socket.io.engine.write(frame.packet)
      else (socket as unknown as Raw).emit(...frame.event)
      const what = await outcome(socket)
      count(outcomes, what)
      if (what === 'no answer') socket.close()
    }
    socket.close()
  }
  await Promise.all(people.map(attack))
  return outcomes
}

/** Where somebody is, ten megabytes of it: at once, in frames that pass, and in more messages than anybody moves. */
export const presence: Flood = async ({ target, people, shared, size }) => {
  const outcomes: Outcomes = {}
  const [person = ''] = people
  const at = (bytes: number) => ({ in: shared, at: { recordId: 'r'.repeat(bytes), field: 'owner' } })
  for (let i = 0; i < Math.max(1, 10 * size); i++) {
    const once = await aPusher(target, person, shared)
    once.socket.emit('presence', at(10_000_000))
    count(outcomes, `10 MB at once: ${await outcome(once.socket)}`)
    const frames = await aPusher(target, person, shared)
    for (let sent = 0; sent < 10_000_000; sent += 250_000) frames.socket.emit('presence', at(250_000))
    count(outcomes, `10 MB in frames: ${await outcome(frames.socket)}`)
    const many = await aPusher(target, person, shared)
    for (let sent = 0; sent < 500; sent++)
      many.socket.emit('presence', { in: shared, at: { recordId: `r-${sent}`, field: 'owner' } })
    count(outcomes, `500 at once: ${await outcome(many.socket)}`)
    for (const { socket } of [once, frames, many]) socket.close()
  }
  return outcomes
}

/** Frames as large as they may be, as fast as they go, on as many sockets as one person may have. */
export const largeFrames: Flood = async ({ target, people, size }) => {
  const outcomes: Outcomes = {}
  const [person = ''] = people
  const frame = [1, 1, 'A'.repeat(240_000)]
  for (let i = 0; i < Math.max(1, 5 * size); i++) {
    const sockets = await Promise.all(Array.from({ length: 10 }, () => aSocket(target, person)))
    for (let sent = 0; sent < 200; sent++) {
      for (const socket of sockets) if (socket.connected) socket.emit('document:push', frame)
      await pause(5)
    }
    for (const socket of sockets) {
      count(outcomes, await outcome(socket))
      socket.close()
    }
  }
  return outcomes
}

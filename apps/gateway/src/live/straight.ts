import type { LiveSocket } from './caller.js'

interface Line {
  listeners(event: 'data'): ((data: unknown) => void)[]
  removeAllListeners(event: 'data'): void
  on(event: 'data', listener: (data: unknown) => void): void
}

const event = 'document:push'
const begins = `2["${event}",`

/**
 * Takes what comes with every keystroke off the line before Socket.IO does, whose decoding and handing on cost more than looking at the edit.
 * Whatever is not plainly one such event, or comes when nobody listens, goes the long way. The line's event is not among what Socket.IO
 * makes public: a guard test notices if an upgrade moves it.
 */
export function takeStraight(socket: LiveSocket): void {
  const line = socket.conn as unknown as Line
  const others = line.listeners('data')
  if (others.length === 0) return
  line.removeAllListeners('data')
  line.on('data', (data) => {
    const message = socket.connected ? messageOf(data) : undefined
    if (message === undefined) for (const listener of others) listener(data)
    else for (const listener of socket.listeners(event)) (listener as (message: unknown) => void)(message)
  })
}

/** What the event carries; undefined where the text is anything else. */
function messageOf(data: unknown): unknown {
  if (typeof data !== 'string' || !data.startsWith(begins) || !data.endsWith(']')) return undefined
  try {
    const message: unknown = JSON.parse(data.slice(begins.length, -1))
    return message
  } catch {
    return undefined
  }
}

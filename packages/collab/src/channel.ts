import type { RefusalCode } from '@camau/domain'
import type { ClientEvents, Notice, ServerEvents } from '@camau/protocol'
import { io, type Socket } from 'socket.io-client'
import { backOff } from './back-off.js'
import { type Watchable, watchable } from './watchable.js'

/** Where the line stands: `ended` needs a person (sign in again), `broken` mends itself. */
export type Line = { state: 'connecting' | 'connected' | 'broken' } | { state: 'ended'; because: RefusalCode }

type Asked = 'document:open' | 'document:sync' | 'records:open'
type Message<Event extends keyof ClientEvents> = Parameters<ClientEvents[Event]>[0]
type Reply<Event extends Asked> = Parameters<Parameters<ClientEvents[Event]>[1]>[0]

/** The one socket of a page, with what both halves need: ask, send, listen, and know whether it holds. */
export interface Channel {
  line: Watchable<Line>
  /** How this connection is named in presence; changes with each reconnection. */
  connectionId(): string | undefined
  /** `null` when no answer came: the line broke or the server took too long. Answers run at once, before the next message is read. */
  ask<Event extends Asked>(event: Event, message: Message<Event>, answered: (reply: Reply<Event> | null) => void): void
  send<Event extends Exclude<keyof ClientEvents, Asked>>(event: Event, message: Message<Event>): void
  /** Returns what ends the listening. */
  on<Event extends keyof ServerEvents>(event: Event, listener: ServerEvents[Event]): () => void
  /** Drops the line as a lost network would; it comes back by itself. For tests, and for a page that was asleep. */
  breakOff(): void
  close(): void
}

export interface ChannelOptions {
  /** Where the gateway is: `location.origin` in a browser. */
  url: string
  /** For Node: the value of the Cookie header. Browsers send their own. */
  cookie?: string | undefined
  /** The signed-in person's id: the line is nobody else's. Without it unsent words outlive a break of the line, but not the page. */
  person?: string | undefined
  random?: (() => number) | undefined
}

interface Asking {
  emit(event: string, message: unknown, answered: (error: Error | null, reply: unknown) => void): void
}
interface Sending {
  emit(event: string, message: unknown): void
}

const answerWithin = 15_000

export function openChannel({ url, cookie, person, random = Math.random }: ChannelOptions): Channel {
  const socket: Socket<ServerEvents, ClientEvents> = io(url, {
    path: '/live',
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false, // ours below: with full jitter, and heeding what the server asks for
    forceNew: true,
    // By the time a line comes back somebody else may have signed in from another window, and the cookie is theirs.
    ...(person !== undefined && { auth: { person } }),
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
  })
  const line = watchable<Line>({ state: 'connecting' })
  const wait = backOff(random)
  let timer: ReturnType<typeof setTimeout> | undefined

  const again = (): void => {
    if (line.get().state === 'ended') return
    clearTimeout(timer)
    timer = setTimeout(() => socket.connect(), wait.next())
    line.set({ state: 'broken' })
  }
  const end = (because: RefusalCode): void => {
    clearTimeout(timer)
    line.set({ state: 'ended', because })
    socket.disconnect()
  }
  // An attempt that is under way fails by itself; closed from here it would be waited for until its time is up.
  const breakOff = (): void => void (socket.connected && socket.io.engine.close())
  const atOnce = (): void => {
    if (line.get().state !== 'broken') return
    clearTimeout(timer)
    wait.reset()
    socket.disconnect() // an attempt that is under way may be one that the browser has given up without saying so
    socket.connect()
  }

  socket.on('connect', () => {
    wait.reset()
    line.set({ state: 'connected' })
  })
  socket.on('disconnect', again)
  socket.on('connect_error', (error) => (refusedFor(error) === 'not-signed-in' ? end('not-signed-in') : again()))
  socket.on('notice', ({ code, retryAfter }: Notice) => {
    if (code === 'session-ended') end('not-signed-in')
    if (code === 'draining') wait.atLeast(retryAfter ?? 0)
  })
  globalThis.addEventListener?.('online', atOnce)
  globalThis.addEventListener?.('visibilitychange', atOnce) // out of sight a browser lets no wait end for a minute
  // What is given to a socket without a network is held by the browser and goes out later, even after somebody has signed out.
  // Engine.IO lets go of it as well, but not on localhost.
  globalThis.addEventListener?.('offline', breakOff)
  socket.connect()

  return {
    line,
    connectionId: () => socket.id,
    ask(event, message, answered) {
      if (!socket.connected) return answered(null)
      // All three share this shape; TypeScript cannot see that through the generic parameter.
      const line = socket.timeout(answerWithin) as unknown as Asking
      line.emit(event, message, (error, reply) => answered(error ? null : (reply as Reply<typeof event>)))
    },
    send(event, message) {
      if (socket.connected) (socket as unknown as Sending).emit(event, message)
    },
    on(event, listener) {
      socket.on(event, listener as never)
      return () => void socket.off(event, listener as never)
    },
    breakOff,
    close() {
      globalThis.removeEventListener?.('online', atOnce)
      globalThis.removeEventListener?.('visibilitychange', atOnce)
      globalThis.removeEventListener?.('offline', breakOff)
      clearTimeout(timer)
      line.set({ state: 'ended', because: 'not-open' })
      socket.disconnect()
    },
  }
}

function refusedFor(error: Error & { data?: unknown }): unknown {
  return typeof error.data === 'object' && error.data !== null && 'code' in error.data ? error.data.code : undefined
}

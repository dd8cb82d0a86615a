import type { Viewer } from '@camau/domain'
import type { Session, Sessions, Viewers } from '../platform/session.js'
import { allowance } from './allowance.js'
import type { Caller, LiveServer, LiveSocket } from './caller.js'
import type { LiveLimits } from './limits.js'

export interface CallersNeeds {
  io: LiveServer
  sessions: Sessions
  viewers: Viewers
  limits: LiveLimits
  /** Another number whenever anybody's rights have moved. */
  rightsMoved(): number
  /** The socket is closed: the caller is in no document and no room any more. Said more than once. */
  left(caller: Caller): void
  /** Before the first message is read. */
  entered(caller: Caller): void
}

/** Everyone with an open socket. */
export interface Callers {
  all: ReadonlySet<Caller>
  remove(caller: Caller): void
}

/** Lets signed-in people in, so many sockets each; the reason for a no goes back as `data.code`. */
export function createCallers({ io, sessions, viewers, limits, rightsMoved, left, entered }: CallersNeeds): Callers {
  const all = new Set<Caller>()
  const remove = (caller: Caller): void => {
    all.delete(caller)
    left(caller) // also a second time: what they had asked for before may have let them in since
  }
  const enter = async (socket: LiveSocket): Promise<string | null> => {
    const { cookie } = socket.request.headers
    const session = await sessions.find(cookie)
    if (!session || isMeantForAnother(socket, session)) return 'not-signed-in'
    const { personId } = session
    let viewer: Viewer
    let asked: number
    // An office may end while the answer is on its way, and who is only coming in is not among those who are asked for again then.
    do {
      asked = rightsMoved()
      viewer = await viewers.of(personId)
    } while (asked !== rightsMoved())
    if (socket.conn.readyState !== 'open') return 'unavailable'
    if ([...all].filter((one) => one.personId === personId).length >= limits.sockets) return 'too-many-connections'
    socket.data = { session, cookie }
    const strikes = allowance(limits.strikes / 60, limits.strikes)
    const place = {
      version: 0,
      documents: new Map(),
      handles: new Map(),
      records: new Set<never>(),
      strikes,
      timer: undefined,
    }
    const caller: Caller = { socket, session, personId, viewer, ...place }
    // From here on, so that no change of rights can fall between.
    all.add(caller)
    socket.conn.once('close', () => remove(caller))
    socket.once('disconnect', () => remove(caller))
    entered(caller)
    return null
  }
  io.use((socket, next) => {
    const answer = (code: string | null): void => {
      next(code === null ? undefined : Object.assign(new Error(code), { data: { code } }))
      if (code === 'not-signed-in') setImmediate(() => socket.conn.close()) // once it is told
    }
    enter(socket).then(answer, () => answer('unavailable'))
  })
  return { all, remove }
}

/**
 * A browser says whose line it is; who is signed in, its cookie says. They differ where somebody else has signed in from another
 * window meanwhile: what waits to be sent is then not theirs.
 */
function isMeantForAnother({ handshake }: LiveSocket, { personId }: Session): boolean {
  const { person } = handshake.auth
  return person !== undefined && person !== personId
}

import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { limits as domainLimits, type RefusalCode } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Server } from 'socket.io'
import type { Bus } from '../platform/bus.js'
import type { Changes, Redact } from '../platform/changes.js'
import { type AddressOf, addressBehind } from '../platform/http/address.js'
import type { Log } from '../platform/log.js'
import type { Sessions, Viewers } from '../platform/session.js'
import { allowance } from './allowance.js'
import type { Caller, LiveServer, LiveSocket, Member } from './caller.js'
import { createCallers } from './callers.js'
import { serve } from './channel.js'
import { documentLog, newRow } from './document-log.js'
import { createDocuments, type Documents } from './documents.js'
import { createDoor } from './door.js'
import { fanOut, setAsideSlow } from './fan-out.js'
import { createFeed } from './feed.js'
import { framed, post } from './frames.js'
import { createGate } from './gate.js'
import { createGrants } from './grants.js'
import { type LiveLimits, usualLimits } from './limits.js'
import type { LiveDocuments } from './live-documents.js'
import { pace } from './pace.js'
import { personAllowances } from './person-allowance.js'
import { presenceBoard } from './presence.js'
import { unsentBytes } from './pressure.js'
import { createRooms } from './rooms.js'
import { leaveDocument } from './serve-documents.js'
import { frameInOnePiece } from './whole-frames.js'

export { createDocuments, type Documents } from './documents.js'
export type { LiveDocument } from './live-document.js'

export interface LiveNeeds {
  http: HttpServer
  db: Connection
  bus: Bus
  sessions: Sessions
  viewers: Viewers
  changes: Changes
  redact: Redact
  documents: LiveDocuments
  /** Whether a page from this Origin may open a socket. Programs send none. */
  isOurOrigin: (origin: string) => boolean
  /** Where a line comes from; straight from there, unless said. */
  addressOf?: AddressOf
  limits?: Partial<LiveLimits>
  log: Log
  /** null while this node knows what others decided a moment ago; a promise of it otherwise. Where there is one node, nothing. */
  upToDate?: () => Promise<void> | null
  /** Whether a record is restricted to some; nothing is, unless said. */
  isRestricted?: (recordId: string) => Promise<boolean>
  now?: () => Date
  /** How long a document stays in memory when everybody has left, in milliseconds. */
  linger?: number
  /** How long after its last use an open document is kept as bytes alone, in milliseconds. */
  sleepAfter?: number
  /** How often each document in memory is compared with the log, in milliseconds. */
  headCheck?: number
}

export interface Live {
  documents: Documents
  /** Sockets open on this node, and documents in memory: for health and metrics. */
  counts(): { sockets: number; documents: number }
  /** For tests that look at frames. */
  sockets(): Iterable<LiveSocket>
  /** Tells everyone to come back a little later, finishes what is on its way, closes the sockets. */
  close(): Promise<void>
}

/**
 * How fast commits of this node follow one another. Counted in frames to one reader, which cost some fifteen microseconds; a write to the
 * log costs as much as thirty of them, an edit as four. Beyond 1,800 a second edits are gathered: with 25 people in a meeting each
 * is on its way at once, with a hundred typing they share a commit every 130 milliseconds.
 */
const commits = { perMs: 1.8, atOnce: 400, beat: 30, longest: 130 }
const edit = 4

const spreadPerSocket = 20

/** The live channel: everything it is made of, put together once. */
export function createLive(needs: LiveNeeds): Live {
  const { db, bus, sessions, log: report, headCheck = 5_000, now = () => new Date() } = needs
  const { upToDate = () => null } = needs
  const limits = { ...usualLimits, ...needs.limits }
  const people = personAllowances(limits)
  const door = createDoor(limits, needs.addressOf ?? addressBehind(0), (personId) => people.of(personId).wire)
  const gate = createGate(limits)
  // So many a second of those who are not signed in are let in to be told so: why a line was not opened, a browser tells nobody.
  const farewells = allowance(limits.arrivals / 4, limits.arrivals / 4)
  const io = openSocketServer(needs.http, async (request) => {
    const { origin, cookie } = request.headers
    if (origin !== undefined && !needs.isOurOrigin(origin)) return 'not-permitted'
    if (door.isCrowded(request)) return 'too-many-connections'
    const session = await sessions.find(cookie)
    if (!session) return farewells.take(1, performance.now()) === 0 ? null : 'not-signed-in'
    door.recognised(request, session.personId)
    return (await gate.enter()) ? null : 'unavailable'
  })
  door.watch(io)
  frameInOnePiece(io)
  let draining = false

  const presence = presenceBoard(bus, (room, message) => {
    const frame = framed('presence', message)
    for (const socket of quickReaders(io, room, limits)) post(socket, frame)
  })
  const shut = (member: Member, code: RefusalCode): void => {
    member.barred = code
    leaveDocument(channel, member.caller, member.documentId)
    member.caller.socket.emit('document:closed', { documentId: member.documentId, code })
  }
  const beats = pace(commits)
  const rooms = createRooms({
    log: documentLog(db),
    documents: needs.documents,
    report,
    now,
    clientIds: limits.clientIds,
    linger: needs.linger ?? 10_000,
    sleepAfter: needs.sleepAfter ?? 60_000,
    pace: beats,
    upToDate,
    committing: (room) => setAsideSlow(limits, room),
    committed(room, rows, previous) {
      fanOut(presence, room, rows, previous)
      beats.spend(room.members.size)
      for (const { row, authors } of rows) {
        beats.spend(authors.length * edit)
        const { epoch, seq, update } = row
        const [author] = authors
        if (author)
          bus.publish('row', { documentId: room.id, epoch, seq, update, connectionId: author.caller.socket.id })
      }
    },
    // Their rights may not have told them yet: they come back, and find it to be for reading.
    sealed(room) {
      if (room.moved) rooms.drop(room)
      for (const member of [...room.members]) if (room.moved || !member.grant.readOnly) shut(member, room.whyClosed)
    },
  })
  const feed = createFeed({ io, bus, changes: needs.changes, redact: needs.redact, now, report })
  const leaveRecords = (caller: Caller, room: Parameters<typeof feed.leave>[1]): void => {
    feed.leave(caller, room)
    presence.remove(room, caller.socket.id)
  }
  const channel = {
    rooms,
    feed,
    presence,
    sessions,
    limits,
    report,
    now,
    allowances: people.of,
    isDraining: () => draining,
    isRestricted: needs.isRestricted ?? (async () => false),
  }
  const callers = createCallers({
    ...needs,
    io,
    limits,
    rightsMoved: () => grants.rightsMoved(),
    entered(caller) {
      grants.entered(caller)
      serve({ ...channel, grants }, caller)
    },
    left(caller) {
      clearTimeout(caller.timer)
      for (const documentId of [...caller.documents.keys()]) leaveDocument(channel, caller, documentId)
      for (const room of [...caller.records]) leaveRecords(caller, room)
    },
  })
  const grants = createGrants({
    ...needs,
    upToDate,
    report,
    now,
    callers: callers.all,
    leaveRecords,
    shut,
    endSession(caller) {
      caller.socket.emit('notice', { code: 'session-ended' })
      for (const member of caller.documents.values()) member.barred = 'not-signed-in'
      caller.socket.removeAllListeners() // nothing more is taken in while the notice goes out
      callers.remove(caller)
      setImmediate(() => caller.socket.disconnect(true))
    },
  })

  rooms.recover().catch((error: unknown) => report.warn({ err: error }, 'lists may lag behind the texts of documents'))
  const stopRows = bus.subscribe('row', ({ documentId, epoch, seq, update }) => {
    const room = rooms.loaded(documentId)
    if (!room || seq <= room.seq) return
    room.hear({ ...newRow(documentId, epoch, update, null, now()), seq }).catch(() => {}) // found by the head check
  })
  const stopMoves = bus.subscribe('moved', ({ documentId, epoch }) => rooms.moved(documentId, epoch))
  const checking = setInterval(() => {
    rooms.check(headCheck / 5).catch(() => {}) // the database is away; asked again next time
    people.tidy(new Set([...callers.all].map(({ personId }) => personId)))
    for (const { socket } of callers.all)
      if (unsentBytes(socket, limits.closeAt) > limits.closeAt) socket.disconnect(true)
  }, headCheck)

  return {
    documents: createDocuments(db),
    sockets: () => io.of('/').sockets.values(),
    counts: () => ({ sockets: callers.all.size, documents: rooms.all().length }),
    async close() {
      draining = true
      // The more there are, the longer they take to come elsewhere: not all in one moment.
      const spread = Math.min(10_000, callers.all.size * spreadPerSocket)
      for (const { socket } of callers.all)
        socket.emit('notice', { code: 'draining', retryAfter: Math.floor(Math.random() * spread) })
      await rooms.close()
      clearInterval(checking)
      for (const part of [gate, grants, feed, presence]) part.close()
      stopRows()
      stopMoves()
      io.disconnectSockets(true)
      io.engine.close()
    },
  }
}

/** Socket.IO at `/live`, websocket only. Compression and state recovery are off: the one costs memory, the other skips every check. */
function openSocketServer(http: HttpServer, whyNot: (request: IncomingMessage) => Promise<string | null>): LiveServer {
  return new Server(http, {
    path: '/live',
    transports: ['websocket'],
    serveClient: false,
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: domainLimits.frame,
    pingInterval: 20_000,
    pingTimeout: 15_000,
    connectTimeout: 5_000,
    // `cors` would not do: it never looks at a websocket.
    allowRequest: (request, answer) => {
      whyNot(request).then(
        (reason) => answer(reason, reason === null),
        () => answer('unavailable', false),
      )
    },
  })
}

/** Presence is the first thing to be dropped for whoever is behind. */
function quickReaders(io: LiveServer, room: string, { dropPresenceAt }: LiveLimits): LiveSocket[] {
  const { adapter, sockets } = io.of('/')
  return [...(adapter.rooms.get(room) ?? [])].flatMap((id) => {
    const socket = sockets.get(id)
    return socket && unsentBytes(socket, dropPresenceAt) <= dropPresenceAt ? socket : []
  })
}

import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { aReplica } from '@camau/collab'
import { limits as domainLimits } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { Connection } from 'mongoose'
import { Server } from 'socket.io'
import * as Y from 'yjs'
import type { Bus } from '../platform/bus.js'
import type { Changes, Redact } from '../platform/changes.js'
import type { Log } from '../platform/log.js'
import type { Sessions, Viewers } from '../platform/session.js'
import { allowance } from './allowance.js'
import type { Caller, LiveServer, LiveSocket } from './caller.js'
import { leaveDocument, type PersonAllowance, personAllowance, serve } from './channel.js'
import { documentLog, newRow } from './document-log.js'
import { fanOut } from './fan-out.js'
import { createFeed } from './feed.js'
import { createGrants } from './grants.js'
import { type LiveLimits, usualLimits } from './limits.js'
import type { LiveDocuments } from './live-documents.js'
import { loadDocument } from './load-document.js'
import { presenceBoard } from './presence.js'
import { unsentBytes } from './pressure.js'
import { createRooms } from './rooms.js'

export type { LiveDocument } from './live-document.js'
export type { LiveDocuments } from './live-documents.js'

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
  limits?: Partial<LiveLimits>
  log: Log
  now?: () => Date
  /** How long a document stays in memory when everybody has left, in milliseconds. */
  linger?: number
  /** How often each document in memory is compared with the log, in milliseconds. */
  headCheck?: number
}

/** Live documents as features see them. */
export interface Documents {
  /** The document at its last durable row; `seq` 0 and empty when nobody has opened it yet. */
  read(id: DocumentId): Promise<{ seq: number; epoch: number; doc: Y.Doc }>
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

/** Reads documents from the log alone; needs no channel, so features can be given it before the channel is there. */
export function createDocuments(db: Connection): Documents {
  const log = documentLog(db)
  return {
    async read(id) {
      const loaded = await loadDocument(log, id)
      if (loaded) return { seq: loaded.seq, epoch: loaded.epoch, doc: loaded.doc }
      return { seq: 0, epoch: 0, doc: aReplica() }
    },
  }
}

/** The live channel: Socket.IO at `/live`, websocket only. Compression and state recovery are off: both have cost others dearly. */
export function createLive(needs: LiveNeeds): Live {
  const { db, bus, sessions, viewers, log: report, now = () => new Date() } = needs
  const limits = { ...usualLimits, ...needs.limits }
  const io: LiveServer = new Server(needs.http, {
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
    allowRequest: (request, answer) => {
      whyNotConnect(request).then(
        (reason) => answer(reason, reason === null),
        () => answer('unavailable', false),
      )
    },
  })
  const callers = new Set<Caller>()
  const perAddress = new Map<string, number>()
  const allowances = new Map<string, PersonAllowance>()
  let draining = false

  const whyNotConnect = async (request: IncomingMessage): Promise<string | null> => {
    const { origin, cookie } = request.headers
    if (origin !== undefined && !needs.isOurOrigin(origin)) return 'not-permitted'
    if ((perAddress.get(request.socket.remoteAddress ?? '') ?? 0) >= limits.socketsPerAddress)
      return 'too-many-connections'
    return (await sessions.find(cookie)) ? null : 'not-signed-in'
  }

  const log = documentLog(db)
  const presence = presenceBoard(bus, (room, message) => {
    const { adapter, sockets } = io.of('/')
    const slow = [...(adapter.rooms.get(room) ?? [])].filter((id) => {
      const socket = sockets.get(id)
      return socket && unsentBytes(socket, limits.dropPresenceAt) > limits.dropPresenceAt
    })
    io.to(room).except(slow).volatile.emit('presence', message)
  })
  const rooms = createRooms({
    log,
    documents: needs.documents,
    report,
    now,
    clientIds: limits.clientIds,
    linger: needs.linger ?? 10_000,
    committed(room, rows, previous) {
      fanOut(io, limits, room, rows, previous)
      for (const { row, author } of rows) {
        if (!author) continue
        const { epoch, seq, update } = row
        bus.publish('row', { documentId: room.id, epoch, seq, update, connectionId: author.caller.socket.id })
      }
    },
  })
  const feed = createFeed({ io, bus, changes: needs.changes, redact: needs.redact, report })
  const endSession = (caller: Caller): void => {
    caller.socket.emit('notice', { code: 'session-ended' })
    // After the notice has gone out; nothing more is taken in meanwhile.
    caller.socket.removeAllListeners()
    leaveEverything(caller)
    setImmediate(() => caller.socket.disconnect(true))
  }
  const grants = createGrants({
    ...needs,
    report,
    now,
    callers,
    shut(member, code) {
      member.barred = code
      leaveDocument({ rooms, presence }, member.caller, member.documentId)
      member.caller.socket.emit('document:closed', { documentId: member.documentId, code })
    },
    leaveRecords(caller, room) {
      feed.leave(caller, room)
      presence.remove(room, caller.socket.id)
    },
    endSession,
  })
  const leaveEverything = (caller: Caller): void => {
    callers.delete(caller)
    clearTimeout(caller.timer)
    for (const documentId of [...caller.documents.keys()]) leaveDocument({ rooms, presence }, caller, documentId)
    for (const room of [...caller.records]) {
      feed.leave(caller, room)
      presence.remove(room, caller.socket.id)
    }
  }

  // Every packet counts, also those to namespaces that do not exist.
  io.engine.on('connection', (connection: EngineConnection) => {
    const address = connection.request.socket.remoteAddress ?? ''
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1)
    const packets = allowance(limits.packets, limits.packets * 2)
    connection.on('packet', () => packets.take(1, performance.now()) > 0 && connection.close(true))
    connection.on('close', () => {
      const left = (perAddress.get(address) ?? 1) - 1
      if (left > 0) perAddress.set(address, left)
      else perAddress.delete(address)
    })
  })

  io.use((socket, next) => {
    enter(socket).then(
      (code) => next(code === null ? undefined : Object.assign(new Error(code), { data: { code } })),
      () => next(Object.assign(new Error('unavailable'), { data: { code: 'unavailable' } })),
    )
  })
  const enter = async (socket: LiveSocket): Promise<string | null> => {
    const { cookie } = socket.request.headers
    const session = await sessions.find(cookie)
    if (!session) return 'not-signed-in'
    const { personId } = session
    const viewer = await viewers.of(personId)
    if (socket.conn.readyState !== 'open') return 'unavailable'
    if ([...callers].filter((one) => one.personId === personId).length >= limits.sockets) return 'too-many-connections'
    const caller: Caller = {
      socket,
      session,
      personId,
      viewer,
      version: 0,
      documents: new Map(),
      records: new Set(),
      strikes: allowance(limits.strikes / 60, limits.strikes),
      timer: undefined,
    }
    socket.data = { session, cookie }
    // From here on, so that no change of rights can fall between.
    callers.add(caller)
    socket.conn.once('close', () => leaveEverything(caller))
    socket.once('disconnect', () => leaveEverything(caller))
    grants.watch(caller)
    serve(
      {
        rooms,
        feed,
        presence,
        grants,
        sessions,
        limits,
        report,
        now,
        allowances: allowancesOf,
        isDraining: () => draining,
      },
      caller,
    )
    return null
  }
  const allowancesOf = (personId: string): PersonAllowance => {
    const known = allowances.get(personId) ?? personAllowance(limits)
    allowances.set(personId, known)
    return known
  }

  const stopRows = bus.subscribe('row', ({ documentId, epoch, seq, update }) => {
    const room = rooms.loaded(documentId)
    if (!room || seq <= room.seq) return
    room.hear({ ...newRow(documentId, epoch, update, null, now()), seq }).catch(() => {}) // found by the head check
  })
  const checking = setInterval(() => {
    for (const room of rooms.all()) room.check().catch(() => {}) // the database is away; asked again next time
    const here = new Set([...callers].map(({ personId }) => personId))
    for (const personId of allowances.keys()) if (!here.has(personId)) allowances.delete(personId)
  }, needs.headCheck ?? 5_000)

  return {
    documents: createDocuments(db),
    sockets: () => io.of('/').sockets.values(),
    counts: () => ({ sockets: callers.size, documents: rooms.all().length }),
    async close() {
      draining = true
      for (const { socket } of callers)
        socket.emit('notice', { code: 'draining', retryAfter: Math.floor(Math.random() * 10_000) })
      await rooms.close()
      clearInterval(checking)
      stopRows()
      grants.close()
      feed.close()
      presence.close()
      io.disconnectSockets(true)
      io.engine.close()
    },
  }
}

interface EngineConnection {
  request: IncomingMessage
  on(event: 'packet' | 'close', listener: () => void): void
  close(discard: boolean): void
}

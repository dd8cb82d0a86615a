import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Connection as Collab, type ConnectOptions, connect, firstMinutes, minutesSchema } from '@camau/collab'
import { type HeldOffice, Refusal, type Viewer } from '@camau/domain'
import type { Connection } from 'mongoose'
import { type Bus, inProcessBus } from '../../platform/bus.js'
import { createChanges, redact } from '../../platform/change-feed.js'
import { type ChangeStore, createChangeStore } from '../../platform/change-store.js'
import { createLog, type Log } from '../../platform/log.js'
import { connectMongo, prepareCollections } from '../../platform/mongo.js'
import { sessionCookie } from '../../platform/session-cookie.js'
import { createSessions } from '../../platform/sessions.js'
import { createViewers } from '../../platform/viewers.js'
import { createLive, type Live, type LiveDocument } from '../index.js'
import type { LiveLimits } from '../limits.js'

/** The body everyone here belongs to. */
export const body = { id: 'body-1', kind: 'workstream', parentId: null } as const

export interface GatewayOptions {
  uri: string
  bus?: Bus
  limits?: Partial<LiveLimits>
  linger?: number
  sleepAfter?: number
  headCheck?: number
  /** Waited for when somebody's offices have been read, before they are given to whoever asked. */
  readOffices?: (personId: string) => Promise<void>
  /** Told of each projection. */
  project?: LiveDocument['project']
  log?: Log
}

/** A gateway with the live channel alone, over a real database, for tests that look at nothing else. */
export interface Gateway {
  url: string
  db: Connection
  bus: Bus
  live: Live
  changes: ChangeStore
  /** Signs a person in. */
  cookie(personId: string): Promise<string>
  end(personId: string): Promise<void>
  /** Connects as that person, with the product's own client. */
  as(personId: string, options?: Partial<ConnectOptions>): Promise<Collab>
  /** What a person holds; those not set here are members of the body. */
  holds(personId: string, offices: HeldOffice[] | null): void
  agree(meetingId: string): void
  close(): Promise<void>
}

export const anOffice = (over: Partial<HeldOffice> = {}): HeldOffice => ({
  appointmentId: 'app-1',
  office: 'member',
  bodyId: body.id,
  bodyKind: 'workstream',
  bodyParentId: null,
  until: null,
  ...over,
})

export async function aGateway(options: GatewayOptions): Promise<Gateway> {
  const { bus = inProcessBus() } = options
  const now = () => new Date()
  const db = await connectMongo(options.uri)
  const offices = new Map<string, HeldOffice[] | null>()
  const agreed = new Set<string>()
  const sessions = createSessions({
    db,
    bus,
    now,
    cookie: sessionCookie(false),
    limits: { sessionIdle: 1_800_000, sessionAbsolute: 43_200_000 },
  })
  const viewers = createViewers({
    bus,
    now,
    read: async (personId, at) => {
      const held = offices.has(personId) ? offices.get(personId) : [anOffice()]
      await options.readOffices?.(personId)
      if (!held) return null
      return { name: `Member ${personId}`, offices: held.filter(({ until }) => !until || at < until) }
    },
  })
  const changes = createChangeStore(db)
  const minutes = minutesFor(agreed, options.project)
  const http = createServer()
  const live = createLive({
    http,
    db,
    bus,
    sessions,
    viewers,
    changes: createChanges({ store: changes, bodyPlace: async (id) => (id === body.id ? { ...body } : null) }),
    redact,
    documents: { minutes, action: minutes, legacy: minutes, item: minutes },
    isOurOrigin: (origin) => origin === 'http://camau.test',
    log: options.log ?? createLog(process.env.LOG_LEVEL ?? 'silent'),
    limits: { sockets: 1_000, socketsPerAddress: 5_000, pushes: 10_000, opens: 1_000, ...options.limits },
    linger: options.linger ?? 200,
    ...(options.sleepAfter !== undefined && { sleepAfter: options.sleepAfter }),
    ...(options.headCheck !== undefined && { headCheck: options.headCheck }),
  })
  await prepareCollections(db)
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const signedIn = new Map<string, string>()
  const open: Collab[] = []

  const cookie = async (personId: string): Promise<string> => {
    const opened = await sessions.open(personId)
    signedIn.set(personId, opened.session.id)
    return opened.cookie.split(';')[0] ?? ''
  }
  return {
    url,
    db,
    bus,
    live,
    changes,
    cookie,
    end: (personId) => sessions.end(signedIn.get(personId) ?? ''),
    async as(personId, over = {}) {
      const connection = connect({ url, person: personId, cookie: await cookie(personId), ...over })
      open.push(connection)
      return connection
    },
    holds(personId, held) {
      offices.set(personId, held)
      bus.publish('rights', { personIds: [personId] })
    },
    agree(meetingId) {
      agreed.add(meetingId)
      bus.publish('grant', { documentId: `minutes:${meetingId}` })
    },
    async close() {
      for (const connection of open) connection.close()
      await live.close()
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
      await db.close()
    },
  }
}

function minutesFor(agreed: ReadonlySet<string>, project: LiveDocument['project']): LiveDocument {
  return {
    schema: minutesSchema,
    first: async () => firstMinutes([{ id: 'item-1', title: 'Welcome' }]),
    async enter(viewer: Viewer, id) {
      const held = viewer.offices.find(({ bodyId }) => bodyId === body.id)
      if (!held) throw new Refusal('not-found')
      if (agreed.has(id)) return { readOnly: true, because: 'minutes-agreed' }
      return held.office === 'observer' ? { readOnly: true, because: 'not-permitted' } : { readOnly: false }
    },
    ...(project && { project }),
  }
}

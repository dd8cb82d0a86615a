import { createServer } from 'node:http'
import { firstMinutes, minutesSchema } from '@camau/collab'
import { Refusal } from '@camau/domain'
import type { DocumentId, RecordsRoom } from '@camau/protocol'
import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { redact } from '../../platform/change-feed.js'
import { type Followed, followSureMessages } from '../../platform/follow-sure-messages.js'
import type { Log } from '../../platform/log.js'
import type { Sessions } from '../../platform/session.js'
import { inTransaction } from '../../platform/transaction.js'
import { createViewers } from '../../platform/viewers.js'
import { compact, keepRowsFor } from '../compaction.js'
import { documentLog } from '../document-log.js'
import { createLive, type Live, type LiveDocument, type LiveNeeds } from '../index.js'
import type { LiveLimits } from '../limits.js'
import { recordOf } from '../live-documents.js'
import type { SimulatedBus } from './bus.js'
import { connectionOver } from './collections.js'
import { createCommands } from './commands.js'
import type { Network } from './lines.js'
import type { Rights } from './rights.js'
import type { Store } from './store.js'
import { Process, type World } from './world.js'

export interface Surroundings {
  world: World
  network: Network
  store: Store
  bus: SimulatedBus
  rights: Rights
  limits: Partial<LiveLimits>
  /** How soon a node lets go of what nobody uses, in milliseconds. */
  idle: Pick<LiveNeeds, 'sleepAfter' | 'linger'>
  /** Whether a node asks the database what the bus may have lost. */
  sure: boolean
}

interface Meeting {
  _id: string
  agreed: boolean
}

/** A gateway: the product's own `live/`, in a simulated process. */
export class Node {
  readonly process: Process
  live: Live | null = null
  db: Connection | null = null
  private readonly bus: Bus
  private stopFollowing: (() => void) | undefined
  private seal: (id: DocumentId) => Promise<void> = async () => {}
  private carryOut: (room: RecordsRoom) => Promise<void> = async () => {}

  constructor(
    private readonly around: Surroundings,
    name: string,
    skew: number,
  ) {
    this.process = new Process(around.world, name, skew)
    this.bus = around.bus.for(this.process)
    this.doing('starts', async () => this.start(around.sure ? await this.follow() : undefined))
  }

  /** Something this node does by itself: failing is its own matter. */
  doing(what: string, task: () => void | Promise<void>): void {
    const run = async () => task()
    this.around.world.schedule(this.process, 0, what, () => {
      run().catch((error: unknown) => this.around.world.note(this.process, `${what}: ${String(error)}`))
    })
  }
  agree(id: DocumentId): void {
    this.doing(`agrees ${id}`, () => this.seal(id))
  }
  command(room: RecordsRoom): void {
    this.doing(`changes ${room}`, () => this.carryOut(room))
  }
  /** Something a secretary does with the past of a document. */
  secretary(what: string, task: (db: Connection) => Promise<void>): void {
    this.doing(what, async () => {
      if (this.db) await task(this.db)
    })
  }
  /** `upTo` as a room of the node would know it. */
  compact(id: DocumentId, upTo: () => number): void {
    this.doing(`compacts ${id}`, async () => {
      if (this.db) await compact(documentLog(this.db), id, new Date(), keepRowsFor, upTo())
    })
  }
  /** Nothing of it runs any more. */
  crash(): void {
    this.around.network.close(this.process)
    this.process.die()
  }
  /** As when a newer version is started in its place. */
  stop(): void {
    this.doing('stops', async () => {
      await this.live?.close()
      this.stopFollowing?.()
      this.around.network.close(this.process)
    })
  }

  /** As `server.ts` does where there is Redis. */
  private async follow(): Promise<Followed> {
    const { store, rights } = this.around
    const ask = <T>(answer: () => T) => store.call(this.process, 'what was decided', async () => answer())
    const sure = {
      head: () => ask(() => rights.decided.length),
      after: (number: number) => ask(() => rights.decided.slice(number)),
    }
    const log = quietLog(this.process)
    const needs = { sure: { ...sure, note: async () => null }, changes: { these: async () => [] }, bus: this.bus, log }
    for (;;) {
      const followed = await followSureMessages(needs).catch(() => null) // the database is away
      if (followed) return followed
      await new Promise((done) => setTimeout(done, 1_000))
    }
  }

  private start(followed?: Followed): void {
    const { world, network, store, rights } = this.around
    const { process, bus } = this
    this.stopFollowing = followed?.stop
    const db = connectionOver(store.carryFor(process))
    this.db = db
    const now = () => new Date()
    const read = (personId: string) =>
      store.call(process, 'offices', async () => ({ name: `Member ${personId}`, offices: rights.offices(personId) }))
    const meetings = db.collection<Meeting>('meetings')
    const minutes = theMinutes(async (id) => (await meetings.findOne({ _id: id }))?.agreed === true)
    const commands = createCommands(db, bus, now)
    const http = createServer()
    const live = createLive({
      http,
      db,
      bus,
      sessions: theSessions(process, store, rights),
      viewers: createViewers({ bus, now, read }),
      changes: commands.changes,
      redact,
      documents: { minutes, action: minutes, legacy: minutes, item: minutes },
      isOurOrigin: () => true,
      log: quietLog(process),
      limits: { sockets: 50, ...this.around.limits },
      ...this.around.idle,
      ...(followed && { upToDate: followed.upToDate }),
      now,
    })
    this.live = live
    this.carryOut = commands.carryOut
    this.seal = async (id) => {
      await inTransaction(db, async (session) => {
        await live.documents.seal({ session: session as never, at: now() }, id, () => minutes.first(recordOf(id)))
        const agreed = { $set: { agreed: true } }
        await meetings.updateOne({ _id: recordOf(id) }, agreed, { session, upsert: true })
      })
      bus.publish('grant', { documentId: id })
    }
    const prepared = store.isPrepared ? Promise.resolve() : db.prepare()
    prepared.then(
      () => {
        store.isPrepared = true
        network.listen(process, (end) => http.emit('connection', end))
      },
      () => world.note(process, 'could not prepare'),
    )
  }
}

function theMinutes(isAgreed: (id: string) => Promise<boolean>): LiveDocument {
  return {
    schema: minutesSchema,
    first: async () => firstMinutes([{ id: 'item-1', title: 'Welcome' }]),
    async enter({ offices }, id) {
      if (offices.length === 0) throw new Refusal('not-found')
      if (await isAgreed(id)) return { readOnly: true, because: 'minutes-agreed' }
      return offices[0]?.office === 'observer' ? { readOnly: true, because: 'not-permitted' } : { readOnly: false }
    },
    project: async () => {},
  }
}

/** Signed in by name, until it is ended: `p1.0` is the first session of p1. */
function theSessions(process: Process, store: Store, rights: Rights): Sessions {
  const until = new Date(Date.now() + 12 * 3_600_000)
  const known = new Set<string>()
  return {
    open: async () => Promise.reject(new Error('nobody signs in here')),
    async find(cookie = '') {
      const id = cookie.slice(cookie.indexOf('=') + 1)
      const [personId = ''] = id.split('.')
      if (!known.has(id)) await store.call(process, 'session', async () => {})
      known.add(id)
      return rights.isOver(id) ? null : { id, personId, until }
    },
    end: async () => {},
    active: () => {},
    sweep: async () => {},
  }
}

function quietLog(process: Process): Log {
  const say = (fields: unknown, text?: string) => {
    const error = typeof fields === 'object' && fields !== null && 'err' in fields ? String(fields.err) : ''
    process.world.note(process, `logs: ${text} ${error}`)
    // What a node takes for our own mistake, or for a damaged log, is one.
    if (text?.includes('hole') || (text?.includes('could not be handled') && !/Network|WriteConcern/.test(error)))
      process.world.fault(`${process.name} logs: ${text} ${error}`)
  }
  return { info: () => {}, debug: () => {}, warn: say, error: say } as unknown as Log
}

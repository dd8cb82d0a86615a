import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedMongo } from '@camau/embedded-mongo'
import type { Connection } from 'mongoose'
import { connectMongo } from '../platform/mongo.js'

/** The embedded engine for one test file; or, with MONGODB_URI, whatever database stands there. */
export interface Engine {
  /** A connection to an empty database of its own. */
  database(): Promise<Connection>
  /** A second connection to the database of another: as after a restart, or from another node. */
  again(db: Connection): Promise<Connection>
  /** The embedded engine stands still, as a database under a heavy load may, while the work runs. */
  paused<T>(work: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

export async function anEngine(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'camau-gateway-'))
  const embedded = process.env.MONGODB_URI ? null : await startEmbeddedMongo({ dataDir: folder, log: () => undefined })
  const uri = new URL(process.env.MONGODB_URI ?? embedded?.uri ?? '')
  const open: Connection[] = []
  let made = 0

  async function connect(name: string): Promise<Connection> {
    const at = new URL(uri)
    at.pathname = `/${name}`
    const db = await connectMongo(at.href)
    open.push(db)
    return db
  }

  return {
    database: () => connect(`test-${process.pid}-${Date.now().toString(36)}-${++made}`),
    again: (db) => connect(db.name),
    async paused(work) {
      if (!embedded) throw new Error('only the embedded engine can be paused')
      process.kill(embedded.pid(), 'SIGSTOP')
      try {
        return await work()
      } finally {
        process.kill(embedded.pid(), 'SIGCONT')
      }
    },
    async stop() {
      await Promise.all(open.map((db) => db.close()))
      await embedded?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

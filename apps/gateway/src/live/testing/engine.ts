import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedMongo } from '@camau/embedded-mongo'

export interface TestDatabase {
  uri: string
  /** Kills the engine, which is started again by itself; null for a database that is not ours to kill. */
  kill: (() => void) | null
  stop(): Promise<void>
}

/** A database of its own for one test file: the embedded engine, or a fresh database on MongoDB where `MONGODB_URI` says so. */
export async function aDatabase(): Promise<TestDatabase> {
  const given = process.env.MONGODB_URI
  if (given) {
    const uri = new URL(given)
    uri.pathname = `/camau-test-${process.pid}-${Date.now()}`
    return { uri: uri.toString(), kill: null, stop: async () => {} }
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'camau-live-'))
  const engine = await startEmbeddedMongo({ dataDir, log: () => {} })
  return {
    uri: engine.uri,
    kill: () => void process.kill(engine.pid(), 'SIGKILL'),
    async stop() {
      await engine.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

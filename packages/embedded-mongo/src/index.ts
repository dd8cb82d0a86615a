import { resolve } from 'node:path'
import { type Child, startChild } from './child.js'
import { socketPlace, uriFor } from './socket-path.js'
import { exitCodes } from './start-error.js'

/** What `startEmbeddedMongo` needs. */
export interface EmbeddedMongoOptions {
  /** Where the data are; made if missing. One engine at a time may use it. */
  dataDir: string
  /** Receives what the engine says, line by line. */
  log: (line: string) => void
}

/** A running engine. */
export interface EmbeddedMongo {
  /** What mongoose connects to. It stays the same when the engine is restarted. */
  uri: string
  pid(): number
  stop(): Promise<void>
  /** Called after the engine died and answers again. */
  onRestart(listener: () => void): void
}

const firstPause = 100
const longestPause = 5000
/** Deaths in a row before giving up. */
const mostAttempts = 8
/** A run this long was a success; the next death starts counting anew. */
const goodRun = 30_000
const patience = 5000

/** Starts the engine in a process of its own and keeps it running until `stop`. Rejects with a plain sentence. */
export async function startEmbeddedMongo({ dataDir, log }: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const place = socketPlace(dataDir)
  const args = ['--data', resolve(dataDir), '--socket', place.path]
  const listeners: (() => void)[] = []
  let stopping = false
  let wake = () => {}
  let child = await begin().catch((error: unknown) => {
    place.remove()
    throw error
  })
  const keeping = keepRunning()

  return {
    uri: uriFor(place.path),
    pid: () => child.process.pid ?? -1,
    onRestart: (listener) => listeners.push(listener),
    stop: async () => {
      stopping = true
      wake()
      await end(child)
      await keeping
      place.remove()
    },
  }

  async function begin(): Promise<Child> {
    const started = startChild(args, log)
    await started.ready
    return started
  }

  async function keepRunning(): Promise<void> {
    for (let deaths = 0; ; ) {
      const since = Date.now()
      const code = await child.ended
      if (stopping) return
      deaths = Date.now() - since > goodRun ? 1 : deaths + 1
      if (isFinal(code) || deaths > mostAttempts)
        return log(`The embedded database stays down after it ended with code ${code}.`)
      log(`The embedded database ended (${code ?? 'killed'}); starting it again.`)
      await pause(Math.min(firstPause * 2 ** (deaths - 1), longestPause))
      if (stopping) return
      child = startChild(args, log)
      // When it fails before it answers, `ended` above says so.
      await child.ready.then(announce, () => undefined)
    }
  }

  function announce(): void {
    for (const listener of listeners) listener()
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Reasons that trying again will not cure. */
function isFinal(code: number | null): boolean {
  const final: number[] = Object.values(exitCodes)
  return code !== null && final.includes(code)
}

async function end(child: Child): Promise<void> {
  child.process.kill('SIGTERM')
  const timer = setTimeout(() => child.process.kill('SIGKILL'), patience)
  await child.ended
  clearTimeout(timer)
}

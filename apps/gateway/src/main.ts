import './engine-flags.js'
import 'reflect-metadata'
import { type EmbeddedMongo, startEmbeddedMongo } from '@camau/embedded-mongo'
import type { Connection } from 'mongoose'
import { type Config, Misconfigured, readConfig } from './config.js'
import { inProcessBus } from './platform/bus.js'
import { busKey } from './platform/bus-key.js'
import { createLog, type Log } from './platform/log.js'
import { connectMongo } from './platform/mongo.js'
import { redisBus } from './platform/redis-bus.js'
import { type Server, startServer } from './server.js'
import { whyNotStarted } from './why-not-started.js'

/** Less than a supervisor gives before it kills. */
const patience = 15_000
/** Ctrl-C reaches us from the terminal and, a moment later, once more from npm: one wish, not two. */
const sameWish = 300

/** What has been started so far, in the order in which it was. */
interface Running {
  engine: EmbeddedMongo | null
  db: Connection | null
  server: Server | null
}

async function main(): Promise<void> {
  const running: Running = { engine: null, db: null, server: null }
  let stopping = 0
  const stop = () => {
    if (stopping && Date.now() - stopping > sameWish) process.exit(1) // asked twice: at once
    if (stopping) return
    stopping = Date.now()
    setTimeout(() => process.exit(1), patience).unref()
    void stopAll(running).then(() => process.exit(0))
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    const config = readConfig(process.env)
    const log = createLog(config.logLevel)
    reportFaults(log)
    await start(config, log, running)
    if (!stopping && running.server) process.stdout.write(`Camau is ready at http://localhost:${running.server.port}\n`)
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`)
    await stopAll(running)
    process.exit(1)
  }
}

async function start(config: Config, log: Log, running: Running): Promise<void> {
  if (!config.mongodbUri)
    // At `info`: why it could not start comes as the error itself, and a restart of it is announced below.
    running.engine = await startEmbeddedMongo({ dataDir: config.dataDir, log: (line) => log.info(line) })
  running.engine?.onRestart(() => log.warn('the embedded database died and was started again'))
  running.db = await connectMongo(config.mongodbUri ?? running.engine?.uri ?? '')
  const report = (error: unknown) => log.error({ err: error }, 'a listener of the bus failed')
  const bus = config.redisUrl ? await redisBus(config.redisUrl, await busKey(running.db), log) : inProcessBus(report)
  running.server = await startServer({ config, db: running.db, bus, log, now: () => new Date() })
}

async function stopAll({ server, db, engine }: Running): Promise<void> {
  for (const part of [() => server?.stop(), () => db?.close(), () => engine?.stop()])
    await Promise.resolve(part()).catch((error: unknown) => process.stderr.write(`${sentence(error)}\n`))
}

const sentence = (error: unknown) => (error instanceof Misconfigured ? error.message : whyNotStarted(error))

/** A fault nobody expected leaves the process in a state nobody knows: it is logged, and the process ends for its supervisor to start it again. */
function reportFaults(log: Log): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody noticed'))
  process.on('uncaughtException', (error) => {
    log.error({ err: error }, 'unexpected error')
    process.exit(1)
  })
}

await main()

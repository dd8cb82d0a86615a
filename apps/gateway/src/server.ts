import type { Server as HttpServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Connection } from 'mongoose'
import type { Config } from './config.js'
import type { VersionsFeature } from './features/versions/versions.feature.js'
import { createFeatures } from './features.js'
import { createFoundations } from './foundations.js'
import { createHttp } from './http-server.js'
import { createDocuments, createLive, type Live } from './live/index.js'
import type { Bus } from './platform/bus.js'
import { redact } from './platform/change-feed.js'
import { followSureMessages } from './platform/follow-sure-messages.js'
import { buildGraphql } from './platform/graphql/build.js'
import { addressBehind } from './platform/http/address.js'
import { authRoutes } from './platform/http/auth.js'
import { type GraphqlRoutes, graphqlRoutes } from './platform/http/graphql.js'
import { healthRoutes } from './platform/http/health.js'
import { createOrigins } from './platform/http/origins.js'
import { tryLimit } from './platform/http/sign-in-limit.js'
import { staticApp } from './platform/http/static-app.js'
import type { EntitySources } from './platform/loaders.js'
import type { Log } from './platform/log.js'
import { createMetrics } from './platform/metrics.js'
import { prepareCollections } from './platform/mongo.js'
import { restrictedRecords } from './platform/restrictions.js'
import { allResolvers } from './resolvers.js'
import { demoChoices } from './seed/demo-choices.js'
import { importModel } from './seed/import.model.js'
import { importDemo } from './seed/import-demo.js'
import { importNumbers } from './seed/import-numbers.js'
import { importProgramme } from './seed/import-programme.js'

export interface ServerNeeds {
  config: Config
  db: Connection
  bus: Bus
  log: Log
  now: () => Date
}

export interface Server {
  port: number
  /** Stops taking part, tells everybody, finishes what is under way. */
  stop(): Promise<void>
}

const seedFolder = fileURLToPath(new URL('../seed', import.meta.url))
const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))
const sweepEvery = 5_000
const lookForNightEvery = 600_000
const sweepTextsEvery = 3_600_000
const grace = 3_000
/** Where there are other nodes: how long a balancer has to see that this one is not ready any more, before it hangs up. */
const leaveTaking = 1_000

/** The wiring diagram: builds every store, resolver and channel, by hand, once; imports what is missing; then serves. */
export async function startServer(needs: ServerNeeds): Promise<Server> {
  const { config, db, log, now, bus } = needs
  const foundations = createFoundations(needs)
  const texts = createDocuments(db)
  const features = createFeatures({ ...foundations, texts })
  await prepare(db, config, now)
  if (await features.documentTexts.areNone()) await texts.projectAgain()

  const { sure, changeStore } = foundations
  const followed = sure && (await followSureMessages({ sure, changes: changeStore, bus, log }))
  const metrics = createMetrics()
  const state = { serving: true, port: config.port }
  const origins = createOrigins(config.publicUrl, () => state.port)
  const addressOf = addressBehind(config.trustedProxies)
  const graphql = await graphqlRoutes({
    ...foundations,
    addressOf,
    schema: await buildGraphql(allResolvers(foundations, features, config)),
    sources: Object.assign({}, ...features.features.map(({ sources }) => sources)) satisfies EntitySources,
    origins,
    limit: tryLimit(config.limits.requests * 10, 10),
    log,
    metrics,
    production: config.production,
  })
  const http = createHttp({
    secure: config.publicUrl?.protocol === 'https:',
    log,
    health: healthRoutes({
      serving: () => state.serving,
      ping: () => ping(db),
      registry: metrics.registry,
      metricsToken: config.metricsToken,
    }),
    auth: authRoutes({
      ...foundations,
      addressOf,
      origins,
      limit: tryLimit(config.limits.signIns, 60),
      demoPeople: config.demo ? () => demoChoices(foundations) : null,
    }),
    graphql: graphql.router,
    app: staticApp(webFolder),
  })
  state.port = await listen(http, config) // before the channel, which starts work of its own: a port in use leaves nothing to undo
  const live = createLive({
    ...foundations,
    http,
    redact,
    documents: features.documents,
    isOurOrigin: origins.allows,
    addressOf,
    isRestricted: restrictedRecords(db, bus, now),
    ...(followed && { upToDate: followed.upToDate }),
    limits: config.limits,
    log,
  })
  metrics.live(live.counts)
  const sweeping = setInterval(() => {
    foundations.sessions.sweep().catch((error: unknown) => log.warn({ err: error }, 'sessions were not swept'))
    for (const { byTheClock } of features.features)
      byTheClock?.().catch((error: unknown) => log.warn({ err: error }, 'what is due by now was not done'))
  }, sweepEvery)
  const nights = everyNight(features.versions, log)
  return {
    port: state.port,
    async stop() {
      state.serving = false
      if (config.redisUrl) await pause(leaveTaking)
      clearInterval(sweeping)
      nights.stop()
      await features.versions.settle()
      await stopServing(http, live, graphql)
      followed?.stop()
      await Promise.all(features.features.map((feature) => feature.stop?.()))
      await bus.close()
    },
  }
}

/** Looks now and then whether there is a night whose versions are not kept yet; every node does, and one is first. Sweeps, too. */
function everyNight(versions: VersionsFeature, log: Log): { stop(): void } {
  const stopping = new AbortController()
  const keep = () =>
    versions
      .keepNightly(stopping.signal)
      .catch((error: unknown) => log.warn({ err: error }, 'versions of the night were not kept'))
  const sweep = () =>
    versions.sweep().catch((error: unknown) => log.warn({ err: error }, 'leftovers of snapshots were not swept'))
  const timers = [setInterval(() => void keep(), lookForNightEvery), setInterval(() => void sweep(), sweepTextsEvery)]
  return {
    stop() {
      stopping.abort()
      for (const timer of timers) clearInterval(timer)
    },
  }
}

/** Collections and indexes first: inside a transaction it would be too late for them. */
async function prepare(db: Connection, { demo }: Config, now: () => Date): Promise<void> {
  importModel(db)
  await prepareCollections(db)
  await importProgramme(db, seedFolder, now)
  await importNumbers(db, seedFolder, now)
  if (demo) await importDemo(db, seedFolder, now)
}

async function ping(db: Connection): Promise<void> {
  await db.db?.admin().ping()
}

function listen(http: HttpServer, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      const address = http.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Requests under way are answered; whoever takes longer than the grace is cut off. */
async function stopServing(http: HttpServer, live: Live, graphql: GraphqlRoutes): Promise<void> {
  await live.close()
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeIdleConnections()
  const cut = setTimeout(() => http.closeAllConnections(), grace)
  await closed
  clearTimeout(cut)
  await graphql.stop()
}

import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql'
import { type Context, nobody } from '../context.js'
import { limitedExecution } from '../graphql/executor.js'
import { limitQuery, queryLimits } from '../graphql/query-limits.js'
import { refusedCommands } from '../graphql/refused-commands.js'
import { createLoaders, type EntitySources } from '../loaders.js'
import type { Log } from '../log.js'
import type { Metrics } from '../metrics.js'
import { inTime, queryPatience } from '../patience.js'
import { formatError } from '../refusals.js'
import type { SecurityLog } from '../security-log.js'
import type { Sessions, Viewers } from '../session.js'
import type { AddressOf } from './address.js'
import type { Origins } from './origins.js'
import { refuse } from './refuse.js'
import { samePerson } from './same-person.js'
import type { TryLimit } from './sign-in-limit.js'

export interface GraphqlNeeds {
  schema: GraphQLSchema
  sources: EntitySources
  sessions: Sessions
  viewers: Viewers
  origins: Origins
  limit: TryLimit
  addressOf: AddressOf
  security: SecurityLog
  log: Log
  metrics: Metrics
  production: boolean
}

export interface GraphqlRoutes {
  router: Router
  /** Resolves when the operations under way are answered. */
  stop(): Promise<void>
}

/** `/graphql`: POST with JSON only, one operation at a time, bounded in size, depth and aliases. */
export async function graphqlRoutes(needs: GraphqlNeeds): Promise<GraphqlRoutes> {
  const apollo = new ApolloServer<Context>({
    gateway: limitedExecution(needs.schema),
    introspection: !needs.production,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: queryLimits.tokens },
    validationRules: [limitQuery, ...(needs.production ? [NoSchemaIntrospectionCustomRule] : [])],
    formatError: formatError(needs.log),
    logger: needs.log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // Answers are for one person and never kept; working out for how long costs a third of a long log.
      ApolloServerPluginCacheControlDisabled(),
      samePerson(),
      refusedCommands(needs.security, needs.log),
      measured(needs.metrics),
    ],
  })
  await apollo.start()
  const router = Router()
  router.all('/', onlyPost, fromOwnPages(needs.origins), express.json({ limit: '256kb' }), bodyFaults, paced(needs))
  router.post('/', expressMiddleware(apollo, { context: async ({ res }) => res.locals.context }))
  return { router, stop: () => apollo.stop() }
}

async function contextOf(
  { sessions, viewers, sources }: GraphqlNeeds,
  cookie: string | undefined,
  since: number,
): Promise<Context> {
  const session = await sessions.find(cookie)
  const viewer = session ? await viewers.of(session.personId) : nobody
  if (session) sessions.active(session.id)
  return { viewer, session, since, load: createLoaders(sources, viewer) }
}

const onlyPost: RequestHandler = (request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  if (request.method === 'POST') return next()
  response.setHeader('Allow', 'POST')
  refuse(response, 405, 'malformed')
}

/** A page of another site must not use our cookie, even where the browser would let it. */
function fromOwnPages(origins: Origins): RequestHandler {
  return (request, response, next) => {
    if (!origins.allows(request.headers.origin)) return refuse(response, 403, 'not-permitted')
    if (!request.is('application/json')) return refuse(response, 415, 'malformed')
    next()
  }
}

const bodyFaults: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  if (status === 413) return refuse(response, 413, 'too-large')
  if (status >= 400 && status < 500) return refuse(response, 400, 'malformed')
  next(error)
}

/** Counted per person once they are known: cookies cost a flooder nothing, and many people may share an address. */
function paced(needs: GraphqlNeeds): RequestHandler {
  return async (request, response, next) => {
    const since = performance.now()
    const context = await inTime(contextOf(needs, request.headers.cookie, since), since + queryPatience)
    const wait = await needs.limit(context.session ? context.viewer.personId : `address ${needs.addressOf(request)}`)
    if (wait === null) {
      response.locals.context = context
      return next()
    }
    response.setHeader('Retry-After', String(wait))
    refuse(response, 429, 'too-fast', { retryAfter: wait })
  }
}

function measured(metrics: Metrics): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const start = performance.now()
      return {
        async willSendResponse({ operation, response }) {
          metrics.answered(operation?.operation ?? 'none', (performance.now() - start) / 1000)
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : []
          for (const { extensions } of errors) metrics.refused(String(extensions?.code))
        },
      }
    },
  }
}

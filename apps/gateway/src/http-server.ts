import { createServer, type Server as HttpServer } from 'node:http'
import express, { type ErrorRequestHandler, type Router } from 'express'
import { refuse } from './platform/http/refuse.js'
import { permissionsPolicy, securityHeaders } from './platform/http/security-headers.js'
import type { Log } from './platform/log.js'
import { refusalOf } from './platform/refusals.js'

export interface HttpParts {
  secure: boolean
  log: Log
  health: Router
  auth: Router
  graphql: Router
  app: Router
}

/** Everything spoken over plain HTTP, in the order in which it is tried. */
export function createHttp({ secure, log, health, auth, graphql, app: pages }: HttpParts): HttpServer {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', false)
  app.use(securityHeaders(secure), permissionsPolicy)
  app.use(health)
  app.use('/auth', auth)
  app.use('/graphql', graphql)
  app.use(pages)
  app.use((_request, response) => refuse(response, 404, 'not-found'))
  app.use(faults(log))
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 }, app)
  // Socket.IO serves `/live`; nothing else here speaks another protocol.
  server.on('upgrade', (request, socket) => {
    if (!request.url?.startsWith('/live')) socket.destroy()
  })
  return server
}

/** What the sender got wrong is said; anything else is ours: logged in full, shown with a reference. */
function faults(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
    if (status === 404) return refuse(response, 404, 'not-found')
    if (status === 413) return refuse(response, 413, 'too-large')
    if (status >= 400 && status < 500) return refuse(response, 400, 'malformed')
    const { code, details } = refusalOf(error, log)
    refuse(response, code === 'internal' ? 500 : 503, code, details)
  }
}

import type { LocalText } from '@camau/domain'
import express, { type Request, type Response, Router } from 'express'
import type { SecurityLog } from '../security-log.js'
import type { Sessions } from '../session.js'
import type { SessionCookie } from '../session-cookie.js'
import type { AddressOf } from './address.js'
import type { Origins } from './origins.js'
import { refuse } from './refuse.js'
import { type TryLimit } from './sign-in-limit.js'

/** Somebody who can be signed in as in the demo. */
export interface DemoChoice {
  key: string
  name: string
  personId: string
  offices: { office: string; bodyId: string; title: LocalText }[]
}

export interface AuthNeeds {
  sessions: Sessions
  cookie: SessionCookie
  origins: Origins
  limit: TryLimit
  addressOf: AddressOf
  security: SecurityLog
  /** null outside the demo. */
  demoPeople: (() => Promise<DemoChoice[]>) | null
}

/** Signing in and out. A new session is opened each time; the one before ends with it. */
export function authRoutes({ sessions, cookie, origins, limit, addressOf, security, demoPeople }: AuthNeeds): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.use(express.json({ limit: '4kb' }))
  router.post('/{*path}', (request, response, next) => {
    if (origins.allows(request.headers.origin) && request.is('application/json')) return next()
    refuse(response, 403, 'not-permitted')
  })

  router.get('/demo', async (_request, response) => {
    if (!demoPeople) return refuse(response, 404, 'not-found')
    response.json((await demoPeople()).map(({ key, name, offices }) => ({ key, name, offices })))
  })

  router.post('/demo', async (request, response) => {
    if (!demoPeople) return refuse(response, 404, 'not-found')
    const wait = await limit(addressOf(request))
    if (wait !== null) return tooFast(response, wait)
    const wanted: unknown = request.body?.key
    const person = (await demoPeople()).find(({ key }) => key === wanted)
    if (!person) {
      await security.note({ event: 'sign-in-refused', code: 'not-found' })
      return refuse(response, 404, 'not-found')
    }
    await endPresent(request)
    await security.note({ event: 'signed-in', personId: person.personId })
    const { cookie: set } = await sessions.open(person.personId)
    response.setHeader('Set-Cookie', set)
    response.json({ key: person.key, name: person.name, personId: person.personId })
  })

  router.post('/sign-out', async (request, response) => {
    await endPresent(request)
    response.setHeader('Set-Cookie', cookie.clear())
    response.status(204).end()
  })

  async function endPresent(request: Request): Promise<void> {
    const present = await sessions.find(request.headers.cookie)
    if (!present) return
    await sessions.end(present.id)
    await security.note({ event: 'signed-out', personId: present.personId })
  }
  return router
}

function tooFast(response: Response, wait: number): void {
  response.setHeader('Retry-After', String(wait))
  refuse(response, 429, 'too-fast', { retryAfter: wait })
}

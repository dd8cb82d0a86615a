import { timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import type { Registry } from 'prom-client'

export interface HealthNeeds {
  /** Whether the node takes part: false from the moment it is told to stop. */
  serving: () => boolean
  /** Resolves when the database answers. */
  ping: () => Promise<unknown>
  registry: Registry
  metricsToken: string | null
}

const patience = 2_000

/** `/healthz` speaks for the process, `/readyz` for the database too, `/metrics` to this machine or whoever has the token. */
export function healthRoutes({ serving, ping, registry, metricsToken }: HealthNeeds): Router {
  const router = Router()
  router.use(['/healthz', '/readyz', '/metrics'], (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })
  router.get('/readyz', async (_request, response) => {
    const ok = serving() && (await answers(ping))
    response.status(ok ? 200 : 503).json({ ok })
  })
  router.get('/metrics', async (request, response) => {
    if (!mayRead(request, metricsToken)) return void response.status(404).end()
    response.setHeader('Content-Type', registry.contentType)
    response.send(await registry.metrics())
  })
  return router
}

async function answers(ping: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  const asked = ping().then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

/** Behind a proxy every request comes from this machine: then the token decides. */
function mayRead(request: Request, token: string | null): boolean {
  if (token !== null) return sameText(request.headers.authorization ?? '', `Bearer ${token}`)
  const address = request.socket.remoteAddress ?? ''
  return !request.headers['x-forwarded-for'] && (address === '::1' || /^(::ffff:)?127\./.test(address))
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

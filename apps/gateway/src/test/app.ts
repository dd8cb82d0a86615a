import type { Connection } from 'mongoose'
import { v7 } from 'uuid'
import { z } from 'zod'
import { readConfig } from '../config.js'
import { type Bus, inProcessBus } from '../platform/bus.js'
import { createLog } from '../platform/log.js'
import { startServer } from '../server.js'

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
})

export interface Answer {
  status: number
  data: Record<string, unknown>
  /** Code of the first refusal; null when there was none. */
  refused: string | null
}

/** Somebody with a browser, so to speak. */
export interface Visitor {
  cookie: string
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>
}

export interface App {
  url: string
  bus: Bus
  signIn(key: string): Promise<Visitor>
  nobody: Visitor
  stop(): Promise<void>
}

/** The whole gateway on a free port, seeded, in demo mode. */
export async function anApp(db: Connection, now: () => Date = () => new Date()): Promise<App> {
  const config = readConfig({ PORT: '0', DEMO: 'on', CAMAU_LIMIT_SIGN_INS: '1000' })
  const bus = inProcessBus()
  const server = await startServer({ config, db, bus, log: createLog('silent'), now })
  const url = `http://localhost:${server.port}`
  return {
    url,
    bus,
    nobody: visitor(url, ''),
    async signIn(key) {
      const response = await post(`${url}/auth/demo`, '', { key })
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
      if (!cookie) throw new Error(`nobody signs in as ${key}: ${response.status}`)
      return visitor(url, cookie)
    },
    stop: server.stop,
  }
}

export const aMutationId = (): string => v7()

function visitor(url: string, cookie: string): Visitor {
  return {
    cookie,
    async ask(query, variables = {}) {
      const response = await post(`${url}/graphql`, cookie, { query, variables })
      const { data, errors } = answer.parse(await response.json())
      return { status: response.status, data: data ?? {}, refused: errors?.[0]?.extensions.code ?? null }
    },
  }
}

export function post(
  url: string,
  cookie: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify(body),
  })
}

import 'reflect-metadata'
import { readFileSync } from 'node:fs'
import { type RefusalCode, refusalCodes } from '@camau/domain'
import type { Connection } from 'mongoose'
import { v7 } from 'uuid'
import { vi } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../config.js'
import { aDatabase } from '../live/testing/engine.js'
import { type Bus, inProcessBus } from '../platform/bus.js'
import { createLog } from '../platform/log.js'
import { connectMongo } from '../platform/mongo.js'
import { startServer } from '../server.js'

/** The whole gateway on a database of its own, seeded with the programme and the demo people. */
export interface RunningProgramme {
  origin: string
  /** Signs a demo person in. Without a key: somebody who is not signed in. */
  as(key?: string): Promise<Caller>
  db: Connection
  /** Another node on the same database and on a bus of its own: what it knows of this one it has from the database. */
  beside(): Promise<Pick<RunningProgramme, 'origin' | 'as'>>
  stop(): Promise<void>
}

export interface Refused {
  code: RefusalCode
  details: Record<string, unknown>
}

/** Somebody at the API: every answer is what GraphQL really gave. */
export interface Caller {
  /** For the live channel. */
  cookie: string
  /** The data; throws when there is an error. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  ask(query: string, variables?: object): Promise<any>
  /** One command; a `mutationId` is made unless given. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  tell(command: string, input: object, fields?: string): Promise<any>
  /** The refusal of a command; throws when it was carried out. */
  refused(command: string, input: object): Promise<Refused>
}

const values = z.record(z.string(), z.unknown())
const shape = z.object({
  data: values.nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.enum(refusalCodes), details: values }) }))
    .optional(),
})

// A whole gateway per file on a machine that does other things too: what is slow is not wrong.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 120_000 })

/** `busOf` makes the bus of each node; without it there is one node, and what stands beside it hears nothing. */
export async function runningProgramme(
  now: () => Date = () => new Date(),
  busOf?: (db: Connection) => Promise<Bus>,
): Promise<RunningProgramme> {
  const database = await aDatabase()
  const db = await connectMongo(database.uri)
  const config = {
    ...readConfig({
      LOG_LEVEL: 'error',
      CAMAU_LIMIT_SIGN_INS: '10000',
      CAMAU_LIMIT_REQUESTS: '100000',
      CAMAU_LIMIT_SOCKETS: '1000',
      CAMAU_LIMIT_PUSHES: '10000',
      ...(busOf && { REDIS_URL: 'redis://of-the-test' }),
    }),
  }
  const log = createLog('error')
  const start = async (on: Connection) =>
    startServer({ config: { ...config, port: 0 }, db: on, bus: (await busOf?.(on)) ?? inProcessBus(), log, now })
  const nodes = [{ server: await start(db), db }]
  const origin = `http://localhost:${nodes[0]?.server.port}`
  return {
    origin,
    db,
    as: (key) => visitor(origin, key),
    async beside() {
      const own = await connectMongo(database.uri)
      const server = await start(own)
      nodes.push({ server, db: own })
      const there = `http://localhost:${server.port}`
      return { origin: there, as: (key) => visitor(there, key) }
    },
    async stop() {
      for (const { server } of nodes) await server.stop()
      for (const { db } of nodes) await db.close()
      await database.stop()
    },
  }
}

const visitor = async (origin: string, key?: string) => caller(origin, key ? await signIn(origin, key) : '')

async function signIn(origin: string, key: string): Promise<string> {
  const response = await post(`${origin}/auth/demo`, origin, '', { key })
  if (!response.ok) throw new Error(`${key} could not sign in: ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

const post = (url: string, origin: string, cookie: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify(body),
  })

function caller(origin: string, cookie: string): Caller {
  async function graphql(query: string, variables: object): Promise<z.output<typeof shape>> {
    const response = await post(`${origin}/graphql`, origin, cookie, { query, variables })
    return shape.parse(await response.json())
  }
  const send = (command: string, input: object, fields: string) =>
    graphql(`mutation Tell($input: ${inputTypes.get(command)}) { ${command}(input: $input) { ${fields} } }`, {
      input: { mutationId: v7(), ...input },
    })
  return {
    cookie,
    async ask(query, variables = {}) {
      const { data, errors } = await graphql(query, variables)
      if (errors || !data) throw new Error(JSON.stringify(errors))
      return data
    },
    async tell(command, input, fields = 'id version') {
      const { data, errors } = await send(command, input, fields)
      if (errors || !data) throw new Error(`${command}: ${JSON.stringify(errors)}`)
      return data[command]
    },
    async refused(command, input) {
      const { data, errors } = await send(command, input, '__typename')
      const [error] = errors ?? []
      if (!error) throw new Error(`${command} was carried out: ${JSON.stringify(data)}`)
      return error.extensions
    },
  }
}

/** What each command takes, as the schema says. */
const inputTypes = new Map(
  [
    ...readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8').matchAll(/^ {2}(\w+)\(input: (\w+!)\)/gm),
  ].map(([, command, type]) => [command, type]),
)

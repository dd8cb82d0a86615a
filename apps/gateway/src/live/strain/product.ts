import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 } from 'uuid'
import { z } from 'zod'

const built = (path: string) => fileURLToPath(new URL(`../../../dist/${path}`, import.meta.url))

const memory = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() })
const counts = z.record(z.string(), z.number())
const left = z.object({ resources: counts, kinds: counts })

/** What the gateway holds, after its garbage was collected, in bytes. */
export type Memory = z.output<typeof memory>
export type Left = z.output<typeof left>

/** The product as `npm start` serves it, in a process of its own, with its engine and a data folder of its own. */
export interface Product {
  url: string
  memory(): Promise<Memory>
  /** What keeps the event loop awake, and how many objects of each class there are. */
  left(): Promise<Left>
  /** Milliseconds it ran so far, all threads together, and milliseconds its main thread could have run but waited for a core. */
  processor(): { ran: number; waited: number }
  output(): string
  stop(): Promise<void>
}

export async function startProduct(env: Readonly<Record<string, string>>): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'camau-strain-'))
  const child = spawn(process.execPath, ['--import', built('live/strain/look.js'), built('main.js')], {
    env: { ...process.env, PORT: '0', DEMO: 'on', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let text = ''
  const url = await new Promise<string>((ready, failed) => {
    const hear = (chunk: Buffer): void => {
      text = (text + chunk).slice(-20_000)
      const found = /Camau is ready at (\S+)/.exec(text)?.[1]
      if (found) ready(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => failed(new Error(`the gateway ended with ${code}:\n${text}`)))
  })
  return {
    url,
    memory: async () => memory.parse(await asked(child, 'memory')),
    left: async () => left.parse(await asked(child, 'left')),
    processor: () => processorOf(child.pid ?? 0),
    output: () => text,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function processorOf(pid: number): { ran: number; waited: number } {
  const times = (thread: string) =>
    readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')
      .split(' ')
      .map((nanoseconds) => Number(nanoseconds) / 1e6)
  const ran = readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + (times(thread)[0] ?? 0), 0)
  return { ran, waited: times(String(pid))[1] ?? 0 }
}

async function asked(child: ChildProcess, question: string): Promise<unknown> {
  const answered = once(child, 'message')
  child.send(question)
  const [answer] = await answered
  return answer
}

/** The Cookie header of somebody of the demo, signed in. */
export async function signIn(url: string, key: string): Promise<string> {
  const response = await post(`${url}/auth/demo`, { key })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`${key} could not sign in: ${response.status}`)
  return cookie
}

const answer = z.object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(z.unknown()).optional() })

export async function graphql(
  url: string,
  cookie: string,
  query: string,
  variables: object = {},
): Promise<Record<string, unknown>> {
  const response = await post(`${url}/graphql`, { query, variables }, { cookie })
  const { data, errors } = answer.parse(await response.json())
  if (errors || !data) throw new Error(JSON.stringify(errors))
  return data
}

const planned = z.object({ createMeeting: z.object({ id: z.string() }) })

/** The minutes of a meeting that is planned for it. */
export async function newMinutes(url: string, cookie: string, bodyId = 'body-mag'): Promise<`minutes:${string}`> {
  const query = 'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { id } }'
  const [startsAt, endsAt] = [Date.now(), Date.now() + 3_600_000].map((time) => new Date(time).toISOString())
  const input = { id: v7(), mutationId: v7(), bodyId, startsAt, endsAt }
  const { createMeeting } = planned.parse(await graphql(url, cookie, query, { input }))
  return `minutes:${createMeeting.id}`
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

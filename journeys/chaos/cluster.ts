import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ended, freePort, launch } from '../product.js'
import { aBalancer } from './balancer.js'

const engineProgram = fileURLToPath(new URL('../../packages/embedded-mongo/bin/camau-mongo.mjs', import.meta.url))

/** A process that is killed, paused and started again. */
export interface Part {
  name: string
  signal(signal: NodeJS.Signals): void
  kill(signal?: NodeJS.Signals): Promise<number | null>
  start(): Promise<void>
  /** What it has said since it was started. */
  output(): string
}

interface Launched {
  child: ChildProcess
  output(): string
}

const last = 4_000

export interface Node extends Part {
  /** Past the balancer. */
  url: string
}

/** Gateways as `npm start` runs them, each a process of its own, over one engine and one Redis, behind one address. */
export interface Cluster {
  url: string
  mongodbUri: string
  nodes: readonly Node[]
  engine: Part
  redis: Part
  /** What ended though nobody struck it, and the last it said. */
  fell: readonly string[]
  /** What each of them said last. */
  lastWords(): string
  /** Ends all; the data stays for whoever wants to know what went wrong. Gives where it is, if it is kept. */
  end(isKept?: boolean): Promise<string | null>
}

export async function startCluster(size: number): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'camau-chaos-'))
  const [enginePort, redisPort, port] = [await freePort(), await freePort(), await freePort()]
  const fell: string[] = []
  const engineOptions = ['--data', join(folder, 'data'), '--port', String(enginePort)]
  const engine = part('the engine', fell, () =>
    program(process.execPath, [engineProgram, ...engineOptions], /mongodb:\S+/),
  )
  const redisOptions = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  const redis = part('Redis', fell, () => program('redis-server', redisOptions, /Ready to accept connections/))
  await engine.start()
  const [mongodbUri = ''] = /mongodb:\S+/.exec(engine.output()) ?? []
  await redis.start()
  const env = {
    MONGODB_URI: mongodbUri,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    PUBLIC_URL: `http://localhost:${port}`,
    CAMAU_LIMIT_REQUESTS: '100000',
    CAMAU_LIMIT_SIGN_INS: '100000',
    CAMAU_LIMIT_SOCKETS: '1000',
    CAMAU_LIMIT_SOCKETS_PER_ADDRESS: '5000',
    CAMAU_LIMIT_PUSHES: '10000',
  }
  const aNode = async (number: number): Promise<Node> => {
    const port = await freePort()
    const node = part(`node ${number}`, fell, () => launch(port, folder, env))
    await node.start()
    return { ...node, url: `http://localhost:${port}` }
  }
  const first = await aNode(1) // it brings the programme in
  const nodes = [first, ...(await Promise.all(Array.from({ length: size - 1 }, (_, i) => aNode(i + 2))))]
  const balancer = await aBalancer(
    port,
    nodes.map(({ url }) => url),
  )
  const { url } = balancer
  const all = [...nodes, engine, redis]
  return {
    url,
    mongodbUri,
    nodes,
    engine,
    redis,
    fell,
    lastWords: () => all.map(({ name, output }) => `${name}: ${output().slice(-last)}`).join('\n'),
    async end(isKept = false) {
      await balancer.close()
      await Promise.all(all.map(({ kill }) => kill('SIGKILL')))
      if (!isKept) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      return isKept ? folder : null
    },
  }
}

function part(name: string, fell: string[], launched: () => Promise<Launched>) {
  let now: Launched | null = null
  let isStruck = false
  process.once('exit', () => now?.child.kill('SIGKILL')) // a run that is broken off leaves nothing behind
  const start = async (): Promise<void> => {
    const { child, output } = await launched()
    isStruck = false
    now = { child, output }
    child.once('exit', (code, signal) => {
      if (!isStruck) fell.push(`${name} ended by itself with ${signal ?? code}:\n${output().slice(-last)}`)
    })
  }
  return {
    name,
    start,
    output: () => now?.output() ?? '',
    signal: (signal: NodeJS.Signals) => void now?.child.kill(signal),
    async kill(signal: NodeJS.Signals = 'SIGKILL') {
      isStruck = true
      return now && ended(now.child, signal)
    },
  }
}

/** Starts a program and waits until it has said something. */
async function program(command: string, args: string[], until: RegExp): Promise<Launched> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk
      if (until.test(text)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code, signal) => reject(new Error(`${command} ended with ${signal ?? code}:\n${text}`)))
  })
  return { child, output: () => text }
}

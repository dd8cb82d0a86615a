import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
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
}

export interface Node extends Part {
  /** Past the balancer. */
  url: string
  output(): string
}

/** Gateways as `npm start` runs them, each a process of its own, over one engine and one Redis, behind one address. */
export interface Cluster {
  url: string
  mongodbUri: string
  nodes: readonly Node[]
  engine: Part
  redis: Part
  end(): Promise<void>
}

export async function startCluster(size: number): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'camau-chaos-'))
  const [enginePort, redisPort, port] = [await freePort(), await freePort(), await freePort()]
  const engine = part('the engine', () =>
    program(
      process.execPath,
      [engineProgram, '--data', join(folder, 'data'), '--port', String(enginePort)],
      'mongodb:',
    ),
  )
  const redisOptions = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  const redis = part('Redis', () => program('redis-server', redisOptions, 'Ready to accept connections'))
  const [mongodbUri = ''] = /mongodb:\S+/.exec(await engine.begin()) ?? []
  await redis.begin()
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
  const nodes: (Node & { begin(): Promise<string> })[] = []
  nodes.push(await aNode('node 1', folder, env)) // it brings the programme in
  nodes.push(...(await Promise.all(Array.from({ length: size - 1 }, (_, i) => aNode(`node ${i + 2}`, folder, env)))))
  const balancer = await aBalancer(
    port,
    nodes.map(({ url }) => url),
  )
  const { url } = balancer
  return {
    url,
    mongodbUri,
    nodes,
    engine,
    redis,
    async end() {
      await balancer.close()
      await Promise.all([...nodes, engine, redis].map(({ kill }) => kill('SIGKILL')))
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function aNode(name: string, dataDir: string, env: Record<string, string>) {
  const port = await freePort()
  let said = () => ''
  const node = part(name, async () => {
    const { child, output } = await launch(port, dataDir, env)
    said = output
    return { child, output: output() }
  })
  await node.begin()
  return { ...node, url: `http://localhost:${port}`, output: () => said() }
}

function part(name: string, launched: () => Promise<{ child: ChildProcess; output: string }>) {
  let child: ChildProcess | null = null
  process.once('exit', () => child?.kill('SIGKILL')) // a run that is broken off leaves nothing behind
  const begin = async (): Promise<string> => {
    const started = await launched()
    child = started.child
    return started.output
  }
  return {
    name,
    begin,
    start: async () => void (await begin()),
    signal: (signal: NodeJS.Signals) => void child?.kill(signal),
    kill: async (signal: NodeJS.Signals = 'SIGKILL') => (child ? ended(child, signal) : null),
  }
}

/** Starts a program and waits until it has said something. */
async function program(command: string, args: string[], until: string) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stderr.resume()
  const gone = once(child, 'exit').then(() => Promise.reject(new Error(`${command} ended early:\n${output}`)))
  const ready = new Promise<void>((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (output.includes(until)) return
      output += chunk
      if (output.includes(until)) done()
    })
  })
  await Promise.race([ready, gone])
  gone.catch(() => {})
  return { child, output }
}

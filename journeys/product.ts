import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../apps/gateway/dist/main.js', import.meta.url))

/** The product as `npm start` runs it, on a free port and a data folder of its own. */
export interface Product {
  url: string
  dataDir: string
  /** The gateway's process; the engine is its child. */
  process: ChildProcess
  output(): string
  /** Ends it at once, as a power cut would end a process, and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<number | null>
  /** Ends it, lets a program work on its data folder, and starts it again. */
  between(work: (dataDir: string) => Promise<void>): Promise<void>
  /** Starts it again on the same port and data. */
  restart(): Promise<void>
  enginePid(): number
  /** Ends it and takes its data away. */
  end(): Promise<void>
}

export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'camau-journey-'))
  const started = await launch(port, dataDir, env)
  const product: Product = {
    url: `http://localhost:${port}`,
    dataDir,
    process: started.child,
    output: started.output,
    kill: (signal = 'SIGKILL') => ended(product.process, signal),
    async between(work) {
      await ended(product.process, 'SIGTERM')
      await work(dataDir)
      await product.restart()
    },
    async restart() {
      const again = await launch(port, dataDir, env)
      product.process = again.child
      product.output = again.output
    },
    enginePid: () => engineOf(product.process.pid ?? 0),
    async end() {
      await ended(product.process, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return product
}

/** A gateway that has not said so by then does not come, however slow the machine. */
const readyWithin = 90_000

/** Starts a gateway and waits until it says where it is. */
export async function launch(port: number, dataDir: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  await new Promise<void>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`the gateway ${what}:\n${text}`))
    const late = setTimeout(() => {
      fail(`was not ready after ${readyWithin / 1_000} s`)
      child.kill('SIGKILL')
    }, readyWithin)
    const hear = (chunk: Buffer) => {
      text += chunk
      if (!text.includes('Camau is ready at')) return
      clearTimeout(late)
      resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code, signal) => {
      clearTimeout(late)
      fail(`ended with ${signal ?? code} before it was ready`)
    })
  })
  return { child, output: () => text }
}

/** Ends a process and waits until it is gone. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

/** The one child of the gateway: the embedded engine. */
function engineOf(pid: number): number {
  const children = childrenOf(pid)
  const [engine] = children
  if (children.length !== 1 || engine === undefined)
    throw new Error(`expected one child of the gateway, found ${children.length}`)
  return engine
}

/** The processes that a process started, from any of its threads. */
export function childrenOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(/\s+/).filter(Boolean).map(Number),
  )
}

// Below those that the system gives to outgoing connections: whatever is started again on its port must find it free.
const [firstPort, ports] = [20_000, 12_000]

export async function freePort(): Promise<number> {
  for (;;) {
    const port = firstPort + Math.floor(Math.random() * ports)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer()
    server.once('error', () => answer(false))
    server.listen(port, () => server.close(() => answer(true)))
  })
}

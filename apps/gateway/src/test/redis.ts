import { type ChildProcess, spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** A Redis of the test's own. */
export interface Redis {
  url: string
  process(): ChildProcess
  /** On the port it had. */
  startAgain(): Promise<void>
  kill(): void
}

export async function aRedis(): Promise<Redis> {
  const port = await aFreePort()
  let child = await start(port)
  return {
    url: `redis://127.0.0.1:${port}`,
    process: () => child,
    async startAgain() {
      child = await start(port)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

async function start(port: number): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()]
  const child = spawn('redis-server', options, { stdio: 'ignore' })
  const until = Date.now() + 10_000
  while (!(await isOpen(port))) {
    if (Date.now() > until) throw new Error('redis-server does not answer')
    await pause(20)
  }
  return child
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      answer(true)
    }).on('error', () => answer(false))
  })
}

export function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

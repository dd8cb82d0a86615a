// Processes on a core of their own, and what the kernel says they used.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'

const running = new Set()
process.on('exit', () => {
  for (const child of running) killAll(child, 'SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

/** Starts a program on one core, as the leader of its own process group: a kill is sudden for all that it started. */
export function onCore(core, args, options = {}) {
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc']
  const child = spawn('taskset', ['-c', String(core), ...args], { stdio, detached: true, ...options })
  running.add(child)
  child.on('exit', () => running.delete(child))
  return child
}

/** The next message of a process, or an error if it ends first. */
export function nextMessage(child) {
  return new Promise((resolve, reject) => {
    const ended = (code, signal) => reject(new Error(`a process ended early (${code ?? signal})`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}

export function ended(child, signal) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', resolve)
    killAll(child, signal)
  })
}

/** Of a process and all it started: milliseconds on a core, milliseconds spent waiting for one, megabytes in memory. */
export function usage(pid) {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0
  const total = { cpu: 0, waited: 0, memory: Number(resident) / 1024 }
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [ran, waited] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
    total.cpu += Number(ran) / 1e6
    total.waited += Number(waited) / 1e6
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean)
    for (const child of children) {
      const part = usage(child)
      for (const key of Object.keys(total)) total[key] += part[key]
    }
  }
  return total
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function killAll(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal) // not yet a leader
  }
}

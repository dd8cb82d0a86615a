import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { entryPoint } from './entry-point.js'

/** One run of the engine's process. */
export interface Child {
  readonly process: ChildProcess
  /** Resolves when it answers; rejects with its own words when it ends before. */
  readonly ready: Promise<void>
  /** Resolves with its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>
}

/** Runs the engine. */
export function startChild(args: string[], log: (line: string) => void): Child {
  const { args: entry, cwd } = entryPoint('main')
  const child = spawn(process.execPath, [...entry, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let lastWords = ''
  if (child.stderr)
    createInterface(child.stderr).on('line', (line) => {
      lastWords = line
      log(line)
    })
  // `close` comes after the last line of stderr; `exit` may come before it.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('error', reject)
    void ended.then((code) => reject(new Error(lastWords || `The embedded database ended with code ${code}.`)))
  })
  // Whoever waits for `ended` alone must not be brought down by this one.
  ready.catch(() => undefined)
  return { process: child, ready, ended }
}

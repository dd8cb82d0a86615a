import { type ChildProcess, spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const sourceFlags = ['--conditions=@camau/source', '--import', '@oxc-node/core/register']

/** One run of the engine's process. */
export interface Child {
  readonly process: ChildProcess
  /** Resolves when it answers; rejects with its own words when it ends before. */
  readonly ready: Promise<void>
  /** Resolves with its exit code, or null when it was killed. */
  readonly ended: Promise<number | null>
}

/** Runs the engine: compiled code as it is, sources through the compiler that the tests use. */
export function startChild(args: string[], log: (line: string) => void): Child {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const entry = fileURLToPath(new URL(`./main.${extension}`, import.meta.url))
  const flags = extension === 'ts' ? sourceFlags : []
  // Node looks for what `--import` names from the working folder.
  const cwd = dirname(entry)
  const child = spawn(process.execPath, [...flags, entry, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
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
  return { process: child, ready, ended }
}

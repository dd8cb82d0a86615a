import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.js'

/**
 * Keeps a second process off a data folder: each would hold its own idea of what is being written.
 * Returns what lets go of it. A lock left behind by a killed process is taken over.
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'engine.lock')
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) })
  const prepared = join(folder, `.${randomUUID()}`)
  write(prepared, mine, folder)
  try {
    // A link appears whole or not at all, and fails when there is one.
    while (!tryLink(prepared, lock)) breakStale(folder, lock)
  } finally {
    rmSync(prepared, { force: true })
  }
  return () => {
    if (read(lock) === mine) rmSync(lock, { force: true })
  }
}

function write(file: string, content: string, folder: string): void {
  try {
    writeFileSync(file, content, { mode: 0o600 })
  } catch (error) {
    rmSync(file, { force: true })
    throw new StartError('notWritable', `The data folder ${folder} cannot be written to (${Object(error).code}).`)
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (Object(error).code === 'EEXIST') return false
    throw error
  }
}

function breakStale(folder: string, lock: string): void {
  const content = read(lock)
  if (content === undefined) return
  const pid = livingOwner(content)
  if (pid !== undefined)
    throw new StartError('inUse', `The data folder ${folder} is in use by another engine (process ${pid}).`)
  const aside = join(folder, `.${randomUUID()}`)
  try {
    renameSync(lock, aside)
    // Somebody may have been quicker and this be their new lock: then it goes back where it was.
    if (read(aside) !== content) tryLink(aside, lock)
  } catch (error) {
    if (Object(error).code !== 'ENOENT') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function livingOwner(content: string): number | undefined {
  const { pid, started } = parse(content)
  if (pid === undefined || !isAlive(pid)) return undefined
  // Another process may have been given the number since.
  const now = startOf(pid)
  return now === undefined || now === started ? pid : undefined
}

function parse(content: string): { pid?: number; started?: unknown } {
  try {
    return Object(JSON.parse(content))
  } catch {
    return {}
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return Object(error).code === 'EPERM'
  }
}

/** When a process began, where the system tells; a dead one that was not yet collected counts as gone. */
function startOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`)
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  return state === 'Z' ? 'gone' : fields[18]
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

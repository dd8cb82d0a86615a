import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { pace } from './pace.js'
import { childrenOf, freePort } from './product.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** `npm start`, as somebody would type it, until it is ready. */
async function npmStart(port: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'camau-start-'))
  folders.push(dataDir)
  const began = Date.now()
  // Not as a part of a test: React would be built for developers, and served to every journey after this one.
  const { NODE_ENV: _, ...env } = process.env
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // a process group of its own, as a terminal gives it: Ctrl-C reaches all of it
  })
  let text = ''
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk
      if (text.includes(`Camau is ready at http://localhost:${port}`)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${text}`)))
  })
  await ready
  return { child, seconds: (Date.now() - began) / 1000 }
}

/** A process and everything it started. */
function below(pid: number): number[] {
  const found = [pid]
  for (const parent of found) found.push(...childrenOf(parent))
  return found
}

describe('npm start', () => {
  it.each([
    ['Ctrl-C', 'SIGINT', true],
    ['SIGTERM', 'SIGTERM', false],
  ] as const)(
    'is ready within 10 s when built, and %s ends every process within 5 s with exit code 0',
    async (_, signal, group) => {
      const { child, seconds } = await npmStart(await freePort())
      console.log(`npm start, built: ready after ${seconds.toFixed(1)} s`)
      expect(seconds).toBeLessThan(10 * pace)
      const processes = below(child.pid ?? 0)
      expect(processes.length).toBeGreaterThan(2) // npm, the gateway, the engine
      const asked = Date.now()
      const code = new Promise<number | null>((resolve) => child.once('exit', (exit) => resolve(exit)))
      process.kill(group ? -(child.pid ?? 0) : (child.pid ?? 0), signal)
      expect(await code).toBe(0)
      await expect
        .poll(() => processes.filter((pid) => existsSync(`/proc/${pid}`)), { timeout: 5_000 * pace })
        .toEqual([])
      console.log(`${signal}: everything ended after ${Date.now() - asked} ms`)
      expect(Date.now() - asked).toBeLessThan(5_000 * pace)
    },
  )
})

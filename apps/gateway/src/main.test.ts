import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const flags = ['--conditions=@camau/source', '--import', '@oxc-node/core/register', 'main.ts']
const running: ChildProcess[] = []
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'camau-main-'))
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The whole product as its own process, with what it says and how it ends. */
function aProcess(env: Record<string, string>, ownGroup = false) {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, flags, {
    cwd: here,
    env: { PATH, HOME, PORT: '0', ...env },
    detached: ownGroup,
  })
  running.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = () => vi.waitUntil(() => said.out.includes('\n'), { timeout: 50_000 })
  return { child, said, ended, ready }
}

describe('the process', () => {
  it('says where it is in exactly one line, and ends on SIGTERM with nothing left behind', async () => {
    const { child, said, ended, ready } = aProcess({ DATA_DIR: join(folder, 'one') })
    await ready()
    expect(said.out).toMatch(/^Camau is ready at http:\/\/localhost:\d+\n$/)
    const url = said.out.trim().split(' ').at(-1) ?? ''
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const asked = Date.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(Date.now() - asked).toBeLessThan(5_000)
    expect(said).toEqual({ out: expect.any(String), err: '' })

    const again = aProcess({ DATA_DIR: join(folder, 'one') })
    await again.ready()
    again.child.kill('SIGINT')
    expect(await again.ended).toBe(0)
  }, 120_000)

  it('ends cleanly on Ctrl-C, which reaches its database too, and us twice through npm', async () => {
    const { child, said, ended, ready } = aProcess({ DATA_DIR: join(folder, 'group') }, true)
    await ready()
    for (const _ of [1, 2]) process.kill(-(child.pid ?? 0), 'SIGINT')
    expect(await ended).toBe(0)
    expect(said.err).toBe('')
  }, 120_000)

  // What else it refuses is tried on the built product: journeys/refuses-to-start.test.ts.
  it('says that its database does not answer', async () => {
    const { said, ended } = aProcess({ MONGODB_URI: 'mongodb://127.0.0.1:9/camau' })
    expect(await ended).toBe(1)
    expect(said.err).toBe('The database at MONGODB_URI does not answer.\n')
  })
})

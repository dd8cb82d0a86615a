import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
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

  it('names every fault of the configuration and ends with 1', async () => {
    const { said, ended } = aProcess({
      DATA_DIR: join(folder, 'two'),
      PORT: 'abc',
      SMTP_URL: 'smtp://x',
      OIDC_TENANT: 'y',
    })
    expect(await ended).toBe(1)
    expect(said.out).toBe('')
    expect(said.err.trim().split('\n')).toHaveLength(3)
  })

  it('says that its port is in use', async () => {
    const other: Server = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const { said, ended } = aProcess({ DATA_DIR: join(folder, 'three'), PORT: String(port) })
    expect(await ended).toBe(1)
    expect(said.err).toBe(`Port ${port} is in use: stop what listens there, or set PORT to another.\n`)
    other.close()
  })

  it.each([
    ['its data folder is a file', async (data: string) => writeFile(data, '')],
    ['another process has its data', async (data: string) => aProcess({ DATA_DIR: data }).ready()],
  ])(
    'says in one sentence that %s',
    async (what, prepare) => {
      const data = join(folder, what.replaceAll(' ', '-'))
      await prepare(data)
      const { said, ended } = aProcess({ DATA_DIR: data })
      expect(await ended).toBe(1)
      expect(said.err.trim().split('\n')).toHaveLength(1)
      expect(said.err).toMatch(/^The data folder .*\.\n$/)
    },
    60_000,
  )

  it('says that its database does not answer', async () => {
    const { said, ended } = aProcess({ MONGODB_URI: 'mongodb://127.0.0.1:9/camau' })
    expect(await ended).toBe(1)
    expect(said.err).toBe('The database at MONGODB_URI does not answer.\n')
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import mongoose from 'mongoose'
import { afterEach, describe, expect, it } from 'vitest'
import { encodeDocument } from './documents.js'
import { aFolder } from './embedded.fixture.js'
import { entryPoint } from './entry-point.js'
import { startEmbeddedMongo } from './index.js'
import { LmdbStore } from './store/lmdb.js'

const { args: entry, cwd } = entryPoint('main')

const folders: ReturnType<typeof aFolder>[] = []
const children: ChildProcess[] = []
afterEach(() => {
  // A failed test must not leave an engine running.
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) folder.remove()
})

function aDataFolder(): string {
  const folder = aFolder()
  folders.push(folder)
  return folder.path
}

/** Runs the engine by itself; it prints its URI when it is ready. */
function run(...args: string[]) {
  const child = spawn(process.execPath, [...entry, ...args], { cwd, stdio: 'pipe' })
  children.push(child)
  let stderr = ''
  child.stderr.on('data', (bytes) => {
    stderr += bytes
  })
  const ended = once(child, 'close').then(([code]) => ({ code, stderr: stderr.trim() }))
  const uri = once(child.stdout, 'data').then(([bytes]) => String(bytes).trim())
  return { child, ended, uri }
}

async function aUsedFolder(): Promise<string> {
  const path = aDataFolder()
  const { child, uri, ended } = run('--data', path)
  const connection = await mongoose.createConnection(await uri).asPromise()
  await connection
    .collection('things')
    .insertMany(Array.from({ length: 2000 }, (_, n) => ({ n, text: 'x'.repeat(100) })))
  await connection.close()
  child.kill('SIGTERM')
  await ended
  return path
}

describe('the engine by itself', () => {
  it('prints its URI, serves, keeps its data to this user, and ends cleanly', async () => {
    const path = join(aDataFolder(), 'outer', 'inner')
    const { child, uri, ended } = run('--data', path)
    expect(await uri).toBe(`mongodb://${encodeURIComponent(join(path, 'engine.sock'))}/camau?directConnection=true`)
    for (const made of [path, dirname(path)]) expect(statSync(made).mode & 0o777).toBe(0o700)
    expect(statSync(join(path, 'engine.sock')).mode & 0o777).toBe(0o600)
    expect(statSync(join(path, 'engine.mdb')).mode & 0o777).toBe(0o600)
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, stderr: '' })
    expect(existsSync(join(path, 'engine.lock'))).toBe(false)
  }, 20_000)

  it('can listen on a free port of the loopback address', async () => {
    const { child, uri, ended } = run('--data', aDataFolder(), '--port', '0')
    expect(await uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d{4,5}\/camau\?directConnection=true$/)
    const connection = await mongoose.createConnection(await uri).asPromise()
    expect(await connection.db?.command({ ping: 1 })).toMatchObject({ ok: 1 })
    await connection.close()
    const asReplicaSet = (await uri).replace('directConnection=true', 'replicaSet=rs0')
    const discovering = await mongoose.createConnection(asReplicaSet).asPromise()
    await discovering.transaction((session) => discovering.collection('things').insertOne({ n: 1 }, { session }))
    expect(await discovering.collection('things').countDocuments()).toBe(1)
    await discovering.close()
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
  }, 20_000)

  it('explains its options when they make no sense', async () => {
    const { code, stderr } = await run('--fly').ended
    expect(code).toBe(2)
    expect(stderr).toMatch(/^Usage: camau-mongo --data DIR/)
  }, 20_000)
})

describe('a data folder that cannot be used', () => {
  it('because another engine uses it', async () => {
    const path = aDataFolder()
    const first = run('--data', path)
    await first.uri
    const { code, stderr } = await run('--data', path).ended
    expect(code).toBe(10)
    expect(stderr).toBe(`The data folder ${path} is in use by another engine (process ${first.child.pid}).`)
    first.child.kill('SIGKILL')
    await first.ended
    const third = run('--data', path)
    await third.uri
    third.child.kill('SIGTERM')
    await third.ended
  }, 30_000)

  it('because a newer version wrote it', async () => {
    const path = aDataFolder()
    const store = new LmdbStore(join(path, 'engine.mdb'))
    await store.write([new Map([['V', { before: undefined, after: encodeDocument({ version: 99 }) }]])])
    await store.close()
    const { code, stderr } = await run('--data', path).ended
    expect(code).toBe(11)
    expect(stderr).toMatch(/was written by a newer version \(format 99; this one reads up to \d+\)\.$/)
  }, 20_000)

  it('because it is no folder', async () => {
    const path = join(aDataFolder(), 'file')
    writeFileSync(path, '')
    const { code, stderr } = await run('--data', path).ended
    expect(code).toBe(12)
    expect(stderr).toBe(`The data folder ${path} cannot be written to (EEXIST).`)
  }, 20_000)

  it('because nothing can be made where it should be', async () => {
    const { code, stderr } = await run('--data', '/dev/null/folder').ended
    expect(code).toBe(12)
    expect(stderr).toBe('The data folder /dev/null/folder cannot be written to (ENOTDIR).')
  }, 20_000)

  it.skipIf(process.platform !== 'linux')(
    'because the system holds no folders of ours there',
    async () => {
      for (const path of ['/proc/nope', '/proc/nope/inner/']) {
        const { code, stderr } = await run('--data', path).ended
        expect(code).toBe(12)
        expect(stderr).toBe(`The data folder ${path} cannot be written to (ENOENT).`)
      }
    },
    20_000,
  )

  it('because its file is damaged, in many ways', async () => {
    const original = join(await aUsedFolder(), 'engine.mdb')
    const { size } = statSync(original)
    const damages: [string, (file: string) => void][] = [
      ['cut to a tenth', (file) => truncateSync(file, Math.floor(size / 10))],
      ['cut in half', (file) => truncateSync(file, Math.floor(size / 2))],
      ['cut to its head', (file) => truncateSync(file, 5000)],
      ['cut within its head', (file) => truncateSync(file, 100)],
      ['another file altogether', (file) => writeFileSync(file, 'not a database '.repeat(1000))],
      ['overwritten', (file) => writeFileSync(file, readFileSync(file).fill(7, 16_384))],
    ]
    for (const [name, damage] of damages) {
      const path = aDataFolder()
      mkdirSync(path, { recursive: true })
      copyFileSync(original, join(path, 'engine.mdb'))
      damage(join(path, 'engine.mdb'))
      const { code, stderr } = await run('--data', path).ended
      expect([name, code]).toEqual([name, 13])
      expect(stderr.split('\n').at(-1)).toMatch(/^The database file .* is damaged \(.*\); restore it from a backup\.$/)
    }
  }, 60_000)
})

describe('an engine that was started by another process', () => {
  it("rejects with the engine's own sentence when it cannot start", async () => {
    const path = join(aDataFolder(), 'file')
    writeFileSync(path, '')
    await expect(startEmbeddedMongo({ dataDir: path, log: () => undefined })).rejects.toThrow(
      `The data folder ${path} cannot be written to (EEXIST).`,
    )
  }, 20_000)

  it('uses a short folder elsewhere for its socket when the path would be cut, and removes it', async () => {
    const dataDir = join(aDataFolder(), 'x'.repeat(60), 'y'.repeat(60))
    const engine = await startEmbeddedMongo({ dataDir, log: () => undefined })
    const socket = decodeURIComponent(engine.uri.split('/')[2] ?? '')
    const connection = await mongoose.createConnection(engine.uri).asPromise()
    expect(await connection.db?.command({ ping: 1 })).toMatchObject({ ok: 1 })
    expect(Buffer.byteLength(socket)).toBeLessThan(100)
    expect(existsSync(socket)).toBe(true)
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700)
    await connection.close()
    await engine.stop()
    expect(existsSync(dirname(socket))).toBe(false)
  }, 20_000)

  it('ends when that process is gone, and leaves the folder to the next', async () => {
    const dataDir = aDataFolder()
    const index = new URL('./index.ts', import.meta.url).href
    const script = `
      const { startEmbeddedMongo } = await import(${JSON.stringify(index)})
      const engine = await startEmbeddedMongo({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined })
      console.log(engine.pid())
      setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, [...entry.slice(0, -1), '--input-type=module', '-e', script], { cwd })
    const [bytes] = await once(parent.stdout, 'data')
    const pid = Number(String(bytes))
    const alive = () => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    }
    expect(alive()).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(alive, { timeout: 10_000 }).toBe(false)
    const next = await startEmbeddedMongo({ dataDir, log: () => undefined })
    await next.stop()
  }, 30_000)
})

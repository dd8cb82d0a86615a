import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LmdbStore } from './lmdb.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const program = fileURLToPath(new URL('lmdb.fixture.ts', import.meta.url))
const traceable = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

/** The system calls of the program that have to do with the file or with what it says, in order. */
function callsOf(folder: string): string[] {
  const trace = join(folder, 'trace')
  const node = [process.execPath, '--import', '@oxc-node/core/register', program, join(folder, 'store.mdb')]
  const { status, stderr } = spawnSync(
    'strace',
    ['-f', '-e', 'trace=openat,fdatasync,fsync,msync,pwrite64,pwritev,write', '-o', trace, ...node],
    { cwd: root, encoding: 'utf8' },
  )
  expect([status, stderr]).toEqual([0, expect.any(String)])
  return readFileSync(trace, 'utf8').split('\n')
}

describe('the store on disk', () => {
  it('gives back what was written, also to whoever opens it next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'camau-store-'))
    const file = join(folder, 'store.mdb')
    const store = new LmdbStore(file)
    await store.write([new Map([['\u0001key', { before: undefined, after: new Uint8Array([7]) }]])])
    await store.close()
    const again = new LmdbStore(file)
    expect([...(again.get('\u0001key') ?? [])]).toEqual([7])
    await again.close()
    rmSync(folder, { recursive: true, force: true })
  })

  // A power cut takes what a kill spares: the page cache. Where strace may run, the calls themselves are looked at;
  // that the engine waits for its store before it replies is shown everywhere, in durability.test.ts, on a store that drops what is not flushed.
  if (traceable)
    it('has flushed a write, data first and then what makes it count, before it is answered', flushed, 120_000)
})

function flushed(): void {
  const folder = mkdtempSync(join(tmpdir(), 'camau-flush-'))
  const calls = callsOf(folder)
  rmSync(folder, { recursive: true, force: true })
  // What makes it count is written through a descriptor that returns only when it is on the disk.
  const synced = calls.find((call) => call.includes('store.mdb"') && call.includes('O_DSYNC'))?.match(/= (\d+)/)?.[1]
  for (let n = 0; n < 5; n++) {
    const asked = calls.findIndex((call) => call.includes(`"asked ${n}`))
    const answered = calls.findIndex((call) => call.includes(`"answered ${n}`))
    const between = calls.slice(asked, answered)
    const data = between.findIndex((call) => call.includes('fdatasync('))
    expect(data).toBeGreaterThan(0)
    expect(between.slice(data).some((call) => call.includes(`pwrite64(${synced},`))).toBe(true)
  }
}

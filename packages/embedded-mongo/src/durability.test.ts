import type { Document } from 'bson'
import { describe, expect, it } from 'vitest'
import { anEngine, aSession, batchOf, type SpokenEngine } from './engine.fixture.js'
import { MemoryStore } from './store/memory-store.fixture.js'

async function aHeldDisk() {
  const store = new MemoryStore()
  const spoken = anEngine(store)
  await spoken.must({ insert: 'things', documents: [{ _id: 1, n: 0 }] })
  store.held = true
  return { store, ...spoken }
}

/** Sends a command and watches whether it has been answered. */
function watched({ run }: SpokenEngine, command: Document) {
  const watch = { answered: false, reply: run(command) }
  void watch.reply.then(() => {
    watch.answered = true
  })
  return watch
}

describe('a reply to a write', () => {
  const session = aSession()
  it.each<[string, Document]>([
    ['insert', { insert: 'things', documents: [{ _id: 2 }] }],
    ['update', { update: 'things', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] }],
    ['upsert', { update: 'things', updates: [{ q: { _id: 9 }, u: { $inc: { n: 1 } }, upsert: true }] }],
    ['delete', { delete: 'things', deletes: [{ q: { _id: 1 }, limit: 1 }] }],
    ['findAndModify', { findAndModify: 'things', query: { _id: 1 }, update: { $inc: { n: 1 } } }],
    ['retryable insert', { insert: 'things', documents: [{ _id: 2 }], ...session.write(1) }],
    ['create', { create: 'others' }],
    ['createIndexes', { createIndexes: 'things', indexes: [{ key: { n: 1 }, name: 'n_1' }] }],
    ['drop', { drop: 'things' }],
    ['dropDatabase', { dropDatabase: 1 }],
  ])('comes only after its flush: %s', async (_, command) => {
    const disk = await aHeldDisk()
    const write = watched(disk, command)
    await expect.poll(() => disk.store.unflushed).toBe(1)
    await disk.must({ ping: 1 })
    expect(write.answered).toBe(false)
    disk.store.flush()
    expect(await write.reply).toMatchObject({ ok: 1 })
  })

  it('to a commit comes only after its flush', async () => {
    const disk = await aHeldDisk()
    const transaction = aSession()
    await disk.must({ insert: 'things', documents: [{ _id: 2 }], ...transaction.begin() })
    const commit = watched(disk, transaction.commit())
    const again = watched(disk, transaction.commit())
    await expect.poll(() => disk.store.unflushed).toBe(1)
    await disk.must({ ping: 1 })
    expect([commit.answered, again.answered]).toEqual([false, false])
    disk.store.flush()
    expect(await commit.reply).toMatchObject({ ok: 1 })
    expect(await again.reply).toMatchObject({ ok: 1 })
  })

  it('that changed nothing waits for what it has seen of others', async () => {
    const disk = await aHeldDisk()
    const first = watched(disk, { delete: 'things', deletes: [{ q: { _id: 1 }, limit: 1 }] })
    const second = watched(disk, { delete: 'things', deletes: [{ q: { _id: 1 }, limit: 1 }] })
    await expect.poll(() => disk.store.unflushed).toBe(1)
    await disk.must({ ping: 1 })
    expect(second.answered).toBe(false)
    disk.store.flush()
    expect(await first.reply).toMatchObject({ n: 1 })
    expect(await second.reply).toMatchObject({ n: 0 })
  })
})

describe('what is not on the disk', () => {
  it('is shown to nobody', async () => {
    const disk = await aHeldDisk()
    const write = watched(disk, { insert: 'things', documents: [{ _id: 2 }] })
    await expect.poll(() => disk.store.unflushed).toBe(1)
    expect(batchOf(await disk.must({ find: 'things' }))).toHaveLength(1)
    disk.store.flush()
    await write.reply
    expect(batchOf(await disk.must({ find: 'things' }))).toHaveLength(2)
  })

  it('is gone after a power cut, and only that', async () => {
    const disk = await aHeldDisk()
    disk.store.held = false
    await disk.must({ insert: 'things', documents: [{ _id: 2 }] })
    disk.store.held = true
    watched(disk, { insert: 'things', documents: [{ _id: 3 }] })
    await expect.poll(() => disk.store.unflushed).toBe(1)
    const after = anEngine(disk.store.losePower())
    expect(batchOf(await after.must({ find: 'things' })).map(({ _id }) => _id)).toEqual([1, 2])
  })

  it('was not committed, and is not said to have been when the driver asks again', async () => {
    const disk = await aHeldDisk()
    const transaction = aSession()
    await disk.must({ insert: 'things', documents: [{ _id: 2 }], ...transaction.begin() })
    const commit = watched(disk, transaction.commit())
    await expect.poll(() => disk.store.unflushed).toBe(1)
    disk.store.fail('No space left on device')
    expect(await commit.reply).toMatchObject({ ok: 0 })
    disk.store.held = false
    expect(await disk.run(transaction.commit())).toMatchObject({ ok: 0, code: 251 })
    expect(batchOf(await disk.must({ find: 'things' }))).toHaveLength(1)
  })

  it('is an error for who wrote it when the disk refuses, and can be tried again', async () => {
    const disk = await aHeldDisk()
    const command = { insert: 'things', documents: [{ _id: 2 }] }
    const write = watched(disk, command)
    await expect.poll(() => disk.store.unflushed).toBe(1)
    disk.store.fail('No space left on device')
    expect(await write.reply).toMatchObject({ ok: 0, errmsg: expect.stringContaining('No space left on device') })
    disk.store.held = false
    expect(await disk.run(command)).toMatchObject({ ok: 1, n: 1 })
  })
})

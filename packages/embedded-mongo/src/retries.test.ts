import { describe, expect, it } from 'vitest'
import { anEngine, aSession, batchOf } from './engine.fixture.js'
import { MemoryStore } from './store/memory-store.fixture.js'

const increment = { update: 'things', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] }
const findAndIncrement = { findAndModify: 'things', query: { _id: 1 }, update: { $inc: { n: 1 } }, new: true }

async function aThing(store = new MemoryStore()) {
  const spoken = anEngine(store)
  await spoken.must({ insert: 'things', documents: [{ _id: 1, n: 0 }] })
  return { ...spoken, store }
}

describe('a write that a driver repeats', () => {
  it('is carried out once and answered twice', async () => {
    const { must } = await aThing()
    const session = aSession()
    const first = await must({ ...increment, ...session.write(1) })
    const second = await must({ ...increment, ...session.write(1) })
    expect(second).toMatchObject({ n: 1, nModified: 1 })
    expect(second.nModified).toEqual(first.nModified)
    expect(batchOf(await must({ find: 'things' }))).toEqual([{ _id: 1, n: 1 }])
  })

  it('is carried out once even when the engine was restarted in between', async () => {
    const { must, store } = await aThing()
    const session = aSession()
    const first = await must({ ...findAndIncrement, ...session.write(1) })
    const after = anEngine(store.losePower())
    const second = await after.must({ ...findAndIncrement, ...session.write(1) })
    expect(second.value).toEqual({ _id: 1, n: 1 })
    expect(second.lastErrorObject).toEqual(first.lastErrorObject)
    expect(batchOf(await after.must({ find: 'things' }))).toEqual([{ _id: 1, n: 1 }])
  })

  it('is carried out afresh when its first attempt never reached the disk', async () => {
    const { run, store } = await aThing()
    const session = aSession()
    store.held = true
    void run({ ...increment, ...session.write(1) })
    await expect.poll(() => store.unflushed).toBe(1)
    const after = anEngine(store.losePower())
    await after.must({ ...increment, ...session.write(1) })
    expect(batchOf(await after.must({ find: 'things' }))).toEqual([{ _id: 1, n: 1 }])
  })

  it('is carried out once when the repetition comes while the first waits for a transaction', async () => {
    const { run, must } = await aThing()
    const [blocking, session] = [aSession(), aSession()]
    await must({ ...increment, ...blocking.begin() })
    const both = [run({ ...increment, ...session.write(1) }), run({ ...increment, ...session.write(1) })]
    await must(blocking.commit())
    for (const reply of await Promise.all(both)) expect(reply).toMatchObject({ ok: 1, nModified: 1 })
    expect(batchOf(await must({ find: 'things' }))).toEqual([{ _id: 1, n: 2 }])
  })

  it('is another write when its number is another', async () => {
    const { must } = await aThing()
    const session = aSession()
    await must({ ...increment, ...session.write(1) })
    await must({ ...increment, ...session.write(2) })
    expect(batchOf(await must({ find: 'things' }))).toEqual([{ _id: 1, n: 2 }])
  })

  it('is refused when its session has gone on, also after a restart', async () => {
    const { run, must, store } = await aThing()
    const session = aSession()
    await must({ ...increment, ...session.write(5) })
    expect(await run({ ...increment, ...session.write(4) })).toMatchObject({ ok: 0, code: 225 })
    const after = anEngine(store.losePower())
    expect(await after.run({ ...increment, ...session.write(4) })).toMatchObject({ ok: 0, code: 225 })
  })

  it('inserts many documents once', async () => {
    const { must } = await aThing()
    const session = aSession()
    const command = { insert: 'things', documents: [{ _id: 2 }, { _id: 3 }] }
    await must({ ...command, ...session.write(1) })
    expect(await must({ ...command, ...session.write(1) })).toMatchObject({ n: 2 })
    expect(batchOf(await must({ find: 'things' }))).toHaveLength(3)
  })
})

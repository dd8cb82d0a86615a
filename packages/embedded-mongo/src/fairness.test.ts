import { describe, expect, it } from 'vitest'
import { anEngine, batchOf } from './engine.fixture.js'
import { MemoryStore } from './store/memory-store.fixture.js'

describe('a search that takes long', () => {
  it.each([
    ['find', { find: 'things', filter: { a: 'none' } }],
    ['count', { count: 'things', query: { a: 'none' } }],
    ['distinct', { distinct: 'things', key: 'a', query: { a: 'none' } }],
  ])('lets others in between: %s', async (_, command) => {
    const { run, must } = anEngine()
    const text = 'x'.repeat(2000)
    for (let batch = 0; batch < 10; batch++)
      await must({ insert: 'things', documents: Array.from({ length: 500 }, () => ({ text })) })
    const order: string[] = []
    const search = run(command).then(() => order.push('search'))
    for (let i = 0; i < 3; i++) await run({ ping: 1 }).then(() => order.push('ping'))
    await search
    // How many come in between is a matter of the machine; that the first need not wait for the search is not.
    expect(order[0]).toBe('ping')
  })

  it('ends when its time is over', async () => {
    const { run, must } = anEngine()
    for (let batch = 0; batch < 10; batch++)
      await must({ insert: 'things', documents: Array.from({ length: 500 }, () => ({ text: 'x'.repeat(2000) })) })
    expect(await run({ find: 'things', filter: { a: 'none' }, maxTimeMS: 1 })).toMatchObject({
      ok: 0,
      code: 50,
      codeName: 'MaxTimeMSExpired',
    })
  })
})

describe('what nobody comes back for', () => {
  async function withClock() {
    const clock = { now: 1_000_000 }
    const spoken = anEngine(new MemoryStore(), () => clock.now)
    await spoken.must({ insert: 'things', documents: Array.from({ length: 200 }, (_, _id) => ({ _id })) })
    return { clock, ...spoken }
  }

  it('is closed: a cursor after ten minutes', async () => {
    const { clock, engine, must, run } = await withClock()
    const { cursor } = await must({ find: 'things' })
    clock.now += 9 * 60_000
    engine.cursors.sweep()
    expect(engine.cursors.size).toBe(1)
    clock.now += 2 * 60_000
    engine.cursors.sweep()
    expect(await run({ getMore: cursor.id, collection: 'things' })).toMatchObject({ ok: 0, code: 43 })
  })

  it('is closed: the cursors of a session that ends', async () => {
    const { engine, must } = await withClock()
    const { id } = await must({ startSession: 1 })
    const first = await must({ find: 'things', lsid: id })
    expect(batchOf(first)).toHaveLength(101)
    expect(engine.cursors.size).toBe(1)
    await must({ endSessions: [id] })
    expect(engine.cursors.size).toBe(0)
  })
})

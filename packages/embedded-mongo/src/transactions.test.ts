import type { Document } from 'bson'
import { describe, expect, it } from 'vitest'
import { anEngine, aSession, batchOf } from './engine.fixture.js'
import { MemoryStore } from './store/memory-store.fixture.js'

const set = (_id: number, n: number, session: Document): Document => ({
  update: 'things',
  updates: [{ q: { _id }, u: { $set: { n } } }],
  ...session,
})
const insert = (documents: Document[], session: Document = {}): Document => ({
  insert: 'things',
  documents,
  ...session,
})
const find = (filter: Document, session: Document = {}): Document => ({ find: 'things', filter, ...session })

const conflict = { ok: 0, code: 112, codeName: 'WriteConflict', errorLabels: ['TransientTransactionError'] }

async function aThing() {
  const spoken = anEngine()
  await spoken.must(insert([{ _id: 1, n: 0 }]))
  return spoken
}

describe('two transactions that write one document', () => {
  it('the second is refused at its write, and the first commits', async () => {
    const { run, must } = await aThing()
    const [a, b] = [aSession(), aSession()]
    await must(set(1, 10, a.begin()))
    expect(await run(set(1, 20, b.begin()))).toMatchObject(conflict)
    await must(a.commit())
    expect(await run(b.commit())).toMatchObject({ ok: 0, code: 251, codeName: 'NoSuchTransaction' })
    expect(batchOf(await must(find({})))).toEqual([{ _id: 1, n: 10 }])
  })

  it('one that began earlier and writes later is refused, whoever commits first', async () => {
    const { run, must } = await aThing()
    const [a, b] = [aSession(), aSession()]
    await must(find({}, a.begin()))
    await must(set(1, 20, b.begin()))
    await must(b.commit())
    expect(await run(set(1, 10, a.go()))).toMatchObject(conflict)
    expect(batchOf(await must(find({})))).toEqual([{ _id: 1, n: 20 }])
  })

  it('the second may write once the first has given up', async () => {
    const { must } = await aThing()
    const [a, b] = [aSession(), aSession()]
    await must(set(1, 10, a.begin()))
    await must(a.abort())
    await must(set(1, 20, b.begin()))
    await must(b.commit())
    expect(batchOf(await must(find({})))).toEqual([{ _id: 1, n: 20 }])
  })

  it('do not disturb each other when they write different documents', async () => {
    const { must } = await aThing()
    await must(insert([{ _id: 2, n: 0 }]))
    const [a, b] = [aSession(), aSession()]
    await must(set(1, 10, a.begin()))
    await must(set(2, 20, b.begin()))
    await must(b.commit())
    await must(a.commit())
    expect(batchOf(await must(find({})))).toEqual([
      { _id: 1, n: 10 },
      { _id: 2, n: 20 },
    ])
  })

  it('conflict over a deletion, too', async () => {
    const { run, must } = await aThing()
    const [a, b] = [aSession(), aSession()]
    await must({ delete: 'things', deletes: [{ q: { _id: 1 }, limit: 1 }], ...a.begin() })
    expect(await run(set(1, 20, b.begin()))).toMatchObject(conflict)
  })

  it('conflict over a unique key that both want', async () => {
    const { run, must } = await aThing()
    const [a, b] = [aSession(), aSession()]
    await must(insert([{ _id: 7 }], a.begin()))
    expect(await run(insert([{ _id: 7 }], b.begin()))).toMatchObject(conflict)
  })

  it('a unique key committed since the snapshot is a conflict, not a duplicate', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    await must(find({}, a.begin()))
    await must(insert([{ _id: 7 }]))
    expect(await run(insert([{ _id: 7 }], a.go()))).toMatchObject(conflict)
  })
})

describe('a transaction and a single write', () => {
  it('the single write waits until the transaction has committed, and then sees its work', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    await must({ update: 'things', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }], ...a.begin() })
    let answered = false
    const single = run({ update: 'things', updates: [{ q: { _id: 1 }, u: { $inc: { n: 100 } } }] }).then((reply) => {
      answered = true
      return reply
    })
    await must({ ping: 1 })
    expect(answered).toBe(false)
    await must(a.commit())
    expect(await single).toMatchObject({ ok: 1, n: 1, nModified: 1 })
    expect(batchOf(await must(find({})))).toEqual([{ _id: 1, n: 101 }])
  })

  it('the single write does not wait beyond its time limit', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    await must(set(1, 10, a.begin()))
    expect(await run({ ...set(1, 20, {}), maxTimeMS: 20 })).toMatchObject({ ok: 0, code: 50 })
    await must(a.commit())
    expect(batchOf(await must(find({})))).toEqual([{ _id: 1, n: 10 }])
  })

  it('a single write between snapshot and write makes the transaction fail', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    await must(find({}, a.begin()))
    await must(set(1, 5, {}))
    expect(await run(set(1, 10, a.go()))).toMatchObject(conflict)
  })

  it('an index made meanwhile makes the commit fail, so that no document is missing from it', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    await must(insert([{ _id: 2, n: 5 }], a.begin()))
    await must({ createIndexes: 'things', indexes: [{ key: { n: 1 }, name: 'n_1' }] })
    expect(await run(a.commit())).toMatchObject(conflict)
    await must(insert([{ _id: 2, n: 5 }]))
    expect(batchOf(await must({ ...find({ n: 5 }), hint: 'n_1' }))).toHaveLength(1)
  })
})

describe('what a transaction reads', () => {
  it('is the data of its beginning and its own writes', async () => {
    const { must } = await aThing()
    const a = aSession()
    expect(batchOf(await must(find({}, a.begin())))).toEqual([{ _id: 1, n: 0 }])
    await must(insert([{ _id: 2, n: 2 }]))
    await must(set(1, 99, {}))
    await must(insert([{ _id: 3, n: 3 }], a.go()))
    expect(batchOf(await must(find({}, a.go())))).toEqual([
      { _id: 1, n: 0 },
      { _id: 3, n: 3 },
    ])
    expect(
      batchOf(await must({ aggregate: 'things', pipeline: [{ $match: { _id: 1 } }], cursor: {}, ...a.go() })),
    ).toEqual([{ _id: 1, n: 0 }])
    await must(a.commit())
    expect(batchOf(await must(find({})))).toHaveLength(3)
  })

  it('stays so across the batches of a cursor', async () => {
    const { must } = anEngine()
    await must(insert(Array.from({ length: 50 }, (_, _id) => ({ _id, n: 0 }))))
    const a = aSession()
    const first = await must({ ...find({}, a.begin()), batchSize: 10 })
    await must({ update: 'things', updates: [{ q: {}, u: { $set: { n: 1 } }, multi: true }] })
    const rest = await must({ getMore: first.cursor.id, collection: 'things', ...a.go() })
    expect([...batchOf(first), ...batchOf(rest)]).toHaveLength(50)
    expect(batchOf(rest).every(({ n }) => n === 0)).toBe(true)
  })

  it('is not seen by others before the commit, nor its collections', async () => {
    const { must } = anEngine()
    const a = aSession()
    await must(insert([{ _id: 1 }], a.begin()))
    expect(batchOf(await must(find({})))).toEqual([])
    expect(batchOf(await must({ listCollections: 1 }))).toEqual([])
    await must(a.commit())
    expect(batchOf(await must(find({})))).toHaveLength(1)
    expect(batchOf(await must({ listCollections: 1 }))).toHaveLength(1)
  })

  it('leaves nothing behind when it is aborted', async () => {
    const { engine, must } = await aThing()
    const a = aSession()
    await must(insert([{ _id: 2 }], a.begin()))
    await must(set(1, 5, a.go()))
    await must(a.abort())
    expect(batchOf(await must(find({})))).toEqual([{ _id: 1, n: 0 }])
    expect(engine.history.lastWriter('D')).toBe(0)
  })
})

describe('the life of a transaction', () => {
  it('may be committed again: a driver does not know whether the first commit arrived', async () => {
    const { must } = await aThing()
    const a = aSession()
    await must(set(1, 10, a.begin()))
    await must(a.commit())
    await must(a.commit())
  })

  it('may be committed again after a restart, when it was committed', async () => {
    const store = new MemoryStore()
    const before = anEngine(store)
    const [a, b] = [aSession(), aSession()]
    await before.must(insert([{ _id: 1, n: 0 }], a.begin()))
    await before.must(a.commit())
    await before.must(insert([{ _id: 2, n: 0 }], b.begin()))
    const after = anEngine(store.losePower())
    await after.must(a.commit())
    expect(await after.run(b.commit())).toMatchObject({
      code: 251,
      errorLabels: ['TransientTransactionError'],
    })
    expect(batchOf(await after.must(find({})))).toEqual([{ _id: 1, n: 0 }])
  })

  it('that replaces the newest document, first thing after a start, leaves all others', async () => {
    const store = new MemoryStore()
    const before = anEngine(store)
    await before.must(insert([{ _id: 1 }, { _id: 2 }]))
    const after = anEngine(store.losePower())
    const a = aSession()
    await after.must({ delete: 'things', deletes: [{ q: { _id: 2 }, limit: 1 }], ...a.begin() })
    await after.must(insert([{ _id: 3 }], a.go()))
    await after.must(a.commit())
    expect(batchOf(await after.must(find({})))).toEqual([{ _id: 1 }, { _id: 3 }])
  })

  it('cannot be aborted twice, nor after its commit', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    await must(set(1, 10, a.begin()))
    await must(a.abort())
    expect(await run(a.abort())).toMatchObject({ ok: 0, code: 251 })
    await must(set(1, 10, a.begin()))
    await must(a.commit())
    expect(await run(a.abort())).toMatchObject({ ok: 0, code: 256 })
  })

  it('ends with its first error', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    await must(insert([{ _id: 2 }], a.begin()))
    expect(await run(insert([{ _id: 1 }], a.go()))).toMatchObject({ writeErrors: [{ code: 11000 }] })
    expect(await run(find({}, a.go()))).toMatchObject({ ok: 0, code: 251 })
    expect(batchOf(await must(find({})))).toHaveLength(1)
  })

  it('does not accept commands it never began with, nor old numbers', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    a.begin()
    expect(await run(find({}, a.go()))).toMatchObject({ ok: 0, code: 251 })
    const first = a.begin()
    const second = a.begin()
    await must(find({}, second))
    expect(await run(find({}, first))).toMatchObject({ ok: 0, code: 225, codeName: 'TransactionTooOld' })
    expect(await run(find({}, second))).toMatchObject({ ok: 0, code: 50911 })
  })

  it('ends when it writes more than 64 MB', async () => {
    const { run, must } = await aThing()
    const [a, text] = [aSession(), 'x'.repeat(13_000_000)]
    for (let _id = 10; _id < 15; _id++) await must(insert([{ _id, text }], _id === 10 ? a.begin() : a.go()))
    expect(await run(insert([{ _id: 15, text }], a.go()))).toMatchObject({ ok: 0, code: 257 })
    expect(await run(a.commit())).toMatchObject({ ok: 0, code: 251 })
    expect(batchOf(await must(find({})))).toHaveLength(1)
  })

  it('is given up by the next one of its session', async () => {
    const { must } = await aThing()
    const a = aSession()
    await must(set(1, 10, a.begin()))
    await must(set(1, 20, a.begin()))
    await must(a.commit())
    expect(batchOf(await must(find({})))).toEqual([{ _id: 1, n: 20 }])
  })

  it('is given up after a minute, and whoever waits for it goes on', async () => {
    let now = 0
    const { engine, run, must } = anEngine(new MemoryStore(), () => now)
    await must(insert([{ _id: 1, n: 0 }]))
    const a = aSession()
    await must(set(1, 10, a.begin()))
    const waiting = run(set(1, 20, {}))
    now = 61_000
    engine.sessions.sweep()
    expect(await waiting).toMatchObject({ ok: 1, nModified: 1 })
    expect(await run(a.commit())).toMatchObject({ ok: 0, code: 251 })
  })

  it('is given up when its session ends', async () => {
    const { run, must } = await aThing()
    const a = aSession()
    await must(set(1, 10, a.begin()))
    await must({ endSessions: [a.lsid] })
    expect(await run(a.commit())).toMatchObject({ ok: 0, code: 251 })
    expect(batchOf(await must(find({})))).toEqual([{ _id: 1, n: 0 }])
  })

  it.each(['count', 'drop', 'dropIndexes', 'listIndexes', 'dropDatabase'])('has no place for %s', async (name) => {
    const { run } = await aThing()
    expect(await run({ [name]: 'things', ...aSession().begin() })).toMatchObject({ ok: 0, code: 263 })
  })
})

describe('a counter that eight clients count down in transactions', () => {
  it.each([1, 2, 3])('loses nothing, round %i', { timeout: 30_000 }, async () => {
    const { run, must } = anEngine()
    await must(insert([{ _id: 'counter', left: 200 }]))
    const sold: number[] = []
    const client = async () => {
      const session = aSession()
      for (;;) {
        const [counter] = batchOf(await must({ find: 'things', filter: {}, ...session.begin() }))
        if (counter?.left === 0) return void (await must(session.abort()))
        const reply = await run({
          update: 'things',
          updates: [{ q: { _id: 'counter' }, u: { $set: { left: counter?.left - 1 } } }],
          ...session.go(),
        })
        if (reply.ok === 1 && (await run(session.commit())).ok === 1) sold.push(counter?.left)
      }
    }
    await Promise.all(Array.from({ length: 8 }, client))
    expect(sold.sort((a, b) => b - a)).toEqual(Array.from({ length: 200 }, (_, i) => 200 - i))
    expect(batchOf(await must(find({})))).toEqual([{ _id: 'counter', left: 0 }])
  })
})

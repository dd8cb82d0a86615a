import { type Document, Int32, Long } from 'bson'
import { describe, expect, it } from 'vitest'
import { anEngine, batchOf } from '../engine.fixture.js'

async function someThings(...documents: Document[]) {
  const spoken = anEngine()
  if (documents.length > 0) await spoken.must({ insert: 'things', documents })
  const all = async () => batchOf(await spoken.must({ find: 'things' }))
  return { ...spoken, all }
}

describe('hello', () => {
  it('is what a driver wants to hear from a primary', async () => {
    const { must } = anEngine()
    expect(await must({ hello: 1 })).toMatchObject({
      helloOk: true,
      isWritablePrimary: true,
      setName: 'rs0',
      hosts: ['test'],
      me: 'test',
      primary: 'test',
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      logicalSessionTimeoutMinutes: 30,
      minWireVersion: 0,
      maxWireVersion: 21,
      readOnly: false,
    })
    expect(await must({ isMaster: 1 })).toMatchObject({ ismaster: true })
  })

  it('every reply tells the cluster time, unsigned', async () => {
    const { must } = anEngine()
    const { $clusterTime, operationTime } = await must({ ping: 1 })
    expect($clusterTime.clusterTime).toEqual(operationTime)
    expect($clusterTime.signature).toBeUndefined()
  })
})

describe('update', () => {
  const update = (q: Document, u: unknown, more: Document = {}) => ({ update: 'things', updates: [{ q, u, ...more }] })

  it('tells matched from modified', async () => {
    const { must } = await someThings({ _id: 1, a: 1 }, { _id: 2, a: 2 })
    expect(await must(update({ _id: 1 }, { $set: { a: 1 } }))).toMatchObject({ n: 1, nModified: 0 })
    expect(await must(update({}, { $inc: { a: 1 } }))).toMatchObject({ n: 1, nModified: 1 })
    expect(await must(update({}, { $inc: { a: 1 } }, { multi: true }))).toMatchObject({ n: 2, nModified: 2 })
    expect(await must(update({ _id: 9 }, { $inc: { a: 1 } }))).toMatchObject({ n: 0, nModified: 0 })
  })

  it('changes each document once, also when it moves ahead in the index it was found by', async () => {
    const { must, all } = await someThings(...Array.from({ length: 300 }, (_, _id) => ({ _id, a: _id })))
    await must({ createIndexes: 'things', indexes: [{ key: { a: 1 }, name: 'a_1' }] })
    const reply = await must(update({ a: { $gte: 0 } }, { $inc: { a: 1000 } }, { multi: true, hint: 'a_1' }))
    expect(reply).toMatchObject({ n: 300, nModified: 300 })
    expect((await all()).every(({ _id, a }) => a === _id + 1000)).toBe(true)
  })

  it('upserts from filter and operators, and tells the _id', async () => {
    const { must, all } = await someThings()
    const upsert = { upsert: true }
    const set = { $set: { c: 3 }, $setOnInsert: { d: 4 } }
    expect(await must(update({ _id: 5, a: 1, 'b.x': 2, e: { $gt: 1 } }, set, upsert))).toMatchObject({
      n: 1,
      nModified: 0,
      upserted: [{ index: 0, _id: 5 }],
    })
    expect(await all()).toEqual([{ _id: 5, a: 1, b: { x: 2 }, c: 3, d: 4 }])
  })

  it('goes on after a failed statement only when unordered', async () => {
    const { run, all } = await someThings({ _id: 1, a: 'text' }, { _id: 2, a: 1 })
    const updates = [1, 2].map((_id) => ({ q: { _id }, u: { $inc: { a: 1 } } }))
    expect(await run({ update: 'things', updates })).toMatchObject({ n: 0, writeErrors: [{ index: 0, code: 14 }] })
    expect(await run({ update: 'things', updates, ordered: false })).toMatchObject({ n: 1, nModified: 1 })
    expect(await all()).toEqual([
      { _id: 1, a: 'text' },
      { _id: 2, a: 2 },
    ])
  })

  it('keeps the types of numbers it does not touch', async () => {
    const { must, engine } = await someThings({ _id: 1, long: Long.fromNumber(5), int: new Int32(1), half: 0.5 })
    await must(update({ _id: 1 }, { $set: { other: true } }))
    const found = await must({ find: 'things', filter: { long: { $type: 'long' }, int: { $type: 'int' } } })
    expect(batchOf(found)).toHaveLength(1)
    expect(engine.cursors.size).toBe(0)
  })
})

describe('findAndModify', () => {
  const modify = (more: Document) => ({ findAndModify: 'things', ...more })

  it('returns the document before or after, in the order asked for', async () => {
    const { must } = await someThings({ _id: 1, a: 1 }, { _id: 2, a: 2 })
    expect(await must(modify({ query: {}, sort: { a: -1 }, update: { $inc: { a: 10 } } }))).toMatchObject({
      lastErrorObject: { n: 1, updatedExisting: true },
      value: { _id: 2, a: 2 },
    })
    const after = await must(modify({ query: { _id: 2 }, update: { $inc: { a: 1 } }, new: true, fields: { _id: 0 } }))
    expect(after.value).toEqual({ a: 13 })
  })

  it('says null where there was nothing', async () => {
    const { must } = await someThings()
    expect(await must(modify({ query: { _id: 1 }, update: { $set: { a: 1 } } }))).toMatchObject({
      lastErrorObject: { n: 0, updatedExisting: false },
      value: null,
    })
    expect(await must(modify({ query: { _id: 1 }, update: { $set: { a: 1 } }, upsert: true }))).toMatchObject({
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 1 },
      value: null,
    })
    const removed = await must(modify({ query: { _id: 9 }, remove: true }))
    expect(removed).toMatchObject({ lastErrorObject: { n: 0 }, value: null })
  })

  it('removes and returns what it removed', async () => {
    const { must, all } = await someThings({ _id: 1 }, { _id: 2 })
    expect(await must(modify({ query: {}, sort: { _id: -1 }, remove: true }))).toMatchObject({ value: { _id: 2 } })
    expect(await all()).toEqual([{ _id: 1 }])
  })

  it('is an error, not a write error, for a duplicate', async () => {
    const { run } = await someThings({ _id: 1, a: 1 }, { _id: 2, a: 2 })
    await run({ createIndexes: 'things', indexes: [{ key: { a: 1 }, name: 'a_1', unique: true }] })
    expect(await run(modify({ query: { _id: 2 }, update: { $set: { a: 1 } } }))).toMatchObject({
      ok: 0,
      code: 11000,
      keyPattern: { a: 1 },
      keyValue: { a: 1 },
    })
  })
})

describe('cursors', () => {
  const numbers = Array.from({ length: 250 }, (_, _id) => ({ _id }))

  it('give batches of the size asked for, in order, and end', async () => {
    const { must, engine } = await someThings(...numbers)
    let reply = await must({ find: 'things', batchSize: 30 })
    const seen = batchOf(reply)
    expect(seen).toHaveLength(30)
    while (!reply.cursor.id.isZero()) {
      reply = await must({ getMore: reply.cursor.id, collection: 'things', batchSize: 100 })
      seen.push(...batchOf(reply))
    }
    expect(seen).toEqual(numbers)
    expect(engine.cursors.size).toBe(0)
  })

  it('begin with 101 documents when nothing is said, or with none', async () => {
    const { must } = await someThings(...numbers)
    expect(batchOf(await must({ find: 'things' }))).toHaveLength(101)
    const empty = await must({ find: 'things', batchSize: 0 })
    expect(batchOf(empty)).toEqual([])
    expect(empty.cursor.id.isZero()).toBe(false)
  })

  it('are not left open by a single batch', async () => {
    const { must, engine } = await someThings(...numbers)
    for (const more of [{ limit: -5 }, { limit: 5 }, { singleBatch: true, batchSize: 5 }])
      expect(batchOf(await must({ find: 'things', ...more }))).toHaveLength(5)
    expect(engine.cursors.size).toBe(0)
  })

  it('can be killed, and are closed when nobody comes back', async () => {
    const { must, run, engine } = await someThings(...numbers)
    const { cursor } = await must({ find: 'things' })
    expect(await must({ killCursors: 'things', cursors: [cursor.id] })).toMatchObject({ cursorsKilled: [cursor.id] })
    expect(await run({ getMore: cursor.id, collection: 'things' })).toMatchObject({ code: 43 })
    await must({ find: 'things' })
    engine.cursors.sweep()
    expect(engine.cursors.size).toBe(1)
  })

  it('do not answer another collection', async () => {
    const { must, run } = await someThings(...numbers)
    const { cursor } = await must({ find: 'things' })
    expect(await run({ getMore: cursor.id, collection: 'others' })).toMatchObject({ ok: 0, code: 13 })
  })

  it('keep a batch under 16 MB', async () => {
    const text = 'x'.repeat(3_000_000)
    const { must } = await someThings()
    for (let _id = 0; _id < 8; _id++) await must({ insert: 'things', documents: [{ _id, text }] })
    const first = await must({ find: 'things' })
    expect(batchOf(first)).toHaveLength(5)
    expect(batchOf(await must({ getMore: first.cursor.id, collection: 'things' })).map(({ _id }) => _id)).toEqual([
      5, 6, 7,
    ])
  })

  it('see what was removed in between, and nothing twice', async () => {
    const { must } = await someThings(...numbers)
    const first = await must({ find: 'things', batchSize: 10 })
    await must({ delete: 'things', deletes: [{ q: { _id: { $gte: 100 } }, limit: 0 }] })
    const rest = await must({ getMore: first.cursor.id, collection: 'things' })
    const ids = [...batchOf(first), ...batchOf(rest)].map(({ _id }) => _id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeLessThan(250)
  })
})

describe('counting and listing values', () => {
  it('counts, with filter, skip and limit', async () => {
    const { must } = await someThings(...Array.from({ length: 10 }, (_, _id) => ({ _id, even: _id % 2 === 0 })))
    expect(await must({ count: 'things' })).toMatchObject({ n: 10 })
    expect(await must({ count: 'things', query: { even: true } })).toMatchObject({ n: 5 })
    expect(await must({ count: 'things', query: {}, skip: 2, limit: 3 })).toMatchObject({ n: 3 })
    expect(await must({ count: 'none' })).toMatchObject({ n: 0 })
  })

  it('counts as drivers do, by a pipeline', async () => {
    const { must } = await someThings({ _id: 1, a: 1 }, { _id: 2, a: 2 }, { _id: 3 })
    const counting = (...stages: Document[]) => ({
      aggregate: 'things',
      pipeline: [...stages, { $group: { _id: 1, n: { $sum: 1 } } }],
      cursor: {},
    })
    expect(batchOf(await must(counting({ $match: { a: { $gt: 0 } } })))).toEqual([{ _id: 1, n: 2 }])
    expect(batchOf(await must(counting({ $match: {} }, { $skip: 1 }, { $limit: 5 })))).toEqual([{ _id: 1, n: 2 }])
    expect(batchOf(await must(counting({ $match: { a: 99 } })))).toEqual([])
  })

  it('lists each value once, elements of arrays too, and nothing for a missing field', async () => {
    const { must } = await someThings({ a: 1 }, { a: [1, 2] }, { a: null }, {}, { a: { b: 1 } }, { a: [] })
    expect((await must({ distinct: 'things', key: 'a' })).values).toEqual([1, 2, null, { b: 1 }])
    expect((await must({ distinct: 'none', key: 'a' })).values).toEqual([])
  })
})

describe('collections and databases', () => {
  it('come into being, are listed and go', async () => {
    const { must } = anEngine()
    await must({ create: 'a' })
    await must({ create: 'a' })
    await must({ insert: 'b', documents: [{ _id: 1 }] })
    expect(batchOf(await must({ listCollections: 1, nameOnly: true }))).toEqual([
      { name: 'a', type: 'collection' },
      { name: 'b', type: 'collection' },
    ])
    expect(batchOf(await must({ listCollections: 1, filter: { name: 'b' } }))).toMatchObject([
      { name: 'b', options: {} },
    ])
    expect((await must({ listDatabases: 1, $db: 'admin' })).databases).toMatchObject([{ name: 'test' }])
    expect(await must({ drop: 'b' })).toMatchObject({ ns: 'test.b', nIndexesWas: 1 })
    await must({ drop: 'b' })
    expect(await must({ dropDatabase: 1 })).toMatchObject({ dropped: 'test' })
    expect(batchOf(await must({ listCollections: 1 }))).toEqual([])
  })

  it('begin empty when they are made again', async () => {
    const { must, all } = await someThings({ _id: 1 }, { _id: 2 })
    await must({ drop: 'things' })
    await must({ insert: 'things', documents: [{ _id: 1 }] })
    expect(await all()).toEqual([{ _id: 1 }])
  })

  it('keep their documents and indexes under another name', async () => {
    const { must, run } = await someThings({ _id: 1, a: 1 })
    await must({ createIndexes: 'things', indexes: [{ key: { a: 1 }, name: 'a_1', unique: true }] })
    await must({ renameCollection: 'test.things', to: 'test.others', $db: 'admin' })
    expect(await run({ insert: 'others', documents: [{ a: 1 }] })).toMatchObject({ writeErrors: [{ code: 11000 }] })
    expect(batchOf(await must({ find: 'things' }))).toEqual([])
  })

  it('are measured', async () => {
    const { must } = await someThings({ _id: 1 }, { _id: 2 })
    expect(await must({ collStats: 'things' })).toMatchObject({ ns: 'test.things', count: 2, nindexes: 1 })
    expect(await must({ dbStats: 1 })).toMatchObject({ db: 'test', collections: 1, objects: 2 })
  })
})

describe('pipelines', () => {
  it('begin at an index, and answer as without it', async () => {
    const { must } = await someThings(...Array.from({ length: 50 }, (_, _id) => ({ _id, a: _id % 5, b: 50 - _id })))
    const pipeline = [{ $match: { a: 1 } }, { $sort: { b: 1 } }, { $skip: 1 }, { $limit: 3 }, { $project: { b: 1 } }]
    const without = batchOf(await must({ aggregate: 'things', pipeline, cursor: {} }))
    await must({ createIndexes: 'things', indexes: [{ key: { a: 1, b: 1 }, name: 'a_b' }] })
    expect(batchOf(await must({ aggregate: 'things', pipeline, cursor: {} }))).toEqual(without)
    expect(without).toEqual([
      { _id: 41, b: 9 },
      { _id: 36, b: 14 },
      { _id: 31, b: 19 },
    ])
  })

  it('keep the order of their stages', async () => {
    const { must } = await someThings({ _id: 1 }, { _id: 2 }, { _id: 3 })
    const results = async (...pipeline: Document[]) =>
      batchOf(await must({ aggregate: 'things', pipeline, cursor: {} })).map(({ _id }) => _id)
    expect(await results({ $limit: 2 }, { $sort: { _id: -1 } })).toEqual([2, 1])
    expect(await results({ $limit: 2 }, { $match: { _id: { $gt: 1 } } })).toEqual([2])
    expect(await results({ $limit: 2 }, { $skip: 1 })).toEqual([2])
    expect(await results({ $skip: 1 }, { $limit: 1 })).toEqual([2])
  })
})

import type { Document } from 'bson'
import { describe, expect, it } from 'vitest'
import { anEngine, batchOf } from './engine.fixture.js'
import { expireDocuments } from './expiry.js'
import { MemoryStore } from './store/memory-store.fixture.js'

async function aCollection(documents: Document[], ...indexes: Document[]) {
  const spoken = anEngine()
  if (indexes.length > 0) await spoken.must({ createIndexes: 'things', indexes: indexes.map(named) })
  if (documents.length > 0) await spoken.must({ insert: 'things', documents })
  const explain = async (find: Document) => {
    const { queryPlanner, executionStats } = await spoken.must({ explain: { find: 'things', ...find } })
    const { winningPlan } = queryPlanner
    const fetch = winningPlan.stage === 'SORT' ? winningPlan.inputStage : winningPlan
    const { totalKeysExamined: keys, totalDocsExamined: docs, nReturned: found } = executionStats
    return { index: fetch.inputStage?.indexName, sorts: winningPlan.stage === 'SORT', keys, docs, found }
  }
  const ids = async (find: Document) => batchOf(await spoken.must({ find: 'things', ...find })).map(({ _id }) => _id)
  return { ...spoken, explain, ids }
}

const named = (index: Document): Document => ({ name: Object.entries(index.key).flat().join('_'), ...index })

const insertOf = (document: Document): Document => ({ insert: 'things', documents: [document] })

const hundred = Array.from({ length: 100 }, (_, _id) => ({ _id, group: _id % 5, rank: 99 - _id, name: `n${_id}` }))

describe('which index answers', () => {
  const find: [string, Document, Document][] = [
    ['an _id', { filter: { _id: 5 } }, { index: '_id_', keys: 1, docs: 1, found: 1 }],
    ['a unique field', { filter: { name: 'n7' } }, { index: 'name_1', keys: 1, docs: 1, found: 1 }],
    [
      'a few values',
      { filter: { name: { $in: ['n1', 'n2', 'none'] } } },
      { index: 'name_1', keys: 2, docs: 2, found: 2 },
    ],
    ['a range', { filter: { rank: { $gte: 10, $lt: 20 } } }, { index: 'rank_1', keys: 10, docs: 10, found: 10 }],
    ['above', { filter: { rank: { $gt: 97 } } }, { index: 'rank_1', keys: 2, found: 2 }],
    ['below', { filter: { rank: { $lte: 1 } } }, { index: 'rank_1', keys: 2, found: 2 }],
    ['a type without values', { filter: { rank: { $gt: 'a' } } }, { index: 'rank_1', keys: 0, found: 0 }],
    [
      'equality and range',
      { filter: { group: 2, rank: { $lt: 50 } } },
      { index: 'group_1_rank_-1', keys: 10, found: 10 },
    ],
    ['equality and order', { filter: { group: 2 }, sort: { rank: -1 }, limit: 3 }, { keys: 3, sorts: false }],
    ['the order the other way', { filter: { group: 2 }, sort: { rank: 1 }, limit: 3 }, { keys: 3, sorts: false }],
    ['an order alone', { sort: { rank: -1 }, limit: 5 }, { index: 'rank_1', keys: 5, docs: 5, sorts: false }],
    [
      'two fields of order',
      { sort: { group: -1, rank: 1 }, limit: 5 },
      { index: 'group_1_rank_-1', keys: 5, sorts: false },
    ],
    ['an order no index has', { sort: { group: 1, rank: 1 }, limit: 5 }, { docs: 100, sorts: true, found: 5 }],
    ['$and', { filter: { $and: [{ group: 1 }, { rank: 98 }] } }, { keys: 1, found: 1 }],
    [
      '$or of indexed clauses',
      { filter: { $or: [{ name: 'n3' }, { rank: { $gt: 97 } }, { _id: 0 }] } },
      { keys: 4, found: 3 },
    ],
    ['$or with an unindexed clause', { filter: { $or: [{ name: 'n3' }, { other: 1 }] } }, { docs: 100, found: 1 }],
    ['nothing indexed', { filter: { other: 1 } }, { index: undefined, keys: 0, docs: 100, found: 0 }],
    ['an empty $in', { filter: { name: { $in: [] } } }, { keys: 0, docs: 0, found: 0 }],
    ['a hint', { filter: { name: 'n7' }, hint: 'rank_1' }, { index: 'rank_1', keys: 100, found: 1 }],
    ['a hint by key', { filter: { name: 'n7' }, hint: { rank: 1 } }, { index: 'rank_1', found: 1 }],
    ['$natural', { filter: { name: 'n7' }, hint: { $natural: 1 } }, { index: undefined, docs: 100, found: 1 }],
  ]
  it.each(find)('%s', async (_, command, expected) => {
    const { explain } = await aCollection(
      hundred,
      { key: { name: 1 }, unique: true },
      { key: { rank: 1 } },
      { key: { group: 1, rank: -1 } },
    )
    expect(await explain(command)).toMatchObject(expected)
  })

  it('a hint does not change the order a collation asks for', async () => {
    const texts = ['B', 'a', 'C'].map((text, _id) => ({ _id, text }))
    const { ids } = await aCollection(texts, { key: { text: 1 } })
    const collated = { sort: { text: 1 }, collation: { locale: 'en', strength: 2 } }
    expect(await ids({ ...collated, hint: 'text_1' })).toEqual([1, 0, 2])
    expect(await ids(collated)).toEqual([1, 0, 2])
  })

  it('an unknown hint is refused', async () => {
    const { run } = await aCollection(hundred)
    expect(await run({ find: 'things', hint: 'none' })).toMatchObject({ ok: 0, code: 2 })
  })
})

describe('an index and a scan', () => {
  const values = [
    null,
    0,
    -1,
    1.5,
    2,
    10,
    '',
    'a',
    'b',
    new Date(0),
    true,
    false,
    [1, 2],
    [],
    [[1]],
    { a: 1 },
    'ä',
    -0.5,
  ]
  const documents = values.map((value, _id) => ({ _id, value })).concat([{ _id: 99 } as never])
  const filters: Document[] = [
    ...[null, 0, 1, 2, 'a', [1, 2], true, { a: 1 }].map((value) => ({ value })),
    { value: { $gt: 0 } },
    { value: { $gte: 0, $lte: 2 } },
    { value: { $lt: 'b' } },
    { value: { $gt: 1, $lt: 2 } },
    { value: { $ne: 1 } },
    { value: { $exists: false } },
    { value: { $in: [null, 2, 'ä'] } },
    { value: { $gte: new Date(-1) } },
    { value: { $not: { $gt: 0 } } },
    { value: { $elemMatch: { $gt: 1 } } },
    { value: { $all: [1, 2] } },
    { value: { $lte: false } },
    { $or: [{ value: 1 }, { value: { $gt: 1 } }, { value: null }] },
  ]
  it.each(filters.map((filter): [string, Document] => [JSON.stringify(filter), filter]))(
    'agree on %s',
    async (_, filter) => {
      for (const direction of [1, -1]) {
        const { ids } = await aCollection(documents, { key: { value: direction }, name: 'v' })
        const scanned = await ids({ filter, hint: { $natural: 1 } })
        expect((await ids({ filter, hint: 'v' })).sort()).toEqual(scanned.sort())
        const sorted = await ids({ filter, sort: { value: 1, _id: 1 }, hint: { $natural: 1 } })
        expect(await ids({ filter, sort: { value: 1, _id: 1 } })).toEqual(sorted)
      }
    },
  )
})

describe('an index over arrays', () => {
  it('finds a document once, by any of its elements', async () => {
    const { ids, explain } = await aCollection(
      [
        { _id: 1, tags: ['a', 'b', 'a'] },
        { _id: 2, tags: ['b'] },
      ],
      { key: { tags: 1 } },
    )
    expect(await ids({ filter: { tags: 'a' } })).toEqual([1])
    expect(await ids({ filter: { tags: { $gte: 'a' } } })).toEqual([1, 2])
    expect(await explain({ filter: { tags: 'a' } })).toMatchObject({ index: 'tags_1', keys: 1 })
  })

  it('lets two elements meet the two bounds of a range', async () => {
    const { ids } = await aCollection([{ _id: 1, marks: [1, 9] }], { key: { marks: 1 } })
    expect(await ids({ filter: { marks: { $gt: 4, $lt: 5 } }, hint: 'marks_1' })).toEqual([1])
  })

  it('keeps fields of one element together in a compound index', async () => {
    const row = {
      _id: 1,
      rows: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
    }
    const { run } = await aCollection([row], { key: { 'rows.x': 1, 'rows.y': 1 }, unique: true })
    expect(await run(insertOf({ _id: 2, rows: [{ x: 1, y: 4 }] }))).toMatchObject({ n: 1 })
    expect(await run(insertOf({ _id: 3, rows: [{ x: 3, y: 4 }] }))).toMatchObject({ writeErrors: [{ code: 11000 }] })
  })

  it('refuses two arrays side by side', async () => {
    const { run } = await aCollection([], { key: { a: 1, b: 1 } })
    expect(await run(insertOf({ a: [1, 2], b: [3, 4] }))).toMatchObject({ writeErrors: [{ code: 171 }] })
  })

  it('never gives them for a sorted page', async () => {
    const { explain } = await aCollection(
      [
        { _id: 1, tags: ['a', 'z'] },
        { _id: 2, tags: ['b'] },
      ],
      { key: { tags: 1 } },
    )
    expect(await explain({ sort: { tags: 1 } })).toMatchObject({ sorts: true })
  })
})

describe('a unique index', () => {
  it('names itself, the key and the value, in words and in fields', async () => {
    const { run } = await aCollection([{ _id: 1, a: 1, b: 'x' }], { key: { a: 1, b: -1 }, unique: true })
    const reply = await run(insertOf({ _id: 2, a: 1, b: 'x' }))
    expect(reply).toMatchObject({
      ok: 1,
      n: 0,
      writeErrors: [{ index: 0, code: 11000, keyPattern: { a: 1, b: -1 }, keyValue: { a: 1, b: 'x' } }],
    })
    expect(reply.writeErrors[0].errmsg).toBe(
      'E11000 duplicate key error collection: test.things index: a_1_b_-1 dup key: { a: 1, b: "x" }',
    )
  })

  it('counts missing fields as null, unless it is sparse or partial', async () => {
    const plain = await aCollection([{ _id: 1 }], { key: { a: 1 }, unique: true })
    expect(await plain.run(insertOf({ _id: 2 }))).toMatchObject({ writeErrors: [{ code: 11000 }] })
    const sparse = await aCollection([{ _id: 1 }], { key: { a: 1 }, unique: true, sparse: true })
    expect(await sparse.run(insertOf({ _id: 2 }))).toMatchObject({ n: 1 })
    const partial = await aCollection([{ _id: 1, a: 1, open: false }], {
      key: { a: 1 },
      unique: true,
      partialFilterExpression: { open: true },
    })
    expect(await partial.run(insertOf({ _id: 2, a: 1, open: true }))).toMatchObject({ n: 1 })
    expect(await partial.run(insertOf({ _id: 3, a: 1, open: true }))).toMatchObject({ writeErrors: [{ code: 11000 }] })
    expect(await partial.run(insertOf({ _id: 4, a: 1, open: false }))).toMatchObject({ n: 1 })
  })

  it('frees a value when its document changes or goes', async () => {
    const { run, must } = await aCollection([{ _id: 1, a: 1 }], { key: { a: 1 }, unique: true })
    await must({ update: 'things', updates: [{ q: { _id: 1 }, u: { $set: { a: 2 } } }] })
    expect(await run(insertOf({ _id: 2, a: 1 }))).toMatchObject({ n: 1 })
    await must({ delete: 'things', deletes: [{ q: { _id: 2 }, limit: 1 }] })
    expect(await run(insertOf({ _id: 3, a: 1 }))).toMatchObject({ n: 1 })
    expect(await run({ update: 'things', updates: [{ q: { _id: 3 }, u: { $set: { a: 2 } } }] })).toMatchObject({
      n: 0,
      writeErrors: [{ code: 11000 }],
    })
  })

  it('cannot be made over duplicates, and then leaves nothing', async () => {
    const { run, must } = await aCollection([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ])
    const index = { key: { a: 1 }, name: 'a_1', unique: true }
    expect(await run({ createIndexes: 'things', indexes: [index] })).toMatchObject({ ok: 0, code: 11000 })
    expect(batchOf(await must({ listIndexes: 'things' }))).toHaveLength(1)
  })

  it('goes on with the others when the insert is unordered', async () => {
    const { run, ids } = await aCollection([{ _id: 1 }])
    const documents = [{ _id: 1 }, { _id: 2 }, { _id: 1 }, { _id: 3 }]
    expect(await run({ insert: 'things', documents, ordered: false })).toMatchObject({
      n: 2,
      writeErrors: [{ index: 0 }, { index: 2 }],
    })
    expect(await run({ insert: 'things', documents: [{ _id: 4 }, { _id: 4 }, { _id: 5 }] })).toMatchObject({ n: 1 })
    expect(await ids({})).toEqual([1, 2, 3, 4])
  })

  it("tells values of more than a key's length apart", async () => {
    const long = 'x'.repeat(5000)
    const { run, ids } = await aCollection([{ _id: 1, a: `${long}1` }], { key: { a: 1 }, unique: true })
    expect(await run(insertOf({ _id: 2, a: `${long}2` }))).toMatchObject({ n: 1 })
    expect(await run(insertOf({ _id: 3, a: `${long}1` }))).toMatchObject({ writeErrors: [{ code: 11000 }] })
    expect(await ids({ filter: { a: `${long}2` } })).toEqual([2])
    expect(await ids({ filter: { a: { $gt: long } }, sort: { a: -1 } })).toEqual([2, 1])
  })
})

describe('sparse and partial indexes', () => {
  it('are not used where they would miss documents', async () => {
    const { explain, ids } = await aCollection([{ _id: 1 }, { _id: 2, a: 1 }], { key: { a: 1 }, sparse: true })
    expect(await explain({ sort: { a: 1 } })).toMatchObject({ index: undefined, found: 2 })
    expect(await ids({ filter: { a: null } })).toEqual([1])
    expect(await explain({ filter: { a: 1 } })).toMatchObject({ index: 'a_1', keys: 1 })
  })

  it('are used where the filter stays inside them', async () => {
    const index = { key: { a: 1 }, partialFilterExpression: { open: true, a: { $gt: 5 } } }
    const { explain } = await aCollection(
      [
        { _id: 1, a: 7, open: true },
        { _id: 2, a: 1, open: true },
      ],
      index,
    )
    expect(await explain({ filter: { a: 7, open: true } })).toMatchObject({ index: 'a_1', keys: 1 })
    expect(await explain({ filter: { a: 7 } })).toMatchObject({ index: undefined, found: 1 })
    expect(await explain({ filter: { a: 1, open: true } })).toMatchObject({ index: undefined, found: 1 })
  })
})

describe('a TTL index', () => {
  it('removes what is over, and only that', async () => {
    let now = 1_000_000
    const spoken = anEngine(new MemoryStore(), () => now)
    const index = { key: { at: 1 }, name: 'at_1', expireAfterSeconds: 60 }
    await spoken.must({ createIndexes: 'things', indexes: [index] })
    const at = new Date(now)
    await spoken.must({ insert: 'things', documents: [{ _id: 1, at }, { _id: 2, at: 'never' }, { _id: 3 }] })
    await expireDocuments(spoken.engine)
    expect(batchOf(await spoken.must({ find: 'things' }))).toHaveLength(3)
    now += 61_000
    await expireDocuments(spoken.engine)
    expect(batchOf(await spoken.must({ find: 'things' })).map(({ _id }) => _id)).toEqual([2, 3])
  })
})

describe('making and dropping indexes', () => {
  const make = (...indexes: Document[]): Document => ({ createIndexes: 'things', indexes })

  it('covers documents that were there before', async () => {
    const { must, ids } = await aCollection(hundred)
    await must(make({ key: { rank: 1 }, name: 'r' }))
    expect(await ids({ filter: { rank: 9 }, hint: 'r' })).toEqual([90])
  })

  it('says how many there are, and when there was nothing to do', async () => {
    const { must } = anEngine()
    const index = { key: { a: 1 }, name: 'a_1' }
    expect(await must(make(index))).toMatchObject({
      numIndexesBefore: 1,
      numIndexesAfter: 2,
      createdCollectionAutomatically: true,
    })
    expect(await must(make(index))).toMatchObject({ numIndexesAfter: 2, note: 'all indexes already exist' })
  })

  it.each<[string, number, Document]>([
    ['the same key by another name', 85, { key: { a: 1 }, name: 'other' }],
    ['the same name for another key', 86, { key: { b: 1 }, name: 'a_1' }],
    ['the same name with other options', 86, { key: { a: 1 }, name: 'a_1', unique: true }],
  ])('refuses %s', async (_, code, index) => {
    const { run } = await aCollection([], { key: { a: 1 } })
    expect(await run(make(index))).toMatchObject({ ok: 0, code })
  })

  it('drops by name, by key and altogether, but never _id', async () => {
    const { run, must } = await aCollection([], { key: { a: 1 } }, { key: { b: 1 } }, { key: { c: 1 } })
    const drop = (index: unknown) => run({ dropIndexes: 'things', index })
    expect(await drop('a_1')).toMatchObject({ ok: 1, nIndexesWas: 4 })
    expect(await drop({ b: 1 })).toMatchObject({ ok: 1 })
    expect(await drop('none')).toMatchObject({ ok: 0, code: 27 })
    expect(await drop('_id_')).toMatchObject({ ok: 0, code: 72 })
    expect(await drop('*')).toMatchObject({ ok: 1 })
    expect(batchOf(await must({ listIndexes: 'things' }))).toEqual([{ v: 2, key: { _id: 1 }, name: '_id_' }])
  })

  it('lists none of a collection that is not there', async () => {
    const { run } = anEngine()
    expect(await run({ listIndexes: 'none' })).toMatchObject({ ok: 0, code: 26, codeName: 'NamespaceNotFound' })
  })
})

import { type Document, Long } from 'bson'
import { describe, expect, it } from 'vitest'
import { anEngine, aSession } from './engine.fixture.js'

const remedy = /is not supported by the embedded database\. Set MONGODB_URI to a real MongoDB/

const index = (key: Document, options: Document = {}): Document => ({
  createIndexes: 'things',
  indexes: [{ key, name: 'x', ...options }],
})
const find = (options: Document): Document => ({ find: 'things', ...options })
const aggregate = (stage: Document): Document => ({ aggregate: 'things', pipeline: [stage], cursor: {} })

describe('what only a real MongoDB can do is refused by name, with the remedy', () => {
  it.each<[string, Document]>([
    ['change streams', aggregate({ $changeStream: {} })],
    ['tailable cursors', find({ tailable: true })],
    ['find with min and max', find({ min: { a: 1 } })],
    ['find with returnKey', find({ returnKey: true })],
    ['find with showRecordId', find({ showRecordId: true })],
    ['$text', find({ filter: { $text: { $search: 'x' } } })],
    ['$where', find({ filter: { $where: 'true' } })],
    ['$near', find({ filter: { at: { $near: [0, 0] } } })],
    ['$geoWithin', find({ filter: { at: { $geoWithin: {} } } })],
    ['a strange collation', find({ collation: { locale: 'en', strength: 5 } })],
    ['text indexes', index({ a: 'text' })],
    ['2dsphere indexes', index({ a: '2dsphere' })],
    ['hashed indexes', index({ a: 'hashed' })],
    ['wildcard indexes', index({ '$**': 1 })],
    ['hidden indexes', index({ a: 1 }, { hidden: true })],
    ['indexes with a collation', index({ a: 1 }, { collation: { locale: 'cy' } })],
    ['capped collections', { create: 'x', capped: true, size: 1000 }],
    ['time series', { create: 'x', timeseries: { timeField: 't' } }],
    ['views', { create: 'x', viewOn: 'things', pipeline: [] }],
    ['validators', { create: 'x', validator: { a: 1 } }],
    ['clustered collections', { create: 'x', clusteredIndex: { key: { _id: 1 }, unique: true } }],
    ['collections with a collation', { create: 'x', collation: { locale: 'cy' } }],
    ['read concern linearizable', find({ readConcern: { level: 'linearizable' } })],
    ['snapshot reads outside a transaction', find({ readConcern: { level: 'snapshot' } })],
    ['explain of writes', { explain: { update: 'things', updates: [] } }],
    ['aggregate with explain', { ...aggregate({ $match: {} }), explain: true }],
    ['aggregate on a database', { aggregate: 1, pipeline: [], cursor: {} }],
    ...['bulkWrite', 'mapReduce', 'collMod', 'createUser', 'saslStart', 'shardCollection', 'createSearchIndexes'].map(
      (name): [string, Document] => [name, { [name]: 1 }],
    ),
  ])('%s', async (_, command) => {
    const { run, must } = anEngine()
    await must({ insert: 'things', documents: [{ _id: 1 }] })
    expect(await run(command)).toMatchObject({
      ok: 0,
      code: 115,
      codeName: 'CommandNotSupported',
      errmsg: expect.stringMatching(remedy),
    })
  })
})

describe('what makes no sense to MongoDB either', () => {
  const { lsid } = aSession()
  it.each<[string, number, Document]>([
    ['an unknown command', 59, { fly: 1 }],
    ['an unknown option', 40415, find({ colour: 'red' })],
    ['an unknown option of a statement', 40415, { update: 'x', updates: [{ q: {}, u: {}, colour: 1 }] }],
    ['an unknown option of an index', 197, index({ a: 1 }, { colour: 1 })],
    ['an unknown stage', 40324, aggregate({ $fly: 1 })],
    ['a filter that is no document', 14, find({ filter: 5 })],
    ['a limit that is no number', 14, find({ limit: 'many' })],
    ['a negative skip', 51024, find({ skip: -1 })],
    ['an unknown query operator', 2, find({ filter: { a: { $fly: 1 } } })],
    ['a sort in no direction', 15975, find({ sort: { a: 5 } })],
    ['no documents to insert', 16, { insert: 'x', documents: [] }],
    ['an insert without documents', 40414, { insert: 'x' }],
    ['a collection without a name', 73, { find: '' }],
    ['a collection whose name is no text', 2, { find: 5 }],
    ['a collection named like an operator', 73, { find: 'a$b' }],
    ['a collection with an endless name', 73, { find: 'x'.repeat(300) }],
    ['an empty index key', 67, index({})],
    ['an index in no direction', 67, index({ a: 0 })],
    ['an index that is sparse and partial', 67, index({ a: 1 }, { sparse: true, partialFilterExpression: { a: 1 } })],
    ['an expiry over two fields', 67, index({ a: 1, b: 1 }, { expireAfterSeconds: 1 })],
    ['an aggregate without a cursor', 9, { aggregate: 'x', pipeline: [] }],
    ['a stage with two names', 40323, aggregate({ $match: {}, $limit: 1 })],
    ['a delete limit of two', 2, { delete: 'x', deletes: [{ q: {}, limit: 2 }] }],
    ['an update of nothing', 9, { update: 'x', updates: [{ q: {} }] }],
    ['findAndModify of neither kind', 9, { findAndModify: 'x', query: {} }],
    ['findAndModify of both kinds', 9, { findAndModify: 'x', remove: true, update: {} }],
    ['more from a cursor that is not there', 43, { getMore: Long.fromNumber(5), collection: 'x' }],
    ['a transaction number without a session', 72, find({ txnNumber: Long.ONE })],
    ['a session without a UUID', 9, find({ lsid: { id: 5 } })],
    ['autocommit: true', 72, find({ lsid, txnNumber: Long.ONE, autocommit: true, startTransaction: true })],
    ['a read as a retryable write', 20, find({ lsid, txnNumber: Long.ONE })],
    ['a commit without a transaction', 251, { commitTransaction: 1, lsid, txnNumber: Long.ONE, autocommit: false }],
    ['more copies than there are servers', 100, { insert: 'x', documents: [{}], writeConcern: { w: 2 } }],
  ])('is answered with its code: %s', async (_, code, command) => {
    const { run, faults } = anEngine()
    expect(await run(command)).toMatchObject({ ok: 0, code, errmsg: expect.any(String), codeName: expect.any(String) })
    expect(faults).toEqual([])
  })

  it.each<[string, number, Document]>([
    ['an _id that is an array', 53, { _id: [1] }],
    ['too many levels', 15, { a: nested(120) }],
  ])('is a write error: %s', async (_, code, document) => {
    const { run } = anEngine()
    expect(await run({ insert: 'x', documents: [document] })).toMatchObject({ ok: 1, n: 0, writeErrors: [{ code }] })
  })

  it('a replacement of many is a write error', async () => {
    const { run } = anEngine()
    const updates = [{ q: {}, u: { a: 1 }, multi: true }]
    expect(await run({ update: 'x', updates })).toMatchObject({ ok: 1, n: 0, writeErrors: [{ code: 9 }] })
  })

  it('a document above 16 MB is a write error', async () => {
    const { run } = anEngine()
    await run({ insert: 'x', documents: [{ _id: 1, text: 'x'.repeat(10_000_000) }] })
    const update = { update: 'x', updates: [{ q: { _id: 1 }, u: { $set: { more: 'x'.repeat(10_000_000) } } }] }
    expect(await run(update)).toMatchObject({ ok: 1, n: 0, writeErrors: [{ code: 10334 }] })
  })
})

function nested(levels: number): Document {
  return levels === 0 ? {} : { a: nested(levels - 1) }
}

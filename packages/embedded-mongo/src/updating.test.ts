import type { Document } from 'bson'
import { describe, expect, it } from 'vitest'
import { anEngine, batchOf } from './engine.fixture.js'

const collation = { locale: 'en', strength: 2 }

describe('an update with a collation compares texts by it', () => {
  it.each<[string, Document, Document, Document]>([
    ['$', { q: { names: 'ANN' }, u: { $set: { 'names.$': 'x' } } }, { names: ['bob', 'ann'] }, { names: ['bob', 'x'] }],
    ['$pull', { u: { $pull: { names: 'ANN' } } }, { names: ['bob', 'ann'] }, { names: ['bob'] }],
    ['$pull by a filter', { u: { $pull: { of: { a: 'ANN' } } } }, { of: [{ a: 'ann' }] }, { of: [] }],
    ['$pullAll', { u: { $pullAll: { names: ['ANN'] } } }, { names: ['bob', 'ann'] }, { names: ['bob'] }],
    ['$addToSet', { u: { $addToSet: { names: 'ANN' } } }, { names: ['ann'] }, { names: ['ann'] }],
    [
      '$push in order',
      { u: { $push: { names: { $each: ['B'], $sort: 1 } } } },
      { names: ['a'] },
      { names: ['a', 'B'] },
    ],
    ['$min', { u: { $min: { name: 'B' } } }, { name: 'a' }, { name: 'a' }],
    ['$max', { u: { $max: { name: 'B' } } }, { name: 'a' }, { name: 'B' }],
    [
      'array filters',
      { u: { $set: { 'names.$[one]': 'x' } }, arrayFilters: [{ one: 'ANN' }] },
      { names: ['bob', 'ann'] },
      { names: ['bob', 'x'] },
    ],
    [
      'a pipeline',
      { u: [{ $set: { same: { $eq: ['$name', 'ANN'] } } }] },
      { name: 'ann' },
      { name: 'ann', same: true },
    ],
  ])('%s', async (_, { q = {}, u, arrayFilters = [] }, before, after) => {
    const { must } = anEngine()
    const insert = {
      insert: 'things',
      documents: [
        { _id: 1, ...before },
        { _id: 2, ...before },
      ],
    }
    await must(insert)
    await must({ update: 'things', updates: [{ q: { ...q, _id: 1 }, u, arrayFilters, collation }] })
    const query = { ...q, _id: 2 }
    const { value } = await must({ findAndModify: 'things', query, update: u, arrayFilters, collation, new: true })
    expect(value).toEqual({ _id: 2, ...after })
    expect(batchOf(await must({ find: 'things', filter: { _id: 1 } }))).toEqual([{ _id: 1, ...after }])
  })

  it('and so do the projections that point at what was found', async () => {
    const { must } = anEngine()
    await must({ insert: 'things', documents: [{ _id: 1, names: ['bob', 'ann'] }] })
    const [filter, projection, found] = [{ names: 'ANN' }, { 'names.$': 1 }, { _id: 1, names: ['ann'] }]
    expect(batchOf(await must({ find: 'things', filter, projection, collation }))).toEqual([found])
    const modify = { findAndModify: 'things', query: filter, fields: projection, update: { $set: { a: 1 } }, collation }
    expect((await must(modify)).value).toEqual(found)
  })
})

import type { Document } from 'bson'
import { describe, expect, it } from 'vitest'
import { anEngine, batchOf } from '../engine.fixture.js'

async function someThings() {
  const spoken = anEngine()
  await spoken.must({ insert: 'things', documents: [1, 2, 3].map((n) => ({ _id: n, n, marks: [n, n + 1] })) })
  const all = async () => batchOf(await spoken.must({ find: 'things' }))
  return { ...spoken, all }
}

const isTwo = { $expr: { $eq: ['$n', '$$two'] } }
const two = { two: { $add: [1, 1] } }

describe('the variables of a command', () => {
  it('are worked out before a pipeline sees them', async () => {
    const { must } = await someThings()
    const pipeline = [{ $skip: 1 }, { $match: isTwo }, { $project: { is: '$$two', text: '$$text' } }]
    const variables = { ...two, text: { $literal: '$n' } }
    const reply = await must({ aggregate: 'things', pipeline, cursor: {}, let: variables })
    expect(batchOf(reply)).toEqual([{ _id: 2, is: 2, text: '$n' }])
  })

  it.each<[string, Document[]]>([
    ['alone', []],
    ['before a count', [{ $group: { _id: 1, n: { $sum: 1 } } }]],
    ['before another stage', [{ $addFields: { is: '$$two' } }]],
  ])('reach the $match a pipeline begins with, %s', async (_, rest) => {
    const { must } = await someThings()
    const ask = async (...head: Document[]) => {
      const pipeline = [...head, { $match: isTwo }, ...rest]
      return batchOf(await must({ aggregate: 'things', pipeline, cursor: {}, let: two }))
    }
    const found = await ask()
    expect(found).toHaveLength(1)
    // With something before it, the stage is no longer the search's.
    expect(found).toEqual(await ask({ $unset: 'nothing' }))
  })

  it('reach the filter and the projection of find, and its filter without a collection', async () => {
    const { must } = await someThings()
    const find = {
      filter: isTwo,
      projection: { marks: { $filter: { input: '$marks', cond: { $gt: ['$$this', '$$two'] } } } },
    }
    expect(batchOf(await must({ find: 'things', ...find, let: two }))).toEqual([{ _id: 2, marks: [3] }])
    expect(batchOf(await must({ find: 'none', filter: isTwo, let: two }))).toEqual([])
    const { executionStats } = await must({ explain: { find: 'things', filter: isTwo, let: two } })
    expect(executionStats.nReturned).toBe(1)
  })

  it('reach the filter of an update, its pipeline, and what an upsert inserts', async () => {
    const { must, all } = await someThings()
    const change = [{ $set: { n: { $multiply: ['$$two', 100] } } }]
    expect(await must({ update: 'things', updates: [{ q: isTwo, u: change }], let: two })).toMatchObject({ n: 1 })
    const upsert = { q: { _id: 9, $expr: { $gt: ['$n', '$$two'] } }, u: [{ $set: { n: '$$two' } }], upsert: true }
    expect(await must({ update: 'things', updates: [upsert], let: two })).toMatchObject({ n: 1, nModified: 0 })
    expect((await all()).map(({ n }) => n)).toEqual([1, 200, 3, 2])
  })

  it('reach the filter of a delete', async () => {
    const { must, all } = await someThings()
    const deletes = [{ q: isTwo, limit: 0 }]
    expect(await must({ delete: 'none', deletes, let: two })).toMatchObject({ n: 0 })
    expect(await must({ delete: 'things', deletes, let: two })).toMatchObject({ n: 1 })
    expect((await all()).map(({ _id }) => _id)).toEqual([1, 3])
  })

  it('reach filter, update and projection of findAndModify', async () => {
    const { must } = await someThings()
    const modify = { findAndModify: 'things', query: isTwo, fields: { n: 1, is: '$$two' }, let: two }
    const changed = await must({ ...modify, update: [{ $set: { n: { $add: ['$n', '$$two'] } } }], new: true })
    expect(changed.value).toEqual({ _id: 2, n: 4, is: 2 })
    const removed = await must({ ...modify, query: { $expr: { $gt: ['$n', { $add: ['$$two', 1] }] } }, remove: true })
    expect(removed.value).toEqual({ _id: 2, n: 4, is: 2 })
  })

  it('know the collation and the time of the command', async () => {
    const { must } = await someThings()
    const same = { $expr: { $and: ['$$same', { $eq: ['$$NOW', '$$at'] }] } }
    const command = { find: 'things', filter: same, let: { same: { $eq: ['a', 'A'] }, at: '$$NOW' } }
    expect(batchOf(await must(command))).toHaveLength(0)
    expect(batchOf(await must({ ...command, collation: { locale: 'en', strength: 2 } }))).toHaveLength(3)
  })

  it.each<[string, number, Document]>([
    ['a field of a document there is not yet', 4890500, { two: { $add: ['$n', 1] } }],
    ['the whole document', 4890500, { two: '$$ROOT' }],
    ['the name of what belongs to the system', 9, { two: 2, NOW: 5 }],
    ['a variable that is not there', 17276, { other: 2 }],
    ['an unknown expression', 168, { two: { $fly: 1 } }],
  ])('are refused with %s', async (_, code, variables) => {
    const { run } = await someThings()
    expect(await run({ find: 'things', filter: isTwo, let: variables })).toMatchObject({ ok: 0, code })
    const pipeline = [{ $match: isTwo }]
    expect(await run({ aggregate: 'things', pipeline, cursor: {}, let: variables })).toMatchObject({ ok: 0, code })
  })
})

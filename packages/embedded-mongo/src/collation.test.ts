import type { Document } from 'bson'
import { describe, expect, it } from 'vitest'
import { anEngine, batchOf } from './engine.fixture.js'

const collation = { locale: 'cy', strength: 1 }
const towns = ['Bae', 'BAE', 'bâe', 'Llan', 'LLÂN', 'Lyn'].map((town, _id) => ({ _id, town, towns: [town, 'bae'] }))

async function withTowns() {
  const spoken = anEngine()
  await spoken.must({ createIndexes: 'towns', indexes: [{ key: { town: 1 }, name: 'town_1' }] })
  await spoken.must({ insert: 'towns', documents: towns })
  const { must } = spoken
  const pipeline = async (stages: Document[], more: Document = { collation }): Promise<Document[]> =>
    batchOf(await must({ aggregate: 'towns', pipeline: stages, cursor: {}, ...more }))
  return { ...spoken, pipeline }
}

describe('a collation decides which texts are the same', () => {
  it('for distinct, also inside arrays', async () => {
    const { must } = await withTowns()
    const values = async (key: string) => (await must({ distinct: 'towns', key, collation })).values
    expect(await values('town')).toEqual(['Bae', 'Llan', 'Lyn'])
    expect(await values('towns')).toEqual(['Bae', 'Llan', 'Lyn'])
    expect((await must({ distinct: 'towns', key: 'town' })).values).toHaveLength(6)
  })

  it.each<[string, Document[], Document[]]>([
    [
      '$group',
      [{ $group: { _id: '$town', n: { $sum: 1 } } }],
      [
        { _id: 'Bae', n: 3 },
        { _id: 'Llan', n: 2 },
        { _id: 'Lyn', n: 1 },
      ],
    ],
    [
      '$group by several fields',
      [{ $group: { _id: { town: '$town', list: ['$town'] }, n: { $sum: 1 } } }, { $project: { _id: 0 } }],
      [{ n: 3 }, { n: 2 }, { n: 1 }],
    ],
    [
      '$sortByCount',
      [{ $sortByCount: '$town' }],
      [
        { _id: 'Bae', count: 3 },
        { _id: 'Llan', count: 2 },
        { _id: 'Lyn', count: 1 },
      ],
    ],
    // In Welsh, ll comes after every other l; in bytes, LLÂN comes before Lyn.
    [
      '$bucket',
      [{ $bucket: { groupBy: '$town', boundaries: ['B', 'LL', 'm'] } }],
      [
        { _id: 'B', count: 4 },
        { _id: 'LL', count: 2 },
      ],
    ],
    ['$bucketAuto', [{ $bucketAuto: { groupBy: '$town', buckets: 6 } }, { $count: 'n' }], [{ n: 3 }]],
    [
      '$addToSet',
      [{ $group: { _id: null, towns: { $addToSet: '$town' } } }, { $project: { _id: 0 } }],
      [{ towns: ['Bae', 'Llan', 'Lyn'] }],
    ],
    [
      '$setWindowFields by partition',
      [
        { $setWindowFields: { partitionBy: '$town', sortBy: { _id: 1 }, output: { n: { $documentNumber: {} } } } },
        { $project: { n: 1 } },
      ],
      [
        { _id: 0, n: 1 },
        { _id: 1, n: 2 },
        { _id: 2, n: 3 },
        { _id: 5, n: 1 },
        { _id: 3, n: 1 },
        { _id: 4, n: 2 },
      ],
    ],
    [
      '$setWindowFields by rank',
      [
        { $setWindowFields: { sortBy: { town: 1 }, output: { n: { $denseRank: {} } } } },
        { $group: { _id: '$n', n: { $sum: 1 } } },
      ],
      [
        { _id: 1, n: 3 },
        { _id: 2, n: 1 },
        { _id: 3, n: 2 },
      ],
    ],
    [
      '$lookup by fields',
      [
        { $match: { _id: 0 } },
        { $lookup: { from: 'towns', localField: 'town', foreignField: 'town', as: 'same' } },
        { $project: { _id: 0, same: '$same._id' } },
      ],
      [{ same: [0, 1, 2] }],
    ],
    [
      '$lookup by a pipeline',
      [
        { $match: { _id: 4 } },
        {
          $lookup: {
            from: 'towns',
            let: { town: '$town' },
            pipeline: [{ $match: { $expr: { $eq: ['$town', '$$town'] } } }],
            as: 'same',
          },
        },
        { $project: { _id: 0, same: '$same._id' } },
      ],
      [{ same: [3, 4] }],
    ],
    [
      '$graphLookup',
      [
        { $match: { _id: 0 } },
        {
          $graphLookup: {
            from: 'towns',
            startWith: '$town',
            connectFromField: 'town',
            connectToField: 'town',
            as: 'same',
          },
        },
        { $project: { _id: 0, same: { $size: '$same' } } },
      ],
      [{ same: 3 }],
    ],
    [
      '$in',
      [{ $match: { town: { $in: ['BÂE', 'x'] } } }, { $project: { _id: 1 } }],
      [{ _id: 0 }, { _id: 1 }, { _id: 2 }],
    ],
    ['$nin', [{ $match: { town: { $nin: ['BÂE', 'llan'] } } }, { $project: { _id: 1 } }], [{ _id: 5 }]],
    [
      '$facet',
      [{ $facet: { all: [{ $sortByCount: '$town' }] } }, { $project: { all: { $size: '$all' } } }],
      [{ all: 3 }],
    ],
    ['$unionWith', [{ $unionWith: 'towns' }, { $sortByCount: '$town' }, { $limit: 1 }], [{ _id: 'Bae', count: 6 }]],
    ['counting', [{ $match: { town: 'BAE' } }, { $group: { _id: 1, n: { $sum: 1 } } }], [{ _id: 1, n: 3 }]],
  ])('for %s', async (_, stages, expected) => {
    const { pipeline } = await withTowns()
    expect(await pipeline(stages)).toEqual(expected)
    expect(await pipeline(stages, {})).not.toEqual(expected)
  })

  it('for find, count, delete and update, whatever index there is', async () => {
    const { must } = await withTowns()
    const filter = { town: { $gte: 'll' } }
    const sort = { town: 1, _id: 1 }
    expect(batchOf(await must({ find: 'towns', filter, sort, collation })).map(({ _id }) => _id)).toEqual([3, 4])
    expect(await must({ count: 'towns', query: { town: 'BAE' }, collation })).toMatchObject({ n: 3 })
    const u = { $set: { seen: true } }
    expect(
      await must({ update: 'towns', updates: [{ q: { town: 'LLAN' }, u, multi: true, collation }] }),
    ).toMatchObject({ n: 2 })
    expect(await must({ delete: 'towns', deletes: [{ q: { town: 'bae' }, limit: 0, collation }] })).toMatchObject({
      n: 3,
    })
  })

  it('may put capitals or small letters first', async () => {
    const { must } = await withTowns()
    const order = async (caseFirst: string) =>
      batchOf(
        await must({
          find: 'towns',
          filter: { _id: { $lt: 2 } },
          sort: { town: 1 },
          collation: { locale: 'cy', caseFirst },
        }),
      ).map(({ town }) => town)
    expect(await order('upper')).toEqual(['BAE', 'Bae'])
    expect(await order('lower')).toEqual(['Bae', 'BAE'])
  })
})

describe('a collation that cannot be followed is refused', () => {
  it.each<[string, Document, number]>([
    ['a language nobody knows', { locale: 'xx' }, 2],
    ['no language at all', { locale: '!' }, 2],
    ['no locale', { strength: 1 }, 40414],
    ['capitals in the middle', { locale: 'cy', caseFirst: 'middle' }, 2],
    ['a strange alternate', { locale: 'cy', alternate: 'sometimes' }, 2],
    ['shifted', { locale: 'cy', alternate: 'shifted' }, 115],
    ['case levels', { locale: 'cy', caseLevel: true }, 115],
    ['an option nobody knows', { locale: 'cy', loud: true }, 40415],
  ])('%s', async (_, strange, code) => {
    const { run } = await withTowns()
    for (const command of [
      { find: 'towns', collation: strange },
      { distinct: 'towns', key: 'town', collation: strange },
      { aggregate: 'towns', pipeline: [], cursor: {}, collation: strange },
    ])
      expect(await run(command)).toMatchObject({ ok: 0, code })
  })
})

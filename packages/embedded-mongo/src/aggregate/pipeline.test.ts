import { type Document, Double, Int32, Long } from 'bson'
import { describe, expect, it } from 'vitest'
import { runPipeline } from './pipeline.js'

const int = (value: number): Int32 => new Int32(value)
const collections: Record<string, Document[]> = {
  people: [
    { _id: 1, name: 'a', boss: null },
    { _id: 2, name: 'b', boss: 1, tags: ['x', 'y'] },
    { _id: 3, name: 'c', boss: 2, tags: ['y'] },
  ],
}
const run = (docs: Document[], pipeline: Document[], more: object = {}): Document[] => [
  ...runPipeline(docs, pipeline, { collection: (name) => collections[name] ?? [], vars: {}, ...more }),
]

const docs: Document[] = [
  { _id: 1, k: 'a', n: int(3), list: [1, 2] },
  { _id: 2, k: 'b', n: int(1), list: [] },
  { _id: 3, k: 'a', n: new Double(1.5) },
  { _id: 4, n: null, list: null },
]

const cases: [string, Document[], Document[]][] = [
  ['$match', [{ $match: { n: { $gt: 1 } } }, { $project: { _id: 1 } }], [{ _id: 1 }, { _id: 3 }]],
  ['$project', [{ $limit: 1 }, { $project: { _id: 0, x: '$k', n: 1 } }], [{ n: int(3), x: 'a' }]],
  ['$project without fields', [{ $limit: 1 }, { $project: { n: 0, list: 0 } }], [{ _id: 1, k: 'a' }]],
  [
    '$set',
    [{ $limit: 1 }, { $set: { n: 9, 'o.p': '$k', list: '$$REMOVE' } }],
    [{ _id: 1, k: 'a', n: 9, o: { p: 'a' } }],
  ],
  [
    '$addFields into arrays',
    [{ $limit: 1 }, { $project: { list: [{ a: 1 }, 2] } }, { $addFields: { list: { b: '$_id' } } }],
    [{ _id: 1, list: [{ a: 1, b: 1 }, { b: 1 }] }],
  ],
  ['$unset', [{ $limit: 1 }, { $unset: ['n', 'list'] }], [{ _id: 1, k: 'a' }]],
  [
    '$group',
    [
      {
        $group: {
          _id: '$k',
          sum: { $sum: '$n' },
          avg: { $avg: '$n' },
          min: { $min: '$n' },
          max: { $max: '$n' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          all: { $push: '$n' },
          set: { $addToSet: '$k' },
          count: { $count: {} },
        },
      },
    ],
    [
      {
        _id: 'a',
        sum: new Double(4.5),
        avg: new Double(2.25),
        min: new Double(1.5),
        max: int(3),
        first: 1,
        last: 3,
        all: [int(3), new Double(1.5)],
        set: ['a'],
        count: int(2),
      },
      {
        _id: 'b',
        sum: int(1),
        avg: new Double(1),
        min: int(1),
        max: int(1),
        first: 2,
        last: 2,
        all: [int(1)],
        set: ['b'],
        count: int(1),
      },
      {
        _id: null,
        sum: int(0),
        avg: null,
        min: null,
        max: null,
        first: 4,
        last: 4,
        all: [null],
        set: [],
        count: int(1),
      },
    ],
  ],
  ['$group by nothing', [{ $group: { _id: null, n: { $sum: 1 } } }], [{ _id: null, n: int(4) }]],
  [
    '$group by a document',
    [{ $match: { k: 'a' } }, { $group: { _id: { k: '$k', x: '$x' }, m: { $mergeObjects: { a: '$_id' } } } }],
    [{ _id: { k: 'a' }, m: { a: 3 } }],
  ],
  [
    '$group with $stdDevPop',
    [{ $group: { _id: null, d: { $stdDevPop: '$_id' } } }],
    [{ _id: null, d: new Double(Math.sqrt(1.25)) }],
  ],
  ['$sort', [{ $sort: { n: -1 } }, { $project: { _id: 1 } }], [{ _id: 1 }, { _id: 3 }, { _id: 2 }, { _id: 4 }]],
  ['$skip and $limit', [{ $skip: 1 }, { $limit: int(1) }, { $project: { _id: 1 } }], [{ _id: 2 }]],
  ['$count', [{ $count: 'n' }], [{ n: int(4) }]],
  ['$count of nothing', [{ $match: { x: 1 } }, { $count: 'n' }], []],
  [
    '$unwind',
    [{ $unwind: '$list' }, { $project: { list: 1 } }],
    [
      { _id: 1, list: 1 },
      { _id: 1, list: 2 },
    ],
  ],
  [
    '$unwind with options',
    [
      { $unwind: { path: '$list', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { list: 1, i: 1 } },
    ],
    [
      { _id: 1, list: 1, i: Long.fromInt(0) },
      { _id: 1, list: 2, i: Long.fromInt(1) },
      { _id: 2, i: null },
      { _id: 3, i: null },
      { _id: 4, list: null, i: null },
    ],
  ],
  ['$sortByCount', [{ $sortByCount: '$k' }, { $limit: 1 }], [{ _id: 'a', count: int(2) }]],
  ['$replaceRoot', [{ $limit: 1 }, { $replaceRoot: { newRoot: { a: '$n' } } }], [{ a: int(3) }]],
  ['$replaceWith', [{ $limit: 1 }, { $replaceWith: { $mergeObjects: [{ z: 1 }, { k: '$k' }] } }], [{ z: 1, k: 'a' }]],
  [
    '$bucket',
    [{ $bucket: { groupBy: '$_id', boundaries: [0, 2, 4], default: 'other' } }],
    [
      { _id: 0, count: int(1) },
      { _id: 2, count: int(2) },
      { _id: 'other', count: int(1) },
    ],
  ],
  [
    '$facet',
    [{ $facet: { a: [{ $count: 'n' }], b: [{ $limit: 1 }, { $project: { _id: 1 } }] } }],
    [{ a: [{ n: int(4) }], b: [{ _id: 1 }] }],
  ],
  [
    '$unionWith',
    [
      { $limit: 1 },
      { $project: { _id: 1 } },
      { $unionWith: { coll: 'people', pipeline: [{ $match: { _id: 3 } }, { $project: { name: 1 } }] } },
    ],
    [{ _id: 1 }, { _id: 3, name: 'c' }],
  ],
  [
    '$lookup by fields',
    [
      { $match: { _id: { $lte: 2 } } },
      { $project: { _id: 1 } },
      { $lookup: { from: 'people', localField: '_id', foreignField: 'boss', as: 'staff' } },
    ],
    [
      { _id: 1, staff: [collections.people?.[1]] },
      { _id: 2, staff: [collections.people?.[2]] },
    ],
  ],
  [
    '$lookup from an array',
    [
      { $limit: 1 },
      { $project: { list: 1 } },
      { $lookup: { from: 'people', localField: 'list', foreignField: '_id', as: 'p' } },
      { $project: { 'p.name': 1 } },
    ],
    [{ _id: 1, p: [{ name: 'a' }, { name: 'b' }] }],
  ],
  [
    '$lookup of a missing field',
    [
      { $limit: 1 },
      { $project: { _id: 1 } },
      { $lookup: { from: 'people', localField: 'x', foreignField: 'boss', as: 'p' } },
      { $project: { 'p._id': 1 } },
    ],
    [{ _id: 1, p: [{ _id: 1 }] }],
  ],
  [
    '$lookup with a pipeline',
    [
      { $match: { _id: 2 } },
      { $project: { _id: 1 } },
      {
        $lookup: {
          from: 'people',
          let: { me: '$_id' },
          pipeline: [{ $match: { $expr: { $gte: ['$_id', '$$me'] } } }, { $project: { _id: 1 } }],
          as: 'p',
        },
      },
    ],
    [{ _id: 2, p: [{ _id: 2 }, { _id: 3 }] }],
  ],
  [
    '$lookup with both',
    [
      { $match: { _id: 1 } },
      { $project: { _id: 1 } },
      {
        $lookup: {
          from: 'people',
          localField: '_id',
          foreignField: 'boss',
          pipeline: [{ $project: { name: 1 } }],
          as: 'p',
        },
      },
    ],
    [{ _id: 1, p: [{ _id: 2, name: 'b' }] }],
  ],
  [
    '$graphLookup',
    [
      { $match: { _id: 3 } },
      { $project: { _id: 1 } },
      {
        $graphLookup: {
          from: 'people',
          startWith: '$_id',
          connectFromField: 'boss',
          connectToField: '_id',
          as: 'chain',
          depthField: 'd',
        },
      },
      { $project: { 'chain._id': 1, 'chain.d': 1 } },
    ],
    [
      {
        _id: 3,
        chain: [
          { _id: 3, d: Long.fromInt(0) },
          { _id: 2, d: Long.fromInt(1) },
          { _id: 1, d: Long.fromInt(2) },
        ],
      },
    ],
  ],
]

const sales: Document[] = [
  { _id: 1, shop: 'x', day: int(1), n: int(10) },
  { _id: 2, shop: 'y', day: int(1), n: int(5) },
  { _id: 3, shop: 'x', day: int(4), n: int(20) },
  { _id: 4, shop: 'x', day: int(2), n: int(20) },
]
const windowed = (sortBy: object, field: object): Document[] =>
  run(sales, [{ $setWindowFields: { partitionBy: '$shop', sortBy, output: { w: field } } }, { $project: { w: 1 } }])

describe('$setWindowFields', () => {
  it('adds up over positions around each row of a partition', () => {
    expect(windowed({ day: 1 }, { $sum: '$n', window: { documents: ['unbounded', 'current'] } })).toStrictEqual([
      { _id: 1, w: int(10) },
      { _id: 4, w: int(30) },
      { _id: 3, w: int(50) },
      { _id: 2, w: int(5) },
    ])
    expect(
      windowed({ day: 1 }, { $push: '$n', window: { documents: [int(-1), int(0)] } }).map(({ w }) => w),
    ).toStrictEqual([[int(10)], [int(10), int(20)], [int(20), int(20)], [int(5)]])
    expect(windowed({ day: 1 }, { $max: '$n' }).map(({ w }) => w)).toStrictEqual([int(20), int(20), int(20), int(5)])
  })

  it('adds up over a distance of the sorted value', () => {
    expect(windowed({ day: 1 }, { $sum: '$n', window: { range: [int(-1), int(0)] } }).map(({ w }) => w)).toStrictEqual([
      int(10),
      int(30),
      int(20),
      int(5),
    ])
  })

  it('numbers, ranks and shifts', () => {
    expect(windowed({ n: 1 }, { $rank: {} }).map(({ w }) => w)).toStrictEqual([int(1), int(2), int(2), int(1)])
    expect(windowed({ n: -1 }, { $denseRank: {} }).map(({ w }) => w)).toStrictEqual([int(1), int(1), int(2), int(1)])
    expect(windowed({ day: 1 }, { $documentNumber: {} }).map(({ w }) => w)).toStrictEqual([
      int(1),
      int(2),
      int(3),
      int(1),
    ])
    expect(
      windowed({ day: 1 }, { $shift: { output: '$n', by: int(1), default: 'none' } }).map(({ w }) => w),
    ).toStrictEqual([int(20), int(20), 'none', 'none'])
  })
})

describe('$redact', () => {
  const tree = [
    { _id: 1, level: 1, in: { level: 5, x: 1 }, list: [{ level: 1, y: 2 }, { level: 5 }, 7] },
    { _id: 2, level: 5 },
  ]

  it('prunes on every level', () => {
    const pipeline = [{ $redact: { $cond: [{ $eq: ['$level', 5] }, '$$PRUNE', '$$DESCEND'] } }]
    expect(run(tree, pipeline)).toEqual([{ _id: 1, level: 1, list: [{ level: 1, y: 2 }, 7] }])
  })

  it('keeps what it need not look into', () => {
    expect(run(tree, [{ $redact: { $cond: [{ $eq: ['$level', 1] }, '$$KEEP', '$$PRUNE'] } }])).toEqual([tree[0]])
  })
})

describe('$bucketAuto', () => {
  it('makes buckets of about the same size', () => {
    expect(run(docs, [{ $bucketAuto: { groupBy: '$_id', buckets: int(2) } }])).toStrictEqual([
      { _id: { min: 1, max: 3 }, count: int(2) },
      { _id: { min: 3, max: 4 }, count: int(2) },
    ])
  })

  it('never parts equal values', () => {
    expect(
      run([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }], [{ $bucketAuto: { groupBy: '$a', buckets: 2 } }]),
    ).toStrictEqual([
      { _id: { min: 1, max: 2 }, count: int(3) },
      { _id: { min: 2, max: 2 }, count: int(1) },
    ])
  })
})

describe('a pipeline', () => {
  it.each(cases)('with %s', (_name, pipeline, results) => {
    expect(run(docs, pipeline)).toStrictEqual(results)
  })

  it('takes no more documents than it needs', () => {
    let taken = 0
    const endless = (function* (): Iterable<Document> {
      for (;;) yield { _id: ++taken }
    })()
    expect([
      ...runPipeline(endless, [{ $match: { _id: { $gt: 2 } } }, { $limit: 2 }], { collection: () => [], vars: {} }),
    ]).toEqual([{ _id: 3 }, { _id: 4 }])
    expect(taken).toBe(4)
  })

  it('samples as many documents as asked for, each once', () => {
    const sample = run(docs, [{ $sample: { size: 3 } }]).map((doc) => doc._id)
    expect(new Set(sample).size).toBe(3)
  })

  it('uses the variables of the command', () => {
    expect(run(docs, [{ $match: { $expr: { $eq: ['$k', '$$x'] } } }, { $count: 'n' }], { vars: { x: 'b' } })).toEqual([
      { n: int(1) },
    ])
  })

  it('hands the result of $out and $merge over', () => {
    const written: Document[] = []
    const write = (stage: Document, results: Iterable<Document>): void => {
      written.push(stage, ...results)
    }
    expect(run(docs, [{ $match: { _id: 4 } }, { $out: 'x' }], { write })).toEqual([])
    expect(written).toEqual([{ $out: 'x' }, docs[3]])
  })
})

const wrong: [Document[], number, string][] = [
  [[{ $foo: 1 }], 40324, "Unrecognized pipeline stage name: '$foo'"],
  [[{ $match: {}, $limit: 1 }], 40323, 'A pipeline stage specification object must contain exactly one field.'],
  [[{}], 40323, 'exactly one field'],
  [[{ $match: 1 }], 15959, 'the match filter must be an expression in an object'],
  [[{ $project: {} }], 51272, 'Invalid $project :: caused by :: projection specification must have at least one field'],
  [
    [{ $project: { a: 1, b: 0 } }],
    31254,
    'Invalid $project :: caused by :: Cannot do exclusion on field b in inclusion projection',
  ],
  [[{ $project: { a: { $foo: 1 } } }], 31325, 'Invalid $project :: caused by :: Unknown expression $foo'],
  [[{ $addFields: { a: { $foo: 1 } } }], 168, "Invalid $addFields :: caused by :: Unrecognized expression '$foo'"],
  [[{ $set: 1 }], 40272, '$set specification stage must be an object, got int'],
  [[{ $unset: 1 }], 31002, '$unset specification must be a string or an array'],
  [[{ $group: {} }], 15955, 'a group specification must include an _id'],
  [[{ $group: { _id: 1, a: 1 } }], 40234, "The field 'a' must be an accumulator object"],
  [[{ $group: { _id: 1, a: { $foo: 1 } } }], 15952, "unknown group operator '$foo'"],
  [[{ $group: { _id: 1, 'a.b': { $sum: 1 } } }], 40235, "The field name 'a.b' cannot contain '.'"],
  [[{ $group: { _id: 1, a: { $sum: [1, 2] } } }], 40237, 'The $sum accumulator is a unary operator'],
  [[{ $group: { _id: 1, a: { $accumulator: {} } } }], 115, 'MONGODB_URI'],
  [[{ $sort: {} }], 15976, '$sort stage must have at least one sort key'],
  [[{ $sort: { a: 2 } }], 15975, '$sort key ordering must be 1'],
  [[{ $limit: 0 }], 15958, 'the limit must be positive'],
  [[{ $limit: 'x' }], 2107201, 'Expected a number in: $limit: "x"'],
  [[{ $skip: -1 }], 5107200, 'Expected a non-negative number in: $skip: -1'],
  [[{ $count: '' }], 40156, 'the count field must be a non-empty string'],
  [[{ $unwind: 'a' }], 28818, "path option to $unwind stage should be prefixed with a '$': a"],
  [[{ $unwind: { path: '$a', foo: 1 } }], 28811, 'unrecognized option to $unwind stage: foo'],
  [[{ $replaceRoot: {} }], 40231, 'no newRoot specified'],
  [
    [{ $replaceWith: '$nothing' }],
    40228,
    "'replacement document'  must evaluate to an object, but resulting value was: MISSING.",
  ],
  [[{ $bucket: { groupBy: '$_id', boundaries: [2, 1] } }], 40194, 'ascending order'],
  [[{ $bucket: { groupBy: '$_id', boundaries: [7, 8] } }], 40066, 'could not find a matching branch'],
  [[{ $lookup: { from: 'x', as: 'y' } }], 9, '$lookup requires'],
  [[{ $lookup: { from: 'x', as: 'y', pipeline: [{ $foo: 1 }] } }], 40324, '$foo'],
  [[{ $facet: {} }], 40169, '$facet'],
  [[{ $facet: { a: [{ $out: 'x' }] } }], 40600, '$out is not allowed to be used within a $facet stage'],
  [[{ $out: 'x' }, { $limit: 1 }], 40601, '$out can only be the final stage in the pipeline'],
  [[{ $out: 'x' }], 115, 'MONGODB_URI'],
  [[{ $search: {} }], 115, 'The aggregation stage $search is not supported'],
  [[{ $geoNear: {} }], 115, '$geoNear'],
  [[{ $bucketAuto: { groupBy: '$_id', buckets: 0 } }], 40243, 'must be greater than 0'],
  [[{ $redact: '$k' }], 17053, '$$KEEP'],
  [[{ $densify: {} }], 115, '$densify'],
  [[{ $setWindowFields: { output: { a: { $rank: {} } } } }], 5371602, 'sortBy'],
  [[{ $setWindowFields: { output: { a: { $foo: 1 } } } }], 9, 'Unrecognized window function, $foo'],
  [[{ $setWindowFields: { output: { a: { $sum: 1, window: { documents: [1, 0] } } } } }], 5339900, 'Lower bound'],
]

describe('a wrong pipeline', () => {
  it.each(wrong)('%j is refused with %i', (pipeline, code, message) => {
    expect(() => run(docs, pipeline)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    )
  })

  it('is one that nests too deeply', () => {
    let pipeline: Document[] = [{ $limit: 1 }]
    for (let i = 0; i < 25; i++) pipeline = [{ $unionWith: { coll: 'people', pipeline } }]
    expect(() => run(docs, pipeline)).toThrow(expect.objectContaining({ code: 232 }))
  })
})

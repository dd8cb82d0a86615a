import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId } from 'bson'
import { describe, expect, it } from 'vitest'
import { bounds, compileFilter, compileMatcher, equalities } from './match.js'

const id = new ObjectId('65f000000000000000000001')

// filter, documents it finds, documents it does not find
const cases: [string, object, object[], object[]][] = [
  ['an empty filter', {}, [{}, { a: 1 }], []],
  [
    'a literal',
    { a: 1 },
    [{ a: 1 }, { a: new Double(1) }, { a: Long.fromInt(1) }, { a: [2, 1] }, { a: Decimal128.fromString('1.0') }],
    [{ a: '1' }, { a: 2 }, {}],
  ],
  ['null', { a: null }, [{ a: null }, {}, { a: [null] }], [{ a: 0 }, { a: [] }, { a: {} }]],
  [
    'null behind a path',
    { 'a.b': null },
    [{}, { a: 1 }, { a: {} }, { a: { b: null } }, { a: [{ c: 1 }] }],
    [{ a: [1] }, { a: [] }, { a: { b: 1 } }],
  ],
  [
    'a document',
    { a: { b: 1, c: 2 } },
    [{ a: { b: 1, c: 2 } }, { a: [{ b: 1, c: 2 }] }],
    [{ a: { c: 2, b: 1 } }, { a: { b: 1 } }],
  ],
  ['an array', { a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
  ['an id', { _id: id }, [{ _id: new ObjectId(id.id) }], [{ _id: id.toHexString() }]],
  [
    'a binary',
    { a: new Binary(Buffer.of(1, 2)) },
    [{ a: new Binary(Buffer.of(1, 2)) }],
    [{ a: new Binary(Buffer.of(1, 2), 4) }, { a: new Binary(Buffer.of(1, 3)) }],
  ],
  ['a pattern', { a: /^b/i }, [{ a: 'Bc' }, { a: ['x', 'b'] }, { a: /^b/i }], [{ a: 'ab' }, { a: 1 }, { a: /^b/ }]],
  ['a stored pattern', { a: { $eq: /^b/ } }, [{ a: /^b/ }], [{ a: 'b' }]],
  ['$regex with options', { a: { $regex: 'a.b', $options: 'si' } }, [{ a: 'A\nB' }], [{ a: 'ab' }]],
  ['$options before $regex', { a: { $options: 'i', $regex: 'b' } }, [{ a: 'B' }], [{ a: 'c' }]],
  ['extended $regex', { a: { $regex: 'a b # c', $options: 'x' } }, [{ a: 'ab' }], [{ a: 'a b' }]],
  ['inline options', { a: { $regex: '(?i)b' } }, [{ a: 'B' }], [{ a: 'c' }]],
  ['escapes PCRE allows', { a: { $regex: '^a\\-b\\z' } }, [{ a: 'a-b' }], [{ a: 'a-b\n' }]],
  ['a BSON pattern', { a: new BSONRegExp('^b', 'i') }, [{ a: 'B' }], [{ a: 'a' }]],
  ['$eq', { a: { $eq: 'x' } }, [{ a: 'x' }, { a: ['x'] }], [{ a: 'X' }]],
  ['$ne', { a: { $ne: 1 } }, [{ a: 2 }, {}, { a: null }], [{ a: 1 }, { a: [2, 1] }]],
  ['$ne null', { a: { $ne: null } }, [{ a: 1 }, { a: [] }], [{}, { a: null }, { a: [1, null] }]],
  [
    '$gt',
    { a: { $gt: 1 } },
    [{ a: 2 }, { a: [0, 2] }, { a: new Double(1.5) }],
    [{ a: 1 }, { a: '2' }, {}, { a: new Double(Number.NaN) }],
  ],
  ['$gte', { a: { $gte: 'b' } }, [{ a: 'b' }, { a: 'c' }], [{ a: 'a' }, { a: 5 }]],
  ['$lt on dates', { a: { $lt: new Date(5) } }, [{ a: new Date(4) }], [{ a: new Date(5) }, { a: 4 }, { a: null }]],
  [
    '$lte',
    { a: { $lte: Long.fromString('9007199254740993') } },
    [{ a: new Double(2 ** 53) }, { a: Long.fromString('9007199254740993') }],
    [{ a: Long.fromString('9007199254740994') }],
  ],
  ['$gte null', { a: { $gte: null } }, [{}, { a: null }], [{ a: 1 }]],
  ['$gt null', { a: { $gt: null } }, [], [{}, { a: null }, { a: 1 }]],
  ['$gt with a document', { a: { $gt: { b: 1 } } }, [{ a: { b: 2 } }, { a: { b: 1, c: 1 } }], [{ a: { b: 1 } }]],
  ['$gt with an array', { a: { $gt: [1, 2] } }, [{ a: [1, 3] }, { a: [2] }], [{ a: [1, 2] }, { a: 5 }]],
  ['$gt MinKey', { a: { $gt: new MinKey() } }, [{ a: 1 }, { a: 'x' }], [{ a: new MinKey() }]],
  ['$lt MaxKey', { a: { $lt: new MaxKey() } }, [{ a: 1 }, { a: 'x' }], [{ a: new MaxKey() }]],
  ['NaN', { a: Number.NaN }, [{ a: new Double(Number.NaN) }], [{ a: 1 }]],
  ['$lte NaN', { a: { $lte: Number.NaN } }, [{ a: Number.NaN }], [{ a: 1 }]],
  ['a range on an array', { a: { $gt: 1, $lt: 5 } }, [{ a: [0, 9] }, { a: 3 }], [{ a: [0] }]],
  ['$in', { a: { $in: [1, 'x', /^y/] } }, [{ a: 1 }, { a: ['x'] }, { a: 'yes' }], [{ a: 2 }, {}]],
  ['$in with null', { a: { $in: [null, 7] } }, [{}, { a: null }, { a: 7 }], [{ a: 1 }]],
  ['$in with an array', { a: { $in: [[1, 2]] } }, [{ a: [1, 2] }], [{ a: [1] }]],
  ['$in with nothing', { a: { $in: [] } }, [], [{}, { a: 1 }]],
  ['$nin', { a: { $nin: [1, 2] } }, [{ a: 3 }, {}], [{ a: 1 }, { a: [5, 2] }]],
  ['$and', { $and: [{ a: 1 }, { b: 2 }] }, [{ a: 1, b: 2 }], [{ a: 1 }]],
  ['$or', { $or: [{ a: 1 }, { b: 2 }] }, [{ a: 1 }, { b: 2 }], [{ a: 2 }]],
  ['$nor', { $nor: [{ a: 1 }, { b: 2 }] }, [{ a: 2 }], [{ a: 1 }, { b: 2 }]],
  ['$not', { a: { $not: { $gt: 1 } } }, [{ a: 1 }, {}, { a: 'x' }], [{ a: 2 }, { a: [0, 2] }]],
  ['$not with a pattern', { a: { $not: /x/ } }, [{ a: 'y' }, {}], [{ a: 'x' }]],
  ['$exists', { a: { $exists: true } }, [{ a: null }, { a: [] }], [{}]],
  [
    '$exists false',
    { 'a.b': { $exists: false } },
    [{}, { a: [1] }, { a: [] }],
    [{ a: { b: null } }, { a: [{ b: 1 }, {}] }],
  ],
  [
    '$type by alias',
    { a: { $type: 'int' } },
    [{ a: new Int32(1) }, { a: ['x', 1] }],
    [{ a: new Double(1) }, { a: Long.fromInt(1) }],
  ],
  ['$type array', { a: { $type: 'array' } }, [{ a: [] }], [{ a: 1 }]],
  ['$type by number', { a: { $type: [7, 'bool'] } }, [{ a: id }, { a: false }], [{ a: 'x' }, {}]],
  [
    '$type number',
    { a: { $type: 'number' } },
    [{ a: 1 }, { a: Decimal128.fromString('1') }, { a: Long.fromInt(5) }],
    [{ a: '1' }],
  ],
  ['$type binData', { a: { $type: 'binData' } }, [{ a: new Binary(Buffer.of(1)) }], [{ a: 'x' }]],
  ['$size', { a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [1] }, { a: [[1, 2]] }, { a: 'ab' }]],
  ['$all', { a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, { a: 1 }]],
  ['$all with one value', { a: { $all: [1] } }, [{ a: 1 }, { a: [1] }], [{ a: 2 }]],
  ['$all with an array', { a: { $all: [[1, 2]] } }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [1] }]],
  ['$all with nothing', { a: { $all: [] } }, [], [{ a: [] }, { a: 1 }]],
  [
    '$all with $elemMatch',
    { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } },
    [{ a: [{ b: 1 }, { b: 2 }] }],
    [{ a: [{ b: 1 }] }],
  ],
  [
    '$elemMatch on documents',
    { a: { $elemMatch: { b: 1, c: { $gt: 1 } } } },
    [{ a: [{ b: 1, c: 2 }] }],
    [
      {
        a: [
          { b: 1, c: 1 },
          { b: 2, c: 2 },
        ],
      },
      { a: { b: 1, c: 2 } },
    ],
  ],
  ['$elemMatch on values', { a: { $elemMatch: { $gt: 1, $lt: 5 } } }, [{ a: [0, 3] }], [{ a: [0, 9] }, { a: 3 }]],
  [
    '$elemMatch with $or',
    { a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } },
    [{ a: [{ b: 2 }] }],
    [{ a: [{ b: 3 }] }],
  ],
  ['$elemMatch in nested arrays', { a: { $elemMatch: { $elemMatch: { $eq: 2 } } } }, [{ a: [[1, 2]] }], [{ a: [2] }]],
  ['$mod', { a: { $mod: [4, 0] } }, [{ a: 8 }, { a: new Double(4.5) }, { a: -4 }], [{ a: 5 }, { a: 'x' }]],
  [
    '$bitsAllSet',
    { a: { $bitsAllSet: [1, 5] } },
    [{ a: 0b100010 }, { a: new Binary(Buffer.of(0b100010)) }],
    [{ a: 2 }, { a: new Double(2.5) }],
  ],
  ['$bitsAnySet', { a: { $bitsAnySet: 3 } }, [{ a: 1 }, { a: -1 }], [{ a: 4 }]],
  ['$bitsAllClear', { a: { $bitsAllClear: 3 } }, [{ a: 4 }], [{ a: 1 }]],
  ['$bitsAnyClear', { a: { $bitsAnyClear: 3 } }, [{ a: 1 }], [{ a: 3 }]],
  ['a path through an array', { 'a.b': 1 }, [{ a: [{ b: 2 }, { b: 1 }] }, { a: { b: [1] } }], [{ a: [[{ b: 1 }]] }]],
  ['an index in a path', { 'a.1': 7 }, [{ a: [5, 7] }, { a: { 1: 7 } }], [{ a: [7, 5] }, { a: [5, [7]] }]],
  ['a field named by a number in an array', { 'a.1': 4 }, [{ a: [5, { 1: 4 }] }], [{ a: [5, { 2: 4 }] }]],
  ['an index, then a field', { 'a.1.b': 4 }, [{ a: [5, { b: 4 }] }, { a: [5, [{ b: 4 }]] }], [{ a: [{ b: 4 }] }]],
  ['$comment', { a: 1, $comment: 'why' }, [{ a: 1 }], [{ a: 2 }]],
  ['a field called __proto__', { __proto: 1, ['__proto__']: 2 }, [], [{}]],
]

describe('a filter', () => {
  it.each(cases)('with %s finds what MongoDB finds', (_name, filter, found, notFound) => {
    const matches = compileFilter(filter)
    for (const doc of found) expect(matches(doc), JSON.stringify(doc)).toBe(true)
    for (const doc of notFound) expect(matches(doc), JSON.stringify(doc)).toBe(false)
  })

  it('does not look at inherited properties', () => {
    expect(compileFilter({ constructor: { $exists: true } })({})).toBe(false)
    expect(compileFilter(JSON.parse('{"__proto__": 1}'))(JSON.parse('{"__proto__": 1}'))).toBe(true)
  })

  it('may use a collation', () => {
    const strings = new Intl.Collator('en', { sensitivity: 'base' }).compare
    expect(compileFilter({ a: 'x' }, { strings })({ a: 'X' })).toBe(true)
    expect(compileFilter({ a: { $in: ['b', 'x'] } }, { strings })({ a: 'X' })).toBe(true)
  })

  it('tells at which index of the outermost array it matched', () => {
    const index = (filter: object, doc: object): number | undefined => {
      const details: { index?: number } = {}
      expect(compileMatcher(filter)(doc, details)).toBe(true)
      return details.index
    }
    expect(index({ a: 2 }, { a: [1, 2] })).toBe(1)
    expect(index({ 'a.b': 2 }, { a: [{ b: [7] }, { b: [5, 2] }] })).toBe(1)
    expect(index({ a: { $elemMatch: { b: 3 } } }, { a: [{ b: 1 }, { b: 2 }, { b: 3 }] })).toBe(2)
    expect(index({ a: 1 }, { a: 1 })).toBeUndefined()
    expect(index({ 'a.1': 7 }, { a: [5, 7] })).toBeUndefined()
    expect(index({ 'a.0.b': 2 }, { a: [{ b: [5, 2] }] })).toBe(1)
  })
})

const wrong: [object, number, string][] = [
  [{ a: { $foo: 1 } }, 2, 'unknown operator: $foo'],
  [{ a: { $gt: 1, b: 1 } }, 2, 'unknown operator: b'],
  [{ $foo: 1 }, 2, 'unknown top level operator: $foo'],
  [{ $and: [] }, 2, '$and/$or/$nor must be a nonempty array'],
  [{ $or: 1 }, 2, '$or must be an array'],
  [{ $or: [1] }, 2, '$or/$and/$nor entries need to be full objects'],
  [{ a: { $in: 1 } }, 2, '$in needs an array'],
  [{ a: { $nin: 1 } }, 2, '$nin needs an array'],
  [{ a: { $in: [{ $gt: 1 }] } }, 2, 'cannot nest $ under $in'],
  [{ a: { $not: 1 } }, 2, '$not needs a regex or a document'],
  [{ a: { $not: {} } }, 2, '$not cannot be empty'],
  [{ a: { $ne: /x/ } }, 2, "Can't have regex as arg to $ne."],
  [{ a: { $gt: /x/ } }, 2, "Can't have RegEx as arg to predicate over field 'a'."],
  [{ a: { $size: 'x' } }, 2, 'Failed to parse $size. Expected a number in: $size: "x"'],
  [{ a: { $size: -1 } }, 2, 'Failed to parse $size. Expected a non-negative number in: $size: -1'],
  [{ a: { $all: 1 } }, 2, '$all needs an array'],
  [{ a: { $elemMatch: 1 } }, 2, '$elemMatch needs an Object'],
  [{ a: { $mod: [0, 1] } }, 2, 'divisor cannot be 0'],
  [{ a: { $mod: [1] } }, 2, 'malformed mod, not enough elements'],
  [{ a: { $bitsAllSet: ['x'] } }, 2, 'Failed to parse bit position. Expected a number in: "x"'],
  [{ a: { $bitsAllSet: -1 } }, 9, 'Expected a non-negative number in: $bitsAllSet: -1'],
  [{ a: { $bitsAllSet: 'x' } }, 2, '$bitsAllSet takes an Array, a number, or a BinData'],
  [{ a: { $type: 'nothing' } }, 2, 'Unknown type name alias: nothing'],
  [{ a: { $type: 99 } }, 2, 'Invalid numerical type code: 99'],
  [{ a: { $options: 'i' } }, 2, '$options needs a $regex'],
  [{ a: { $regex: 1 } }, 2, '$regex has to be a string'],
  [{ a: { $regex: '(' } }, 51091, 'Regular expression is invalid'],
  [{ a: { $regex: 'a', $options: 'q' } }, 51108, 'invalid flag in regex options: q'],
  [{ a: { $regex: /a/i, $options: 'm' } }, 51075, 'options set in both $regex and $options'],
  [{ a: { $regex: 'x'.repeat(32765) } }, 51091, 'Regular expression is invalid'],
  [{ $where: '1' }, 115, 'MONGODB_URI'],
  [{ $text: { $search: 'x' } }, 115, 'MONGODB_URI'],
  [{ $jsonSchema: {} }, 115, 'MONGODB_URI'],
  [{ a: { $near: [1, 2] } }, 115, 'MONGODB_URI'],
  [{ a: { $geoWithin: {} } }, 115, 'MONGODB_URI'],
]

describe('a wrong filter', () => {
  it.each(wrong)('%j is refused with %i', (filter, code, message) => {
    expect(() => compileFilter(filter)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    )
  })

  it('is refused when nested too deeply', () => {
    let filter: object = { a: 1 }
    for (let i = 0; i < 110; i++) filter = { $and: [filter] }
    expect(() => compileFilter(filter)).toThrow(expect.objectContaining({ code: 2 }))
  })
})

describe('what a planner can use of a filter', () => {
  it('is the equalities of the top-level conjunction', () => {
    const filter = {
      a: 1,
      $and: [{ b: { $eq: 2 } }, { c: { $in: [3, null] } }],
      $or: [{ d: 1 }],
      e: /x/,
      f: [1],
      g: { $ne: 1 },
      'h.0': 1,
    }
    expect(equalities(filter)).toEqual([
      { path: 'a', op: 'eq', value: 1 },
      { path: 'b', op: 'eq', value: 2 },
      { path: 'c', op: 'in', value: [3, null] },
    ])
  })

  it('is its ranges, and what $elemMatch and $all imply', () => {
    expect(bounds({ a: { $gt: 1, $lte: 5 }, b: { $gt: null }, c: { $elemMatch: { d: { $lt: 'x' } } } })).toEqual([
      { path: 'a', op: 'gt', value: 1 },
      { path: 'a', op: 'lte', value: 5 },
      { path: 'c.d', op: 'lt', value: 'x' },
    ])
    expect(equalities({ a: { $all: [1, /x/] } })).toEqual([{ path: 'a', op: 'eq', value: 1 }])
  })
})

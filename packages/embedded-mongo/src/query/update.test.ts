import { Decimal128, Double, Int32, Long, Timestamp } from 'bson'
import { describe, expect, it } from 'vitest'
import { compileUpdate, documentFromFilter } from './update.js'

const now = new Date('2021-03-04T05:06:07Z')
const int = (value: number): Int32 => new Int32(value)
const long = (value: string): Long => Long.fromString(value)
const update = (
  change: object,
  doc: object,
  more: { filter?: object; insert?: boolean; arrayFilters?: object[] } = {},
): object =>
  compileUpdate(change, { arrayFilters: more.arrayFilters })(doc, {
    insert: more.insert ?? false,
    filter: more.filter ?? {},
    now,
  })

const max = long('9223372036854775807')

// operators, before, after
const cases: [object, object, object][] = [
  [{ $set: { a: int(2) } }, { _id: 1, a: int(1), b: int(1) }, { _id: 1, a: int(2), b: int(1) }],
  [{ $set: { a: new Double(1) } }, { a: int(1) }, { a: new Double(1) }],
  [{ $set: { 'a.b.c': 1 } }, {}, { a: { b: { c: 1 } } }],
  [{ $set: { 'a.0': 1 } }, {}, { a: { 0: 1 } }],
  [{ $set: { 'a.1': 9 } }, { a: [1, 2] }, { a: [1, 9] }],
  [{ $set: { 'a.3': 9 } }, { a: [1] }, { a: [1, null, null, 9] }],
  [{ $set: { 'a.0.b': 9 } }, { a: [{ b: 1, c: 2 }] }, { a: [{ b: 9, c: 2 }] }],
  [{ $setOnInsert: { a: 1 } }, { b: 1 }, { b: 1 }],
  [{ $unset: { a: '' } }, { a: 1, b: 2 }, { b: 2 }],
  [{ $unset: { 'a.0': 1 } }, { a: [1, 2] }, { a: [null, 2] }],
  [{ $unset: { 'a.b': 1 } }, { a: 5 }, { a: 5 }],
  [{ $inc: { a: int(2) } }, { a: int(3) }, { a: int(5) }],
  [{ $inc: { a: int(2) } }, {}, { a: int(2) }],
  [{ $inc: { a: int(1) } }, { a: int(2147483647) }, { a: long('2147483648') }],
  [{ $inc: { a: int(1) } }, { a: long('1') }, { a: long('2') }],
  [{ $inc: { a: new Double(0.5) } }, { a: int(1) }, { a: new Double(1.5) }],
  [{ $inc: { a: Decimal128.fromString('0.1') } }, { a: int(1) }, { a: Decimal128.fromString('1.1') }],
  [{ $mul: { a: int(3) } }, { a: int(2) }, { a: int(6) }],
  [{ $mul: { a: new Double(3) } }, {}, { a: new Double(0) }],
  [{ $mul: { a: int(2) } }, { a: int(2147483647) }, { a: long('4294967294') }],
  [{ $min: { a: 2, b: 2, c: 2 } }, { a: 3, b: 1 }, { a: 2, b: 1, c: 2 }],
  [{ $max: { a: 2, b: 2, c: 'x' } }, { a: 3, b: 1, c: 9 }, { a: 3, b: 2, c: 'x' }],
  [{ $rename: { a: 'b' } }, { _id: 1, a: 5, c: 1 }, { _id: 1, c: 1, b: 5 }],
  [{ $rename: { a: 'b' } }, { a: 5, b: 6 }, { b: 5 }],
  [{ $rename: { b: 'a.c' } }, { b: 5 }, { a: { c: 5 } }],
  [{ $rename: { x: 'b' } }, { b: 6 }, { b: 6 }],
  [{ $currentDate: { a: true, b: { $type: 'date' } } }, {}, { a: now, b: now }],
  [{ $currentDate: { a: { $type: 'timestamp' } } }, {}, { a: new Timestamp({ t: now.getTime() / 1000, i: 1 }) }],
  [{ $push: { a: 3 } }, { a: [1] }, { a: [1, 3] }],
  [{ $push: { a: [3] } }, {}, { a: [[3]] }],
  [{ $push: { a: { $each: [1, 2], $position: int(0) } } }, { a: [9] }, { a: [1, 2, 9] }],
  [{ $push: { a: { $each: [5], $position: int(-1) } } }, { a: [1, 2] }, { a: [1, 5, 2] }],
  [{ $push: { a: { $each: [2], $sort: int(-1), $slice: int(2) } } }, { a: [1, 3] }, { a: [3, 2] }],
  [{ $push: { a: { $each: [], $slice: int(-2) } } }, { a: [1, 2, 3] }, { a: [2, 3] }],
  [
    { $push: { a: { $each: [{ b: 1 }], $sort: { b: int(1) } } } },
    { a: [{ b: 2 }, {}] },
    { a: [{}, { b: 1 }, { b: 2 }] },
  ],
  [{ $addToSet: { a: new Double(1) } }, { a: [int(1)] }, { a: [int(1)] }],
  [{ $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1] }, { a: [1, 2] }],
  [{ $addToSet: { a: [1] } }, {}, { a: [[1]] }],
  [
    { $addToSet: { a: { c: 1, b: 2 } } },
    { a: [{ b: 2, c: 1 }] },
    {
      a: [
        { b: 2, c: 1 },
        { c: 1, b: 2 },
      ],
    },
  ],
  [{ $pull: { a: 1 } }, { a: [1, 2, new Double(1)] }, { a: [2] }],
  [{ $pull: { a: { $gte: 2 } } }, { a: [1, 2, 3] }, { a: [1] }],
  [{ $pull: { a: { b: 1 } } }, { a: [{ b: 1, c: 2 }, { b: 2 }, 1] }, { a: [{ b: 2 }, 1] }],
  [{ $pull: { a: { b: { $in: [1, 2] }, c: 1 } } }, { a: [{ b: 1, c: 1 }, { b: 2 }] }, { a: [{ b: 2 }] }],
  [{ $pull: { a: /^x/ } }, { a: ['xy', 'z'] }, { a: ['z'] }],
  [{ $pull: { a: { $in: ['x'] } } }, { a: ['x', 'y'] }, { a: ['y'] }],
  [{ $pull: { a: [1] } }, { a: [[1], 1] }, { a: [1] }],
  [{ $pull: { a: { $gt: 5 } } }, { a: [[1, 9], [1], 7] }, { a: [[1]] }],
  [{ $pull: { a: { $or: [{ b: 1 }, { c: 1 }] } } }, { a: [{ b: 1 }, { c: 1 }, { d: 1 }] }, { a: [{ d: 1 }] }],
  [{ $pull: { a: 1 } }, {}, {}],
  [{ $pullAll: { a: [1, { b: 1 }] } }, { a: [1, 2, { b: 1 }, { b: 1, c: 1 }] }, { a: [2, { b: 1, c: 1 }] }],
  [{ $pop: { a: int(1) } }, { a: [1, 2] }, { a: [1] }],
  [{ $pop: { a: int(-1) } }, { a: [1, 2] }, { a: [2] }],
  [{ $bit: { a: { and: int(6), or: int(1) } } }, { a: int(12) }, { a: int(5) }],
  [{ $bit: { a: { xor: long('5') } } }, { a: int(1) }, { a: long('4') }],
  [{ $set: { b: 1, a: 1, c: 1 } }, {}, { a: 1, b: 1, c: 1 }],
  [{ $set: { 'a.10': 1, 'a.2': 1 } }, {}, { a: { 2: 1, 10: 1 } }],
  [{ $set: { b: 1 }, $inc: { a: int(1) } }, { a: int(1) }, { a: int(2), b: 1 }],
  [{ $set: {} }, { a: 1 }, { a: 1 }],
  [{ a: 1 }, { _id: 5, b: 2 }, { _id: 5, a: 1 }],
  [
    { a: 1, _id: 5 },
    { _id: 5, b: 2 },
    { _id: 5, a: 1 },
  ],
  [{}, { _id: 5, b: 2 }, { _id: 5 }],
]

describe('an update', () => {
  it.each(cases)('%j', (change, before, after) => {
    const next = update(change, before)
    expect(next).toStrictEqual(after)
    expect(Object.keys(next)).toEqual(Object.keys(after))
  })

  const unchanged: [object, object][] = [
    [{ $set: { a: int(1) } }, { a: int(1) }],
    [{ $set: { a: { b: [1] } } }, { a: { b: [1] } }],
    [{ $unset: { b: 1 } }, { a: 1 }],
    [{ $inc: { a: int(0) } }, { a: int(1) }],
    [{ $addToSet: { a: 1 } }, { a: [1] }],
    [{ $pull: { a: 2 } }, { a: [1] }],
    [{ $pop: { a: int(1) } }, { a: [] }],
    [{ $push: { a: { $each: [] } } }, { a: [1] }],
    [{ $rename: { x: 'y' } }, { a: 1 }],
    [{ $max: { a: 1 } }, { a: 2 }],
    [{ a: 1 }, { _id: 1, a: 1 }],
  ]
  it.each(unchanged)('%j gives the very same document when nothing changes', (change, doc) => {
    expect(update(change, doc)).toBe(doc)
  })

  it('leaves the document it was given alone', () => {
    const doc = { a: { b: [1, { c: 1 }] }, d: 1 }
    const before = structuredClone(doc)
    update({ $set: { 'a.b.1.c': 2 }, $push: { 'a.x': 1 } }, doc)
    expect(doc).toEqual(before)
  })

  it('sets fields on insertion, with _id in front', () => {
    const next = update({ $setOnInsert: { a: 1, _id: 7 }, $set: { b: 2 } }, { z: 1 }, { insert: true })
    expect(Object.entries(next)).toEqual([
      ['_id', 7],
      ['z', 1],
      ['a', 1],
      ['b', 2],
    ])
  })

  it('may not change the prototype of anything', () => {
    const next = update({ $set: JSON.parse('{"__proto__.x": 1}') }, {})
    expect(Object.hasOwn(next, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(next)).toBe(Object.prototype)
  })
})

describe('positional updates', () => {
  it('$ is the element the filter matched', () => {
    expect(update({ $set: { 'a.$': 9 } }, { a: [1, 2] }, { filter: { a: 2 } })).toEqual({ a: [1, 9] })
    expect(
      update(
        { $inc: { 'a.$.n': int(1) } },
        {
          a: [
            { k: 1, n: int(0) },
            { k: 2, n: int(0) },
          ],
        },
        { filter: { 'a.k': 2 } },
      ),
    ).toEqual({
      a: [
        { k: 1, n: int(0) },
        { k: 2, n: int(1) },
      ],
    })
    expect(
      update({ $set: { 'a.$.n': 1, b: 2 } }, { a: [{ k: 1 }] }, { filter: { a: { $elemMatch: { k: 1 } } } }),
    ).toEqual({ a: [{ k: 1, n: 1 }], b: 2 })
  })

  it('$[] is every element', () => {
    expect(update({ $inc: { 'a.$[].n': int(1) } }, { a: [{ n: int(1) }, {}] })).toEqual({
      a: [{ n: int(2) }, { n: int(1) }],
    })
  })

  it('$[identifier] is every element its filter finds', () => {
    const arrayFilters = [{ 'e.k': { $gte: 2 } }]
    expect(update({ $set: { 'a.$[e].n': 1 } }, { a: [{ k: 1 }, { k: 2 }] }, { arrayFilters })).toEqual({
      a: [{ k: 1 }, { k: 2, n: 1 }],
    })
    expect(update({ $set: { 'a.$[e]': 0 } }, { a: [1, 5] }, { arrayFilters: [{ e: { $gt: 3 } }] })).toEqual({
      a: [1, 0],
    })
    expect(
      update(
        { $set: { 'a.$[e].b.$[f]': 0 } },
        { a: [{ k: 1, b: [1, 2] }] },
        { arrayFilters: [{ 'e.k': 1 }, { f: 2 }] },
      ),
    ).toEqual({ a: [{ k: 1, b: [1, 0] }] })
  })

  it('two paths may not meet in one element', () => {
    expect(() => update({ $set: { 'a.$': 1, 'a.0': 2 } }, { a: [1] }, { filter: { a: 1 } })).toThrow(
      expect.objectContaining({ code: 40 }),
    )
    expect(update({ $set: { 'a.$.x': 1, 'a.0.y': 2 } }, { a: [{ k: 1 }] }, { filter: { 'a.k': 1 } })).toEqual({
      a: [{ k: 1, x: 1, y: 2 }],
    })
  })
})

const wrong: [object, object, number, string][] = [
  [{ $set: { a: 1, 'a.b': 1 } }, {}, 40, "Updating the path 'a.b' would create a conflict at 'a'"],
  [{ $set: { 'a.b': 1 }, $inc: { a: 1 } }, {}, 40, "Updating the path 'a' would create a conflict at 'a'"],
  [{ $rename: { a: 'b' }, $set: { b: 1 } }, {}, 40, "'b'"],
  [{ $set: { 'a.b': 1 } }, { a: 5 }, 28, "Cannot create field 'b' in element {a: 5}"],
  [{ $set: { 'a.b.c': 1 } }, { a: { b: null } }, 28, "Cannot create field 'c' in element {b: null}"],
  [{ $set: { 'a.b': 1 } }, { a: [1, 2] }, 28, "Cannot create field 'b' in element {a: [ 1, 2 ]}"],
  [
    { $set: { _id: 2 } },
    { _id: 1 },
    66,
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  ],
  [{ $unset: { _id: 1 } }, { _id: 1 }, 66, '_id'],
  [
    { _id: 2 },
    { _id: 1 },
    66,
    "After applying the update, the (immutable) field '_id' was found to have been altered to _id: 2",
  ],
  [
    { $inc: { a: 1 } },
    { _id: 1, a: 'x' },
    14,
    "Cannot apply $inc to a value of non-numeric type. {_id: 1} has the field 'a' of non-numeric type string",
  ],
  [{ $set: { 'a.2000000': 1 } }, { a: [] }, 34, "can't backfill more than 1500000 elements"],
  [{ $inc: { a: 'x' } }, {}, 14, 'Cannot increment with non-numeric argument: {a: "x"}'],
  [{ $inc: { a: null } }, {}, 14, 'Cannot increment with non-numeric argument: {a: null}'],
  [{ $inc: { a: int(1) } }, { _id: 1, a: max }, 2, 'Failed to apply $inc operations'],
  [{ $mul: { a: 'x' } }, {}, 14, 'Cannot multiply with non-numeric argument: {a: "x"}'],
  [{ $mul: { 'a.b': 2 } }, { _id: 1, a: { b: null } }, 14, "has the field 'b' of non-numeric type null"],
  [{ $push: { a: 1 } }, { _id: 1, a: 5 }, 2, "The field 'a' must be an array but is of type int in document {_id: 1}"],
  [{ $push: { a: { $each: 1 } } }, {}, 2, 'The argument to $each in $push must be an array but it was of type: int'],
  [{ $push: { a: { $each: [], $foo: 1 } } }, {}, 2, 'Unrecognized clause in $push: $foo'],
  [{ $push: { a: { $each: [], $slice: 'x' } } }, {}, 2, '$slice'],
  [{ $push: { a: { $each: [], $sort: 2 } } }, {}, 2, '$sort'],
  [
    { $addToSet: { a: 1 } },
    { a: 5 },
    2,
    "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type int",
  ],
  [
    { $addToSet: { a: { $each: 1 } } },
    {},
    14,
    'The argument to $each in $addToSet must be an array but it was of type int',
  ],
  [{ $pull: { a: 1 } }, { a: 5 }, 2, 'Cannot apply $pull to a non-array value'],
  [{ $pullAll: { a: 1 } }, {}, 2, '$pullAll requires an array argument but was given a int'],
  [{ $pull: { 'a.b': 1 } }, { a: 5 }, 28, 'Cannot use the part (b) of (a.b) to traverse the element ({a: 5})'],
  [{ $pop: { 'a.b.c': 1 } }, { a: 'x' }, 28, 'Cannot use the part (b) of (a.b.c) to traverse the element ({a: "x"})'],
  [
    { $pullAll: { 'a.b': [1] } },
    { a: [1] },
    28,
    'Cannot use the part (b) of (a.b) to traverse the element ({a: [ 1 ]})',
  ],
  [{ $rename: { 'a.b': 'c' } }, { a: 5 }, 28, 'Cannot use the part (b) of (a.b) to traverse'],
  [{ $pop: { a: 2 } }, {}, 9, '$pop expects 1 or -1, found: 2'],
  [{ $pop: { a: 1 } }, { a: 5 }, 14, "Path 'a' contains an element of non-array type 'int'"],
  [{ $bit: { a: { and: new Double(1) } } }, {}, 2, '$bit modifier field must be an Integer'],
  [{ $bit: { a: { foo: 1 } } }, {}, 2, 'unknown operator'],
  [{ $bit: { a: { and: 1 } } }, { a: 'x' }, 2, 'Cannot apply $bit to a value of non-integral type'],
  [{ $rename: { a: 1 } }, {}, 2, "The 'to' field for $rename must be a string: a: 1"],
  [{ $rename: { a: 'a' } }, {}, 2, 'must differ'],
  [{ $rename: { a: 'a.b' } }, {}, 2, 'must not be on the same path'],
  [{ $rename: { 'a.0': 'b' } }, { _id: 1, a: [1] }, 2, "The source field cannot be an array element, 'a.0'"],
  [{ $rename: { b: 'a.0' } }, { _id: 1, a: [1], b: 2 }, 2, 'The destination field cannot be an array element'],
  [{ $currentDate: { a: 1 } }, {}, 2, 'int is not valid type for $currentDate'],
  [{ $currentDate: { a: {} } }, {}, 2, "required to be 'date' or 'timestamp'"],
  [{ $currentDate: { a: { foo: 1 } } }, {}, 2, 'Unrecognized $currentDate option: foo'],
  [{ $currentDate: { a: { $type: 'x' } } }, {}, 2, "required to be 'date' or 'timestamp'"],
  [{ $foo: { a: 1 } }, {}, 9, 'Unknown modifier: $foo'],
  [{ $set: { a: 1 }, b: 1 }, {}, 9, 'Unknown modifier: b'],
  [{ $set: 1 }, {}, 9, 'Modifiers operate on fields but we found type int instead'],
  [{ $set: { '': 1 } }, {}, 56, 'An empty update path is not valid.'],
  [{ $set: { 'a..b': 1 } }, {}, 56, "The update path 'a..b' contains an empty field name, which is not allowed."],
  [{ $set: { $a: 1 } }, {}, 52, "The dollar ($) prefixed field '$a' in '$a' is not allowed"],
  [{ a: 1, $b: 1 }, {}, 52, "The dollar ($) prefixed field '$b' in '$b' is not allowed"],
  [{ $set: { 'a.$': 1 } }, { a: [1] }, 2, 'The positional operator did not find the match needed from the query.'],
  [{ $set: { 'a.$.b.$': 1 } }, { a: [1] }, 2, "Too many positional (i.e. '$') elements found in path 'a.$.b.$'"],
  [{ $set: { 'a.$[x]': 1 } }, { a: [1] }, 2, "No array filter found for identifier 'x' in path 'a.$[x]'"],
  [{ $set: { 'a.$[]': 1 } }, { a: 5 }, 2, 'Cannot apply array updates to non-array element a: 5'],
  [{ $set: { 'a.$[]': 1 } }, {}, 2, "The path 'a' must exist in the document in order to apply array updates."],
]

describe('a wrong update', () => {
  it.each(wrong)('%j of %j is refused with %i', (change, doc, code, message) => {
    expect(() => update(change, doc)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    )
  })

  it('is one with array filters that are unused, doubled or badly named', () => {
    expect(() => compileUpdate({ $set: { a: 1 } }, { arrayFilters: [{ x: 1 }] })).toThrow(
      expect.objectContaining({ code: 9 }),
    )
    expect(() => compileUpdate({ $set: { 'a.$[x]': 1 } }, { arrayFilters: [{ x: 1 }, { x: 2 }] })).toThrow(
      expect.objectContaining({ code: 9 }),
    )
    expect(() => compileUpdate({ $set: { 'a.$[X]': 1 } }, { arrayFilters: [{ X: 1 }] })).toThrow(
      expect.objectContaining({ code: 2 }),
    )
    expect(() => compileUpdate({ $set: { 'a.$[x]': 1 } }, { arrayFilters: [{ x: 1, y: 1 }] })).toThrow(
      expect.objectContaining({ code: 9 }),
    )
  })

  it('is one that nests too deeply', () => {
    const path = Array.from({ length: 120 }, () => 'a').join('.')
    expect(() => update({ $set: { [path]: 1 } }, {})).toThrow(expect.objectContaining({ code: 15 }))
  })
})

describe('an update written as a pipeline', () => {
  it('computes the document from itself', () => {
    expect(
      update([{ $set: { total: { $add: ['$a', '$b'] } } }, { $unset: 'a' }], { _id: 1, a: int(1), b: int(2) }),
    ).toEqual({ _id: 1, b: int(2), total: int(3) })
    expect(update([{ $replaceWith: { c: '$a' } }], { _id: 1, a: 5 })).toEqual({ _id: 1, c: 5 })
    expect(update([{ $project: { a: 1 } }], { _id: 1, a: 5, b: 6 })).toEqual({ _id: 1, a: 5 })
  })

  it('gives the very same document when nothing changes', () => {
    const doc = { _id: 1, a: 5 }
    expect(update([{ $set: { a: 5 } }], doc)).toBe(doc)
  })

  it('may use variables, but not change _id or use other stages', () => {
    expect(
      compileUpdate([{ $set: { a: '$$x' } }], { vars: { x: 7 } })({ _id: 1 }, { insert: false, filter: {} }),
    ).toEqual({ _id: 1, a: 7 })
    expect(() => update([{ $set: { _id: 2 } }], { _id: 1 })).toThrow(expect.objectContaining({ code: 66 }))
    expect(() => update([{ $match: { a: 1 } }], { _id: 1 })).toThrow(expect.objectContaining({ code: 72 }))
    expect(() => update([{ $foo: { a: 1 } }], { _id: 1 })).toThrow(expect.objectContaining({ code: 40324 }))
  })
})

describe('the document an upsert starts from', () => {
  it('holds what the filter pins to one value', () => {
    const filter = {
      _id: 1,
      'a.b': 2,
      c: { $eq: 3 },
      d: { $in: [4] },
      e: { $gt: 5 },
      $and: [{ f: 6 }],
      $or: [{ g: 7 }],
      h: /x/,
      i: { $in: [1, 2] },
    }
    expect(documentFromFilter(filter)).toEqual({ _id: 1, a: { b: 2 }, c: 3, d: 4, f: 6, g: 7 })
  })

  it('holds them in the order of their paths', () => {
    expect(Object.keys(documentFromFilter({ c: 1, a: 2, b: 3 }))).toEqual(['a', 'b', 'c'])
  })

  it('cannot have two values for a field', () => {
    expect(() => documentFromFilter({ a: 1, $and: [{ a: 2 }] })).toThrow(expect.objectContaining({ code: 54 }))
    expect(() => documentFromFilter({ a: { $all: [1, 2] } })).toThrow(expect.objectContaining({ code: 54 }))
    expect(() => documentFromFilter({ a: { b: 1 }, 'a.b': 1 })).toThrow(expect.objectContaining({ code: 54 }))
  })
})

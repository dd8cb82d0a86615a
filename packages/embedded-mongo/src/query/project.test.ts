import { Int32 } from 'bson'
import { describe, expect, it } from 'vitest'
import { compileProjection } from './project.js'

const doc = { _id: 1, a: 1, b: { c: 1, d: 2 }, e: [{ f: 1, g: 2 }, 5, { f: 3 }, [{ f: 9 }]], h: [1, 2, 3, 4] }

const cases: [object, object][] = [
  [{}, doc],
  [{ a: 1 }, { _id: 1, a: 1 }],
  [
    { h: 1, a: 1 },
    { _id: 1, a: 1, h: [1, 2, 3, 4] },
  ],
  [{ _id: 0, a: true }, { a: 1 }],
  [{ _id: 1 }, { _id: 1 }],
  [{ _id: 0 }, { a: doc.a, b: doc.b, e: doc.e, h: doc.h }],
  [
    { b: 0, e: 0, h: new Int32(0) },
    { _id: 1, a: 1 },
  ],
  [
    { b: 0, e: 0, h: 0, _id: 1 },
    { _id: 1, a: 1 },
  ],
  [{ 'b.c': 1 }, { _id: 1, b: { c: 1 } }],
  [{ b: { c: 1 } }, { _id: 1, b: { c: 1 } }],
  [
    { 'b.c': 0, e: 0, h: 0 },
    { _id: 1, a: 1, b: { d: 2 } },
  ],
  [{ 'e.f': 1 }, { _id: 1, e: [{ f: 1 }, { f: 3 }, [{ f: 9 }]] }],
  [
    { 'e.f': 0, a: 0, b: 0, h: 0 },
    { _id: 1, e: [{ g: 2 }, 5, {}, [{}]] },
  ],
  [{ 'a.x': 1 }, { _id: 1 }],
  [{ 'b.x': 1 }, { _id: 1, b: {} }],
  [
    { h: { $slice: 2 }, e: 0, b: 0 },
    { _id: 1, a: 1, h: [1, 2] },
  ],
  [
    { h: { $slice: -1 }, a: 1 },
    { _id: 1, a: 1, h: [4] },
  ],
  [
    { h: { $slice: [1, 2] }, a: 1 },
    { _id: 1, a: 1, h: [2, 3] },
  ],
  [
    { h: { $slice: [-3, 2] }, a: 1 },
    { _id: 1, a: 1, h: [2, 3] },
  ],
  [{ e: { $elemMatch: { f: 3 } } }, { _id: 1, e: [{ f: 3 }] }],
  [
    { h: { $elemMatch: { $gt: 2 } }, a: 1 },
    { _id: 1, a: 1, h: [3] },
  ],
  [{ h: { $elemMatch: { $gt: 9 } } }, { _id: 1 }],
  [
    { h: { $elemMatch: { $gt: 2 } }, e: 0, b: 0 },
    { _id: 1, a: 1, h: [3] },
  ],
  [
    { x: '$b.c', a: 1 },
    { _id: 1, a: 1, x: 1 },
  ],
  [{ x: { $add: ['$a', '$b.d'] } }, { _id: 1, x: new Int32(3) }],
  [{ x: 'text' }, { _id: 1, x: 'text' }],
  [{ 'b.x': '$a' }, { _id: 1, b: { x: 1 } }],
  [
    { 'b.x': '$a', 'b.c': 1 },
    { _id: 1, b: { c: 1, x: 1 } },
  ],
  [
    { y: '$$REMOVE', a: 1 },
    { _id: 1, a: 1 },
  ],
]

describe('a projection', () => {
  it.each(cases)('%j', (spec, result) => {
    const projected = compileProjection(spec)(doc)
    expect(projected).toStrictEqual(result)
    expect(Object.keys(projected)).toEqual(Object.keys(result))
  })

  it('with $ keeps the element the filter matched', () => {
    expect(compileProjection({ 'h.$': 1 }, { h: { $gte: 3 } })(doc)).toEqual({ _id: 1, h: [3] })
    expect(compileProjection({ 'e.$': 1, a: 1 }, { 'e.f': 3 })(doc)).toEqual({ _id: 1, a: 1, e: [{ f: 3 }] })
    expect(() => compileProjection({ 'h.$': 1 }, { a: 1 })(doc)).toThrow(expect.objectContaining({ code: 51246 }))
  })

  const wrong: [object, number, string][] = [
    [{ a: 1, b: 0 }, 31254, 'Cannot do exclusion on field b in inclusion projection'],
    [{ a: 0, b: 1 }, 31253, 'Cannot do inclusion on field b in exclusion projection'],
    [{ a: 0, b: '$x' }, 31310, 'exclusion projection'],
    [{ a: 0, b: { $add: [1, 1] } }, 31252, 'exclusion projection'],
    [{ a: 1, 'a.b': 1 }, 31249, 'Path collision at a.b remaining portion b'],
    [{ 'a.b': 1, a: 1 }, 31250, 'Path collision at a'],
    [{ a: {} }, 51270, 'An empty sub-projection is not a valid value'],
    [{ a: { $foo: 1 } }, 31325, 'Unknown expression $foo'],
    [{ a: { $slice: 'x' } }, 28667, '$slice'],
    [{ a: { $elemMatch: 1 } }, 31274, 'object required'],
    [{ 'a.b': { $elemMatch: { c: 1 } } }, 31275, 'nested field'],
    [{ 'a.$': 1, 'b.$': 1 }, 31276, 'Cannot specify more than one positional projection per query.'],
    [{ 'a.$': 1, b: { $elemMatch: { c: 1 } } }, 31255, 'Cannot specify positional operator and $elemMatch.'],
    [{ b: { $elemMatch: { c: 1 } }, 'a.$': 1 }, 31256, 'Cannot specify positional operator and $elemMatch.'],
    [{ 'a.$': { b: 1 } }, 31271, 'positional projection cannot be used with an expression or sub object'],
    [{ 'a.$': 'x' }, 31308, 'positional projection cannot be used with a literal'],
    [{ 'a.$': 0 }, 31395, 'positional projection cannot be used with exclusion'],
    [{ 'a.$.b': 1 }, 31394, 'positional operator in the middle of a path'],
    [{ a: { $meta: 'textScore' } }, 115, 'MONGODB_URI'],
    [{ 'a..b': 1 }, 15998, 'FieldPath field names may not be empty strings.'],
    [{ $a: 1 }, 16410, "FieldPath field names may not start with '$'"],
  ]
  it.each(wrong)('%j is refused with %i', (spec, code, message) => {
    expect(() => compileProjection(spec)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    )
  })
})

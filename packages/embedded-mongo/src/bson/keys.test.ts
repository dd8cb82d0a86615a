import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeKey, hasPath, indexKeys, indexValues, isMultikey } from './keys.js'
import { compareValues, identicalValues, typeOf } from './order.js'

const aNumber = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -5, max: 5 }).map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 6n }).map((value) => Long.fromBigInt(value)),
  fc.constantFrom(2 ** 53, 2 ** 53 + 2, 0.1, -0.1, 1e300, -0).map((value) => new Double(value)),
  fc
    .constantFrom('0.1', '1.0', '1.00', '9007199254740993', '9007199254740993.5', '1E400', '-1E400', '1E-400', 'NaN')
    .map((text) => Decimal128.fromString(text)),
  fc
    .constantFrom('Infinity', '-Infinity', '0.1000000000000000055511151231257827')
    .map((text) => Decimal128.fromString(text)),
)

const aScalar = fc.oneof(
  aNumber,
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    null,
    undefined,
    true,
    false,
    '\0',
    'a\0',
    'a\0b',
    'a',
    '\u{1f600}',
    '\uffff',
    new MinKey(),
    new MaxKey(),
  ),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.constantFrom(/a/, /a/i, /b/m, new Timestamp(5n), new Timestamp(2n ** 63n)),
)

const { value: aValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    aScalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'c'), tie('value'), { maxKeys: 3 }),
  ),
}))

const keyOrder = (a: unknown[], b: unknown[], directions: (1 | -1)[]): number =>
  Buffer.compare(encodeKey(a, directions).key, encodeKey(b, directions).key)

describe('index keys', () => {
  it('sort as bytes exactly as their values sort', () => {
    fc.assert(
      fc.property(aValue, aValue, (a, b) => {
        expect(keyOrder([a], [b], [1])).toBe(compareValues(a, b))
        expect(keyOrder([a], [b], [-1])).toBe(compareValues(b, a) || 0)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  it('sort numbers of all kinds exactly', () => {
    fc.assert(
      fc.property(aNumber, aNumber, (a, b) => {
        expect(keyOrder([a], [b], [1])).toBe(compareValues(a, b))
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  it('sort compound keys field by field, each in its own direction', () => {
    fc.assert(
      fc.property(fc.tuple(aScalar, aScalar), fc.tuple(aScalar, aScalar), (a, b) => {
        expect(keyOrder(a, b, [1, -1])).toBe(compareValues(a[0], b[0]) || compareValues(b[1], a[1]))
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('are clipped with a hash when they grow too long', () => {
    const long = encodeKey(['x'.repeat(5000)], [1])
    const other = encodeKey([`${'x'.repeat(4999)}y`], [1])
    expect(long.clipped).toBe(true)
    expect(long.key.length).toBeLessThanOrEqual(1900)
    expect(Buffer.compare(long.key, other.key)).not.toBe(0)
    expect(encodeKey(['short'], [1]).clipped).toBe(false)
  })
})

describe('the order of values', () => {
  it('is total', () => {
    fc.assert(
      fc.property(aValue, aValue, aValue, (a, b, c) => {
        expect(compareValues(a, b)).toBe(-compareValues(b, a) || 0)
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) expect(compareValues(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('puts the types where MongoDB puts them', () => {
    const inOrder = [
      new MinKey(),
      undefined,
      null,
      new Double(Number.NaN),
      new Int32(1),
      'a',
      {},
      { a: 1 },
      [],
      [1],
      new Binary(new Uint8Array(1)),
      new ObjectId('000000000000000000000000'),
      false,
      true,
      new Date(0),
      new Timestamp(1n),
      /a/,
      new MaxKey(),
    ]
    const shuffled = [...inOrder].reverse().sort(compareValues)
    expect(shuffled.map((value) => inOrder.indexOf(value))).toEqual(
      inOrder
        .map((_, i) => i)
        .filter((i) => i !== 1)
        .concat(1),
    )
  })

  it('compares field order, and the type of a field before its name', () => {
    expect(compareValues({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(-1)
    expect(compareValues({ b: 1 }, { a: 'x' })).toBe(-1)
    expect(compareValues({ a: 1 }, { a: 1, b: 1 })).toBe(-1)
  })

  it('compares numbers of different types by value', () => {
    expect(compareValues(new Int32(1), Decimal128.fromString('1.00'))).toBe(0)
    expect(compareValues(Long.fromString('9007199254740993'), new Double(2 ** 53))).toBe(1)
    expect(compareValues(Decimal128.fromString('0.1'), new Double(0.1))).toBe(-1)
    expect(identicalValues(new Int32(1), new Double(1))).toBe(false)
    expect(identicalValues({ a: [new Int32(1)] }, { a: [new Int32(1)] })).toBe(true)
  })

  it('compares binaries by length first', () => {
    expect(compareValues(new Binary(Buffer.of(9)), new Binary(Buffer.of(1, 1)))).toBe(-1)
    expect(compareValues(Buffer.of(1), new Binary(Buffer.of(1)))).toBe(0)
  })

  it('is not misled by a stored field named _bsontype', () => {
    expect(typeOf({ _bsontype: 'ObjectId' }).alias).toBe('object')
  })
})

describe('index values', () => {
  it('are one per array element', () => {
    expect(indexValues({ a: [1, 2] }, 'a')).toEqual([1, 2])
    expect(indexValues({ a: [{ b: 1 }, { b: [2, 3] }, 4] }, 'a.b')).toEqual([1, 2, 3, null])
    expect(indexValues({ a: [{ b: 1 }, { b: 2 }] }, 'a.1.b')).toEqual([2])
  })

  it('are null for a missing field and undefined for an empty array', () => {
    expect(indexValues({}, 'a.b')).toEqual([null])
    expect(indexValues({ a: 5 }, 'a.b')).toEqual([null])
    expect(indexValues({ a: [] }, 'a')).toEqual([undefined])
    expect(indexValues({ a: [] }, 'a.b')).toEqual([null])
  })

  it('open one level of arrays only', () => {
    expect(indexValues({ a: [[1, 2], 3] }, 'a')).toEqual([[1, 2], 3])
  })

  it('say whether an array was met and whether the path exists', () => {
    expect(isMultikey({ a: [] }, 'a')).toBe(true)
    expect(isMultikey({ a: { b: 1 } }, 'a.b')).toBe(false)
    expect(hasPath({ a: [{ c: 1 }, { b: null }] }, 'a.b')).toBe(true)
    expect(hasPath({ a: [1] }, 'a.b')).toBe(false)
  })

  it('keep fields of the same element together', () => {
    const doc = {
      x: 0,
      a: [
        { b: 1, c: 2 },
        { b: 3, c: 4 },
      ],
    }
    expect(indexKeys(doc, ['a.b', 'x', 'a.c']).keys).toEqual([
      [1, 0, 2],
      [3, 0, 4],
    ])
  })

  it('refuse parallel arrays', () => {
    expect(() => indexKeys({ a: [1], b: [2] }, ['a', 'b'])).toThrow('cannot index parallel arrays [b] [a]')
  })
})

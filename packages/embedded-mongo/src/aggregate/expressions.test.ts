// biome-ignore-all lint/suspicious/noThenProperty: MongoDB's own name for a branch
import { Decimal128, Double, Int32, Long, ObjectId } from 'bson'
import { describe, expect, it } from 'vitest'
import { compileFilter } from '../query/match.js'
import { compileExpression } from './expressions.js'

const int = (value: number): Int32 => new Int32(value)
const double = (value: number): Double => new Double(value)
const long = (value: number | string): Long => Long.fromString(String(value))
const date = new Date('2021-03-04T05:06:07.089Z')
const id = new ObjectId('65f000000000000000000001')
const doc = {
  _id: id,
  n: int(5),
  s: 'Héllo',
  z: null,
  list: [int(3), int(1), int(2)],
  docs: [{ b: 1, c: { d: 1 } }, { b: 2 }, 7],
  o: { x: 1, y: { z: 2 } },
  date,
}
const vars = { NOW: date, v: { w: 4 } }

const cases: [unknown, unknown][] = [
  ['$n', int(5)],
  ['$o.y.z', 2],
  ['$docs.b', [1, 2]],
  ['$docs.c.d', [1]],
  ['$missing', undefined],
  ['text', 'text'],
  ['$$v.w', 4],
  ['$$ROOT.n', int(5)],
  ['$$CURRENT.n', int(5)],
  ['$$REMOVE', undefined],
  ['$$NOW', date],
  [
    ['$n', '$missing'],
    [int(5), null],
  ],
  [
    { a: '$n', b: '$missing', c: { d: '$z' } },
    { a: int(5), c: { d: null } },
  ],
  [{ $literal: '$n' }, '$n'],
  [{ $add: ['$n', int(1)] }, int(6)],
  [{ $add: [int(2147483647), int(1)] }, long('2147483648')],
  [{ $add: [long('9223372036854775807'), int(1)] }, double(2 ** 63)],
  [{ $add: [double(0.1), Decimal128.fromString('0.2')] }, Decimal128.fromString('0.300000000000000')],
  [{ $add: ['$date', int(1000)] }, new Date(date.getTime() + 1000)],
  [{ $add: ['$n', '$z'] }, null],
  [{ $subtract: ['$date', new Date(date.getTime() - 5)] }, long(5)],
  [{ $subtract: ['$date', int(5)] }, new Date(date.getTime() - 5)],
  [{ $subtract: [int(3), double(0.5)] }, double(2.5)],
  [{ $multiply: [int(2), int(3), double(0.5)] }, double(3)],
  [{ $divide: [int(7), int(2)] }, double(3.5)],
  [{ $divide: [Decimal128.fromString('1'), int(4)] }, Decimal128.fromString('0.25')],
  [{ $mod: [int(-7), int(3)] }, int(-1)],
  [{ $abs: int(-3) }, int(3)],
  [{ $ceil: double(1.2) }, double(2)],
  [{ $floor: double(-1.2) }, double(-2)],
  [{ $floor: Decimal128.fromString('-1.2') }, Decimal128.fromString('-2')],
  [{ $round: [double(2.5)] }, double(2)],
  [{ $round: [double(1234.567), int(2)] }, double(1234.57)],
  [{ $round: [int(1250), int(-2)] }, int(1200)],
  [{ $trunc: [double(-1.9)] }, double(-1)],
  [{ $pow: [int(2), int(10)] }, int(1024)],
  [{ $sqrt: int(9) }, double(3)],
  [{ $cmp: ['$n', 'x'] }, int(-1)],
  [{ $eq: ['$missing', null] }, false],
  [{ $eq: ['$n', double(5)] }, true],
  [{ $gt: ['x', int(5)] }, true],
  [{ $lt: ['$missing', null] }, true],
  [{ $gte: [[int(1)], [int(1)]] }, true],
  [{ $and: ['$n', int(1)] }, true],
  [{ $and: [] }, true],
  [{ $or: ['$z', '$missing', int(0)] }, false],
  [{ $not: ['$z'] }, true],
  [{ $cond: ['$z', 1, 2] }, 2],
  [{ $cond: { if: true, then: 'a', else: 'b' } }, 'a'],
  [{ $ifNull: ['$z', '$missing', 'x'] }, 'x'],
  [
    {
      $switch: {
        branches: [
          { case: '$z', then: 1 },
          { case: '$n', then: 2 },
        ],
        default: 3,
      },
    },
    2,
  ],
  [{ $concat: ['a', '$s'] }, 'aHéllo'],
  [{ $concat: ['a', '$z'] }, null],
  [{ $toUpper: '$s' }, 'HÉLLO'],
  [{ $toLower: '$missing' }, ''],
  [{ $substrCP: ['$s', int(1), int(2)] }, 'él'],
  [{ $substrBytes: ['$s', int(0), int(3)] }, 'Hé'],
  [{ $strLenCP: '$s' }, int(5)],
  [{ $strLenBytes: '$s' }, int(6)],
  [{ $split: ['a,b', ','] }, ['a', 'b']],
  [{ $trim: { input: '  a ' } }, 'a'],
  [{ $ltrim: { input: 'xxa', chars: 'x' } }, 'a'],
  [{ $rtrim: { input: 'a ' } }, 'a'],
  [{ $indexOfCP: ['$s', 'l'] }, int(2)],
  [{ $strcasecmp: ['a', 'B'] }, int(-1)],
  [{ $replaceOne: { input: 'aa', find: 'a', replacement: 'b' } }, 'ba'],
  [{ $replaceAll: { input: 'aa', find: 'a', replacement: 'b' } }, 'bb'],
  [{ $regexMatch: { input: '$s', regex: '^h', options: 'i' } }, true],
  [{ $regexFind: { input: '$s', regex: 'l(l)' } }, { match: 'll', idx: int(2), captures: ['l'] }],
  [
    { $regexFindAll: { input: 'abab', regex: /b/ } },
    [
      { match: 'b', idx: int(1), captures: [] },
      { match: 'b', idx: int(3), captures: [] },
    ],
  ],
  [{ $size: '$list' }, int(3)],
  [{ $arrayElemAt: ['$list', int(-1)] }, int(2)],
  [{ $arrayElemAt: ['$list', int(9)] }, undefined],
  [{ $first: '$list' }, int(3)],
  [{ $last: '$list' }, int(2)],
  [{ $slice: ['$list', int(-2)] }, [int(1), int(2)]],
  [{ $slice: ['$list', int(1), int(1)] }, [int(1)]],
  [{ $in: [double(1), '$list'] }, true],
  [{ $isArray: '$list' }, true],
  [{ $isArray: [['a']] }, true],
  [{ $concatArrays: ['$list', [int(9)]] }, [int(3), int(1), int(2), int(9)]],
  [{ $reverseArray: '$list' }, [int(2), int(1), int(3)]],
  [{ $indexOfArray: ['$list', int(1)] }, int(1)],
  [{ $range: [int(0), int(5), int(2)] }, [int(0), int(2), int(4)]],
  [{ $zip: { inputs: [[1, 2], ['a']] } }, [[1, 'a']]],
  [{ $sortArray: { input: '$list', sortBy: int(1) } }, [int(1), int(2), int(3)]],
  [{ $filter: { input: '$list', as: 'e', cond: { $gte: ['$$e', int(2)] } } }, [int(3), int(2)]],
  [{ $filter: { input: '$list', cond: { $gte: ['$$this', int(2)] }, limit: int(1) } }, [int(3)]],
  [{ $map: { input: '$list', as: 'e', in: { $add: ['$$e', '$n'] } } }, [int(8), int(6), int(7)]],
  [{ $reduce: { input: '$list', initialValue: int(0), in: { $add: ['$$value', '$$this'] } } }, int(6)],
  [{ $let: { vars: { a: int(1), b: '$n' }, in: { $add: ['$$a', '$$b'] } } }, int(6)],
  [
    {
      $setUnion: [
        [1, 2],
        [2, 3],
      ],
    },
    [1, 2, 3],
  ],
  [
    {
      $setIntersection: [
        [1, 2],
        [2, 3],
      ],
    },
    [2],
  ],
  [
    {
      $setDifference: [
        [1, 2],
        [2, 3],
      ],
    },
    [1],
  ],
  [
    {
      $setEquals: [
        [1, 2],
        [2, 1, 1],
      ],
    },
    true,
  ],
  [{ $setIsSubset: [[1], [2, 1]] }, true],
  [{ $anyElementTrue: [[false, int(1)]] }, true],
  [{ $allElementsTrue: [[false, int(1)]] }, false],
  [{ $mergeObjects: ['$o', { x: 2 }, null] }, { x: 2, y: { z: 2 } }],
  [{ $objectToArray: { a: 1 } }, [{ k: 'a', v: 1 }]],
  [
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
    },
    { a: 1, b: 2 },
  ],
  [{ $arrayToObject: [[{ k: 'a', v: 1 }]] }, { a: 1 }],
  [{ $getField: 'n' }, int(5)],
  [{ $getField: { field: 'x', input: '$o' } }, 1],
  [{ $setField: { field: 'a.b', input: {}, value: 1 } }, { 'a.b': 1 }],
  [{ $unsetField: { field: 'x', input: { x: 1, y: 2 } } }, { y: 2 }],
  [{ $sum: '$list' }, int(6)],
  [{ $sum: ['$n', 'x', double(0.5)] }, double(5.5)],
  [{ $avg: '$list' }, double(2)],
  [{ $min: '$list' }, int(1)],
  [{ $max: ['$n', '$z'] }, int(5)],
  [{ $stdDevPop: [[int(1), int(3)]] }, double(1)],
  [{ $type: '$missing' }, 'missing'],
  [{ $type: '$date' }, 'date'],
  [{ $isNumber: '$n' }, true],
  [{ $toString: '$_id' }, id.toHexString()],
  [{ $toString: '$date' }, '2021-03-04T05:06:07.089Z'],
  [{ $toInt: '42' }, int(42)],
  [{ $toInt: double(4.9) }, int(4)],
  [{ $toLong: '$date' }, long(date.getTime())],
  [{ $toDouble: '1.5' }, double(1.5)],
  [{ $toDecimal: '1.50' }, Decimal128.fromString('1.50')],
  [{ $toBool: int(0) }, false],
  [{ $toDate: '2021-03-04' }, new Date('2021-03-04')],
  [{ $toDate: '$_id' }, id.getTimestamp()],
  [{ $toObjectId: id.toHexString() }, id],
  [{ $convert: { input: 'x', to: 'int', onError: 'bad' } }, 'bad'],
  [{ $convert: { input: null, to: 'int', onNull: 'none' } }, 'none'],
  [{ $year: '$date' }, int(2021)],
  [{ $month: '$date' }, int(3)],
  [{ $dayOfMonth: { date: '$date', timezone: '-06:00' } }, int(3)],
  [{ $hour: { date: new Date('2021-07-01T12:00:00Z'), timezone: 'Europe/London' } }, int(13)],
  [{ $dayOfWeek: '$date' }, int(5)],
  [{ $dayOfYear: '$date' }, int(63)],
  [{ $week: '$date' }, int(9)],
  [{ $isoWeek: new Date('2021-01-01') }, int(53)],
  [{ $isoWeekYear: new Date('2021-01-01') }, long(2020)],
  [{ $dateToString: { date: '$date' } }, '2021-03-04T05:06:07.089Z'],
  [{ $dateToString: { date: '$date', format: '%d/%m/%Y %H:%M', timezone: '+01:30' } }, '04/03/2021 06:36'],
  [{ $dateToString: { date: '$z', onNull: 'never' } }, 'never'],
  [{ $dateFromString: { dateString: '2021-03-04T05:06:07.089Z' } }, date],
  [{ $dateFromString: { dateString: '04/03/2021', format: '%d/%m/%Y' } }, new Date('2021-03-04')],
  [
    { $dateFromString: { dateString: '2021-07-01T12:00', timezone: 'Europe/London' } },
    new Date('2021-07-01T11:00:00Z'),
  ],
  [{ $dateFromParts: { year: int(2021), month: int(3), day: int(4) } }, new Date('2021-03-04')],
  [
    { $dateToParts: { date: new Date('2021-03-04') } },
    { year: int(2021), month: int(3), day: int(4), hour: int(0), minute: int(0), second: int(0), millisecond: int(0) },
  ],
  [{ $dateAdd: { startDate: new Date('2021-01-31'), unit: 'month', amount: int(1) } }, new Date('2021-02-28')],
  [{ $dateSubtract: { startDate: new Date('2021-03-04'), unit: 'day', amount: int(4) } }, new Date('2021-02-28')],
  [{ $dateDiff: { startDate: new Date('2020-12-31'), endDate: new Date('2021-01-01'), unit: 'year' } }, long(1)],
  [{ $dateTrunc: { date: '$date', unit: 'month' } }, new Date('2021-03-01')],
  [{ $dateTrunc: { date: '$date', unit: 'week', startOfWeek: 'monday' } }, new Date('2021-03-01')],
]

const wrong: [unknown, number, string][] = [
  [{ $foo: 1 }, 168, "Unrecognized expression '$foo'"],
  [{ $add: 1, $subtract: 2 }, 15983, 'an expression specification must contain exactly one field'],
  ['$$nobody', 17276, 'Use of undefined variable: nobody'],
  ['$', 16872, "'$' by itself is not a valid FieldPath"],
  ['$a..b', 15998, 'FieldPath field names may not be empty strings.'],
  [{ $cmp: [1] }, 16020, 'Expression $cmp takes exactly 2 arguments. 1 were passed in.'],
  [{ $slice: [1] }, 28667, 'Expression $slice takes at least 2 arguments, and at most 3, but 1 were passed in.'],
  [{ $add: ['$n', 'x'] }, 14, '$add only supports numeric or date types, not string'],
  [{ $subtract: ['$n', 'x'] }, 14, "can't $subtract string from int"],
  [{ $multiply: ['x'] }, 14, '$multiply only supports numeric types, not string'],
  [{ $divide: [1, 0] }, 2, "can't $divide by zero"],
  [{ $mod: [1, 0] }, 16610, "can't $mod by zero"],
  [{ $concat: [1] }, 16702, '$concat only supports strings, not int'],
  [{ $size: '$missing' }, 17124, 'The argument to $size must be an array, but was of type: missing'],
  [{ $in: [1, 2] }, 40081, '$in requires an array as a second argument, found: int'],
  [{ $arrayElemAt: [1, 1] }, 28689, 'must be an array'],
  [{ $filter: { input: 1, cond: 1 } }, 28651, 'input to $filter must be an array not int'],
  [{ $map: { input: 1, in: 1 } }, 16883, 'input to $map must be an array not int'],
  [{ $setUnion: [1] }, 17043, 'All operands of $setUnion must be arrays. One argument is of type: int'],
  [{ $mergeObjects: [1] }, 40400, '$mergeObjects requires object inputs'],
  [{ $objectToArray: 1 }, 40390, '$objectToArray requires a document input, found: int'],
  [{ $cond: { if: 1, then: 1 } }, 17082, "Missing 'else' parameter to $cond"],
  [{ $switch: { branches: [{ case: false, then: 1 }] } }, 40066, 'could not find a matching branch'],
  [{ $toInt: 'abc' }, 241, "Failed to parse number 'abc' in $convert with no onError value"],
  [{ $toInt: double(1e12) }, 241, 'Conversion would overflow target type in $convert with no onError value'],
  [{ $toObjectId: 'x' }, 241, "Failed to parse objectId 'x'"],
  [{ $year: 'x' }, 16006, "can't convert from BSON type string to Date"],
  [{ $hour: { date: '$date', timezone: 'Nowhere/None' } }, 40485, 'unrecognized time zone identifier: "Nowhere/None"'],
  [{ $ifNull: ['$n'] }, 1257300, '$ifNull needs at least two arguments'],
  [{ $function: {} }, 115, 'MONGODB_URI'],
]

describe('an expression', () => {
  it.each(cases)('%j', (spec, result) => {
    expect(compileExpression(spec, { vars })(doc)).toStrictEqual(result)
  })

  it.each(wrong)('%j is refused with %i', (spec, code, message) => {
    expect(() => compileExpression(spec, { vars })(doc)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    )
  })

  it('can be the condition of a filter, which compares as expressions compare', () => {
    expect(compileFilter({ $expr: { $gt: ['$a', '$b'] } })({ a: 2, b: 1 })).toBe(true)
    expect(compileFilter({ $expr: { $eq: ['$a', 1] } })({ a: [1] })).toBe(false)
    expect(compileFilter({ $expr: { $eq: ['$a', '$$x'] } }, { vars: { x: 3 } })({ a: 3 })).toBe(true)
  })
})

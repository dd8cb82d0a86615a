import {
  Binary,
  BSONRegExp,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDocument } from '../bson/fields.js'
import { encodeKey } from '../bson/keys.js'
import { MongoError } from '../errors.js'
import { bounds, compileFilter, equalities } from '../query/match.js'
import { compileProjection } from '../query/project.js'
import { compileSort } from '../query/sort.js'
import { compileUpdate, documentFromFilter } from '../query/update.js'
import { operators } from './expressions/operators.js'
import { compileExpression } from './expressions.js'
import { runPipeline } from './pipeline.js'
import { stages } from './stages.js'

const aName = fc.constantFrom(
  ...[
    'a',
    'b',
    'a.b',
    'a.0',
    'a.$',
    'a.$[]',
    'a.$[x]',
    '_id',
    '',
    'a..b',
    '__proto__',
    'constructor',
    'input',
    'in',
    'as',
  ],
  ...[
    'cond',
    'date',
    'format',
    'timezone',
    'startDate',
    'endDate',
    'unit',
    'amount',
    'regex',
    'options',
    'find',
    'vars',
  ],
  ...[
    'branches',
    'case',
    'default',
    'if',
    'else',
    'k',
    'v',
    'field',
    'value',
    'sortBy',
    'from',
    'let',
    'pipeline',
    'path',
  ],
  ...[
    'newRoot',
    'groupBy',
    'boundaries',
    'coll',
    'size',
    'to',
    'dateString',
    'year',
    'startWith',
    'connectToField',
    'chars',
  ],
)
const anOperator = fc.constantFrom(
  ...[
    ...Object.keys(operators),
    ...Object.keys(stages),
    '$gt',
    '$in',
    '$not',
    '$elemMatch',
    '$all',
    '$exists',
    '$type',
  ],
  ...[
    '$mod',
    '$regex',
    '$options',
    '$bitsAllSet',
    '$and',
    '$or',
    '$nor',
    '$expr',
    '$set',
    '$unset',
    '$inc',
    '$mul',
    '$rename',
  ],
  ...[
    '$currentDate',
    '$push',
    '$each',
    '$sort',
    '$position',
    '$addToSet',
    '$pull',
    '$pullAll',
    '$pop',
    '$bit',
    '$setOnInsert',
  ],
)
const aScalar = fc.constantFrom<unknown>(
  ...[null, undefined, true, '', 'a', '$a', '$$ROOT', '$$this', '$', '2021-01-01', 'UTC', 'day', 'constructor', /a/],
  ...[new Int32(0), new Int32(-1), new Double(1.5), new Double(Number.NaN), new Double(Number.POSITIVE_INFINITY)],
  ...[Long.MAX_VALUE, ...['1.5', 'NaN', '-Infinity', '1E6000'].map((text) => Decimal128.fromString(text))],
  ...[
    new ObjectId(),
    new Binary(Buffer.of(1)),
    new Timestamp(1n),
    new BSONRegExp('a', 'i'),
    new MinKey(),
    new MaxKey(),
  ],
  ...[new Date(0), new Date(8.64e15), new Date(Number.NaN)],
)
const { value: aValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    aScalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(aName, anOperator), tie('value'), { maxKeys: 4 }),
    fc.tuple(anOperator, tie('value')).map(([operator, operand]) => ({ [operator]: operand })),
  ),
}))
const aDocument = fc.dictionary(fc.constantFrom('_id', 'a', 'b'), aValue, { maxKeys: 3 })

const context = {
  collection: () => [
    { _id: 1, a: 1 },
    { _id: 2, a: [1, { b: 2 }] },
  ],
  vars: {},
}

function faultOf(action: () => unknown): unknown {
  try {
    action()
    return undefined
  } catch (error) {
    return error instanceof MongoError ? undefined : error
  }
}

const uses = (doc: Document, value: unknown, operator: string, name: string): (() => unknown)[] => {
  const spec: Document = isDocument(value) ? value : { [name]: value }
  return [
    () => compileFilter(spec)(doc),
    () => compileFilter({ [name]: { [operator]: value } })(doc),
    () => [bounds(spec), equalities(spec), documentFromFilter(spec)],
    () => compileUpdate({ [operator]: spec })(doc, { insert: false, filter: spec }),
    () => compileUpdate({ [operator]: spec }, { arrayFilters: [{ x: 1 }] })(doc, { insert: true, filter: {} }),
    () => compileProjection(spec, spec)(doc),
    () => compileProjection({ [name]: { [operator]: value } }, spec)(doc),
    () => compileSort(spec)(doc, { a: [1, 2] }),
    () => compileExpression({ [operator]: value })(doc),
    () => [...runPipeline([doc, { _id: 2, a: [{ b: 1 }] }], [{ [operator]: value }], context)],
    () => [...runPipeline([doc], [{ $group: { _id: value, [name]: { [operator]: value } } }], context)],
  ]
}

describe('whatever a client sends', () => {
  it('gives a result or an error with a code, and leaves the document alone', () => {
    fc.assert(
      fc.property(aDocument, aValue, anOperator, aName, (doc, value, operator, name) => {
        const before = encodeKey([doc], [1]).key
        for (const use of uses(doc, value, operator, name)) expect(faultOf(use)).toBeUndefined()
        expect(encodeKey([doc], [1]).key).toEqual(before)
      }),
      { numRuns: 600 },
    )
  }, 60_000)
})

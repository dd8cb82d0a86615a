import { Int32, Double, Long, Decimal128, ObjectId, Binary, Timestamp, BSONRegExp, MinKey, MaxKey, type Document } from 'bson'
import fc from 'fast-check'
import { it } from 'vitest'
import { MongoError } from './errors.js'
import { compileFilter, bounds, equalities } from './query/match.js'
import { compileUpdate, documentFromFilter } from './query/update.js'
import { compileProjection } from './query/project.js'
import { compileSort } from './query/sort.js'
import { runPipeline } from './aggregate/pipeline.js'
import { compileExpression } from './aggregate/expressions.js'
import { operators } from './aggregate/expressions/operators.js'
import { stages } from './aggregate/stages.js'

const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, '', 'a', '$a', '$$ROOT', '$$this', '$', '2021-01-01', 'UTC', 'day', 'int', new Int32(0), new Int32(1), new Int32(-1), new Double(1.5), new Double(Number.NaN), new Double(Infinity), Long.fromString('9223372036854775807'), Decimal128.fromString('1.5'), Decimal128.fromString('NaN'), Decimal128.fromString('-Infinity'), Decimal128.fromString('1E6000'), new ObjectId(), new Binary(Buffer.of(1)), new Timestamp(1n), new BSONRegExp('a', 'i'), new MinKey(), new MaxKey(), new Date(0), new Date(8.64e15)),
)
const names = fc.constantFrom('a', 'b', 'a.b', 'a.0', 'a.$', 'a.$[]', 'a.$[x]', '_id', '', 'a..b', '__proto__', 'constructor', 'input', 'in', 'as', 'cond', 'date', 'format', 'timezone', 'startDate', 'endDate', 'unit', 'amount', 'regex', 'options', 'find', 'replacement', 'initialValue', 'vars', 'branches', 'case', 'then', 'default', 'if', 'else', 'k', 'v', 'field', 'value', 'sortBy', 'from', 'let', 'pipeline', 'localField', 'foreignField', 'path', 'newRoot', 'groupBy', 'boundaries', 'coll', 'size', 'to', 'onError', 'dateString', 'year', 'month', 'isoWeekYear', 'startWith', 'connectFromField', 'connectToField', 'chars', 'inputs', 'binSize')
const ops = fc.constantFrom(...Object.keys(operators), ...Object.keys(stages), '$eq', '$gt', '$in', '$nin', '$not', '$elemMatch', '$all', '$exists', '$type', '$size', '$mod', '$regex', '$options', '$bitsAllSet', '$and', '$or', '$nor', '$expr', '$comment', '$set', '$unset', '$inc', '$mul', '$min', '$max', '$rename', '$currentDate', '$push', '$each', '$slice', '$sort', '$position', '$addToSet', '$pull', '$pullAll', '$pop', '$bit', '$setOnInsert')
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'medium' }, scalar, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.oneof(names, ops), tie('value'), { maxKeys: 4 }), fc.tuple(ops, tie('value')).map(([k, v]) => ({ [k]: v }))),
}))
const doc = fc.dictionary(fc.constantFrom('_id', 'a', 'b'), value, { maxKeys: 3 })
const found = new Map<string, string>()
const guard = (what: string, f: () => unknown) => { try { f() } catch (e) { if (!(e instanceof MongoError)) { const er = e as Error; const key = what.split(' ')[0] + ': ' + er.message.slice(0, 80) + ' @ ' + (er.stack ?? '').split('\n').slice(1, 4).map((l) => l.trim().replace(/.*embedded-mongo\/src\//, '')).join(' < '); if (!found.has(key)) found.set(key, what) } } }
const drain = (x: Iterable<unknown>) => { for (const _ of x) {} }
const context = { collection: () => [{ _id: 1, a: 1 }, { _id: 2, a: [1, { b: 2 }] }], vars: {} }
it('fuzz', () => {
  fc.assert(fc.property(doc, value, ops, names, (d, v, op, name) => {
    const o = (v && typeof v === 'object' && !Array.isArray(v) && Object.getPrototypeOf(v) === Object.prototype ? v : { [name]: v }) as Document
    guard('filter', () => compileFilter(o)(d))
    guard('filter2', () => compileFilter({ [name]: { [op]: v } })(d))
    guard('bounds', () => [...bounds(o), ...equalities(o)])
    guard('fromFilter', () => documentFromFilter(o))
    guard('update', () => compileUpdate({ [op]: o })(d, { insert: false, filter: o }))
    guard('update2', () => compileUpdate({ [op]: { [name]: v } }, { arrayFilters: [{ x: 1 }] })(d, { insert: true, filter: {} }))
    guard('project', () => compileProjection(o, o)(d))
    guard('project2', () => compileProjection({ [name]: { [op]: v } }, o)(d))
    guard('sort', () => compileSort(o)(d, { a: [1, 2] }))
    guard('expr ' + op, () => compileExpression({ [op]: v })(d))
    guard('pipe ' + op, () => drain(runPipeline([d, { _id: 2, a: [{ b: 1 }] }], [{ [op]: v }], context)))
    guard('group', () => drain(runPipeline([d], [{ $group: { _id: v, [name]: { [op]: v } } }], context)))
  }), { numRuns: 40000, interruptAfterTimeLimit: 100000 })
  for (const [k, v] of found) console.log('FOUND', v, k)
  console.log('total', found.size)
}, 200000)

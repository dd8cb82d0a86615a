import { Double, Int32, Long } from 'bson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bracketRange, encodeKey, indexValues } from '../../bson/keys.js'
import { type Bound, bounds, compileFilter, equalities } from '../match.js'
import { sortDocuments } from '../sort.js'

const aScalar = fc.oneof(
  fc.constantFrom(null, true, 'a', 'b', Number.NaN, new Date(5)),
  fc.integer({ min: 0, max: 4 }).map((value) => new Int32(value)),
  fc.integer({ min: 0, max: 4 }).map((value) => new Double(value + 0.5)),
  fc.integer({ min: 0, max: 4 }).map((value) => Long.fromNumber(value)),
)
const aSubdocument = fc.oneof(
  fc.record({ b: fc.oneof(aScalar, fc.array(aScalar, { maxLength: 2 })) }, { requiredKeys: [] }),
  aScalar,
)
const aDocument = fc.record(
  {
    a: fc.oneof(aSubdocument, fc.array(fc.oneof(aSubdocument, fc.array(aScalar, { maxLength: 2 })), { maxLength: 3 })),
  },
  { requiredKeys: [] },
)
const aCondition = fc.oneof(
  aScalar,
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte'), aScalar)
    .map(([operator, value]) => ({ [operator]: value })),
  fc.array(aScalar, { minLength: 1, maxLength: 3 }).map((list) => ({ $in: list })),
  fc.array(aScalar, { minLength: 1, maxLength: 2 }).map((list) => ({ $all: list })),
)
const aFilter = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'a.b'), aCondition).map(([path, condition]) => ({ [path]: condition })),
  aCondition.map((condition) => ({ a: { $elemMatch: { b: condition } } })),
  fc.tuple(aCondition, aCondition).map(([one, other]) => ({ $and: [{ a: one }, { 'a.b': other }] })),
)

const key = (value: unknown): Uint8Array => encodeKey([value], [1]).key

function meets(doc: object, { path, op, value }: Bound): boolean {
  return indexValues(doc, path).some((entry) => {
    if (op === 'in') return Array.isArray(value) && value.some((one) => Buffer.compare(key(entry), key(one)) === 0)
    const order = Buffer.compare(key(entry), key(value))
    const { low, high } = bracketRange(value)
    const ofType = Buffer.compare(key(entry), low) >= 0 && Buffer.compare(key(entry), high) < 0
    return {
      eq: order === 0,
      gt: ofType && order > 0,
      gte: ofType && order >= 0,
      lt: ofType && order < 0,
      lte: ofType && order <= 0,
    }[op]
  })
}

describe('what a planner may rely on', () => {
  it('every match has an index entry that meets each bound', () => {
    fc.assert(
      fc.property(aDocument, aFilter, (doc, filter) => {
        fc.pre(compileFilter(filter)(doc))
        for (const bound of [...equalities(filter), ...bounds(filter)])
          expect(meets(doc, bound), JSON.stringify(bound)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('sorting by one field is the order of the least index entries', () => {
    fc.assert(
      fc.property(
        fc.array(aDocument, { maxLength: 6 }),
        fc.constantFrom('a', 'a.b'),
        fc.constantFrom<(1 | -1)[]>(1, -1),
        (docs, path, direction) => {
          const least = (doc: object): Uint8Array => {
            const keys = indexValues(doc, path).map((value) => encodeKey([value], [direction]).key)
            return keys.sort(Buffer.compare)[0] ?? new Uint8Array()
          }
          const byIndex = [...docs].sort((a, b) => Buffer.compare(least(a), least(b)))
          expect(sortDocuments(docs, { [path]: direction })).toStrictEqual(byIndex)
        },
      ),
      { numRuns: 500 },
    )
  }, 60_000)
})

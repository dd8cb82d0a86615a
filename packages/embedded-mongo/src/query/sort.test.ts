import { Int32 } from 'bson'
import { describe, expect, it } from 'vitest'
import { compileSort, sortDocuments } from './sort.js'

const order = (docs: { _id: number }[], spec: object): number[] => sortDocuments(docs, spec).map((doc) => doc._id)

describe('sorting', () => {
  it('goes field by field in the order of the specification', () => {
    const docs = [
      { _id: 1, a: 2, b: 1 },
      { _id: 2, a: 1, b: 1 },
      { _id: 3, a: 1, b: 2 },
    ]
    expect(order(docs, { a: 1, b: -1 })).toEqual([3, 2, 1])
  })

  it('keeps the order of equals', () => {
    expect(order([{ _id: 2 }, { _id: 1 }], { a: 1 })).toEqual([2, 1])
  })

  it('counts a missing field as null, above an empty array', () => {
    const docs = [{ _id: 1, a: 1 }, { _id: 2 }, { _id: 3, a: null }, { _id: 4, a: [] }]
    expect(order(docs, { a: 1 })).toEqual([4, 2, 3, 1])
  })

  it('takes the smallest element of an array upwards and the largest downwards', () => {
    const docs = [
      { _id: 1, a: [5, 1] },
      { _id: 2, a: 3 },
      { _id: 3, a: [2, 9] },
    ]
    expect(order(docs, { a: 1 })).toEqual([1, 3, 2])
    expect(order(docs, { a: -1 })).toEqual([3, 1, 2])
  })

  it('sorts through documents in arrays', () => {
    const docs = [
      { _id: 1, a: [{ b: 3 }, { b: 2 }] },
      { _id: 2, a: [{ b: 1 }] },
    ]
    expect(order(docs, { 'a.b': 1 })).toEqual([2, 1])
  })

  it('looks at each document once, however many there are', () => {
    let looks = 0
    const documents = (count: number) =>
      Array.from({ length: count }, (_, _id) => ({
        _id,
        get a() {
          looks++
          return (_id * 7919) % count
        },
      }))
    sortDocuments(documents(1), { a: 1 })
    const each = looks
    sortDocuments(documents(500), { a: 1 })
    expect(looks - each).toBe(500 * each)
  })

  it('compares strings by a collation when given one', () => {
    const strings = new Intl.Collator('en', { sensitivity: 'base' }).compare
    expect(compileSort({ a: 1 }, { strings })({ a: 'B' }, { a: 'a' })).toBe(1)
    expect(compileSort({ a: 1 })({ a: 'B' }, { a: 'a' })).toBe(-1)
  })

  it('refuses other directions and $meta', () => {
    expect(() => compileSort({ a: new Int32(2) })).toThrow(expect.objectContaining({ code: 15975 }))
    expect(() => compileSort({ a: 'x' })).toThrow(expect.objectContaining({ code: 15974 }))
    expect(() => compileSort({ a: { $meta: 'textScore' } })).toThrow(expect.objectContaining({ code: 115 }))
  })
})

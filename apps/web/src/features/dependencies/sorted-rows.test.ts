import { describe, expect, it } from 'vitest'
import { type RadarColumn, sortedRows } from './sorted-rows'

interface Row {
  name: string
  days: number | null
}
const rows: Row[] = [
  { name: 'b', days: 3 },
  { name: 'c', days: null },
  { name: 'a', days: 20 },
]
const columns: RadarColumn<Row>[] = [
  { key: 'name', sort: ({ name }) => name },
  { key: 'days', sort: ({ days }) => days },
  { key: 'acts' },
]
const names = (key: string, descending = false) =>
  sortedRows(rows, columns, { key, descending }, (a, b) => a.localeCompare(b))
    .map(({ name }) => name)
    .join('')

describe('a table of the radar', () => {
  it('stands as it came until a column is chosen', () => {
    expect(sortedRows(rows, columns, null, () => 0)).toBe(rows)
    expect(names('acts')).toBe('bca')
  })

  it('puts numbers in order as numbers, and what is not known last whichever way', () => {
    expect(names('days')).toBe('bac')
    expect(names('days', true)).toBe('abc')
  })

  it('puts words in order and turns it', () => {
    expect(names('name')).toBe('abc')
    expect(names('name', true)).toBe('cba')
  })
})

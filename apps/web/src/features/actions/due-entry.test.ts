import { describe, expect, it } from 'vitest'
import { entryFrom, readEntry } from './due-entry'

const empty = { day: '', month: '', year: '', words: '' }

describe('a due date being written', () => {
  it('starts from the day that is set, and gives the same day back', () => {
    const due = { label: '2028-03-31', earliest: '2028-03-31', latest: '2028-03-31' }
    expect(entryFrom(due)).toEqual({ ...empty, way: 'day', day: '31', month: '3', year: '2028' })
    expect(readEntry(entryFrom(due))).toEqual({ due })
  })

  it('keeps the bounds of words that did not change, and guesses none for new ones', () => {
    const known = { label: 'May/June 2021', earliest: '2021-05', latest: '2021-06' }
    expect(readEntry(entryFrom(known), known)).toEqual({ due: known })
    const words = { ...empty, way: 'words' as const, words: 'next term' }
    expect(readEntry(words, known)).toEqual({ due: { label: 'next term', earliest: null, latest: null } })
  })

  it('refuses days that do not exist and empty words, and takes a date away when asked', () => {
    const on = (day: string, month: string, year: string) => readEntry({ ...empty, way: 'day', day, month, year })
    for (const entry of [on('31', '2', '2027'), on('29', '2', '2027'), on('', '2', '2027'), on('1', '13', '2027')])
      expect(entry).toEqual({ problem: 'impossible-date' })
    expect(on('29', '2', '2028')).toMatchObject({ due: { latest: '2028-02-29' } })
    expect(readEntry({ ...empty, way: 'words', words: ' ' })).toEqual({ problem: 'text-needed' })
    expect(readEntry({ ...empty, way: 'none' })).toEqual({ due: null })
  })
})

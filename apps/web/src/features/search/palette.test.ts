import { describe, expect, it } from 'vitest'
import type { Doing } from '../../platform/doings'
import { fits, takes } from './fits'
import { groupLines, type Hit, lineOf } from './results'

const aDoing = (en: string, cy: string, more: Partial<Doing> = {}): Doing => ({
  id: en,
  name: { en, cy },
  run: () => {},
  ...more,
})
const say = {
  day: (when: string) => when,
  overdue: (day: string) => `late ${day}`,
  ofItem: (n: number) => `item ${n}`,
  content: () => '',
}

describe('what can be done', () => {
  it('is found in either language, by the beginnings of its words', () => {
    const going = aDoing('Legacy items', 'Eitemau gwaddol')
    expect(['leg', 'items leg', 'gwadd', 'EITEMAU'].map((typed) => fits(going, typed))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(fits(going, 'gacy')).toBe(false)
  })

  it('is found without accents', () => {
    expect(fits(aDoing('Group', 'Grŵp'), 'grwp')).toBe(true)
  })

  it('takes what was typed where it asks for it, unless that is its own name', () => {
    const propose = aDoing('Propose an action', 'Cynnig cam gweithredu', { takesText: true })
    expect(['family finding', 'propose', 'cynnig', ' '].map((typed) => takes(propose, typed))).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(takes(aDoing('Legacy items', 'Eitemau gwaddol'), 'family finding')).toBe(false)
  })
})

describe('what was found', () => {
  const action: Hit = {
    __typename: 'Action',
    id: 'a',
    number: 60,
    title: 'Launch',
    status: 'OPEN',
    overdueSince: '2021-07-01',
  }
  const term: Hit = {
    __typename: 'Term',
    id: 't',
    abbreviation: 'MAG',
    meaning: { en: 'Ministerial Advisory Group', cy: null },
  }

  it('leads to its page, and says what is late', () => {
    expect(lineOf(action, say)).toMatchObject({ href: '/actions/a', number: 60, note: 'late 2021-07-01' })
    expect(lineOf(term, say)).toMatchObject({ href: '/glossary#t', number: 'MAG' })
  })

  it('stands by kind, in the order of the best of each', () => {
    const lines = [action, term, { ...action, id: 'b' }].map((hit) => lineOf(hit, say))
    expect(groupLines(lines).map(({ kind, lines: of }) => [kind, of.length])).toEqual([
      ['Action', 2],
      ['Term', 1],
    ])
  })
})

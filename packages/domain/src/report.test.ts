import { expect, it } from 'vitest'
import type { ActionOverTime } from './action-as-at.js'
import { finishedIn, namesYear, progressParagraphs, stillOpen } from './report.js'

const point = (day: string) => ({ id: day, text: `Said on ${day}`, day, at: null, personId: null, source: null })
const area = (number: number, days: string[], status = 'in-progress', statusAsOf: string | null = null) => ({
  number,
  status,
  statusAsOf,
  progressPoints: days.map(point),
})

it('a letter says what was reported by its day, in the order of the areas, and names apart what has nothing', () => {
  const { paragraphs, silent } = progressParagraphs(
    [
      area(3, ['2019-11-07']),
      area(1, ['2019-12-01', '2019-11-06', '2019-01-01']),
      area(2, ['2019-11-06']),
      area(4, ['2019-01-01'], 'proposed'),
      area(5, ['2019-01-01'], 'active', '2019-11-07'),
      area(6, ['2019-01-01'], 'active', '2019-11-06'),
    ],
    '2019-11-06',
  )
  expect(paragraphs.map(({ area: { number }, points }) => [number, points.map(({ day }) => day)])).toEqual([
    [1, ['2019-01-01', '2019-11-06']],
    [2, ['2019-11-06']],
    [6, ['2019-01-01']],
  ])
  expect(silent.map(({ number }) => number)).toEqual([3])
})

it.each([
  ['2019', [2019]],
  ['since 2017-18', [2017, 2018]],
  ['2019-20 and 2020-21', [2019, 2020, 2021]],
  ['31 March 2018', [2018]],
  ['2019-03', [2019]],
  ['2019-03-31', [2019]],
  ['five-year programme', []],
  [null, []],
])('%s names the years %j', (period, years) => {
  const named = [2016, 2017, 2018, 2019, 2020, 2021, 2022].filter((year) => namesYear(period, year))
  expect(named).toEqual(years)
})

it('an action is of the year in which it was finished, and of no other', () => {
  const action: ActionOverTime = {
    status: 'done',
    statusNotes: [
      { status: 'planned', asOf: '2018-05-01', note: null, source: { file: 'a', locator: 'b' } },
      { status: 'done', asOf: '2019-11-06', note: null, source: { file: 'a', locator: 'b' } },
    ],
    statusHistory: [],
    owner: null,
    earlierOwners: [],
    due: null,
    earlierDues: [],
    bodyId: 'body-mag',
    earlierBodies: [],
  }
  expect([2017, 2018, 2019, 2020].filter((year) => finishedIn(action, year))).toEqual([2019])
})

it('what was stopped or is done is no longer open', () => {
  const decided = {
    id: 'c',
    day: '2021-01-01',
    reason: 'x',
    reference: null,
    intoId: null,
    at: new Date(0),
    personId: 'p',
  }
  expect(stillOpen({})).toBe(true)
  expect(stillOpen({ status: 'planned' })).toBe(true)
  expect(stillOpen({ status: 'done' })).toBe(false)
  expect(stillOpen({ courses: [{ ...decided, course: 'stopped' }] })).toBe(false)
  expect(stillOpen({ courses: [{ ...decided, course: 'continued' }] })).toBe(true)
})

import { expect, it } from 'vitest'
import { readAsAt } from './as-at-fields'

it.each([
  ['', '', '', null],
  ['', '', '2021', '2021'],
  ['', '3', '2021', '2021-03'],
  ['31', '3', '2021', '2021-03-31'],
  ['31', '2', '2021', null],
  ['', '13', '2021', null],
  ['5', '', '2021', null],
  ['', '3', '', null],
])('day "%s", month "%s", year "%s" is %s', (day, month, year, read) => {
  expect(readAsAt({ day, month, year })).toBe(read)
})

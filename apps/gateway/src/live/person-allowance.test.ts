import { expect, it } from 'vitest'
import { usualLimits } from './limits.js'
import { personAllowances } from './person-allowance.js'

it('all sockets of one person share one allowance, however long the first of them was idle', () => {
  const people = personAllowances(usualLimits)
  const first = people.of('p')
  people.tidy(new Set(['p']))
  expect(people.of('p')).toBe(first)
  people.tidy(new Set())
  expect(people.of('p')).not.toBe(first)
})

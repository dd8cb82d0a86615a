import { describe, expect, it } from 'vitest'
import { inForce, sitsOnOperationalGroup } from './offices.js'
import { anOffice, noon } from './scene.fixture.js'

const later = new Date(noon.getTime() + 1)
const earlier = new Date(noon.getTime() - 1)

describe('an appointment in force', () => {
  it.each([
    [null, null, true],
    [noon, null, true],
    [later, null, false],
    [null, noon, false],
    [null, later, true],
    [earlier, later, true],
    [earlier, earlier, false],
  ])('from %s until %s: %s', (from, until, answer) => {
    expect(inForce({ from, until }, noon)).toBe(answer)
  })
})

describe('a seat on the Operational Group', () => {
  it.each([
    ['chair', 'ws-1', true],
    ['vice-chair', 'ws-2', true],
    ['secretariat', 'team', true],
    ['member', 'body-social-care-wales', true],
    ['member', 'ws-1', false],
    ['chair', 'mag', false],
    ['vice-chair', 'mag', false],
    ['chair', 'tf-of-1', false],
    ['member', 'team', false],
    ['member', 'partner', false],
    ['guest', 'ws-1', false],
  ] as const)('follows from being %s of %s: %s', (office, body, answer) => {
    expect(sitsOnOperationalGroup(anOffice(office, body))).toBe(answer)
  })
})

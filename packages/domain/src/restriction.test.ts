import { describe, expect, it } from 'vitest'
import { maySeeAction } from './action.js'
import { maySee } from './permissions.js'
import { restriction, usualRestriction, whyNotRestrict } from './restriction.js'
import { aBody, anAction, aPerson } from './scene.fixture.js'

const chair = aPerson('chair ws-1')
const secretary = aPerson('secretariat team')
const usual = usualRestriction('ws-1', 'team')

describe('restricting a record', () => {
  it.each([
    ['chair ws-1', null],
    ['vice-chair ws-1', null],
    ['secretariat team', null],
    ['chair mag', null],
    ['member ws-1', 'not-permitted'],
    ['chair ws-2', 'not-permitted'],
    ['member mag', 'not-permitted'],
    ['official minister', 'not-permitted'],
    ['guest ws-1', 'not-permitted'],
    ['', 'not-permitted'],
  ])('is for those who rule or prepare on the body: %s', (offices, refusal) => {
    const viewer = offices ? aPerson(offices) : aPerson()
    expect(whyNotRestrict(viewer, aBody('ws-1'), 'member')).toBe(refusal)
  })

  it('is too late for what is public', () => {
    expect(whyNotRestrict(chair, aBody('ws-1'), 'public')).toBe('already-public')
  })

  it('names whoever does it, each once, and at least one', () => {
    expect(restriction(chair, null, [...usual, ...usual])).toEqual(usual)
    expect(() => restriction(aPerson('chair mag'), null, usual)).toThrow('not-among-them')
    expect(() => restriction(chair, null, [])).toThrow('not-among-them')
    const many = Array.from({ length: 21 }, (_, i) => ({ kind: 'person', personId: `p${i}` }) as const)
    expect(() => restriction(chair, null, many)).toThrow('too-long')
  })

  it('changes something', () => {
    expect(restriction(chair, usual, null)).toBeNull()
    expect(() => restriction(chair, null, null)).toThrow('already-so')
    expect(() => restriction(chair, usual, [...usual].reverse())).toThrow('already-so')
  })

  it('leaves the record to those it names, whatever offices others hold', () => {
    const place = { space: 'body', body: aBody('ws-1') } as const
    for (const named of [chair, aPerson('vice-chair ws-1'), secretary])
      expect(maySee(named, 'member', place, usual)).toBe(true)
    for (const other of [aPerson('member ws-1'), aPerson('chair mag'), aPerson('chair ws-2'), aPerson()])
      expect(maySee(other, 'public', place, usual)).toBe(false)
  })

  it('leaves an action to its owner too, and not to who merely helps', () => {
    const held = anAction({
      restrictedTo: usual,
      owner: { kind: 'person', personId: 'member ws-2' },
      supporters: [{ kind: 'person', personId: 'member mag' }],
    })
    expect(maySeeAction(aPerson('member ws-2'), held)).toBe(true)
    expect(maySeeAction(aPerson('member mag'), held)).toBe(false)
    expect(maySeeAction(aPerson('member ws-1'), held)).toBe(false)
  })
})

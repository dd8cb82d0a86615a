import { describe, expect, it } from 'vitest'
import { givenPassages, maySeeVersions, versionLabel, whyNotRedact } from './document-version.js'
import type { Owner } from './owner.js'
import { aBody, aPerson } from './scene.fixture.js'

const held = (over: { owner?: Owner; restrictedTo?: Owner[] } = {}) => ({
  place: { space: 'body', body: aBody('ws-1') } as const,
  owner: null,
  restrictedTo: null,
  ...over,
})

describe('versions of a text', () => {
  it('are for those at work there, not for whoever the record was published or shared to', () => {
    const sees = (person: string) => maySeeVersions(aPerson(person), held())
    for (const inside of ['chair ws-1', 'member ws-1', 'member mag', 'secretariat team', 'member ws-2'])
      expect([inside, sees(inside)]).toEqual([inside, true])
    for (const outside of ['member committee', 'guest ws-1', 'observer partner'])
      expect([outside, sees(outside)]).toEqual([outside, false])
  })

  it('are for an owner without office, and for those whom a restriction let in at the door', () => {
    const nobody = aPerson()
    expect(maySeeVersions(nobody, held({ owner: { kind: 'person', personId: nobody.personId } }))).toBe(true)
    expect(maySeeVersions(nobody, held({ restrictedTo: [] }))).toBe(true)
  })

  it('have a name of their own where they are kept by hand', () => {
    expect(versionLabel('  Before the vote ')).toBe('Before the vote')
    expect(() => versionLabel(' ')).toThrow('text-needed')
    expect(() => versionLabel('x'.repeat(81))).toThrow('too-long')
  })
})

describe('taking words out for good', () => {
  it('is the secretariat’s, and no chair’s', () => {
    expect(whyNotRedact(aPerson('secretariat team'))).toBeNull()
    for (const other of ['chair mag', 'vice-chair mag', 'chair ws-1', 'member ws-1', 'guest ws-1', 'member committee'])
      expect([other, whyNotRedact(aPerson(other))]).toEqual([other, 'not-permitted'])
  })

  it('names passages that are long enough to be one thing, each once', () => {
    expect(givenPassages([' Elm  House', 'Elm House'])).toEqual(['Elm House'])
    for (const none of [[], [' '], ['. – …'], ['ab']]) expect(() => givenPassages(none)).toThrow('text-needed')
    expect(() => givenPassages(['x'.repeat(201)])).toThrow('too-long')
    expect(() => givenPassages(Array.from({ length: 21 }, (_, i) => `passage ${i}`))).toThrow('too-long')
  })
})

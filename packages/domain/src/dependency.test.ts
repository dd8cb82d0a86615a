import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DependencyKind, heldUp, loopThrough, maySeeDependency, whyNotLink, whyNotUnlink } from './dependency.js'
import { aBody, aPerson } from './scene.fixture.js'

interface Link {
  dependentId: string
  dependsOnId: string
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const anId = fc.constantFrom(...ids)
const someLinks = fc.array(fc.record({ dependentId: anId, dependsOnId: anId }), { maxLength: 14 })

/** Every way without repeats, tried one after the other: slow, and plainly right. */
function reaches(links: readonly Link[], from: string, to: string, seen: readonly string[] = []): boolean {
  if (from === to) return true
  const next = links.filter((link) => link.dependentId === from && !seen.includes(link.dependsOnId))
  return next.some((link) => reaches(links, link.dependsOnId, to, [...seen, from]))
}

describe('a loop', () => {
  it('is found exactly where trying every way finds one', () => {
    fc.assert(
      fc.property(someLinks, anId, anId, (links, dependent, dependsOn) => {
        expect(loopThrough(links, dependent, dependsOn) !== null).toBe(reaches(links, dependsOn, dependent))
      }),
      { numRuns: 3_000 },
    )
  })

  it('is named by a way along real links, ends included, nothing twice', () => {
    fc.assert(
      fc.property(someLinks, anId, anId, (links, dependent, dependsOn) => {
        const path = loopThrough(links, dependent, dependsOn)
        if (!path) return
        expect(path[0]).toBe(dependsOn)
        expect(path.at(-1)).toBe(dependent)
        expect(new Set(path).size).toBe(path.length)
        for (const [i, id] of path.slice(0, -1).entries())
          expect(links).toContainEqual({ dependentId: id, dependsOnId: path[i + 1] })
      }),
      { numRuns: 3_000 },
    )
  })

  it('keeps a set of links free of circles when every new one is asked for first', () => {
    fc.assert(
      fc.property(someLinks, (wanted) => {
        const kept: Link[] = []
        for (const link of wanted) if (!loopThrough(kept, link.dependentId, link.dependsOnId)) kept.push(link)
        for (const { dependentId, dependsOnId } of kept) expect(reaches(kept, dependsOnId, dependentId)).toBe(false)
      }),
    )
  })
})

describe('being held up', () => {
  const link = (kind: DependencyKind) => [{ dependentId: 'a', dependsOnId: 'b', kind }]
  const finished =
    (...done: string[]) =>
    (id: string) =>
      done.includes(id)

  it.each([
    ['finish-to-start', true],
    ['measure-needs-definition', true],
    ['condition', true],
    ['external', false],
    ['cross-workstream', false],
    ['cross-item', false],
    ['evidence', false],
    ['informs', false],
    ['funding', false],
    ['interface', false],
    ['supports', false],
    ['data', false],
    ['handover', false],
    ['extends', false],
  ] as const)('a link of the kind %s holds up: %s', (kind, holds) => {
    expect(heldUp(link(kind), finished()).has('a')).toBe(holds)
  })

  it('ends when either end is finished', () => {
    expect(heldUp(link('finish-to-start'), finished('b')).size).toBe(0)
    expect(heldUp(link('finish-to-start'), finished('a')).size).toBe(0)
  })
})

describe('linking', () => {
  it.each([
    ['chair ws-1', 'ws-1', 'ws-2', null], // sits on the Operational Group
    ['member body-social-care-wales', 'ws-1', 'ws-2', null],
    ['secretariat team', 'ws-1', 'ws-2', null],
    ['member ws-1', 'ws-1', 'ws-1', null],
    ['member ws-1', 'ws-1', 'ws-2', 'not-permitted'],
    ['member ws-1', 'ws-2', 'ws-2', 'not-permitted'],
    ['chair mag', 'ws-1', 'ws-2', 'not-permitted'],
    ['chair tf-of-1', 'tf-of-1', 'tf-of-1', null],
    ['guest ws-1', 'ws-1', 'ws-1', 'not-permitted'],
  ] as const)('%s from %s to %s: %s', (office, dependent, other, expected) => {
    expect(whyNotLink(aPerson(office), aBody(dependent), aBody(other))).toBe(expected)
  })

  it('without a body at either end is the Operational Group’s business', () => {
    expect(whyNotLink(aPerson('member ws-1'), null, null)).toBe('not-permitted')
    expect(whyNotLink(aPerson('vice-chair ws-2'), null, null)).toBeNull()
  })

  it('is undone only where somebody here set it: what the documents state stays', () => {
    const chair = aPerson('chair ws-1')
    expect(whyNotUnlink(chair, { basis: 'set' }, aBody('ws-1'), aBody('ws-2'))).toBeNull()
    expect(whyNotUnlink(chair, { basis: 'stated' }, aBody('ws-1'), aBody('ws-2'))).toBe('not-permitted')
    expect(whyNotUnlink(chair, { basis: 'implied' }, aBody('ws-1'), aBody('ws-2'))).toBe('not-permitted')
  })
})

describe('seeing a link', () => {
  const ends = [aBody('ws-1'), aBody('tf-of-2')]

  it.each([
    ['member mag', true],
    ['minister minister', true],
    ['member committee', false],
    ['guest ws-1', false],
  ] as const)('that somebody here set, as %s: %s', (office, answer) => {
    expect(maySeeDependency(aPerson(office), { basis: 'set' }, ends)).toBe(answer)
    expect(maySeeDependency(aPerson(office), { basis: 'stated' }, ends)).toBe(true)
  })

  it('is not for the public where neither the documents nor an office give a right', () => {
    expect(maySeeDependency(aPerson(), { basis: 'set' }, ends)).toBe(false)
    expect(maySeeDependency(aPerson('minister minister'), { basis: 'set' }, [aBody('tf-of-2')])).toBe(false)
  })
})

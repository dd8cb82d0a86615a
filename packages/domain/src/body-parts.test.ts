import { describe, expect, it } from 'vitest'
import { coverageOf, whyNotOneSector, whyNotStateSector } from './body-sector.js'
import { draftTerms, publishTerms, reviseTerms, whyNotDraftTerms, whyNotPublishTerms } from './body-terms.js'
import { promoteIdea, raiseIdea, setIdeaAside, whyNotRaiseIdea, whyNotSettleIdea } from './idea.js'
import { aBody, aPerson, noon } from './scene.fixture.js'
import { expectedSectors, sectors } from './sector.js'

const text = { en: 'To advise', cy: null }
const secretariat = aPerson('secretariat team')

describe('the sectors of chair and vice-chair', () => {
  it.each([
    ['health', 'education', null, null],
    ['health', 'health', null, 'one-sector'],
    ['health', 'health', '  ', 'one-sector'],
    ['health', 'health', 'nobody else stood', null],
    ['health', null, null, null],
    [null, null, null, null],
  ] as const)('%s beside %s, for %s: %s', (one, other, reason, answer) => {
    expect(whyNotOneSector(one, other, reason)).toBe(answer)
  })

  it('are stated by those who manage membership', () => {
    expect(whyNotStateSector(secretariat)).toBeNull()
    expect(whyNotStateSector(aPerson('chair mag'))).toBeNull()
    expect(whyNotStateSector(aPerson('chair ws-1'))).toBe('not-permitted')
  })
})

describe('the sectors of a body', () => {
  it('show each person once, and a sector nobody comes from as a gap', () => {
    const covered = coverageOf([
      { personId: 'a', sector: 'health' },
      { personId: 'a', sector: 'health' },
      { personId: 'b', sector: null },
    ])
    expect(covered.map(({ sector }) => sector)).toEqual([...sectors])
    expect(covered.find(({ sector }) => sector === 'health')).toEqual({ sector: 'health', people: 1, gap: false })
    expect(covered.filter(({ gap }) => gap).map(({ sector }) => sector)).toEqual(
      expectedSectors.filter((sector) => sector !== 'health'),
    )
  })
})

describe('terms of reference', () => {
  const body = aBody('ws-1')
  const draft = draftTerms(secretariat, body, [], { id: 't', text }, noon)

  it('are drafted by those who prepare, one version at a time', () => {
    expect(draft).toMatchObject({ number: 1, state: 'draft', audience: 'member' })
    expect(whyNotDraftTerms(secretariat, body, [draft])).toBe('terms-drafted-already')
    expect(whyNotDraftTerms(aPerson('member ws-1'), body, [])).toBe('not-permitted')
    expect(() => draftTerms(secretariat, body, [], { id: 't', text: { en: null, cy: null } }, noon)).toThrow()
  })

  it('are published once, by name, and never change after that', () => {
    expect(whyNotPublishTerms(aPerson('chair ws-1'), draft)).toBe('not-permitted')
    const published = publishTerms(secretariat, draft, noon)
    expect(published).toMatchObject({ state: 'published', publishedBy: secretariat.personId, audience: 'public' })
    expect(() => publishTerms(secretariat, published, noon)).toThrow('not-a-draft')
    expect(() => reviseTerms(secretariat, body, published, text)).toThrow('not-a-draft')
    expect(draftTerms(secretariat, body, [published], { id: 'u', text }, noon).number).toBe(2)
  })
})

describe('an idea', () => {
  const body = aBody('ws-1')
  const idea = raiseIdea(
    aPerson('member ws-1'),
    { id: 'i', number: 1, bodyId: 'ws-1', kind: 'gap', text: 'None' },
    noon,
  )
  const chair = aPerson('chair ws-1')

  it.each([
    ['member mag', null],
    ['member ws-1', null],
    ['chair ws-2', null],
    ['member ws-2', 'not-permitted'],
    ['member tf-of-1', 'not-permitted'],
    ['guest ws-1', 'not-permitted'],
  ])('is raised by members of the advisory group and of the workstream: %s', (person, answer) => {
    expect(whyNotRaiseIdea(aPerson(person), body, aBody('mag'))).toBe(answer)
  })

  it('becomes work, or is set aside with a reason, once, by those who rule there', () => {
    expect(whyNotSettleIdea(aPerson('member ws-1'), body, idea)).toBe('not-permitted')
    const promoted = promoteIdea(chair, body, idea, { type: 'Action', id: 'a' }, noon)
    expect(promoted).toMatchObject({ status: 'promoted', promotedTo: { type: 'Action', id: 'a' } })
    expect(() => setIdeaAside(chair, body, promoted, 'late', noon)).toThrow('idea-settled')
    expect(() => setIdeaAside(chair, body, idea, ' ', noon)).toThrow('reason-needed')
    expect(setIdeaAside(chair, body, idea, 'covered', noon)).toMatchObject({ status: 'set-aside', reason: 'covered' })
  })
})

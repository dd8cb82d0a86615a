import { describe, expect, it } from 'vitest'
import {
  type Comment,
  commentParts,
  editComment,
  mentionsIn,
  mentionToken,
  resolveComment,
  whyNotComment,
  withdrawComment,
} from './comment.js'
import { aBody, aPerson, noon } from './scene.fixture.js'

const place = { space: 'body', body: aBody('ws-1') } as const
const author = aPerson('member ws-1')
const chair = aPerson('chair ws-1')

function aComment(given: Partial<Comment> = {}) {
  const record: Comment = {
    id: 'c-1',
    about: { type: 'Action', id: 'act-1' },
    text: 'Is this ours?',
    authorId: author.personId,
    at: noon,
    earlier: [],
    withdrawn: null,
    resolved: null,
    ...given,
  }
  return { record, place, owner: null }
}

describe('a comment', () => {
  it.each([
    ['chair ws-1', null],
    ['member ws-1', null],
    ['secretariat team', null],
    ['chair mag', null],
    ['member mag', 'not-permitted'],
    ['chair ws-2', 'not-permitted'],
    ['official minister', 'not-permitted'],
    ['observer committee', 'not-permitted'],
    ['guest ws-1', 'not-permitted'],
  ])('is for those who write where the record stands: %s', (offices, refusal) => {
    expect(whyNotComment(aPerson(offices), place, null)).toBe(refusal)
  })

  it('is for the owner of the record, wherever they hold office', () => {
    expect(whyNotComment(aPerson('chair ws-2'), place, { kind: 'office', bodyId: 'ws-2', office: 'chair' })).toBeNull()
  })

  it('is changed by its author alone, and what it said stays', () => {
    const after = editComment(author, aComment(), ' Is this still ours? ', noon)
    expect(after).toMatchObject({ text: 'Is this still ours?', earlier: [{ text: 'Is this ours?', until: noon }] })
    expect(() => editComment(chair, aComment(), 'x', noon)).toThrow('not-yours')
    expect(() => editComment(author, aComment(), '  ', noon)).toThrow('text-needed')
    expect(() => editComment(author, aComment(), 'Is this ours?', noon)).toThrow('already-so')
    expect(() => editComment(author, aComment({ withdrawn: { at: noon, personId: 'x' } }), 'y', noon)).toThrow(
      'already-so',
    )
  })

  it('is withdrawn by its author or by those who keep order there', () => {
    for (const who of [author, chair, aPerson('secretariat team')])
      expect(withdrawComment(who, aComment(), noon).withdrawn).toEqual({ at: noon, personId: who.personId })
    expect(() => withdrawComment(aPerson('member ws-1', 'member mag'), aComment(), noon)).toThrow('not-yours')
  })

  it('is settled and opened again by those who may comment', () => {
    const settled = resolveComment(chair, aComment(), true, noon)
    expect(settled.resolved).toEqual({ at: noon, personId: chair.personId })
    expect(resolveComment(author, aComment(settled), false, noon).resolved).toBeNull()
    expect(() => resolveComment(chair, aComment(), false, noon)).toThrow('already-so')
    expect(() => resolveComment(aPerson('member mag'), aComment(), true, noon)).toThrow('not-permitted')
  })
})

describe('mentions', () => {
  const person = { kind: 'person', personId: 'p-1' } as const
  const office = { kind: 'office', bodyId: 'body-ws-1', office: 'vice-chair' } as const

  it('stand in the text as tokens and are read from it, each once', () => {
    const text = `${mentionToken(person)} and ${mentionToken(office)}: see ${mentionToken(person)}`
    expect(mentionsIn(text)).toEqual([person, office])
    expect(commentParts(text)).toEqual([
      { mention: person },
      { words: ' and ' },
      { mention: office },
      { words: ': see ' },
      { mention: person },
    ])
  })

  it('are not what only looks like one', () => {
    const text = 'Mail a@[b] and @[office:body-ws-1:king] @[body:body-ws-1]'
    expect(mentionsIn(text)).toEqual([])
    expect(commentParts(text)).toEqual([{ words: text }])
  })
})

import { describe, expect, it } from 'vitest'
import {
  draftsOf,
  type LetterFacts,
  letterOverdueSince,
  letterStatus,
  repliedTo,
  repliesOf,
  sendable,
  whyNotReviseLetter,
  whyNotSendLetter,
  whyNotShareLetter,
  whyNotWriteLetter,
} from './letter.js'
import { Refusal } from './refusal.js'
import { aPerson } from './scene.fixture.js'

const letter = (given: Partial<LetterFacts> = {}): LetterFacts => ({
  id: 'question-1',
  kind: 'letter',
  ref: null,
  asks: ['What is done?'],
  replyToIds: [],
  fromBodyId: 'committee',
  toBodyId: 'minister',
  due: null,
  sent: true,
  ...given,
})
const question = (id: string, ref: string) => letter({ id, ref, kind: 'written-question' })
const reply = (given: Partial<LetterFacts> = {}) =>
  letter({ id: 'reply', asks: [], fromBodyId: 'minister', toBodyId: 'committee', ...given })

/** May write · send · share a sent letter · revise a draft: of the advisory group, then of the minister's office. */
const offices: readonly [office: string, ofGroup: string, ofMinister: string][] = [
  ['chair mag', 'yes yes yes yes', 'yes yes yes yes'],
  ['secretariat team', 'yes no yes yes', 'yes no yes yes'],
  ['minister minister', 'no no no no', 'yes yes yes yes'],
  ['official minister', 'no no no no', 'yes yes yes yes'],
  ['vice-chair mag', 'no no no no', 'no no no no'],
  ['member mag', 'no no no no', 'no no no no'],
  ['chair ws-1', 'no no no no', 'no no no no'],
  ['vice-chair ws-1', 'no no no no', 'no no no no'],
  ['member ws-1', 'no no no no', 'no no no no'],
  ['chair tf-of-1', 'no no no no', 'no no no no'],
  ['member tf-of-1', 'no no no no', 'no no no no'],
  ['member body-social-care-wales', 'no no no no', 'no no no no'],
  ['member committee', 'no no no no', 'no no no no'],
  ['chair committee', 'no no no no', 'no no no no'],
  ['guest mag', 'no no no no', 'no no no no'],
  ['observer mag', 'no no no no', 'no no no no'],
]

describe('who may', () => {
  it.each(offices)('%s', (office, ofGroup, ofMinister) => {
    const viewer = aPerson(office)
    const may = (fromBodyId: string) =>
      [
        whyNotWriteLetter(viewer, { fromBodyId }),
        whyNotSendLetter(viewer, { fromBodyId, sent: false }),
        whyNotShareLetter(viewer, { fromBodyId, sent: true }),
        whyNotReviseLetter(viewer, { fromBodyId, sent: false }),
      ]
        .map((refusal) => (refusal === null ? 'yes' : 'no'))
        .join(' ')
    expect([may('mag'), may('minister')]).toEqual([ofGroup, ofMinister])
  })

  it('a letter is sent once, with an answer in it, and shared only after that', () => {
    const chair = aPerson('chair mag')
    expect(whyNotSendLetter(chair, { fromBodyId: 'mag', sent: true })).toBe('already-sent')
    expect(whyNotReviseLetter(chair, { fromBodyId: 'mag', sent: true })).toBe('already-sent')
    expect(whyNotShareLetter(chair, { fromBodyId: 'mag', sent: false })).toBe('not-sent-yet')
    const draft = { fromBodyId: 'mag', sent: false }
    expect(() => sendable(chair, draft, [])).toThrow(new Refusal('text-needed'))
    expect(() => sendable(chair, draft, ['This is done.'])).not.toThrow()
  })
})

describe('what answers what', () => {
  it('a letter is late from the day after its due date, and only while nothing answers it', () => {
    const late = (due: string | null, today: string) => letterOverdueSince({ due }, 'unanswered', today)
    expect([late('2026-11-16', '2026-11-16'), late('2026-11-16', '2026-11-17'), late(null, '2026-11-17')]).toEqual([
      null,
      '2026-11-17',
      null,
    ])
    for (const status of ['answered', 'draft', 'asks-nothing'] as const)
      expect(letterOverdueSince({ due: '2019-01-01' }, status, '2026-11-17')).toBeNull()
  })

  it('a reply that names two numbers answers both questions, and no letter that has such a number by chance', () => {
    const questions = [question('a', 'WQ 91622'), question('b', 'WQ 91623'), letter({ id: 'c', ref: '91622' })]
    const both = reply({ ref: 'WQs 91622 & 91623' })
    expect(repliedTo(both, questions).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(questions.map((one) => repliesOf(one, [...questions, both]).map(({ id }) => id))).toEqual([
      ['reply'],
      ['reply'],
      [],
    ])
  })

  it('a reply that is still written shows beside its question as a draft, and answers nothing', () => {
    const draft = reply({ replyToIds: ['question-1'], sent: false })
    expect([draftsOf(letter(), [draft]), repliesOf(letter(), [draft])]).toEqual([[draft], []])
    const sent = { ...draft, sent: true }
    expect([draftsOf(letter(), [sent]), repliesOf(letter(), [sent])]).toEqual([[], [sent]])
  })

  it.each([
    ['a draft', letter({ sent: false }), [], 'draft'],
    ['what asks nothing', letter({ asks: [] }), [], 'asks-nothing'],
    ['a question', letter(), [], 'unanswered'],
    ['a question with a drafted reply', letter(), [reply({ replyToIds: ['question-1'], sent: false })], 'unanswered'],
    ['a question with a reply', letter(), [reply({ replyToIds: ['question-1'] })], 'answered'],
    ['a question beside another letter', letter(), [reply()], 'unanswered'],
  ] as const)('%s', (_, one, others, status) => {
    expect(letterStatus(one, [one, ...others])).toBe(status)
  })
})

import { limits } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { clientMessages, commonPush, firstVisit, parseClientMessage } from './live.parse.js'

const aPush = [7, 1, 'AAA='] as const
const aSync = { documentId: 'minutes:m-1', epoch: 7, stateVector: 'AA==', deleteSet: 'a'.repeat(64) }

describe('a message from a client', () => {
  it('arrives with its bytes decoded', () => {
    expect(parseClientMessage('document:push', aPush)?.[2]).toEqual(new Uint8Array([0, 0]))
    expect(parseClientMessage('document:push', [...aPush, 'AAAA', { again: true }])).toHaveLength(5)
    expect(parseClientMessage('document:sync', aSync)).not.toBeNull()
  })

  it.each([
    ['not an object', 'document:push', 'hello'],
    ['an array', 'document:sync', [aSync]],
    ['an object', 'document:push', { ...aPush }],
    ['an unknown field', 'document:sync', { ...aSync, role: 'chair' }],
    ['too much', 'document:push', [...aPush, null, {}, 1]],
    ['too little', 'document:push', [7, 1]],
    ['an unknown wish', 'document:push', [...aPush, null, { role: 'chair' }]],
    ['a prototype', 'document:sync', JSON.parse('{"__proto__":{"documentId":"minutes:m-1"},"epoch":1}')],
    ['a kind of document nobody knows', 'document:sync', { ...aSync, documentId: 'secrets:1' }],
    ['a path in the id', 'document:sync', { ...aSync, documentId: 'minutes:../../x' }],
    ['an operator for the database', 'document:sync', { ...aSync, documentId: { $gt: '' } }],
    ['an operator for a number', 'document:push', [{ $gt: '' }, 1, 'AAA=']],
    ['a number that is none', 'document:push', [7, Number.NaN, 'AAA=']],
    ['a negative number', 'document:sync', { ...aSync, epoch: -1 }],
    ['bytes that are not base64', 'document:push', [7, 1, '###']],
    ['base64 with a second spelling', 'document:push', [7, 1, 'AAA']],
    ['more than a frame', 'document:push', [7, 1, 'A'.repeat(limits.frame * 2)]],
    ['a part beyond the last', 'document:push', [...aPush, null, { part: { index: 3, of: 3 } }]],
    ['more parts than an update has', 'document:push', [...aPush, null, { part: { index: 0, of: 1e9 } }]],
    ['a caret of any length', 'document:push', [...aPush, 'A'.repeat(400)]],
    ['a room nobody has', 'records:open', { room: 'everything' }],
    ['a name in presence', 'presence', { in: 'programme', at: { recordId: 'a', field: 'owner', name: 'Chair' } }],
    ['a caret that is not one', 'presence', { in: 'minutes:m', at: { caret: ['<b>', {}] } }],
    [
      'a delete set that is no hash',
      'document:sync',
      { documentId: 'action:a', epoch: 1, stateVector: '', deleteSet: 'x' },
    ],
  ] as const)('is refused: %s', (_name, event, message) => {
    expect(parseClientMessage(event, message)).toBeNull()
  })
})

describe('the check of a common push by hand', () => {
  const numbers = [0, 1, 7, -1, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', null, undefined, {}, []]
  const texts = [
    '',
    'AAA=',
    'AAAA',
    'AA==',
    'AAA',
    'AB==',
    '###',
    'A'.repeat(limits.frame * 2),
    7,
    null,
    undefined,
    ['AAA='],
  ]
  const carets = [null, undefined, 'AAAA', 'AAA=', 'AAA', '', 'A'.repeat(64), 'A'.repeat(68), ['AAAA', 'AAAA'], 7, {}]
  const pushes = [
    ...numbers.flatMap((one) => [
      [one, 1, 'AAAA'],
      [7, one, 'AAAA'],
      [one, one, 'AAAA', null],
    ]),
    ...texts.flatMap((text) => [
      [7, 1, text],
      [7, 1, text, null],
      [7, 1, text, 'AAAA'],
    ]),
    ...carets.map((caret) => [7, 1, 'AAAA', caret]),
    ...[undefined, null, 'x', 7, {}, [], [7], [7, 1], [7, 1, 'AAAA', null, {}], { 0: 7, 1: 1, 2: 'AAAA', length: 3 }],
  ]

  it('says what the full check says, or nothing', () => {
    const taken = pushes.filter((push) => {
      const common = commonPush(push)
      if (common) expect(common).toEqual(clientMessages['document:push'].parse(push))
      return common
    })
    const full = pushes.filter((push) => clientMessages['document:push'].safeParse(push).success)
    expect(taken.length).toBeGreaterThan(10)
    // What it leaves to the full check are selections, and what has more to say.
    expect(full.length - taken.length).toBeLessThan(5)
  })

  it('holds for a first visit, too', () => {
    const ids = [
      'minutes:m-1',
      'item:a.b~c',
      'minutes:',
      'other:m',
      `action:${'a'.repeat(121)}`,
      'minutes:m 1',
      7,
      null,
    ]
    const clients = [0, 7, 0xffffffff, 0x100000000, -1, 1.5, '7', null, undefined]
    const visits = ids.flatMap((documentId) =>
      clients.flatMap((clientId) =>
        [true, false, undefined, 1].flatMap((packed) => [
          { documentId, clientId, packed },
          { documentId, clientId, packed, epoch: 1 },
          { documentId, clientId },
        ]),
      ),
    )
    const taken = [...visits, null, [], 'x', { packed: true }].filter((visit) => {
      const common = firstVisit(visit)
      if (common) expect(common).toEqual(clientMessages['document:open'].parse(visit))
      return common
    })
    expect(taken).toHaveLength(6)
  })
})

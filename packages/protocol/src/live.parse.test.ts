import { limits } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { parseClientMessage } from './live.parse.js'

const aPush = { documentId: 'minutes:m-1', epoch: 7, n: 1, update: 'AAA=' }

describe('a message from a client', () => {
  it('arrives with its bytes decoded', () => {
    expect(parseClientMessage('document:push', aPush)?.update).toEqual(new Uint8Array([0, 0]))
  })

  it.each([
    ['not an object', 'document:push', 'hello'],
    ['an array', 'document:push', [aPush]],
    ['an unknown field', 'document:push', { ...aPush, role: 'chair' }],
    [
      'a prototype',
      'document:push',
      JSON.parse('{"__proto__":{"documentId":"minutes:m-1"},"epoch":1,"n":1,"update":""}'),
    ],
    ['a kind of document nobody knows', 'document:push', { ...aPush, documentId: 'secrets:1' }],
    ['a path in the id', 'document:push', { ...aPush, documentId: 'minutes:../../x' }],
    ['an operator for the database', 'document:push', { ...aPush, documentId: { $gt: '' } }],
    ['a number that is none', 'document:push', { ...aPush, n: Number.NaN }],
    ['a negative number', 'document:push', { ...aPush, epoch: -1 }],
    ['bytes that are not base64', 'document:push', { ...aPush, update: '###' }],
    ['base64 with a second spelling', 'document:push', { ...aPush, update: 'AAA' }],
    ['more than a frame', 'document:push', { ...aPush, update: 'A'.repeat(limits.frame * 2) }],
    ['a part beyond the last', 'document:push', { ...aPush, part: { index: 3, of: 3 } }],
    ['more parts than an update has', 'document:push', { ...aPush, part: { index: 0, of: 1e9 } }],
    ['a room nobody has', 'records:open', { room: 'everything' }],
    ['a name in presence', 'presence', { in: 'programme', at: { recordId: 'a', field: 'owner', name: 'Chair' } }],
    ['a caret that is not one', 'presence', { in: 'minutes:m', at: { cursor: { anchor: '<b>', head: {} } } }],
    [
      'a delete set that is no hash',
      'document:sync',
      { documentId: 'action:a', epoch: 1, stateVector: '', deleteSet: 'x' },
    ],
  ] as const)('is refused: %s', (_name, event, message) => {
    expect(parseClientMessage(event, message)).toBeNull()
  })
})

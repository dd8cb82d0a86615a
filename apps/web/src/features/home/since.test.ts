import { describe, expect, it } from 'vitest'
import type { ChangesSinceQuery } from './home.graphql'
import { worthTelling } from './worth-telling'

type Change = ChangesSinceQuery['changes'][number]

function aChange(seq: number, at: string, personId: string | null = 'other'): Change {
  return {
    room: 'body:b',
    seq,
    at,
    command: 'closeAction',
    actor: personId === null ? null : { personId, name: 'Secretariat', initials: 'Se' },
    patches: [{ type: 'Action', id: 'a', fields: { number: 60 } }],
  }
}

describe('what changed since one was last here', () => {
  const changes = [
    aChange(1, '2026-11-18T09:00:00Z'),
    aChange(2, '2026-11-20T09:00:00Z'),
    aChange(3, '2026-11-20T10:00:00Z', 'me'),
  ]

  it('is what others did after that moment, newest first', () => {
    expect(worthTelling(changes, new Date('2026-11-19T17:40:00Z'), 'me').map(({ seq }) => seq)).toEqual([2])
  })

  it('is the latest few on a first visit', () => {
    expect(worthTelling(changes, null, 'me').map(({ seq }) => seq)).toEqual([2, 1])
  })

  it('leaves out what is not for these eyes', () => {
    expect(worthTelling([aChange(4, '2026-11-20T09:00:00Z', null)], null, 'me')).toEqual([])
  })
})

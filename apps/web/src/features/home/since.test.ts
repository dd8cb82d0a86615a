import { describe, expect, it } from 'vitest'
import type { ChangeToldFragment } from './home.graphql'
import { worthTelling } from './worth-telling'

function aChange(seq: number, at: string, personId: string | null = 'other', room = 'body:b'): ChangeToldFragment {
  return {
    room,
    seq,
    at,
    command: 'closeAction',
    actor: personId === null ? null : { personId, name: 'Secretariat', initials: 'Se' },
    patches: [{ type: 'Action', id: 'a', fields: { number: 60 } }],
  }
}

const seqs = (rooms: ReturnType<typeof worthTelling>) => rooms.map(({ changes }) => changes.map(({ seq }) => seq))

describe('what changed since one was last here', () => {
  const changes = [
    aChange(1, '2026-11-18T09:00:00Z'),
    aChange(2, '2026-11-20T09:00:00Z'),
    aChange(3, '2026-11-20T10:00:00Z', 'me'),
  ]

  it('is what others did after that moment, newest first', () => {
    expect(seqs(worthTelling([changes], new Date('2026-11-19T17:40:00Z'), 'me'))).toEqual([[2]])
  })

  it('is the latest few on a first visit', () => {
    expect(seqs(worthTelling([changes], null, 'me'))).toEqual([[2, 1]])
  })

  it('leaves out what is not for these eyes', () => {
    expect(worthTelling([[aChange(4, '2026-11-20T09:00:00Z', null)]], null, 'me')).toEqual([])
  })

  it('is told once, where it happened', () => {
    const programme = [
      aChange(9, '2026-11-20T09:00:00Z', 'other', 'programme'),
      aChange(10, '2026-11-21T09:00:00Z', 'other', 'programme'),
    ]
    expect(seqs(worthTelling([changes, undefined, programme], null, 'me'))).toEqual([[2, 1], [10]])
  })
})

import { describe, expect, it } from 'vitest'
import { foldedKind, foldsWhileUnread, noticeKinds } from './notice.js'

describe('lines of an inbox', () => {
  it('join where both tell of moved dates, the graver of them first', () => {
    expect(foldedKind('due-moved', 'held-up')).toBe('held-up')
    expect(foldedKind('held-up', 'due-moved')).toBe('held-up')
    for (const kind of noticeKinds) expect(foldedKind(kind, kind)).toBe(kind)
  })

  it('stay apart where they tell of different things', () => {
    const apart = noticeKinds.flatMap((a) => noticeKinds.filter((b) => a !== b && foldedKind(a, b)).map((b) => [a, b]))
    expect(apart).toEqual([
      ['due-moved', 'held-up'],
      ['held-up', 'due-moved'],
    ])
  })

  it('wait for further news of moved dates alone until they are read', () => {
    expect(noticeKinds.filter(foldsWhileUnread)).toEqual(['due-moved', 'held-up'])
  })
})

import { describe, expect, it } from 'vitest'
import { matching, mentionBefore, toNames, toTokens } from './mention-text'

const chair = { name: 'Chair, Workstream 1', owner: { kind: 'office', bodyId: 'ws-1', office: 'chair' } } as const
const vice = {
  name: 'Vice-Chair, Workstream 1',
  owner: { kind: 'office', bodyId: 'ws-1', office: 'vice-chair' },
} as const
const other = { name: 'Chair, Workstream 12', owner: { kind: 'office', bodyId: 'ws-12', office: 'chair' } } as const

describe('mentioning somebody', () => {
  it('begins with an @ after a space, and ends where the caret is', () => {
    expect(mentionBefore('Ask @cha', 8)).toEqual({ from: 4, typed: 'cha' })
    expect(mentionBefore('@', 1)).toEqual({ from: 0, typed: '' })
    expect(mentionBefore('mail a@b', 8)).toBeNull()
    expect(mentionBefore('Ask @cha now', 3)).toBeNull()
  })

  it('finds by any words of the name', () => {
    expect(matching([chair, vice, other], 'work 1 chair')).toEqual([chair, vice, other])
    expect(matching([chair, vice, other], 'vice')).toEqual([vice])
  })

  it('sends tokens and shows names, also where one name begins like another', () => {
    const said = 'Ask @Chair, Workstream 12 and @Chair, Workstream 1.'
    const sent = toTokens(said, [chair, other])
    expect(sent).toBe('Ask @[office:ws-12:chair] and @[office:ws-1:chair].')
    const names = new Map<string, string>([chair, other].map(({ name, owner }) => [owner.bodyId, name]))
    expect(toNames(sent, (owner) => (owner.kind === 'office' ? (names.get(owner.bodyId) ?? '') : ''))).toBe(said)
  })
})

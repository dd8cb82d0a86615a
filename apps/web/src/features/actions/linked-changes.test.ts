import { expect, it } from 'vitest'
import { changesLinks } from './linked-changes'

const action = { id: 'a', parent: null, supersededBy: null, supersedes: [], subActions: [{ id: 'part' }] }
const patch = (id: string, fields: Record<string, unknown>, type = 'Action') => ({ type, id, version: 2, fields })

it.each([
  ['its own change', patch('a', { supersededById: null }), false],
  ['its being superseded', patch('a', { supersededById: 'b' }), true],
  ['a new part of it', patch('new', { parentId: 'a' }), true],
  ['a change of its part', patch('part', { parentId: 'a' }), true],
  ['one whose place it takes', patch('old', { supersededById: 'a' }), true],
  ['another action', patch('b', { parentId: null, supersededById: null }), false],
  ['another record', patch('part', {}, 'Meeting'), false],
])('%s asks for its links again: %s', (_what, one, answer) => {
  expect(changesLinks(action, [one])).toBe(answer)
})

import type { NormalizedCacheObject } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import { fitForDevice, together } from './fit-for-device'

const cache = {
  ROOT_QUERY: {
    __typename: 'Query',
    'meeting({"id":"m"})': { __ref: 'Meeting:m' },
    'search({"text":"x"})': { __ref: 'SearchResult:x' },
    'actions({})': { nodes: [{ __ref: 'Action:open' }, { __ref: 'Action:secret' }] },
    'documentVersions({"documentId":"minutes:m"})': { nodes: [{ __ref: 'DocumentVersion:v' }] },
    'documentVersion({"id":"v"})': { __ref: 'DocumentVersion:v' },
    'compareVersions({"from":"v"})': { blocks: [{ runs: [{ text: 'Earlier words' }] }] },
  },
  'Meeting:m': {
    __typename: 'Meeting',
    id: 'm',
    comments: [{ __ref: 'Comment:c' }],
    slots: [{ __ref: 'RestrictedSlot:s' }],
    waits: [{ __typename: 'DependencyEnd', id: 'secret', label: 'Secret words' }],
    first: { __ref: 'Action:secret' },
  },
  'Action:open': { __typename: 'Action', id: 'open', title: 'Open' },
  'Action:secret': { __typename: 'Action', id: 'secret', title: 'Secret words' },
  'Comment:c': { __typename: 'Comment', id: 'c', text: 'Said in passing' },
  'RestrictedSlot:s': { __typename: 'RestrictedSlot', id: 's', text: 'Slot words' },
  'SearchResult:x': { __typename: 'SearchResult', id: 'x', excerpt: 'Found words' },
  'DocumentVersion:v': { __typename: 'DocumentVersion', id: 'v', text: { blocks: [{ text: 'Earlier words' }] } },
  'Action:unread': { __typename: 'Action', id: 'unread', title: 'Nobody asked' },
} as NormalizedCacheObject

describe('what of a cache is kept on the device', async () => {
  const kept = await fitForDevice(cache, new Set(['Action:secret']))

  it('is what a kept question leads to', () => {
    expect(Object.keys(kept).sort()).toEqual(['Action:open', 'Meeting:m', 'ROOT_QUERY'])
    expect(kept['Action:open']).toEqual(cache['Action:open'])
  })

  it('holds nothing restricted, neither by reference nor in words told of it elsewhere', () => {
    expect(JSON.stringify(kept)).not.toMatch(/secret|Secret words|Slot words/)
  })

  it('holds no comments and nothing that was searched for', () => {
    expect(JSON.stringify(kept)).not.toMatch(/Said in passing|Found words/)
  })

  it('holds no version of a text, nor what two of them are apart: words may be taken out of them for good', () => {
    expect(JSON.stringify(kept)).not.toMatch(/Earlier words|DocumentVersion/)
  })
})

describe('what was read earlier and what is read now', () => {
  it('is put together by record, the newer version on top', async () => {
    const earlier = { 'Action:a': { version: 2, title: 'two', detail: 'kept' }, 'Action:b': { title: 'b' } }
    const now = { 'Action:a': { version: 1, title: 'one' } }
    expect(await together(earlier, now)).toEqual({
      'Action:a': { version: 2, title: 'two', detail: 'kept' },
      'Action:b': { title: 'b' },
    })
    expect((await together(now, earlier))['Action:a']).toEqual({ version: 2, title: 'two', detail: 'kept' })
  })
})

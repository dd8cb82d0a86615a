import { InMemoryCache } from '@apollo/client'
import { parse, print } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { askWhoIsHere, viewerText } from './boot'
import { ViewerDocument } from './viewer.graphql'

describe('the first question', () => {
  it('asks what the cache will look for, so that nobody is asked twice', () => {
    expect(print(parse(viewerText))).toBe(print(new InMemoryCache().transformDocument(ViewerDocument)))
  })

  afterEach(() => vi.unstubAllGlobals())

  it.each([
    ['nobody is signed in', 200, { data: { viewer: null } }, 'signed-out'],
    ['there is too much to do', 429, { errors: [{ extensions: { code: 'too-fast' } }] }, 'unreachable'],
    [
      'it took too long',
      200,
      { data: { viewer: null }, errors: [{ extensions: { code: 'unavailable' } }] },
      'unreachable',
    ],
    ['the server is away', 503, { errors: [{ extensions: { code: 'unavailable' } }] }, 'unreachable'],
  ])('says who is here, or that nobody is, or nothing: %s', async (_, status, body, state) => {
    vi.stubGlobal('fetch', async () => Response.json(body, { status }))
    expect((await askWhoIsHere()).state).toBe(state)
  })
})

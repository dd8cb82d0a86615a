import { InMemoryCache } from '@apollo/client'
import { parse, print } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { askWhoIsHere, nobodyIsHere, viewerText, whoIsHere } from './boot'
import { keepingFor } from './device/keeping'
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

  it('is not asked before the server knows who has left', async () => {
    localStorage.setItem('camau:leaving', '1')
    const asked: string[] = []
    let status = 503
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path)
      return path === '/graphql' ? Response.json({ data: { viewer: null } }) : new Response(null, { status })
    })
    expect((await askWhoIsHere()).state).toBe('signed-out')
    expect(asked).toEqual(['/auth/sign-out'])
    status = 204
    expect((await askWhoIsHere()).state).toBe('signed-out')
    expect(asked).toEqual(['/auth/sign-out', '/auth/sign-out', '/graphql'])
  })

  it.each([
    ['somebody has signed out', nobodyIsHere],
    ['the server knows nobody', whoIsHere],
  ])('ends what this window keeps, also where another has cleared the device: %s', async (_, asks) => {
    vi.stubGlobal('fetch', async () => Response.json({ data: { viewer: null } }))
    keepingFor.set('person-a')
    expect((await asks()).state).toBe('signed-out')
    expect(keepingFor.get()).toBeNull()
  })
})

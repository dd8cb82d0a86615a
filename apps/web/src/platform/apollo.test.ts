import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApollo } from './apollo'
import { sessionEnded } from './session'
import { ViewerDocument, type ViewerQuery } from './viewer.graphql'

afterEach(() => {
  vi.unstubAllGlobals()
  sessionEnded.set(false)
})

describe('an answer that comes when the session has ended', () => {
  it('says so, and takes nobody off the page', async () => {
    const client = createApollo()
    const person = { __typename: 'Person', id: 'p-1', name: 'Member', initials: 'M', example: false } as const
    const viewer = { __typename: 'Viewer' as const, person, offices: [], language: 'cy', demo: false }
    client.writeQuery({ query: ViewerDocument, data: { viewer } satisfies ViewerQuery })
    vi.stubGlobal('fetch', async () => Response.json({ data: { viewer: null } }))
    const asked = client.query({ query: ViewerDocument, fetchPolicy: 'network-only' })
    await expect(asked).rejects.toMatchObject({ errors: [{ extensions: { code: 'not-signed-in' } }] })
    expect(sessionEnded.get()).toBe(true)
    expect(client.readQuery({ query: ViewerDocument })?.viewer?.person.id).toBe('p-1')
  })
})

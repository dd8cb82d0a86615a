import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import type { KeptCommand } from './command-store'
import { postCommand } from './post-command'

const command: KeptCommand = {
  id: '1',
  personId: 'a',
  at: 0,
  document: gql`mutation Import($input: ImportInput!) { importReturns(input: $input) { id } }`,
  variables: { input: { mutationId: '1' } },
  what: { en: 'Import', cy: 'Mewnforio' },
  refused: null,
}

function replyTo(status: number, body: string, type = 'application/json; charset=utf-8') {
  const answer = async () => new Response(body, { status, headers: { 'content-type': type } })
  const link = new HttpLink({ uri: 'http://gateway/graphql', fetch: answer })
  return postCommand(new ApolloClient({ cache: new InMemoryCache(), link }), command)
}

const refusal = (code: string) => JSON.stringify({ errors: [{ message: code, extensions: { code } }] })

describe('the reply to a command', () => {
  it('is a no when the gateway would not even read it', async () => {
    expect(await replyTo(413, refusal('too-large'))).toMatchObject({ state: 'refused', refused: { code: 'too-large' } })
    expect(await replyTo(400, refusal('malformed'))).toMatchObject({ state: 'refused', refused: { code: 'malformed' } })
  })

  it('is unknown while the gateway asks to wait, or somebody in between speaks', async () => {
    const unknown = { state: 'unreachable' }
    expect(await replyTo(429, refusal('too-fast'))).toEqual(unknown)
    expect(await replyTo(503, refusal('unavailable'))).toEqual(unknown)
    expect(await replyTo(500, refusal('internal'))).toEqual(unknown)
    expect(await replyTo(403, '<h1>Sign in to the railway’s network</h1>', 'text/html')).toEqual(unknown)
    expect(await replyTo(404, '{"message":"no such route"}')).toEqual(unknown)
  })

  it('is the answer, or a no, where the gateway read it', async () => {
    expect(await replyTo(200, '{"data":{"importReturns":null}}')).toEqual({
      state: 'done',
      data: { importReturns: null },
    })
    expect(await replyTo(200, refusal('not-found'))).toMatchObject({ refused: { code: 'not-found' } })
  })
})

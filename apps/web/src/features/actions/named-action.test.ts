import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ApolloClient, ApolloLink, Observable } from '@apollo/client'
import { buildSchema, execute } from 'graphql'
import { expect, it } from 'vitest'
import { createCache } from '../../platform/apollo'
import { keepNewer } from '../../platform/newer-patches'
import { patchCache } from '../../platform/patch-cache'
import { FindActionsDocument } from './actions.graphql.js'

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../../gateway/schema.graphql'), 'utf8'))
const body = { id: 'b', name: { en: 'Body', cy: null } }
const node = { id: 'a', number: 4, title: 'Elm House', status: 'OPEN', version: 1, owner: null, body }

it('another action stands as it was told last, though an older answer comes late', async () => {
  const cache = createCache()
  let arrive: (() => void) | undefined
  const slow = new ApolloLink(
    ({ query: document, variables: variableValues }) =>
      new Observable((observer) => {
        arrive = () => {
          const rootValue = { actions: { edges: [{ node }] } }
          observer.next(JSON.parse(JSON.stringify(execute({ schema, document, variableValues, rootValue }))))
          observer.complete()
        }
      }),
  )
  const client = new ApolloClient({ cache, link: ApolloLink.from([keepNewer(cache), slow]) })
  const question = { query: FindActionsDocument, variables: { text: 'Elm' } }
  const asked = client.query(question)
  await expect.poll(() => arrive).toBeDefined()
  patchCache(cache, [{ type: 'Action', id: 'a', version: 2, fields: { status: 'CLOSED' } }])
  arrive?.()
  await asked
  expect(client.readQuery(question)?.actions.edges[0]?.node.status).toBe('CLOSED')
})

import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import { createCache } from './apollo'
import { keepNewer } from './newer-patches'
import { patchCache } from './patch-cache'

const fields = gql`
  fragment Fields on Action {
    id
    version
    status
    body {
      id
      kind
    }
    due {
      label
    }
  }
`
const query = gql`
  query One {
    action(id: "a") {
      ...Fields
    }
  }
  ${fields}
`
const mutation = gql`
  mutation Close {
    closeAction(input: { id: "a" }) {
      ...Fields
    }
  }
  ${fields}
`

const body = { __typename: 'Body', id: 'b', kind: 'WORKSTREAM' }
const due = (label: string) => ({ __typename: 'Due', label })
const anAction = (version: number, status: string) => ({
  __typename: 'Action',
  id: 'a',
  version,
  status,
  body,
  due: due('spring'),
})

/** A page, and answers that arrive when they are let go. */
function aPage() {
  const answers = new Map<string, () => void>()
  const cache = createCache()
  const slow = new ApolloLink(
    ({ operationName = '' }) =>
      new Observable((observer) => {
        const version = operationName === 'Close' ? 2 : 1
        const record = anAction(version, version === 2 ? 'CLOSED' : 'OPEN')
        answers.set(operationName, () => {
          observer.next({ data: operationName === 'Close' ? { closeAction: record } : { action: record } })
          observer.complete()
        })
      }),
  )
  const client = new ApolloClient({ cache, link: ApolloLink.from([keepNewer(cache), slow]) })
  const shown = () => client.readQuery<{ action: Record<string, unknown> }>({ query })?.action
  const told = (version: number, status: string) =>
    patchCache(cache, [
      {
        type: 'Action',
        id: 'a',
        version,
        fields: { status, due: due('autumn'), body: { __typename: 'Body', id: 'b' } },
      },
    ])
  const arrive = async (name: string) => {
    await expect.poll(() => answers.has(name)).toBe(true)
    answers.get(name)?.()
  }
  return { client, cache, shown, told, arrive }
}

describe('an answer that is overtaken by a change', () => {
  it('of one’s own command does not undo what somebody did after it', async () => {
    const { client, cache, shown, told, arrive } = aPage()
    cache.writeQuery({ query, data: { action: anAction(1, 'OPEN') } })
    const closed = client.mutate({ mutation })
    told(3, 'IN_PROGRESS')
    await arrive('Close')
    await closed
    expect(shown()).toMatchObject({ version: 3, status: 'IN_PROGRESS', due: { label: 'autumn' } })
  })

  it('to a question shows the newer values, and all else that it brings', async () => {
    const { client, shown, told, arrive } = aPage()
    const asked = client.query({ query })
    told(2, 'DONE')
    await arrive('One')
    await asked
    expect(shown()).toMatchObject({ version: 2, status: 'DONE', body: { kind: 'WORKSTREAM' } })
  })

  it('and is not older changes nothing', async () => {
    const { client, cache, shown, told, arrive } = aPage()
    cache.writeQuery({ query, data: { action: anAction(1, 'OPEN') } })
    told(2, 'DONE')
    const closed = client.mutate({ mutation })
    await arrive('Close')
    await closed
    expect(shown()).toMatchObject({ version: 2, status: 'CLOSED', due: { label: 'spring' } })
  })

  it('to a question brings nothing back that is gone by then', async () => {
    const { client, cache, shown, arrive } = aPage()
    const asked = client.query({ query })
    patchCache(cache, [{ type: 'Action', id: 'a', version: 2, fields: { __typename: 'Action', id: 'a', gone: true } }])
    await arrive('One')
    await asked
    await expect.poll(shown).toBeUndefined()
    expect(JSON.stringify(cache.extract())).not.toContain('OPEN')
  })

  it('of the command by which one loses a record does not bring it back', async () => {
    const { client, cache, shown, arrive } = aPage()
    cache.writeQuery({ query, data: { action: anAction(1, 'OPEN') } })
    const closed = client.mutate({ mutation })
    patchCache(cache, [{ type: 'Action', id: 'a', version: 2, fields: { __typename: 'Action', id: 'a', gone: true } }])
    await arrive('Close')
    await closed
    await expect.poll(shown).toBeUndefined()
    expect(JSON.stringify(cache.extract())).not.toContain('CLOSED')
  })

  it('shows what somebody may see again, though nobody changed it since it was gone', async () => {
    const { client, cache, shown, arrive } = aPage()
    patchCache(cache, [{ type: 'Action', id: 'a', version: 1, fields: { __typename: 'Action', id: 'a', gone: true } }])
    const asked = client.query({ query })
    await arrive('One')
    await asked
    await new Promise((done) => setTimeout(done))
    expect(shown()).toMatchObject({ version: 1, status: 'OPEN' })
  })
})

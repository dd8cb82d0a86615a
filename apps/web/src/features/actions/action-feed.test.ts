import { ApolloClient, ApolloLink, Observable } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import { createCache } from '../../platform/apollo'
import { patchCache } from '../../platform/patch-cache'
import { actionFeed } from './action-feed'
import { SetActionDueDateDocument } from './actions.graphql.js'
import { withDue } from './guesses'
import { aRow } from './log-rows.fixture'
import { typed } from './typed'

const counted = ['all', 'unfinished', 'proposed', 'open', 'inProgress', 'done', 'closed', 'overdue']
const more = ['ownerNotStated', 'noDate', 'waitingForMe', 'blocked', 'dueSoon']
const due = (label: string) => typed('Due', { label, earliest: null, latest: null })

function row(number: number) {
  const plain = aRow({ number })
  return typed('Action', {
    ...plain,
    body: typed('Body', { ...plain.body, name: typed('LocalText', plain.body.name) }),
  })
}

/** A page of the log as the gateway answers it. */
function page(numbers: readonly number[], next: string | null) {
  return typed('ActionConnection', {
    totalCount: 3,
    counts: typed('ActionCounts', Object.fromEntries([...counted, ...more].map((name) => [name, 0]))),
    edges: numbers.map((number) => typed('ActionEdge', { cursor: String(number), node: row(number) })),
    pageInfo: typed('PageInfo', { hasNextPage: next !== null, endCursor: next }),
  })
}

function aLog() {
  const asked: (string | null)[] = []
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        asked.push(variables.after)
        observer.next({ data: { actions: variables.after === '2' ? page([3], null) : page([1, 2], '2') } })
        observer.complete()
      }),
  )
  const client = new ApolloClient({ cache: createCache(), link, assumeImmutableResults: true })
  const feed = actionFeed(client, {})
  const stop = feed.subscribe(() => {})
  const labels = () => feed.get().rows.map((seen) => seen.due?.label ?? null)
  return { client, feed, asked, stop, labels }
}

describe('the rows of a log', () => {
  it('come page by page until all are here', async () => {
    const { feed, asked, stop } = aLog()
    await expect.poll(() => feed.get().complete).toBe(true)
    expect(feed.get()).toMatchObject({ total: 3, error: null })
    expect(feed.get().rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(asked).toEqual([null, '2'])
    stop()
  })

  it('show what somebody else set, and mine only until it is refused', async () => {
    const { client, feed, labels, stop } = aLog()
    await expect.poll(() => feed.get().complete).toBe(true)
    patchCache(client.cache, [{ type: 'Action', id: 'action-1', version: 2, fields: { due: due('theirs') } }])
    await expect.poll(labels).toEqual(['theirs', null, null])
    const seen = feed.get().rows[0]!
    client.cache.recordOptimisticTransaction((cache) => {
      const result = typed('Mutation', { setActionDueDate: withDue(seen, due('mine')) })
      cache.writeQuery({ id: 'ROOT_MUTATION', query: SetActionDueDateDocument, data: result })
    }, 'command')
    await expect.poll(labels).toEqual(['mine', null, null])
    client.cache.removeOptimistic('command')
    await expect.poll(labels).toEqual(['theirs', null, null])
    stop()
  })

  it('ask again only for the page that a change touches', async () => {
    const { feed, asked, stop } = aLog()
    await expect.poll(() => feed.get().complete).toBe(true)
    feed.refresh([{ type: 'Action', id: 'action-1', version: 2, fields: {} }])
    expect(asked).toHaveLength(2)
    feed.refresh([{ type: 'Action', id: 'new', version: 1, fields: {} }])
    await expect.poll(() => asked).toEqual([null, '2', '2'])
    stop()
  })
})

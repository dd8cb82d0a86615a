import { ApolloClient, ApolloLink, Observable } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import { createCache } from '../../platform/apollo'
import { patchCache } from '../../platform/patch-cache'
import { actionFeed, expectActions } from './action-feed'
import { type ActionFilter, SetActionDueDateDocument } from './actions.graphql.js'
import { withDue } from './guesses'
import { aRow } from './log-rows.fixture'
import { typed } from './typed'

const counted = ['all', 'unfinished', 'proposed', 'open', 'inProgress', 'done', 'closed', 'overdue']
const more = [
  'dropped',
  'superseded',
  'transferred',
  'offered',
  'ownerNotStated',
  'noDate',
  'waitingForMe',
  'blocked',
  'dueSoon',
]
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
    groups: [typed('ActionGroup', { status: 'OPEN', count: 3 })],
    pageInfo: typed('PageInfo', { hasNextPage: next !== null, endCursor: next }),
  })
}

function aLog(filter: ActionFilter = {}) {
  const asked: (string | null)[] = []
  const link = new ApolloLink(
    ({ variables, operationName }) =>
      new Observable((observer) => {
        asked.push(operationName === 'ActionInLog' ? variables.id : (variables.after ?? null))
        const data =
          operationName === 'ActionInLog'
            ? { action: row(Number(variables.id.slice('action-'.length))) }
            : { actions: variables.after === '2' ? page([3], null) : page([1, 2], '2') }
        // Never at once: an answer takes its way.
        queueMicrotask(() => {
          observer.next({ data })
          observer.complete()
        })
      }),
  )
  const client = new ApolloClient({ cache: createCache(), link, assumeImmutableResults: true })
  const feed = actionFeed(client, filter)
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
      const result = typed('Mutation', {
        setActionDueDate: withDue(seen, due('mine'), { reason: null, by: { id: 'me', name: 'Me' }, now: new Date(0) }),
      })
      cache.writeQuery({ id: 'ROOT_MUTATION', query: SetActionDueDateDocument, data: result })
    }, 'command')
    await expect.poll(labels).toEqual(['mine', null, null])
    client.cache.removeOptimistic('command')
    await expect.poll(labels).toEqual(['theirs', null, null])
    stop()
  })

  it('say how many there are before all of them are here', async () => {
    const { client } = aLog()
    const feed = actionFeed(client, { bodyId: 'ws-2' })
    const totals: [number, number | null, boolean][] = []
    const stop = feed.subscribe(() => {
      const { rows, total, complete } = feed.get()
      totals.push([rows.length, total, complete])
    })
    await expect.poll(() => feed.get().complete).toBe(true)
    expect(totals).toContainEqual([2, 3, false])
    expect(totals.at(-1)).toEqual([3, 3, true])
    stop()
  })

  it('ask again for nothing that a patch says by itself, and for one row where one is new', async () => {
    const { feed, asked, stop } = aLog()
    await expect.poll(() => feed.get().complete).toBe(true)
    feed.refresh([{ type: 'Action', id: 'action-1', version: 2, fields: {} }])
    expect(asked).toHaveLength(2)
    feed.refresh([{ type: 'Action', id: 'action-4', version: 1, fields: {} }])
    await expect.poll(() => feed.get().rows.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(feed.get().total).toBe(4)
    expect(asked).toEqual([null, '2', 'action-4'])
    stop()
  })

  it('leave out what only is told in the room of their body', async () => {
    const { feed, asked, stop } = aLog({ bodyId: 'ws-2' })
    await expect.poll(() => feed.get().complete).toBe(true)
    feed.refresh([{ type: 'Action', id: 'action-9', version: 2, fields: { body: typed('Body', { id: 'ws-3' }) } }])
    feed.refresh([{ type: 'Action', id: 'action-4', version: 2, fields: { body: typed('Body', { id: 'ws-2' }) } }])
    await expect.poll(() => feed.get().rows).toHaveLength(4)
    expect(asked).toEqual([null, '2', 'action-4'])
    stop()
  })

  it('take an action that was just raised from what is told of it, and ask nobody', async () => {
    const { feed, asked, stop } = aLog()
    await expect.poll(() => feed.get().complete).toBe(true)
    const { id, version, blocked, asAt, waitsFor, holdsUp, ...told } = row(4)
    const fields = { ...told, id, version, body: typed('Body', { id: 'ws-2', name: told.body.name }) }
    feed.refresh([{ type: 'Action', id, version, fields }])
    await expect
      .poll(() => feed.get().rows.at(-1))
      .toMatchObject({ number: 4, blocked: false, body: { kind: 'WORKSTREAM' } })
    expect([blocked, asAt, waitsFor, holdsUp]).toEqual([false, null, [], []])
    expect(asked).toEqual([null, '2'])
    stop()
  })

  it('asked for ahead are not asked for twice', async () => {
    const { client, asked, stop } = aLog()
    stop()
    asked.length = 0
    expectActions(client, { bodyId: 'ws-2' })
    const feed = actionFeed(client, { bodyId: 'ws-2' })
    const leave = feed.subscribe(() => {})
    await expect.poll(() => feed.get().complete).toBe(true)
    expect(asked).toEqual([null, '2'])
    leave()
  })
})

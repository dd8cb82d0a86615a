import { ApolloClient, ApolloLink, Observable } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import { createCache } from '../../platform/apollo'
import { patchCache } from '../../platform/patch-cache'
import { actionFeed } from './action-feed'
import { aRow } from './log-rows.fixture'
import { pageLength } from './page-window'
import { typed } from './typed'

const total = 5_000
const numbers = Array.from({ length: total }, (_, i) => i + 1)
const names =
  'all unfinished proposed open inProgress done closed overdue dropped superseded transferred offered ownerNotStated noDate waitingForMe blocked dueSoon'

function row(number: number, title = '') {
  const plain = aRow({ number, title })
  return typed('Action', {
    ...plain,
    body: typed('Body', { ...plain.body, name: typed('LocalText', plain.body.name) }),
  })
}

/** A gateway with a long log, in an order that can change. */
function aLongLog() {
  const order = [...numbers]
  const now = { title: 'At first' }
  const asked: (number | string)[] = []
  const link = new ApolloLink(
    ({ variables, operationName }) =>
      new Observable((observer) => {
        asked.push(operationName === 'ActionInLog' ? variables.id : (variables.from ?? 0))
        const from = variables.from ?? 0
        const some = order.slice(from, from + variables.first)
        const edges = some.map((number) =>
          typed('ActionEdge', { cursor: String(number), node: row(number, now.title) }),
        )
        const first = {
          totalCount: total,
          counts: typed('ActionCounts', Object.fromEntries(names.split(' ').map((name) => [name, 0]))),
          groups: [typed('ActionGroup', { status: 'OPEN', count: total })],
          pageInfo: typed('PageInfo', { hasNextPage: true, endCursor: 'x' }),
        }
        const data =
          operationName === 'ActionInLog'
            ? { action: row(Number(variables.id.slice('action-'.length))) }
            : { actions: typed('ActionConnection', { edges, ...(operationName === 'ActionLog' && first) }) }
        queueMicrotask(() => {
          observer.next({ data })
          observer.complete()
        })
      }),
  )
  const client = new ApolloClient({ cache: createCache(), link, assumeImmutableResults: true })
  const feed = actionFeed(client, {})
  const stop = feed.subscribe(() => {})
  const numberAt = (place: number) => feed.get().long?.rowAt(place)?.number
  const inCache = () => Object.keys(client.cache.extract() as object).filter((key) => key.startsWith('Action:'))
  return { client, feed, asked, stop, order, now, numberAt, inCache }
}

/** Where the pages begin, from one to another. */
const from = (first: number, last: number) =>
  Array.from({ length: (last - first) / pageLength + 1 }, (_, i) => first + i * pageLength)

describe('a log too long to be here as a whole', () => {
  it('is here around what is in sight, wherever that is', async () => {
    const { feed, asked, numberAt, stop } = aLongLog()
    await expect.poll(() => feed.get().long?.total).toBe(total)
    expect([numberAt(0), numberAt(19), numberAt(20)]).toEqual([1, 20, undefined])
    feed.show({ first: 3_000, last: 3_020 })
    await expect.poll(() => [numberAt(2_999), numberAt(3_000), numberAt(3_060)]).toEqual([3_000, 3_001, 3_061])
    await expect.poll(() => asked.toSorted()).toEqual([0, ...from(2_940, 3_080)])
    expect(asked[1]).toBe(3_000)
    stop()
  })

  it('lets go of what is far away, in the cache too', async () => {
    const { feed, numberAt, inCache, stop } = aLongLog()
    await expect.poll(() => feed.get().long?.total).toBe(total)
    for (let first = 0; first < total; first += 600) {
      feed.show({ first, last: first + 20 })
      await expect.poll(() => numberAt(first + 20)).toBe(first + 21)
    }
    expect(numberAt(2_400)).toBeUndefined()
    expect(numberAt(0)).toBe(1)
    expect(feed.get().long?.idAt(2_400)).toBe('action-2401')
    await expect.poll(() => inCache().length, { timeout: 10_000 }).toBeLessThan(700)
    stop()
  }, 30_000)

  it('shows what somebody else set, and asks again for what is in sight when the changes pause', async () => {
    const { client, feed, asked, order, numberAt, stop } = aLongLog()
    await expect.poll(() => feed.get().long?.total).toBe(total)
    feed.show({ first: 3_000, last: 3_020 })
    await expect.poll(() => numberAt(3_060)).toBe(3_061)
    const patches = [{ type: 'Action', id: 'action-3001', version: 2, fields: { title: 'Theirs' } }]
    patchCache(client.cache, patches)
    await expect.poll(() => feed.get().long?.rowAt(3_000)?.title).toBe('Theirs')
    order.splice(3_000, 1)
    asked.length = 0
    feed.refresh(patches)
    feed.refresh(patches)
    await expect.poll(() => numberAt(3_000), { timeout: 5_000 }).toBe(3_002)
    expect(asked.toSorted()).toEqual([0, ...from(2_940, 3_080)])
    stop()
  })

  it.each([
    ['on its page', 15],
    ['on another page that is here', 40],
  ])(
    'keeps a row under a hand where it stands, and lets it go to its place %s when the hand leaves',
    async (_, place) => {
      const { feed, order, now, numberAt, stop } = aLongLog()
      await expect.poll(() => feed.get().long?.total).toBe(total)
      feed.show({ first: 0, last: 20 })
      await expect.poll(() => numberAt(59)).toBe(60)
      feed.hold(['action-3'])
      now.title = 'Later'
      order.splice(2, 1)
      order.splice(place, 0, 3)
      feed.refresh([])
      await expect
        .poll(() => [feed.get().long?.rowAt(1)?.title, feed.get().long?.rowAt(45)?.title], { timeout: 5_000 })
        .toEqual(['Later', 'Later'])
      expect([numberAt(1), numberAt(2), numberAt(3)]).toEqual([2, 3, 4])
      feed.hold([])
      expect([numberAt(1), numberAt(2), numberAt(place)]).toEqual([2, 4, 3])
      stop()
    },
  )
})

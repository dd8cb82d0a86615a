import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client'
import type { Connection } from '@camau/collab'
import type { EditRow } from '@camau/collab/kept'
import type { Status } from '@camau/collab/records'
import { Refusal } from '@camau/domain'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepDevice } from './keep-device'
import { createCache } from './platform/apollo'
import { keepingFor, restrictedHere } from './platform/device/keeping'
import { rightsMoved } from './platform/session'
import { signal } from './platform/signal'
import { ViewerDocument, type ViewerQuery } from './platform/viewer.graphql'

const device = vi.hoisted(() => ({
  rows: [] as { document: string }[],
  open: [] as { page: string }[],
  texts: [] as { personId: string; documentId: string; at: number }[],
  reading: null as unknown,
}))
const server = vi.hoisted(() => ({
  tries: [] as string[],
  answer: (): Promise<void> => Promise.resolve(),
  device: (): Promise<{ data: unknown }> => Promise.resolve({ data: null }),
}))

vi.mock('idb', () => ({
  openDB: async () => ({
    get: async () => undefined,
    getAll: async (store: string) => (store === 'texts' ? device.texts : []),
    getAllFromIndex: async () => [],
    getAllKeys: async (store: string) =>
      store === 'texts' ? device.texts.map(({ personId, documentId }) => [personId, documentId]) : [],
    put: async (store: string, row: unknown) => {
      if (store === 'reading') device.reading = row
    },
    delete: async (_: 'texts', [person, id]: string[]) => {
      device.texts = device.texts.filter(({ personId, documentId }) => personId !== person || documentId !== id)
    },
  }),
}))
vi.mock('@camau/collab/kept', () => ({
  editsOnDevice: async () => device.rows,
  openPages: async () => device.open,
  ownerOf: ({ document }: EditRow) => ({ person: document.split(' ')[0], documentId: document.split(' ')[1] }),
}))
vi.mock('@camau/collab', () => ({
  withDocuments: () => ({
    openDocument: (id: string) => {
      server.tries.push(id)
      return { opened: Promise.resolve(), takeLeft: async () => {}, saved: server.answer, draft: null, close() {} }
    },
  }),
}))

const row = (document: string, page: string) => ({ document, page, epoch: 1, update: new Uint8Array() })

/** A page whose line is there, and what its mark is told of beside the texts that are open. */
function aPage(client: object = { query: () => server.device(), extract: () => ({}) }) {
  const told = new Set<{ get(): Status }>()
  const heard = new Set<(patches: object[]) => void>()
  const status = signal<Status>({ state: 'saved', kept: 0 })
  const line = signal<{ state: string }>({ state: 'connected' })
  const connection = {
    person: 'p-1',
    status,
    leftUnsaved: () => 0,
    channel: { line },
    track: (one: { get(): Status }) => {
      told.add(one)
      return () => told.delete(one)
    },
  } as unknown as Connection
  const me = { personId: 'p-1' }
  const stop = keepDevice({ client, connection, told: heard, queue: {}, me, isBack: false } as never)
  const mark = () => [...told].map((one) => one.get())
  /** Leaves a text whose words have not gone yet. */
  const leave = (document: string) => {
    device.rows = [...device.rows, row(document, 'closed'), row(document, 'closed')]
    status.set({ state: 'saved', kept: 0 })
  }
  const hear = (patch: object) => {
    for (const listener of heard) listener([patch])
  }
  return { line, mark, leave, hear, stop }
}

const withLocks = (value: object | undefined) =>
  Object.defineProperty(navigator, 'locks', { value, configurable: true })

let page: ReturnType<typeof aPage>
beforeEach(async () => {
  vi.useFakeTimers()
  withLocks({})
  device.rows = []
  device.texts = []
  device.reading = null
  server.tries = []
  server.answer = () => Promise.resolve()
  server.device = () => Promise.resolve({ data: null })
  page = aPage()
  await vi.advanceTimersByTimeAsync(0)
})
afterEach(() => {
  page.stop()
  keepingFor.set(null)
  Reflect.deleteProperty(navigator, 'locks')
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1_000)
const aFlap = () => {
  page.line.set({ state: 'broken' })
  page.line.set({ state: 'connected' })
  return seconds(0)
}
/** What it is asked for the device is not answered in time. */
const aServerThatIsLate = () => {
  const asked = vi.fn<typeof server.device>().mockRejectedValue(new TypeError('took too long'))
  server.device = asked
  return asked
}
const sent = () => {
  device.rows = []
  return Promise.resolve()
}

describe('a page of somebody who is signed in', () => {
  it('takes away what the device still holds of somebody before, and nothing of theirs', async () => {
    const kept = (personId: string) => ({ personId, documentId: 'minutes:m-1', at: 0 })
    device.texts = [kept('p-0'), kept('p-1')]
    withLocks({ request: (_name: string, work: () => Promise<void>) => work() })
    const { stop } = aPage()
    await expect.poll(() => device.texts).toEqual([kept('p-1')])
    stop()
  })
})

describe('words of a text that was left while the server would not have them', () => {
  it('are tried again every 10 seconds or so, and the mark counts them until they have gone', async () => {
    server.answer = () => new Promise(() => {}) // refused for a moment, again and again
    page.leave('p-1 minutes:m-1')
    await seconds(2)
    expect(page.mark()).toEqual([{ state: 'saving', kept: 0 }]) // the text, open again for that, counts them itself
    await seconds(10)
    expect(page.mark()).toEqual([{ state: 'saving', kept: 2 }])
    await seconds(30)
    expect(server.tries.length).toBeGreaterThanOrEqual(3)
    server.answer = sent
    await seconds(20)
    expect(page.mark()).toEqual([{ state: 'saved', kept: 0 }])
    const { length } = server.tries
    await seconds(60)
    expect(server.tries).toHaveLength(length)
  })

  it('go a moment after the text was left, and nobody else’s with them', async () => {
    server.answer = sent
    device.rows = [row('p-2 minutes:m-2', 'closed')]
    page.leave('p-1 minutes:m-1')
    await seconds(2)
    expect(server.tries).toEqual(['minutes:m-1'])
    expect(page.mark()).toEqual([{ state: 'saved', kept: 0 }])
  })
})

describe('words of a text that was left, refused for good', () => {
  it('need attention, and are tried again with the next line only', async () => {
    server.answer = () => Promise.reject(new Refusal('minutes-agreed'))
    page.leave('p-1 minutes:m-1')
    await seconds(60)
    expect(server.tries).toEqual(['minutes:m-1'])
    expect(page.mark()).toEqual([{ state: 'attention', kept: 2 }])
    page.line.set({ state: 'broken' })
    expect(page.mark()).toEqual([{ state: 'saving', kept: 2 }])
    await seconds(60)
    expect(server.tries).toHaveLength(1)
    page.line.set({ state: 'connected' })
    await seconds(2)
    expect(server.tries).toHaveLength(2)
  })

  it('do not hold up the mark where their text is not to be seen any more', async () => {
    server.answer = () => Promise.reject(new Refusal('not-found'))
    page.leave('p-1 minutes:m-1')
    await seconds(30)
    expect(page.mark()).toEqual([{ state: 'saved', kept: 0 }])
  })
})

describe('a browser that cannot say which texts are open', () => {
  it('tries what was left when there is a line again, and counts nothing twice', async () => {
    withLocks(undefined)
    page.leave('p-1 minutes:m-1')
    await seconds(60)
    expect(page.mark()).toEqual([{ state: 'saved', kept: 0 }])
    expect(server.tries).toEqual([])
    page.line.set({ state: 'broken' })
    page.line.set({ state: 'connected' })
    await seconds(2)
    expect(server.tries).toEqual(['minutes:m-1'])
  })
})

describe('a text out of which words were taken', () => {
  it('leaves the device, for this person alone', async () => {
    vi.stubGlobal('indexedDB', {})
    const copy = (personId: string, documentId: string) => ({ personId, documentId, at: 0 })
    device.texts = [copy('p-1', 'minutes:m-1'), copy('p-1', 'minutes:m-2'), copy('p-2', 'minutes:m-1')]
    page.hear({ type: 'DocumentRedaction', id: 'r-1', version: 1, fields: { documentId: 'minutes:m-1' } })
    await seconds(0)
    expect(device.texts).toEqual([copy('p-1', 'minutes:m-2'), copy('p-2', 'minutes:m-1')])
  })
})

describe('what the server says of a device', () => {
  it('is nothing to whoever has signed out meanwhile', async () => {
    page.stop()
    const before = restrictedHere.get()
    let answer = (_: { data: unknown }): void => {}
    server.device = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    page = aPage()
    await seconds(0)
    page.stop()
    answer({ data: { device: { restricted: ['action:a'], keyId: 'k', key: 'AAAA' } } })
    await seconds(0)
    expect(restrictedHere.get()).toBe(before)
  })

  it.each([
    ['after a while', () => seconds(1)],
    ['at once when the line is back', () => aFlap()],
  ])('is asked for again %s where it was not answered', async (_, wait) => {
    page.stop()
    vi.stubGlobal('crypto', {}) // a browser that seals nothing
    restrictedHere.set(null)
    const asked = aServerThatIsLate()
    page = aPage()
    await seconds(0)
    expect(asked).toHaveBeenCalledTimes(1)
    const device = { restricted: ['Action:a'], keyId: 'k', key: '', meetings: [], actions: [] }
    asked.mockImplementation(async () => ({ data: { device } }))
    await wait()
    expect(restrictedHere.get()).toEqual(new Set(['Action:a']))
    await seconds(60)
    expect(asked).toHaveBeenCalledTimes(2)
  })

  it('is asked for no more once nobody waits for it', async () => {
    page.stop()
    const asked = aServerThatIsLate()
    page = aPage()
    await seconds(0)
    page.stop()
    await aFlap()
    await seconds(60)
    expect(asked).toHaveBeenCalledTimes(1)
  })
})

const secret = gql`
  query Secret {
    action(id: "secret") {
      id
      title
    }
  }
`
const person = { __typename: 'Person', id: 'p-1', name: 'Member', initials: 'M', example: false } as const
const viewer = { __typename: 'Viewer' as const, person, offices: [], language: 'cy', demo: false }

/** What a page shows: who is here, and a record that is not theirs to read any more. */
function aClient(): ApolloClient {
  const answers: Record<string, ApolloLink.Result> = {
    Device: { data: { device: { restricted: [], keyId: 'k', key: '', meetings: [], actions: [] } } },
    Viewer: { data: { viewer } },
    Secret: { errors: [{ message: '', extensions: { code: 'not-found' } }] },
  }
  const link = new ApolloLink(
    ({ operationName = '' }) =>
      new Observable((observer) => {
        observer.next(answers[operationName] ?? { data: null })
        observer.complete()
      }),
  )
  const client = new ApolloClient({ cache: createCache(), link, assumeImmutableResults: true })
  client.writeQuery({ query: ViewerDocument, data: { viewer } satisfies ViewerQuery })
  client.writeQuery({ query: secret, data: { action: { __typename: 'Action', id: 'secret', title: 'Secret words' } } })
  client.watchQuery({ query: ViewerDocument }).subscribe(() => {})
  client.watchQuery({ query: secret }).subscribe(() => {})
  return client
}

describe('rights that moved', () => {
  it('take away what is not to be read any more, though the server refuses what the page shows of it', async () => {
    page.stop()
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes }) // a browser that seals nothing
    device.texts = [{ personId: 'p-1', documentId: 'action:secret', at: 0 }]
    const client = aClient()
    page = aPage(client)
    keepingFor.set('p-1')
    await seconds(1)
    expect(JSON.stringify(client.extract())).toContain('Secret words')
    rightsMoved.set(rightsMoved.get() + 1)
    await seconds(1)
    expect(JSON.stringify(client.extract())).not.toContain('Secret words')
    expect(device.texts).toEqual([])
    expect(device.reading).toMatchObject({ personId: 'p-1' })
    expect(JSON.stringify(device.reading)).not.toContain('Secret words')
  })
})

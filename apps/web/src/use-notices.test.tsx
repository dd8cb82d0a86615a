import { ApolloProvider } from '@apollo/client/react'
import type { Line, RecordsConnection, Status } from '@camau/collab/records'
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApollo } from './platform/apollo'
import { rightsMoved } from './platform/session'
import { signal } from './platform/signal'
import { ViewerDocument, type ViewerQuery } from './platform/viewer.graphql'
import { useNotices } from './use-notices'

const person = { __typename: 'Person', id: 'p-1', name: 'Member', initials: 'M', example: false } as const
const viewer = { __typename: 'Viewer' as const, person, offices: [], language: 'cy', demo: false }

function aConnection() {
  const line = signal<Line>({ state: 'connecting' })
  const status = signal<Status>({ state: 'saving', kept: 0 })
  const connection = { status, channel: { line }, onNotice: () => () => {} } as unknown as RecordsConnection
  return { connection, line }
}

/** A page that shows one question's answer. `asked` is what it asks the server for, in order. */
function aPage(connection: RecordsConnection, mayAnswer = true) {
  const asked: string[] = []
  const client = createApollo()
  client.writeQuery({ query: ViewerDocument, data: { viewer } satisfies ViewerQuery })
  const shown = client.watchQuery({ query: ViewerDocument }).subscribe(() => {})
  vi.stubGlobal('fetch', async () => {
    asked.push('records')
    return Response.json({ data: { viewer } })
  })
  const onRights = async () => {
    asked.push('rights')
    if (!mayAnswer) throw new TypeError('no line')
    return false
  }
  const { rerender } = renderHook((now: { connection: RecordsConnection }) => useNotices(now.connection, onRights), {
    initialProps: { connection },
    wrapper: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  })
  return { asked, over: (next: RecordsConnection) => rerender({ connection: next }), leave: () => shown.unsubscribe() }
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a page whose person has signed in again in place', () => {
  it.each([true, false])('asks for its rights, then for all that it shows (rights answered: %s)', async (mayAnswer) => {
    const [first, second] = [aConnection(), aConnection()]
    const page = aPage(first.connection, mayAnswer)
    first.line.set({ state: 'connected' })
    first.line.set({ state: 'ended', because: 'not-signed-in' })
    const before = rightsMoved.get()
    page.over(second.connection)
    await aMoment()
    expect(page.asked).toEqual([])
    second.line.set({ state: 'connected' })
    await expect.poll(() => page.asked).toEqual(['rights', 'records'])
    expect(rightsMoved.get()).toBe(before + 1)
    page.leave()
  })

  it('does so once, and over a connection that was there before it was looked at', async () => {
    const [first, second] = [aConnection(), aConnection()]
    const page = aPage(first.connection)
    second.line.set({ state: 'connected' })
    page.over(second.connection)
    await expect.poll(() => page.asked).toEqual(['rights', 'records'])
    second.line.set({ state: 'broken' })
    second.line.set({ state: 'connected' })
    await aMoment()
    expect(page.asked).toEqual(['rights', 'records', 'rights'])
    page.leave()
  })
})

describe('a page whose line comes', () => {
  it('asks for nothing twice, and after a break for its rights only', async () => {
    const { connection, line } = aConnection()
    const page = aPage(connection)
    line.set({ state: 'connected' })
    await aMoment()
    expect(page.asked).toEqual([])
    line.set({ state: 'broken' })
    line.set({ state: 'connected' })
    await aMoment()
    expect(page.asked).toEqual(['rights'])
    page.leave()
  })
})

import { ApolloClient, ApolloLink, Observable } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import type { RecordsListener } from '@camau/collab/records'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Route, Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { createCache } from '../../platform/apollo'
import { CommandsProvider } from '../../platform/commands'
import { LiveProvider } from '../../platform/live'
import { VersionsPage } from './versions-page'

const rooms = vi.hoisted(() => ({ listener: null as RecordsListener | null }))
vi.mock('@camau/collab/records', () => ({
  connect: () => ({
    openRecords(_room: string, listener: RecordsListener) {
      rooms.listener = listener
      return { setPresence() {}, close() {} }
    },
    close() {},
  }),
}))

const before = 'Saffron Windmill was there'
const after = '[redacted] was there'
const server = { words: before, isReached: true, kept: 1 }

const version = {
  __typename: 'DocumentVersion',
  id: 'v',
  documentId: 'minutes:m',
  kind: 'KEPT',
  label: 'Before the vote',
  at: '2026-11-03T10:00:00.000Z',
  words: 4,
  inserted: 0,
  deleted: 0,
  redactedAt: null,
  version: 1,
  by: null,
}

const nth = (n: number) => ({ ...version, id: n === 1 ? 'v' : `v-${n}`, label: `Version ${n}` })

/** What any question of the page is answered: each takes its own part of it. */
function answer({ first = 1, after }: { first?: number; after?: string | null }): ApolloLink.Result {
  const run = { __typename: 'TextRun', text: server.words, change: 'KEPT', bold: false, italic: false, href: null }
  const place = { level: 0, item: null, depth: 0, quoted: false, recordType: null }
  const runs = [{ ...run, author: 0, at: null }]
  const blocks = [{ __typename: 'TextBlock', kind: 'PARAGRAPH', change: 'KEPT', ...place, runs }]
  const text = { blocks, authors: [] }
  const kept = Array.from({ length: server.kept }, (_, n) => nth(n + 1))
  const from = kept.findIndex(({ id }) => id === after) + 1
  const nodes = kept.slice(from, from + first)
  const hasNextPage = kept.length > from + first
  const list = { totalCount: kept.length, hasNextPage, writable: false, redactable: false, redactions: [] }
  const counts = { insertedWords: 0, deletedWords: 0 }
  return {
    data: {
      documentVersions: { __typename: 'DocumentVersions', ...list, nodes },
      documentVersion: { ...version, text: { __typename: 'VersionText', ...text } },
      compareVersions: { __typename: 'VersionComparison', ...counts, from: version, to: null, ...text },
    },
  }
}

function aPage(search: string) {
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        if (!server.isReached) return observer.error(new TypeError('not reached'))
        observer.next(answer(variables))
        observer.complete()
      }),
  )
  const client = new ApolloClient({ cache: createCache(), link, assumeImmutableResults: true })
  const { hook, searchHook } = memoryLocation({ path: '/versions/minutes/m', searchPath: search })
  render(
    <ApolloProvider client={client}>
      <Router hook={hook} searchHook={searchHook}>
        <LiveProvider person="p-1">
          <CommandsProvider person="p-1">
            <Route path="/versions/:kind/:id" component={VersionsPage} />
          </CommandsProvider>
        </LiveProvider>
      </Router>
    </ApolloProvider>,
  )
}

/** The secretariat takes words out of a text. */
function redact(documentId: string) {
  const patches = [{ type: 'DocumentRedaction', id: `r-${documentId}`, version: 1, fields: { documentId } }]
  const told = { room: 'programme' as const, seq: 1, previous: 0, at: '', actor: null, command: null, mutationId: null }
  act(() => rooms.listener?.onChange({ ...told, patches }))
}

const inTime = { timeout: 5_000 }

beforeEach(() => {
  Object.assign(server, { words: before, isReached: true, kept: 1 })
})
afterEach(cleanup)

describe.each([
  ['a version that is read', 'read=v'],
  ['a comparison', 'from=v'],
])('%s while words are taken out of the text', { timeout: 20_000 }, (_, search) => {
  it('is asked for again', async () => {
    aPage(search)
    await screen.findByText(before, {}, inTime)
    server.words = after
    redact('minutes:m')
    expect(screen.queryByText(before)).toBeNull()
    await screen.findByText(after, {}, inTime)
  })

  it('shows none of them any longer, though the server is not reached', async () => {
    aPage(search)
    await screen.findByText(before, {}, inTime)
    server.isReached = false
    redact('minutes:m')
    await screen.findByRole('alert', {}, inTime)
    expect(screen.queryByText(before)).toBeNull()
  })
})

describe('the list of what was kept', { timeout: 20_000 }, () => {
  // Looked for in the page itself: asking for roles and words takes seconds where there are so many.
  const named = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name)
  const oldest = () => document.querySelector('.versions > li:last-child b')?.textContent
  const press = (name: string) => act(() => named(name)?.click())

  it('goes back to the first of them, however many there are', async () => {
    server.kept = 230
    aPage('')
    await expect.poll(oldest, inTime).toBe('Version 30')
    for (const last of ['Version 60', 'Version 90', 'Version 100', 'Version 200', 'Version 230']) {
      press('Show older versions')
      await expect.poll(oldest, inTime).toBe(last)
    }
    expect(named('Show older versions')).toBeUndefined()
    press('Show the newest versions')
    await expect.poll(oldest, inTime).toBe('Version 100')
  })
})

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { LiveWords } from './live-words'
import { useLiveWords } from './use-live-words'

const { connection, words } = vi.hoisted(() => ({
  connection: { person: 'person-1' },
  words: { opened: 0, letGo: 0 },
}))
vi.mock('../../platform/live', () => ({ useConnection: () => connection }))
vi.mock('../../platform/use-offline', () => ({ useOffline: () => false }))
vi.mock('./use-shown-title', () => ({ useShownTitle: () => () => {} }))
vi.mock('./live-words', () => ({ openWords: async () => openedWords() }))
afterEach(cleanup)

/** Words of which some were refused, until they are let go of and the text is opened anew. */
function openedWords(): LiveWords {
  words.opened++
  const draft = words.letGo === 0 ? { text: 'said too late', update: new Uint8Array() } : null
  const status = { state: draft ? 'attention' : 'saved', kept: 0 } as const
  const text = { text: () => '', write: () => {}, onRemote: () => () => {} }
  return {
    title: text,
    detail: text,
    status: { get: () => status, subscribe: () => () => {} },
    readOnly: () => draft !== null,
    draft: () => draft,
    async discardDraft() {
      words.letGo++
    },
    close: () => {},
  }
}

function Words() {
  const { live, draft, readOnly } = useLiveWords('action-1')
  return (
    <>
      <output>{live && (readOnly ? 'read' : 'write')}</output>
      {draft && (
        <button type="button" onClick={draft.letGo}>
          {draft.text}
        </button>
      )}
    </>
  )
}

it('are only read beside what was refused, and written in again once that is let go of', async () => {
  render(<Words />)
  fireEvent.click(await screen.findByRole('button', { name: 'said too late' }))
  await expect.poll(() => screen.getByRole('status').textContent).toBe('write')
  expect(screen.queryByRole('button')).toBeNull()
  expect(words).toEqual({ opened: 2, letGo: 1 })
})

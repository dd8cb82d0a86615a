import type { ClientEvents, ServerEvents } from '@camau/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { toBase64 } from './base64.js'
import type { Channel, Line } from './channel.js'
import { keptInMemory } from './kept-edits.js'
import { openDocument } from './open-document.js'
import { statusOf } from './status.js'
import { watchable } from './watchable.js'

type Pushed = Parameters<ClientEvents['document:push']>[0]

const open: { close(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A text that is open for writing over a line whose server says what the test says. */
async function anOpenText() {
  const pushed: Pushed[] = []
  const listeners = new Map<string, (message: never) => void>()
  const nothing = toBase64(Y.encodeStateAsUpdate(new Y.Doc()))
  const opened = { handle: 1, epoch: 1, seq: 1, readOnly: false, update: nothing, stateVector: '', people: [] }
  const channel: Channel = {
    line: watchable<Line>({ state: 'connected' }),
    connectionId: () => 'mine',
    ask: (_event, _message, answered) => answered({ ok: true, ...opened } as never),
    send: (event, message) => void (event === 'document:push' && pushed.push(message as Pushed)),
    on: (event, listener) => {
      listeners.set(event, listener)
      return () => listeners.delete(event)
    },
    breakOff: () => {},
    close: () => {},
  }
  const connection = {
    channel,
    person: 'mine',
    status: statusOf({ state: 'saved', kept: 0 }),
    openRecords: () => ({ seq: () => undefined, setPresence() {}, close() {} }),
    setPresence: () => {},
    pending: () => 0,
    onNotice: () => () => {},
    track: () => () => {},
    leftUnsaved: () => 0,
    close: () => {},
  }
  const text = openDocument(connection, 'minutes:m', () => {}, keptInMemory())
  open.push(text)
  await text.opened
  const say = <Event extends keyof ServerEvents>(event: Event, message: Parameters<ServerEvents[Event]>[0]): void =>
    listeners.get(event)?.(message as never)
  const refuse = (n: number): void =>
    say('document:refused', { handle: 1, n, code: 'unavailable', details: { retryAfter: 0 } })
  const write = async (words: string): Promise<void> => {
    const before = pushed.length
    text.doc.getText('words').insert(0, words)
    await expect.poll(() => pushed.length).toBe(before + 1)
  }
  return { text, pushed, say, refuse, write }
}

const isAgain = ([, n, , , rest]: Pushed) => [n, rest?.again === true]

describe('a second try', () => {
  it('is made once more when an earlier push is refused so late that both cross', async () => {
    const { text, pushed, say, refuse, write } = await anOpenText()
    await write('one ')
    await write('two ')
    refuse(1)
    await expect
      .poll(() => pushed.map(isAgain))
      .toEqual([
        [1, false],
        [2, false],
        [3, true],
      ])
    refuse(2) // the server was still looking at it; the third is dropped behind it, and nobody says so
    await expect.poll(() => pushed.slice(3).map(isAgain)).toEqual([[4, true]])
    say('document:saved', [1, 4, 2])
    expect(text.status.get()).toEqual({ state: 'saved', kept: 0 })
  })
})

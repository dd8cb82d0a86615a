import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { backOff } from './back-off.js'
import { draftOf } from './draft.js'
import { keptInMemory } from './kept-edits.js'
import { unsent } from './unsent.js'

/** Types a letter at a time and gives the edits as Yjs reports them. */
function typing(letters: number): Uint8Array[] {
  const doc = new Y.Doc()
  const edits: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => edits.push(update))
  for (let i = 0; i < letters; i++) doc.getText('t').insert(i, 'x')
  return edits
}

describe('edits on their way', () => {
  it('go in groups of at most 64, in order, and stay until they are durable', () => {
    const queue = unsent()
    for (const edit of typing(100)) queue.add(edit)
    const group = queue.next()
    expect(group?.last).toBe(64)
    expect(queue.all()).toHaveLength(100)
    expect(queue.durable(64)).toHaveLength(64)
    expect(queue.next()?.last).toBe(100)
  })

  it('arrive whole when merged', () => {
    const queue = unsent()
    for (const edit of typing(70)) queue.add(edit)
    const other = new Y.Doc()
    for (let group = queue.next(); group; group = queue.next()) {
      Y.applyUpdate(other, group.update)
      queue.durable(group.last)
    }
    expect(other.getText('t').toString()).toBe('x'.repeat(70))
  })
})

describe('words that could not be saved', () => {
  it('can be read as plain text', () => {
    expect(draftOf(typing(3))?.text).toBe('xxx')
    expect(draftOf([])).toBeNull()
  })
})

describe('edits kept on the device', () => {
  it('pass to the next page once the one that wrote them is gone, and to nobody else', async () => {
    const kept = keptInMemory()
    const page = await kept.claim('person-1', 'minutes:m')
    const key = await page.keep(7, new Uint8Array([1]))
    await page.keep(7, new Uint8Array([2]))
    await page.forget([key])
    expect((await kept.claim('person-1', 'minutes:m')).edits).toEqual([])
    await page.release()
    expect((await kept.claim('person-2', 'minutes:m')).edits).toEqual([])
    expect((await kept.claim('person-1', 'minutes:m')).edits.map(({ update }) => [...update])).toEqual([[2]])
  })
})

describe('coming back after a break', () => {
  it('waits half a second to half a minute, at random, and as long as the server asks', () => {
    const wait = backOff(() => 1)
    const waits = Array.from({ length: 9 }, () => wait.next())
    expect(waits[0]).toBe(500)
    expect(waits.at(-1)).toBe(30_000)
    wait.atLeast(12_000)
    wait.reset()
    expect(wait.next()).toBe(12_000)
    expect(backOff(() => 0).next()).toBe(500)
  })
})

import { describe, expect, it } from 'vitest'
import { prefixRange } from './bytes.js'
import { History } from './history.js'
import { MemoryStore } from './memory-store.fixture.js'
import { walk } from './overlay.js'
import type { Change, Key, Reader } from './port.js'

const bytes = (text: string) => Buffer.from(text)

function aHistory() {
  const store = new MemoryStore()
  const history = new History(store)
  const set = (values: Record<Key, string | undefined>) => {
    const changes = Object.entries(values).map(([key, value]): [Key, Change] => [
      key,
      { before: history.head.get(key), after: value === undefined ? undefined : bytes(value) },
    ])
    return history.commit(new Map(changes))
  }
  return { store, history, set }
}

const text = (value: Uint8Array | undefined) => value && Buffer.from(value).toString()

const all = (reader: Reader, reverse = false) =>
  [...walk(reader, prefixRange('k', reverse))].map(([key, value]) => `${key}=${text(value)}`)

describe('the history of the data', () => {
  it('shows readers only what is on the disk, and writers everything', async () => {
    const { store, history, set } = aHistory()
    store.held = true
    set({ k1: 'a' })
    await expect.poll(() => store.unflushed).toBe(1)
    expect(all(history.durable)).toEqual([])
    expect(all(history.head)).toEqual(['k1=a'])
    store.flush()
    await history.flushed()
    expect(all(history.durable)).toEqual(['k1=a'])
  })

  it('keeps a snapshot as it was, in either direction, whatever is written later', async () => {
    const { history, set } = aHistory()
    set({ k1: 'a', k2: 'b', k3: 'c' })
    await history.flushed()
    const { reader, release } = history.snapshot()
    set({ k1: 'x', k2: undefined, k4: 'new' })
    await history.flushed()
    set({ k1: 'y', k0: 'first' })
    await history.flushed()
    expect(all(reader)).toEqual(['k1=a', 'k2=b', 'k3=c'])
    expect(all(reader, true)).toEqual(['k3=c', 'k2=b', 'k1=a'])
    expect(all(history.durable)).toEqual(['k0=first', 'k1=y', 'k3=c', 'k4=new'])
    release()
  })

  it('does not show a snapshot what was committed but not yet flushed when it was taken', async () => {
    const { store, history, set } = aHistory()
    store.held = true
    set({ k1: 'a' })
    const { reader, release } = history.snapshot()
    await expect.poll(() => store.unflushed).toBe(1)
    store.flush()
    await history.flushed()
    expect(all(reader)).toEqual([])
    release()
  })

  it('tells the last writer of a key while a snapshot may ask', async () => {
    const { history, set } = aHistory()
    set({ k1: 'a' })
    await history.flushed()
    const { sequence, release } = history.snapshot()
    expect(history.lastWriter('k1')).toBeLessThanOrEqual(sequence)
    set({ k1: 'b' })
    expect(history.lastWriter('k1')).toBeGreaterThan(sequence)
    release()
  })

  it('forgets versions once nobody can ask for them', async () => {
    const { history, set } = aHistory()
    const { release } = history.snapshot()
    set({ k1: 'a' })
    await history.flushed()
    expect(history.lastWriter('k1')).toBe(1)
    release()
    expect(history.lastWriter('k1')).toBe(0)
    expect(text(history.head.get('k1'))).toBe('a')
  })

  it('goes back to what is on the disk when a flush fails', async () => {
    const { store, history, set } = aHistory()
    set({ k1: 'kept' })
    await history.flushed()
    store.held = true
    set({ k1: 'lost', k2: 'lost' })
    const flushed = history.flushed()
    await expect.poll(() => store.unflushed).toBe(1)
    set({ k3: 'built upon it' })
    const behind = history.flushed()
    store.fail('disk full')
    await expect(flushed).rejects.toThrow('disk full')
    await expect(behind).rejects.toThrow('disk full')
    expect(all(history.head)).toEqual(['k1=kept'])
    store.held = false
    set({ k1: 'again' })
    await history.flushed()
    expect(all(history.durable)).toEqual(['k1=again'])
  })

  it('gathers what arrives during a flush into the next one', async () => {
    const { store, history, set } = aHistory()
    store.held = true
    set({ k1: 'a' })
    await expect.poll(() => store.unflushed).toBe(1)
    for (let i = 0; i < 50; i++) set({ [`k${i}`]: 'b' })
    const last = history.flushed()
    store.flush()
    await expect.poll(() => store.unflushed).toBe(1)
    store.flush()
    await last
    expect(all(history.durable)).toHaveLength(50)
  })
})

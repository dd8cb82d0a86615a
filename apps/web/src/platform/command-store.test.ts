import { openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { openCommandStore } from './command-store'

vi.mock('idb', () => ({ openDB: vi.fn() }))

/** A database until the browser closes it. */
function aDatabase() {
  let closed = false
  const getAll = async () => {
    if (closed) throw new DOMException('The connection is closing', 'InvalidStateError')
    return []
  }
  const close = () => {
    closed = true
  }
  return { getAll, close }
}

describe('the device’s store of commands', () => {
  it('is opened once, and anew after the browser closed it', async () => {
    const first = aDatabase()
    vi.mocked(openDB)
      .mockResolvedValueOnce(first as never)
      .mockResolvedValueOnce(aDatabase() as never)
    const store = openCommandStore()
    expect(await store.all()).toEqual([])
    expect(await store.all()).toEqual([])
    expect(openDB).toHaveBeenCalledTimes(1)
    first.close()
    await expect(store.all()).rejects.toThrow('closing')
    expect(await store.all()).toEqual([])
    expect(openDB).toHaveBeenCalledTimes(2)
  })
})

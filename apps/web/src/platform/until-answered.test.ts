import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { untilAnswered } from './until-answered'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Work that the server answers once it is told to; each wait is the longest there can be. */
function someWork() {
  const server = { answer: async () => false }
  let times = 0
  const asking = untilAnswered(
    () => {
      times += 1
      return server.answer()
    },
    () => 1,
  )
  const after = async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds)
    return times
  }
  return { ...asking, server, after }
}

describe('work that needs an answer', () => {
  it('is tried again after whiles that grow, until there is one', async () => {
    const { start, server, after } = someWork()
    start()
    expect(await after(499)).toBe(1)
    expect(await after(1)).toBe(2)
    expect(await after(1_000)).toBe(3)
    server.answer = async () => true
    expect(await after(2_000)).toBe(4)
    expect(await after(600_000)).toBe(4)
  })

  it('waits half a minute at most', async () => {
    const { start, after } = someWork()
    start()
    const times = await after(600_000)
    expect(await after(30_000)).toBe(times + 1)
  })

  it('is tried at once when the line comes back, if it has none yet', async () => {
    const { start, hurry, server, after } = someWork()
    hurry()
    expect(await after(0)).toBe(0)
    start()
    expect(await after(0)).toBe(1)
    server.answer = async () => true
    hurry()
    expect(await after(0)).toBe(2)
    hurry()
    expect(await after(600_000)).toBe(2)
  })

  it('is done once more, and never twice at a time, when it is begun again meanwhile', async () => {
    const { start, hurry, server, after } = someWork()
    let answer = (_: boolean): void => {}
    server.answer = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    start()
    start()
    start()
    hurry()
    expect(await after(0)).toBe(1)
    answer(true)
    expect(await after(0)).toBe(2)
    answer(true)
    expect(await after(600_000)).toBe(2)
  })

  it('is not repeated where it fails for another reason', async () => {
    const { start, server, after } = someWork()
    server.answer = () => Promise.reject(new Error('storage is full'))
    start()
    expect(await after(600_000)).toBe(1)
  })

  it('ends with whoever wanted it', async () => {
    const { start, stop, after } = someWork()
    start()
    expect(await after(0)).toBe(1)
    stop()
    start()
    expect(await after(600_000)).toBe(1)
  })
})

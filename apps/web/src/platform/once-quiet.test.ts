import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onceQuiet } from './once-quiet'

describe('what is called once it is quiet', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is called once for several wishes, after the last of them', () => {
    const calls: string[] = []
    const a = () => calls.push('a')
    const b = () => calls.push('b')
    const later = onceQuiet(500, 2_000)
    later.soon([a])
    vi.advanceTimersByTime(400)
    later.soon([a, b])
    vi.advanceTimersByTime(499)
    expect(calls).toEqual([])
    vi.advanceTimersByTime(1)
    expect(calls).toEqual(['a', 'b'])
  })

  it('does not wait for ever while wishes go on', () => {
    let calls = 0
    const later = onceQuiet(500, 2_000)
    for (let wishes = 0; wishes < 30; wishes += 1) {
      later.soon([() => calls++])
      vi.advanceTimersByTime(100)
    }
    expect(calls).toBe(20)
  })

  it('is not called any more once it is called off', () => {
    let calls = 0
    const later = onceQuiet(500, 2_000)
    later.soon([() => calls++])
    later.cancel()
    vi.advanceTimersByTime(3_000)
    expect(calls).toBe(0)
  })
})

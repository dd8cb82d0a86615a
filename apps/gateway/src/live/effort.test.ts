import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { Refusal } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { allowance } from './allowance.js'
import { type Account, checkEffort, onAccount, stopwatch } from './effort.js'

/** So little is regained while a test lasts that it does not matter. */
const anEffort = () => allowance(0.001, 800)

function work(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

const mayGoOn = (effort: ReturnType<typeof anEffort>): boolean => {
  try {
    checkEffort(effort)
    return true
  } catch {
    return false
  }
}

describe('the time that judging edits takes', () => {
  it('is not that of other threads, which compile, collect and pack meanwhile', async () => {
    const packing = [1, 2, 3].map(() =>
      promisify(brotliCompress)(Buffer.alloc(20_000_000, 'Nothing of it is theirs. ')),
    )
    const [taken, began] = [stopwatch(), performance.now()]
    work(200)
    const took = taken()
    expect(took).toBeLessThanOrEqual((performance.now() - began) * 1_000)
    await Promise.all(packing)
  })

  it('is counted as it is while it is as usual', async () => {
    const effort = anEffort()
    await onAccount(effort, 100, async ({ working }) => working(() => work(20)))
    expect(mayGoOn(effort)).toBe(true)
  })

  it('counts for more where it is unusually long for the size, but not for a long document', async () => {
    const [slow, copied] = [anEffort(), anEffort()]
    await onAccount(slow, 100, async ({ working }) => working(() => work(400)))
    await onAccount(copied, 100, async ({ copying }) => copying(() => work(400)))
    expect(mayGoOn(slow)).toBe(false)
    expect(mayGoOn(copied)).toBe(true)
  })

  it('may be so much longer for each of many pieces that are gone through, and no more', async () => {
    const [typed, hostile] = [anEffort(), anEffort()]
    const goThrough = (pieces: number) => async (account: Account) => {
      const working = account.stepping(pieces)
      for (let i = 0; i < 10; i++) working(() => work(40))
    }
    await onAccount(typed, 100, goThrough(20_000))
    await onAccount(hostile, 100, goThrough(1_000))
    expect(mayGoOn(typed)).toBe(true)
    expect(mayGoOn(hostile)).toBe(false)
  })

  it('counts for most where the edit was refused for it, however it was divided', async () => {
    const effort = anEffort()
    const refused = onAccount(effort, 1e9, async ({ working }) => {
      for (let i = 0; i < 5; i++) working(() => work(4))
      throw new Refusal('too-large')
    })
    await expect(refused).rejects.toMatchObject({ code: 'too-large' })
    expect(mayGoOn(effort)).toBe(false)
  })
})

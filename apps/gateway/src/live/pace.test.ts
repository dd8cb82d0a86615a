import { describe, expect, it } from 'vitest'
import { pace } from './pace.js'

const nextTurn = () => new Promise((done) => setImmediate(done))

/** How many of so many turns it takes until a beat has begun. */
async function hasBegun(beat: Promise<void>): Promise<boolean> {
  let begun = false
  void beat.then(() => {
    begun = true
  })
  await nextTurn()
  await nextTurn()
  return begun
}

describe('the pace of writing', () => {
  it('lets whoever writes alone begin at once, and everybody together when more is spent than the allowance', async () => {
    let time = 0
    const { beat, spend } = pace({ perMs: 3, atOnce: 400, beat: 30, longest: 100 }, () => time)
    for (let key = 0; key < 40; key++) {
      time += 40
      expect(await hasBegun(beat())).toBe(true)
      spend(29)
    }
    await beat()
    spend(500)
    const [one, other] = [beat(), beat()]
    expect(one).toBe(other)
    expect(await hasBegun(one)).toBe(false)
    await one
    time += 200
    expect(await hasBegun(beat())).toBe(true)
  })

  it('keeps nobody waiting longer than that, whatever was spent', async () => {
    const { beat, spend } = pace({ perMs: 1, atOnce: 1, beat: 1, longest: 30 }, () => 0)
    spend(1_000_000)
    const before = performance.now()
    await beat()
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

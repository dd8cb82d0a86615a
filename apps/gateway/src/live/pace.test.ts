import { describe, expect, it } from 'vitest'
import { pace } from './pace.js'

describe('the pace of writing', () => {
  it('lets whoever writes alone begin at once, and everybody together when many do', async () => {
    let time = 0
    const { beat } = pace(15, 2, () => time)
    for (let i = 0; i < 2; i++) await beat()
    const [one, other] = [beat(), beat()]
    expect(one).toBe(other)
    let begun = false
    void one.then(() => {
      begun = true
    })
    await new Promise((done) => setImmediate(done))
    expect(begun).toBe(false)
    await one
    time += 60
    const before = performance.now()
    await beat()
    expect(performance.now() - before).toBeLessThan(15)
  })
})

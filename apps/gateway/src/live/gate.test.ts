import { describe, expect, it } from 'vitest'
import { createGate } from './gate.js'

describe('the gate', () => {
  it('lets some in at once, the others one after the other, and sends away whom it could not serve in time', async () => {
    const gate = createGate({ arrivals: 40, arrivalsWaiting: 25 })
    const came: number[] = []
    const began = performance.now()
    const all = Array.from({ length: 40 }, async (_, i) => {
      const isIn = await gate.enter()
      if (isIn) came.push(i)
      return isIn
    })
    const answers = await Promise.all(all)
    const took = performance.now() - began
    // 10 or 11 at once: whatever is left of an allowance is enough for one.
    const away = answers.filter((isIn) => !isIn).length
    expect([4, 5]).toContain(away)
    expect(came).toEqual([...Array(40 - away).keys()])
    expect(took).toBeGreaterThan(500) // 25 at 40 a second
    gate.close()
  })

  it('keeps nobody waiting when it closes', async () => {
    const gate = createGate({ arrivals: 1, arrivalsWaiting: 5 })
    const answers = [gate.enter(), gate.enter(), gate.enter(), gate.enter()]
    gate.close()
    const [first, , , last] = await Promise.all(answers)
    expect([first, last]).toEqual([true, false])
  })
})

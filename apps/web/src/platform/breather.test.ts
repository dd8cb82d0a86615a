import { describe, expect, it } from 'vitest'
import { breather } from './breather'

/** Work of so many milliseconds, in which nothing else runs. */
const work = (milliseconds: number): void => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

describe('long work that breathes', () => {
  it('lets the page have its turn between two steps', async () => {
    const turns: string[] = []
    setTimeout(() => turns.push('the page'))
    const breathe = breather()
    for (const step of ['one', 'two', 'three']) {
      work(10)
      turns.push(step)
      await breathe()
    }
    expect(turns).toEqual(['one', 'the page', 'two', 'three'])
  })
})

import { expect, it } from 'vitest'
import { inParts } from './breathe.js'

it('long work is done part by part, in order, and others come in between', async () => {
  const list = Array.from({ length: 1_000 }, (_, n) => n)
  let done = 0
  let parts = 0
  const seenMeanwhile: number[] = []
  const other = setImmediate(function look() {
    seenMeanwhile.push(done)
    if (done < list.length) setImmediate(look)
  })
  const doubled = await inParts(list, (part) => {
    parts += 1
    done += part.length
    return part.map((n) => n * 2)
  })
  clearImmediate(other)
  expect(doubled).toEqual(list.map((n) => n * 2))
  expect(parts).toBeGreaterThan(2)
  expect(seenMeanwhile.filter((n) => n > 0 && n < list.length).length).toBeGreaterThan(1)
})

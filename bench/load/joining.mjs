import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { textAfter, typingHistory } from '../history.mjs'
import { bytes } from '../wire.mjs'
import { percentile, until } from './patience.mjs'

/** One author types a long history; then people come in, one after the other, and wait until they see all of it. */
export async function joining({ edits: count, joins, join, tell }) {
  const edits = typingHistory(count)
  const expected = textAfter(edits)
  const author = await join(0)
  await author.ready
  await write(author, edits)
  const witness = await join(1)
  if (!(await until(() => witness.text() === expected, 120_000, 50))) throw new Error('the history did not arrive')
  witness.close()
  await sleep(1_500) // what the server does after the last edit is not a join

  await tell('start')
  const times = []
  const sizes = []
  for (let i = 0; i < joins; i++) {
    const before = bytes().down
    const begun = performance.now()
    const newcomer = await join(2 + i)
    await newcomer.ready
    while (newcomer.text() !== expected) await nextTurn()
    times.push(performance.now() - begun)
    sizes.push(bytes().down - before)
    newcomer.close()
    await sleep(50)
  }
  await tell('end')
  times.sort((a, b) => a - b)
  sizes.sort((a, b) => a - b)
  const characters = expected.length
  return { joins, characters, p50: percentile(times, 0.5), p95: percentile(times, 0.95), bytes: percentile(sizes, 0.5) }
}

async function write(author, edits) {
  for (const [i, [at, deleted, inserted]] of edits.entries()) {
    if (deleted > 0) author.remove(at, deleted)
    if (inserted) author.insert(at, inserted)
    if (i % 50 !== 49) continue
    await nextTurn()
    await until(() => (author.pending?.() ?? 0) < 500, 60_000, 1)
  }
}

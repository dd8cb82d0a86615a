import { expect, it } from 'vitest'
import { tellMany } from './pool.js'

const seeds = 200

/** Thousands: `npm run test:simulation -- --seeds 10000`. */
it(`${seeds} stories of nodes, people and everything that goes wrong: nothing is lost, and all agree`, {
  timeout: 300_000,
}, async () => {
  const failed: string[] = []
  let told = 0
  await tellMany(
    Array.from({ length: seeds }, (_, i) => i + 1),
    2,
    ({ seed, faults }) => {
      told++
      failed.push(
        ...faults.map((fault) => `seed ${seed} (npm run test:simulation -- --from ${seed} --trace): ${fault}`),
      )
    },
  )
  expect(failed).toEqual([])
  expect(told).toBe(seeds)
})

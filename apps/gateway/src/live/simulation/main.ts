import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { tellMany } from './pool.js'
import { type Told, tell } from './run.js'
import { stopwatch } from './stolen.js'

// `npm run test:simulation -- --seeds 10000 --from 1`: many stories, over all cores. With `--trace` one seed's, event by event.
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    trace: { type: 'boolean', default: false },
  },
})
const from = Number(values.from)

if (process.send) work(process.send.bind(process))
else if (values.trace) await showOne()
else await showMany(Number(values.seeds), Number(values.workers))

/** In a pool: is given a seed at a time. */
function work(answer: (told: Told) => void): void {
  process.on('message', async (seed: number) => answer(await tell(seed)))
}

async function showOne(): Promise<void> {
  const { trace, faults, steps, rows, hash } = await tell(from, { trace: true })
  for (const line of trace) console.log(line)
  for (const fault of faults) console.log(`✗ ${fault}`)
  console.log(`seed ${from}: ${steps} steps, ${rows} rows, hash ${hash}`)
  process.exitCode = faults.length > 0 ? 1 : 0
}

async function showMany(count: number, workers: number): Promise<void> {
  const started = stopwatch()
  const seconds = () => ((stopwatch() - started) / 1_000).toFixed(0)
  const sum = { seeds: 0, steps: 0, rows: 0 }
  const failed: number[] = []
  const seeds = Array.from({ length: count }, (_, i) => from + i)
  await tellMany(seeds, workers, ({ seed, faults, steps, rows }) => {
    sum.seeds++
    sum.steps += steps
    sum.rows += rows
    if (faults.length > 0) {
      failed.push(seed)
      console.log(`✗ seed ${seed}, to be seen again by: npm run test:simulation -- --from ${seed} --trace`)
      for (const fault of faults) console.log(`    ${fault}`)
    }
    if (sum.seeds % 250 === 0) console.log(`${sum.seeds} of ${count} seeds, ${failed.length} failed, ${seconds()} s`)
  })
  console.log(
    `${sum.seeds} seeds from ${from}, ${failed.length} failed; ${sum.steps} steps, ${sum.rows} rows in ${seconds()} s`,
  )
  if (failed.length > 0) console.log(`failed: ${failed.sort((a, b) => a - b).join(', ')}`)
  process.exitCode = failed.length > 0 || sum.seeds < count ? 1 : 0
}

// node bench/run.mjs [--workloads W1,W2] [--drivers camau,hocuspocus] [--repeats 3] [--profile FOLDER]
// Interleaved: one run of every driver, then the next round. Results also as JSON in bench/results.
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measure } from './measure.mjs'
import { report } from './report.mjs'
import { workloads } from './workloads.mjs'

const everyDriver = 'hocuspocus,hocuspocus-10ms,y-websocket,ws-relay,socket.io-relay,camau'
const { values: options } = parseArgs({
  options: {
    workloads: { type: 'string', default: Object.keys(workloads).join() },
    drivers: { type: 'string', default: everyDriver },
    repeats: { type: 'string', default: '3' },
    profile: { type: 'string' },
  },
})
const results = []
const folder = new URL('./results/', import.meta.url)
mkdirSync(folder, { recursive: true })
const kept = new URL(`${new Date().toISOString().replaceAll(':', '-')}.json`, folder)

for (const workload of options.workloads.split(',')) {
  for (let round = 1; round <= Number(options.repeats); round++) {
    for (const driver of options.drivers.split(',')) await once(workload, driver, round)
  }
}
report(results)
process.exit(0)

async function once(workload, driver, round) {
  const spec = workloads[workload]
  if (spec.kind === 'killed' && !(await import(`./drivers/${driver}.mjs`)).keeps) return
  const profile = options.profile
    ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`, `--cpu-prof-name=${workload}-${driver}-${round}.cpuprofile`]
    : []
  const [load] = loadavg()
  const figures = await measure(driver, { ...spec, seed: round }, profile).catch(({ message }) => ({ error: message }))
  const result = { workload, driver, round, load, ...figures }
  results.push(result)
  console.error(
    JSON.stringify(result, (_key, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value)),
  )
  writeFileSync(kept, JSON.stringify(results, null, 1))
}

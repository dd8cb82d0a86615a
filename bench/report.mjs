// Medians as tables, and how Camau stands against each bar.
import { bars } from './bars.mjs'
import { workloads } from './workloads.mjs'

const shared = {
  cpuPerDelivery: 'CPU µs/delivery',
  cpuPerUpdate: 'CPU ms/update',
  enginePerUpdate: 'engine ms/update',
  starved: 'starved',
}
const columns = {
  typing: {
    p50: 'p50 ms',
    p95: 'p95 ms',
    p99: 'p99 ms',
    savedP50: 'saved p50 ms',
    ...shared,
    upPerUpdate: 'B up/update',
    downPerDelivery: 'B down/delivery',
    loadBusy: 'load busy',
    converged: 'converged',
  },
  joining: {
    p50: 'p50 ms',
    p95: 'p95 ms',
    bytes: 'bytes',
    cpuPerUpdate: 'CPU ms/join',
    memory: 'memory MB',
  },
  killed: { typed: 'typed', acknowledged: 'acknowledged', seen: 'seen by others', found: 'found after', lost: 'lost' },
}

/** Prints one table per workload, then the bars. */
export function report(results) {
  for (const [name, { title, kind }] of Object.entries(workloads)) {
    const ofIt = results.filter(({ workload }) => workload === name)
    if (ofIt.length > 0) printTable(`${name} ${title}`, ofIt, columns[kind])
  }
  for (const bar of bars) printBar(bar, results)
}

function printTable(title, results, labels) {
  console.log(`\n### ${title}\n\n| | runs | ${Object.values(labels).join(' | ')} |`)
  console.log(`|---|---|${'---|'.repeat(Object.keys(labels).length)}`)
  for (const driver of new Set(results.map((result) => result.driver))) {
    const all = results.filter((result) => result.driver === driver)
    const good = all.filter(({ error }) => !error)
    const cells = Object.keys(labels).map((figure) => shown(middle(good, figure)))
    const words = good.length > 0 ? cells.join(' | ') : all[0].error
    console.log(`| ${driver} | ${good.length}/${all.length} | ${words} |`)
  }
}

function printBar({ workload, figure, peers, most }, results) {
  const of = (driver) =>
    middle(
      results.filter((one) => one.workload === workload && one.driver === driver),
      figure,
    )
  const ours = of('camau')
  const theirs = peers.map(of).filter((value) => value !== undefined)
  if (ours === undefined || (peers.length > 0 && theirs.length === 0)) return
  const value = peers.length > 0 ? ours / Math.min(...theirs) : ours
  const against = peers.length > 0 ? ` × ${peers.join(', ')}` : ''
  console.log(`${workload} ${figure} ≤ ${most}${against}: ${shown(value)} ${value <= most ? 'PASS' : 'MISS'}`)
}

/** The median of a figure; of yes and no, whether all are yes. */
function middle(results, figure) {
  const values = results.map((result) => result[figure]).filter((value) => value !== undefined && value !== null)
  if (values.length === 0) return undefined
  if (typeof values[0] === 'boolean') return values.every(Boolean)
  const sorted = values.toSorted((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  return (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2
}

function shown(value) {
  if (typeof value === 'number') return Number(value.toPrecision(3)).toLocaleString('en-GB')
  return value === undefined ? '–' : String(value)
}

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Told } from './run.js'

const entry = fileURLToPath(new URL('./main.ts', import.meta.url))
// Sources as they are: what is simulated is what was written, not what was built last. Most of what is made is gone with its step.
const flags = ['--conditions=@camau/source', '--import', '@oxc-node/core/register', '--max-semi-space-size=32']
/** A story takes a fraction of a second; one that hangs must not hold up the others, in milliseconds of the real clock. */
const longest = 180_000

/** Tells the stories of many seeds in so many processes, each a seed at a time. A worker that breaks down is a fault of its seed. */
export async function tellMany(seeds: readonly number[], workers: number, hear: (told: Told) => void): Promise<void> {
  const left = [...seeds]
  const aWorker = async (): Promise<void> => {
    while (left.length > 0) await untilItEnds(left, hear)
  }
  await Promise.all(Array.from({ length: workers }, aWorker))
}

function untilItEnds(left: number[], hear: (told: Told) => void): Promise<void> {
  return new Promise((ended) => {
    const worker = fork(entry, { execArgv: flags })
    let seed = giveNext(worker, left)
    let watch = setTimeout(() => worker.kill('SIGKILL'), longest)
    worker.on('message', (told: Told) => {
      hear(told)
      seed = giveNext(worker, left)
      clearTimeout(watch)
      watch = setTimeout(() => worker.kill('SIGKILL'), longest)
    })
    worker.on('exit', (code, signal) => {
      clearTimeout(watch)
      if (seed !== undefined)
        hear({ seed, faults: [`the process ended with ${code ?? signal}`], hash: '', steps: 0, rows: 0, trace: [] })
      ended()
    })
  })
}

function giveNext(worker: ChildProcess, left: number[]): number | undefined {
  const seed = left.shift()
  if (seed === undefined) worker.disconnect()
  else worker.send(seed)
  return seed
}

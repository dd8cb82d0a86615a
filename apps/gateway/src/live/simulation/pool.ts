import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Told } from './run.js'

const entry = fileURLToPath(new URL('./main.ts', import.meta.url))
// Sources as they are: what is simulated is what was written, not what was built last.
const flags = ['--conditions=@camau/source', '--import', '@oxc-node/core/register']

/** Tells the stories of many seeds in so many processes, each a seed at a time. */
export async function tellMany(seeds: readonly number[], workers: number, hear: (told: Told) => void): Promise<void> {
  const left = [...seeds]
  const aWorker = (): Promise<void> =>
    new Promise((ended, broken) => {
      const worker = fork(entry, { execArgv: flags })
      const giveNext = () => {
        const seed = left.shift()
        if (seed === undefined) worker.disconnect()
        else worker.send(seed)
      }
      worker.on('message', (told: Told) => {
        hear(told)
        giveNext()
      })
      worker.on('exit', (code) => (code === 0 ? ended() : broken(new Error(`a worker ended with ${code}`))))
      giveNext()
    })
  await Promise.all(Array.from({ length: workers }, aWorker))
}

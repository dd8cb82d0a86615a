import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Left, type Product, signIn, startProduct } from './product.js'
import { pause } from './scene.js'
import { slope } from './slope.js'

// `npm run soak -- --minutes 30`: everything people do, mixed, against the product in a process of its own; its memory, each minute.
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } })
const minutes = Number(values.minutes)
/** Megabytes in ten minutes, once caches and pools are filled. */
const mostGrowth = 1
const warmUp = Math.max(1, Math.round(minutes / 3))
const untilPutAway = 45_000
/** What there must be no more of than before when all have left. */
const ours = ['Room', 'Doc', 'WebSocket', 'Client', 'Awareness']

const ended = z.object({ done: z.record(z.string(), z.number()), seed: z.number() })
const faults: string[] = []
const many = '100000'
const product = await startProduct({ CAMAU_LIMIT_SIGN_INS: many, CAMAU_LIMIT_SOCKETS: many })
try {
  await soak(product)
} finally {
  await product.stop()
}
for (const fault of faults) console.log(`✗ ${fault}`)
console.log(faults.length === 0 ? '✓ nothing grows, and nothing is left' : `${faults.length} faults`)
process.exit(faults.length > 0 ? 1 : 0)

async function soak({ url, memory, left }: Product): Promise<void> {
  const people = ['secretariat', 'mag-chair', 'mag-vice-chair', 'member']
  const cookies = await Promise.all(people.map((key) => signIn(url, key)))
  const visitors = async () => {
    const child = fork(fileURLToPath(new URL('visitors.ts', import.meta.url)), [url, ...cookies], {
      execArgv: ['--conditions=@camau/source', '--import', '@oxc-node/core/register'],
    })
    await once(child, 'message')
    return child
  }
  const early = await visitors()
  await pause(20_000)
  await goodbye(early)
  await pause(untilPutAway)
  const before = await left()
  const empty = await memory()

  const crowd = await visitors()
  const held: number[] = []
  for (let minute = 1; minute <= minutes; minute++) {
    await pause(60_000)
    const { heapUsed, external, rss } = await memory()
    held.push((heapUsed + external) / 1e6)
    console.log(`minute ${minute}: ${held.at(-1)?.toFixed(2)} MB held, ${(rss / 1e6).toFixed(0)} MB resident`)
  }
  const perTen = slope(held.slice(warmUp)) * 10
  console.log(`after ${warmUp} minutes of warming up: ${perTen.toFixed(2)} MB in ten minutes`)
  if (perTen > mostGrowth) faults.push(`the heap grows by ${perTen.toFixed(2)} MB in ten minutes`)
  const { done, seed } = ended.parse(await goodbye(crowd))
  console.log(`seed ${seed}: ${JSON.stringify(done)}`)
  for (const what of Object.keys(done).filter((name) => /^failed|^lost/.test(name)))
    faults.push(`${what} ${done[what]}`)
  await pause(untilPutAway)
  const now = await memory()
  const by = (now.heapUsed + now.external - empty.heapUsed - empty.external) / 1e6
  console.log(`when all have left, ${by.toFixed(2)} MB more is held than when nobody had come`)
  faults.push(...more(before, await left()))
}

async function goodbye(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'message')
  child.send('leave')
  const [message] = await gone
  return message
}

/** What is left of people who have left. */
function more(before: Left, after: Left): string[] {
  const grown = (then: Record<string, number>, now: Record<string, number>) =>
    Object.entries(now).flatMap(([name, times]) => {
      const by = times - (then[name] ?? 0)
      return by > 0 ? [[name, by] as const] : []
    })
  const resources = grown(before.resources, after.resources)
  const kinds = grown(before.kinds, after.kinds).sort((a, b) => b[1] - a[1])
  console.log(
    `keeps the process awake: ${JSON.stringify(after.resources)}; before: ${JSON.stringify(before.resources)}`,
  )
  console.log(
    `more objects than before: ${kinds
      .slice(0, 30)
      .map(([name, by]) => `${name} ${by}`)
      .join(', ')}`,
  )
  const left = kinds.filter(([name]) => ours.includes(name))
  // The driver's lines to the database: as many as were needed at once, and kept.
  const lines = kinds.find(([name]) => name === 'Connection')?.[1] ?? 0
  const awake = resources.filter(([name, by]) => !/^(Pipe|TCPSocket)Wrap$/.test(name) || by > lines)
  return [...awake, ...left].map(([name, by]) => `${by} more of ${name} when all have left`)
}

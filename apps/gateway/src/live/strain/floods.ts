import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { floods } from './all-floods.js'
import { type Memory, newMinutes, type Product, signIn, startProduct } from './product.js'
import { pause } from './scene.js'

// `npm run test:floods -- --size 1 --only updates,storm`: attackers against the product in a process of its own, while others write.
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1' },
    only: { type: 'string', default: Object.keys(floods).join(',') },
  },
})
const size = Number(values.size)
const names = values.only.split(',')
const mostWait = 150
/** Who comes back when the line breaks: those who may not see the document come into the programme's room. */
const everybody = [
  ...['secretariat', 'mag-chair', 'mag-vice-chair', 'member', 'ws1-chair', 'ws1-vice-chair', 'ws2-chair'],
  ...['ws2-vice-chair', 'ws3-chair', 'ws3-vice-chair', 'tf-residential-chair', 'tf-residential-member'],
]
/** Who tries the bombs, each in a text of their own body. */
const bombersOf = {
  'ws1-chair': 'body-ws-1',
  'ws2-chair': 'body-ws-2',
  'ws3-chair': 'body-ws-3',
  'tf-residential-chair': 'body-tf-residential-care',
}
const mostGrowth = 1.1
/** What the C library keeps of what was freed is not ours to give back. */
const mostResident = 1.5

const figures = z.object({
  letters: z.number(),
  p50: z.number(),
  p95: z.number(),
  max: z.number(),
  own: z.number(),
})
const told = z.object({ outcomes: z.record(z.string(), z.number()).optional(), seed: z.number() })
const ending = z.object({ equal: z.boolean(), drafts: z.number() })

const broken = 'the attacker broke down'
const faults: string[] = []
const many = '100000'
const product = await startProduct({
  CAMAU_LIMIT_SIGN_INS: many,
  CAMAU_LIMIT_SOCKETS: many,
  CAMAU_LIMIT_SOCKETS_PER_ADDRESS: many,
  CAMAU_LIMIT_PUSHES: many,
})
try {
  await press(product)
} finally {
  await product.stop()
}
for (const fault of faults) console.log(`✗ ${fault}`)
console.log(faults.length === 0 ? '✓ all floods refused, nobody disturbed' : `${faults.length} faults`)
process.exit(faults.length > 0 ? 1 : 0)

interface Battle {
  product: Product
  honest: ChildProcess
  plan: object
  base: Memory
}

async function press(product: Product): Promise<void> {
  const { honest, plan } = await gather(product.url)
  for (const name of names) if (name !== 'nestedBombs') await attack({ ...plan, flood: name, size: 0.01 }) // warm
  await pause(15_000)
  const battle = { product, honest, plan, base: await product.memory() }
  await calm(battle)
  for (const name of names) await flood(name, battle)
  await judge(battle)
}

/** Who is there: the honest begin to write, the attackers are told where. */
async function gather(url: string): Promise<Pick<Battle, 'honest' | 'plan'>> {
  const secretariat = await signIn(url, 'secretariat')
  const cookies: Record<string, string> = {}
  for (const key of ['member', 'mag-vice-chair', ...Object.keys(bombersOf)]) cookies[key] = await signIn(url, key)
  const bombers: object[] = []
  for (const [person, bodyId] of Object.entries(bombersOf))
    bombers.push({ person, documentId: await newMinutes(url, secretariat, bodyId) })
  const shared = await newMinutes(url, secretariat)
  const own: string[] = []
  for (let i = 0; i < 20; i++) own.push(await newMinutes(url, secretariat))
  const crowd = await Promise.all(everybody.map((key) => signIn(url, key)))
  const honest = child('honest.ts', [url, shared, secretariat, await signIn(url, 'mag-chair')])
  const [victims] = await once(honest, 'message')
  return { honest, plan: { url, cookies, bombers, crowd, shared, own, victims } }
}

async function attack(plan: object): Promise<z.output<typeof told>> {
  const attacker = child('attack.ts')
  attacker.send(plan)
  const ended = once(attacker, 'exit').then(() => [{ seed: 0, outcomes: { [broken]: 1 } }])
  const [message] = await Promise.race([once(attacker, 'message'), ended])
  return told.parse(message)
}

/** How long the honest wait while nobody attacks. */
async function calm({ product, honest, base }: Battle): Promise<void> {
  await quiet(honest)
  const before = product.processor()
  await pause(10_000)
  const waits = figures.parse(await ask(honest))
  console.log(`calm: ${shown(waits)}; ${busy(before, product.processor())}; ${megabytes(base)}`)
}

async function flood(name: string, { product, honest, plan }: Battle): Promise<void> {
  await quiet(honest)
  const began = Date.now()
  const before = product.processor()
  const { outcomes = {}, seed } = await attack({ ...plan, flood: name, size })
  const waits = figures.parse(await ask(honest))
  const worked = busy(before, product.processor())
  const seconds = Math.round((Date.now() - began) / 1_000)
  console.log(`${name}, ${seconds} s, seed ${seed}: ${shown(waits)}; ${worked}; ${megabytes(await product.memory())}`)
  for (const [what, times] of Object.entries(outcomes)) console.log(`    ${what}: ${times}`)
  if (broken in outcomes) faults.push(`${name}: ${broken}`)
  if (waits.p95 > mostWait) faults.push(`${name}: p95 of the others was ${waits.p95.toFixed(0)} ms`)
}

/** Collecting garbage held everybody up: their waits are counted from here on. */
async function quiet(honest: ChildProcess): Promise<void> {
  await pause(2_000)
  await ask(honest)
}

async function judge({ product, honest, base }: Battle): Promise<void> {
  const end = await settled(product.memory, base)
  console.log(`afterwards: ${megabytes(end)}`)
  if (held(end) > held(base) * mostGrowth) faults.push('the memory is not back')
  if (end.rss > base.rss * mostResident) faults.push('the resident memory is not back')
  const { equal, drafts } = ending.parse(await ask(honest, 'end'))
  if (!equal || drafts > 0) faults.push(`the honest do not hold the same text; ${drafts} drafts`)
}

/** What is put away only after a while gets its while. */
async function settled(memory: Product['memory'], base: Memory): Promise<Memory> {
  let now = await memory()
  for (let tries = 0; tries < 12 && held(now) > held(base) * 1.05; tries++) {
    await pause(10_000)
    now = await memory()
  }
  return now
}

function child(file: string, args: string[] = []): ChildProcess {
  const flags = ['--conditions=@camau/source', '--import', '@oxc-node/core/register']
  return fork(fileURLToPath(new URL(file, import.meta.url)), args, { execArgv: flags })
}

async function ask(honest: ChildProcess, question = 'figures'): Promise<unknown> {
  const answered = once(honest, 'message')
  honest.send(question)
  const [answer] = await answered
  return answer
}

/** Where the machine does other things too, the waits of people are also waits of the gateway for a core. */
function busy(before: ReturnType<Product['processor']>, after: ReturnType<Product['processor']>): string {
  const [ran, waited] = [after.ran - before.ran, after.waited - before.waited]
  return `gateway ran ${(ran / 1_000).toFixed(1)} s, waited for a core ${(waited / 1_000).toFixed(1)} s`
}

function held({ heapUsed, external }: Memory): number {
  return heapUsed + external
}

function megabytes(memory: Memory): string {
  return `${(held(memory) / 1e6).toFixed(1)} MB held, ${(memory.rss / 1e6).toFixed(0)} MB resident`
}

function shown({ letters, p50, p95, max, own }: z.output<typeof figures>): string {
  const [half, most, all, lag] = [p50, p95, max, own].map((ms) => ms.toFixed(0))
  return `${letters} letters seen, p50 ${half} ms, p95 ${most} ms, at most ${all} ms (the meter itself lags ${lag} ms)`
}

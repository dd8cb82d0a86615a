import { spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type DemoKey, signIn } from '../person.js'
import { aKill, type Blow, freeze, redisAway, rollingRestart } from './blows.js'
import { chanceFrom } from './chance.js'
import { type Cluster, startCluster } from './cluster.js'
import { faultsOfOrders, giveOrders, lastChange } from './orders.js'
import { Typing } from './typing.js'

export interface StoryOptions {
  seed: number
  kills: number
  /** How many kills one text goes through before everything is compared and another one is begun. */
  chapter: number
  /** How long a node stands still, and Redis is away, in milliseconds. */
  standstill: number
  say: (line: string) => void
}

export interface Told {
  faults: string[]
  kills: number
  words: number
  commands: number
  /** How long people who stayed took to type again after a kill, sorted, in milliseconds. */
  typingAgain: number[]
}

const writers: readonly DemoKey[] = ['secretariat', 'mag-chair', 'mag-vice-chair', 'member']
const typists = 20
const commanders = 5
const auditor = fileURLToPath(new URL('../../apps/gateway/dist/verify-audit.js', import.meta.url))

/** Three nodes, twenty people who type, five who give orders, and things that die under them. */
export async function tellStory(options: StoryOptions): Promise<Told> {
  const cluster = await startCluster(3)
  let isGood = false
  try {
    const told = await tell(cluster, options)
    told.faults.push(...cluster.fell)
    isGood = told.faults.length === 0
    return told
  } finally {
    if (!isGood) options.say([...cluster.fell, cluster.lastWords()].join('\n'))
    const kept = await cluster.end(!isGood)
    if (kept) options.say(`the data is kept in ${kept}`)
  }
}

async function tell(cluster: Cluster, { seed, kills, chapter, standstill, say }: StoryOptions): Promise<Told> {
  const chance = chanceFrom(seed)
  const offices = await Promise.all(writers.map((key) => signIn(cluster, key)))
  const people = Array.from({ length: typists }, (_, i) => offices[i % offices.length]).filter(
    (one) => one !== undefined,
  )
  const reader = people[0]
  if (!reader) throw new Error('nobody signed in')
  const told: Told = { faults: [], kills: 0, words: 0, commands: 0, typingAgain: [] }
  const since = await lastChange(reader)
  const orders = giveOrders(people.slice(0, commanders))
  const isShort = kills <= chapter
  const others = [
    rollingRestart(cluster, isShort ? 1 : 3),
    redisAway(cluster, standstill),
    freeze(cluster, chance, standstill),
  ]
  const [everyOther, inTurn] = isShort ? [others, []] : [[], others]
  while (told.kills < kills) {
    const typing = await Typing.begin(cluster, people, chance)
    await typing.typeAgain()
    const last = Math.min(kills, told.kills + chapter)
    while (told.kills < last) {
      told.kills++
      told.typingAgain.push(...(await survive(typing, aKill(cluster, chance), say)))
      await pause(chance.int(800))
    }
    const next = inTurn[Math.floor(told.kills / chapter) % others.length]
    for (const other of [...everyOther, ...(next ? [next] : [])]) await survive(typing, other, say)
    told.words += await typing.end()
    told.faults.push(...typing.faults)
    say(`${told.kills} kills: ${told.words} words, ${orders.done.length} commands, ${told.faults.length} faults`)
    if (told.faults.length > 0) break
  }
  await orders.stop()
  told.commands = orders.done.length
  told.faults.push(...(await faultsOfOrders(reader, orders, since)), ...auditFaults(cluster))
  told.typingAgain.sort((a, b) => a - b)
  return told
}

/** Strikes, mends at once, and waits until everybody types again. */
async function survive(
  typing: Typing,
  { name, isKill, strike, mend }: Blow,
  say: (line: string) => void,
): Promise<number[]> {
  const [owed, gone] = [typing.history.owed(), typing.history.gone()]
  await strike()
  // Only what dies without a word may lose what a page had not sent.
  if (isKill) await typing.losePages()
  const began = performance.now()
  const mended = mend().then(() => performance.now() - began)
  const [times, back] = await Promise.all([typing.typeAgain(), mended, typing.checkNewcomer(owed, gone)])
  times.sort((a, b) => a - b)
  const [half, all] = [50, 100].map((of) => Math.round(percentile(times, of)))
  const again = `half type again after ${half} ms, all after ${all} ms, whole after ${Math.round(back)} ms`
  say(`${name}: ${owed.length} words owed; ${again}`)
  return times
}

function auditFaults({ mongodbUri }: Cluster): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [auditor], {
    env: { ...process.env, MONGODB_URI: mongodbUri },
    encoding: 'utf8',
  })
  return status === 0 ? [] : [`the audit trail: ${stdout}${stderr}`]
}

/** The value below which so many of a hundred lie. */
export const percentile = (sorted: readonly number[], of: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * of) / 100) - 1)] ?? 0

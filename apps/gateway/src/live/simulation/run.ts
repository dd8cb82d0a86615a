import './stolen.js'
import { Cast } from './cast.js'
import { happen, mend } from './faults.js'
import { dialWithin } from './lines.js'
import { planFor } from './plan.js'
import { reopened } from './reopen.js'
import { runOn } from './stolen.js'
import { everythingAgrees, nobodyIsLeft, nothingRuns } from './verdict.js'
import { widened } from './widen.js'
import { World } from './world.js'

/**
 * From the end of the faults until everybody must be at rest, in milliseconds. It would be a few seconds, were it not for one thing:
 * a node that dies while it agrees minutes leaves a transaction open that only the database ends, after a minute. It may have slept
 * until long after the faults before it did.
 */
const rest = 100_000
/** A line that was lost is closed when nothing was heard for two heartbeats, and the closing was not answered either. */
const afterLeaving = 100_000
/** Until then those who are still to come back are back. */
const atLeast = 10_000
/** How often it is asked whether that is so already. */
const askEvery = 5_000

/** How one story ended. */
export interface Told {
  seed: number
  /** What must never be, and was. */
  faults: string[]
  /** The same for the same seed, always. */
  hash: string
  steps: number
  /** Rows that were written. */
  rows: number
  trace: string[]
}

/** Plays the story of one seed from beginning to end. */
export async function tell(
  seed: number,
  { trace = false, plan = reopened(widened(planFor(seed), seed), seed) } = {},
): Promise<Told> {
  const world = new World(seed, trace)
  const cast = new Cast(world, plan)
  dialWithin(() => cast.around.network.dial(world.running ?? world.nature))
  try {
    await work(cast)
    await judge(cast)
  } finally {
    dialWithin(null)
    runOn(null)
  }
  const { faults, traceHash: hash, steps } = world
  return { seed, faults, hash, steps, rows: cast.ledger.rows, trace: world.trace }
}

type Check = (cast: Cast, say: (fault: string) => void) => Promise<void>

async function work(cast: Cast): Promise<void> {
  const { world, plan } = cast
  for (const skew of plan.skews) cast.startNode(skew)
  await world.run(100)
  for (let i = 0; i < plan.people; i++) cast.openPage(cast.aPerson(i), 100)
  for (const { at, which } of plan.faults) cast.at(at, which.kind, () => happen(cast, which))
  for (let i = 0; i < plan.people; i++) keepWorking(cast, i)
  await world.run(plan.length)
}

function keepWorking(cast: Cast, i: number): void {
  const { world, plan, random } = cast
  const next = world.now + 200 + random.int(plan.pace * 2)
  if (next >= plan.length) return
  cast.at(next, 'somebody works', () => {
    cast.pageOf(`p${i}`)?.work()
    if (random.chance(0.07)) cast.aNode()?.command('programme')
    keepWorking(cast, i)
  })
}

async function judge(cast: Cast): Promise<void> {
  mend(cast)
  await mustCome(cast, rest, everythingAgrees)
  for (const page of cast.pages) page.close()
  await mustCome(cast, afterLeaving, nobodyIsLeft)
  for (const node of cast.nodes) node.stop()
  await mustCome(cast, afterLeaving, nothingRuns)
}

/** Whatever is still wrong after that time is a fault; what is right before ends the waiting, or a story would be mostly that. */
async function mustCome(cast: Cast, within: number, check: Check): Promise<void> {
  const { world, plan } = cast
  const until = world.now + within
  await world.run(world.now + atLeast - askEvery)
  for (;;) {
    await world.run(plan.patient ? until : Math.min(until, world.now + askEvery))
    const wrong: string[] = []
    await check(cast, (fault) => void wrong.push(fault))
    if (wrong.length > 0 && world.now < until) continue
    for (const fault of wrong) world.fault(fault)
    return
  }
}

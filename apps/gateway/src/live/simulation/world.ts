import { type Random, randomFrom } from '../testing/random.js'
import type { Machine } from './stolen.js'
import { everythingSettled, runOn } from './stolen.js'

interface Event {
  at: number
  order: number
  process: Process
  what: string
  run: () => void
  cancelled: boolean
}

/** When the world begins: a date like any other, the same in every run. */
const beginning = Date.UTC(2026, 0, 5, 9)

/**
 * One process of the simulated world: a gateway, a browser page, the database. It touches the others through events alone, so that
 * everything that follows from one event, promises included, is its own. When it dies nothing of it ever runs again.
 */
export class Process implements Machine {
  alive = true
  /** What should have happened while it stood still; null while it runs. */
  asleep: Event[] | null = null
  /** Dies after so many more effects on the outside, in the middle of whatever it is doing. */
  fuse: number | null = null
  readonly pending = new Map<Event, string>()
  private readonly startedAt: number
  private readonly dying: (() => void)[] = []

  constructor(
    readonly world: World,
    readonly name: string,
    /** By how much its wall clock is wrong, in milliseconds. */
    public skew = 0,
  ) {
    this.startedAt = world.now
  }

  wallClock(): number {
    return Math.floor(beginning + this.world.now + this.skew)
  }
  monotonic(): number {
    return this.world.now - this.startedAt
  }
  random(): number {
    return this.world.numbers.int(2 ** 30) / 2 ** 30
  }
  byte(): number {
    return this.world.bytes.int(256)
  }
  later(milliseconds: number, run: () => void, what: string): () => void {
    if (!this.alive) return () => {}
    const event = this.world.schedule(
      this,
      milliseconds + (what === 'immediate' ? 0 : this.world.chance.int(100) / 100),
      what,
      run,
    )
    this.pending.set(event, what)
    return () => {
      event.cancelled = true
      this.pending.delete(event)
    }
  }

  /** To be asked before anything reaches another process; false: it died before it could. */
  mayAct(): boolean {
    if (this.alive && this.fuse !== null && --this.fuse < 0) this.die()
    return this.alive
  }
  /** Stands still, as a machine that swaps or a laptop that is closed; then everything happens that was due. */
  sleep(milliseconds: number): void {
    if (this.asleep) return
    this.asleep = []
    this.world.note(this, 'sleeps')
    this.world.schedule(this.world.nature, milliseconds, `${this.name} wakes`, () => this.wake())
  }
  wake(): void {
    const missed = this.asleep ?? []
    this.asleep = null
    this.world.again(missed)
  }
  die(): void {
    if (!this.alive) return
    this.world.note(this, 'dies')
    this.alive = false
    this.pending.clear()
    for (const after of this.dying.splice(0)) after()
  }
  whenDead(after: () => void): void {
    this.dying.push(after)
  }
}

/** Time, and what happens when. Everything follows from the seed. */
export class World {
  now = 0
  steps = 0
  /** Whose step this is. */
  running: Process | null = null
  readonly nature = new Process(this, 'nature')
  readonly trace: string[] = []
  readonly faults: string[] = []
  /** When things happen. */
  readonly chance: Random
  /** What the product's own code draws. */
  readonly numbers: Random
  /** Names that libraries make up and keep a store of, from one world to the next: nothing may follow from them. */
  readonly bytes: Random
  private readonly events: Event[] = []
  private order = 0
  private hash = 0x811c9dc5

  constructor(
    readonly seed: number,
    private readonly keepTrace = false,
  ) {
    this.chance = randomFrom(seed)
    this.numbers = randomFrom(seed ^ 0x5bd1e995)
    this.bytes = randomFrom(seed ^ 0x27d4eb2d)
  }

  schedule(process: Process, wait: number, what: string, run: () => void): Event {
    const event = { at: this.now + Math.max(0, wait), order: this.order++, process, what, run, cancelled: false }
    push(this.events, event)
    return event
  }

  /** Puts events back that were due while somebody slept, in their order. */
  again(missed: readonly Event[]): void {
    for (const event of missed) {
      event.at = this.now
      event.order = this.order++
      push(this.events, event)
    }
  }

  /** Until that moment, or until nothing is left to happen. */
  async run(until: number): Promise<void> {
    for (;;) {
      const next = this.events[0]
      if (!next || next.at > until) break
      pop(this.events)
      const { process } = next
      if (next.cancelled || !process.alive) continue
      if (process.asleep) {
        process.asleep.push(next)
        continue
      }
      this.now = Math.max(this.now, next.at)
      process.pending.delete(next)
      await this.step(next)
    }
    this.now = Math.max(this.now, until)
  }

  private async step({ process, what, run }: Event): Promise<void> {
    this.steps++
    this.note(process, what)
    this.running = process
    runOn(process)
    try {
      run()
    } catch (error) {
      this.fault(`${process.name} threw out of an event (${what}): ${String(error)}`)
    }
    await everythingSettled()
    runOn(null)
    this.running = null
  }

  note(process: Process | null, what: string): void {
    const line = `${this.now.toFixed(2)} ${process?.name ?? '-'} ${what}`
    for (let i = 0; i < line.length; i++) this.hash = Math.imul(this.hash ^ line.charCodeAt(i), 0x01000193)
    if (this.keepTrace) this.trace.push(line)
  }
  /** Something that must never be. */
  fault(what: string): void {
    this.note(null, `FAULT ${what}`)
    if (this.faults.length < 20) this.faults.push(`${(this.now / 1000).toFixed(3)} s: ${what}`)
  }
  get traceHash(): string {
    return (this.hash >>> 0).toString(16).padStart(8, '0')
  }
}

const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap, the first event on top. */
function push(heap: Event[], event: Event): void {
  let at = heap.push(event) - 1
  for (let up = (at - 1) >> 1; at > 0; at = up, up = (at - 1) >> 1) {
    const parent = heap[up]
    if (!parent || !isBefore(event, parent)) break
    heap[at] = parent
    heap[up] = event
  }
}

function pop(heap: Event[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    const right = heap[2 * at + 2]
    const least = right && left && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1
    const child = heap[least]
    if (!child || !isBefore(child, last)) break
    heap[at] = child
    at = least
  }
  heap[at] = last
}

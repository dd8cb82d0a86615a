// Imported before anything else: several libraries take hold of these functions while they are being loaded.
import nodeCrypto, { webcrypto } from 'node:crypto'
import { createRequire, syncBuiltinESMExports } from 'node:module'

/** What a simulated process has instead of the machine's own clock and chance. */
export interface Machine {
  /** Its wall clock, which may be wrong, in milliseconds. */
  wallClock(): number
  /** Milliseconds that never run backwards. */
  monotonic(): number
  /** From 0 up to but not including 1. */
  random(): number
  /** For names that are never looked into. */
  byte(): number
  /** Runs `task` later; gives what takes it back. */
  later(milliseconds: number, task: () => void, what: string): () => void
}

let machine: Machine | null = null

/** From now on this is whose time and chance is asked for; null: the real ones. */
export function runOn(next: Machine | null): void {
  machine = next
}

const real = { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate, Date }
const realDateNow = Date.now
const realNow = performance.now.bind(performance)

/** Resolves when no promise and no `nextTick` is left to run. */
export const everythingSettled = (): Promise<void> => new Promise((done) => real.setImmediate(done))
export const stopwatch = realNow

class SimulatedTimer {
  private stop: () => void = () => {}
  constructor(
    private readonly on: Machine,
    private readonly task: () => void,
    private readonly wait: number,
    private readonly kind: 'timeout' | 'interval' | 'immediate',
  ) {
    this.start()
  }
  private start(): void {
    this.stop = this.on.later(
      this.wait,
      () => {
        if (this.kind === 'interval') this.start()
        this.task()
      },
      this.kind,
    )
  }
  refresh(): this {
    this.stop()
    this.start()
    return this
  }
  clear(): void {
    this.stop()
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  hasRef(): boolean {
    return true
  }
}

type Task = (...args: unknown[]) => void
const timer =
  (kind: 'timeout' | 'interval', otherwise: Task) =>
  (task: Task, wait: unknown = 1, ...args: unknown[]): unknown => {
    if (!machine) return (otherwise as (...all: unknown[]) => unknown)(task, wait, ...args)
    const milliseconds = Number(wait) >= 1 ? Math.min(Number(wait), 2 ** 31 - 1) : 1
    return new SimulatedTimer(machine, () => task(...args), milliseconds, kind)
  }
const immediate = (task: Task, ...args: unknown[]): unknown =>
  machine ? new SimulatedTimer(machine, () => task(...args), 0, 'immediate') : real.setImmediate(task, ...args)
const clear = (otherwise: (handle: never) => void) => (handle: unknown) => {
  if (handle instanceof SimulatedTimer) handle.clear()
  else otherwise(handle as never)
}
const timers = {
  setTimeout: timer('timeout', real.setTimeout as Task),
  setInterval: timer('interval', real.setInterval as Task),
  setImmediate: immediate,
  clearTimeout: clear(real.clearTimeout),
  clearInterval: clear(real.clearInterval),
  clearImmediate: clear(real.clearImmediate),
}
const timerPromises = {
  setTimeout: (wait?: number, value?: unknown) => new Promise((done) => timers.setTimeout(() => done(value), wait)),
  setImmediate: (value?: unknown) => new Promise((done) => timers.setImmediate(() => done(value))),
}

const filled = (bytes: Uint8Array, next: () => number): Uint8Array => {
  for (let i = 0; i < bytes.length; i++) bytes[i] = next()
  return bytes
}
const drawn = (from: Machine) => () => Math.floor(from.random() * 256)
const realChance = {
  random: Math.random,
  getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
  randomUUID: nodeCrypto.randomUUID,
  randomInt: nodeCrypto.randomInt as (from: number, below?: number) => number,
  randomBytes: nodeCrypto.randomBytes as (size: number, done?: (error: null, bytes: Buffer) => void) => Buffer,
}
const chance = {
  random: () => (machine ? machine.random() : realChance.random()),
  getRandomValues(array: Uint8Array) {
    if (!machine) return realChance.getRandomValues(array)
    filled(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), drawn(machine))
    return array
  },
  randomBytes(size: number, done?: (error: null, bytes: Buffer) => void) {
    if (!machine) return realChance.randomBytes(size, done)
    const { byte } = machine
    const bytes = Buffer.from(filled(new Uint8Array(size), byte.bind(machine)))
    done?.(null, bytes)
    return bytes
  },
  randomInt(from: number, below?: number) {
    if (!machine) return realChance.randomInt(from, below)
    const [low, high] = below === undefined ? [0, from] : [from, below]
    return low + Math.floor(machine.random() * (high - low))
  },
  randomUUID() {
    if (!machine) return realChance.randomUUID()
    const hex = Buffer.from(filled(new Uint8Array(16), drawn(machine))).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  },
}

const require = createRequire(import.meta.url)
const realCpu = process.cpuUsage.bind(process)
Object.assign(globalThis, timers)
Object.assign(require('node:timers'), timers)
Object.assign(require('node:timers/promises'), timerPromises)
for (const name of ['randomUUID', 'randomBytes', 'randomInt'] as const)
  Object.defineProperty(nodeCrypto, name, { value: chance[name], configurable: true, writable: true, enumerable: true })
for (const name of ['getRandomValues', 'randomUUID'] as const)
  Object.defineProperty(webcrypto, name, { value: chance[name], configurable: true, writable: true })
Math.random = chance.random
performance.now = () => machine?.monotonic() ?? realNow()
process.cpuUsage = (since) => (machine ? { user: 0, system: 0 } : realCpu(since))
Date.now = () => machine?.wallClock() ?? realDateNow()
globalThis.Date = new Proxy(real.Date, {
  construct: (target, args, as) =>
    Reflect.construct(target, args.length === 0 ? [target.now()] : args, as === globalThis.Date ? target : as),
})
syncBuiltinESMExports()

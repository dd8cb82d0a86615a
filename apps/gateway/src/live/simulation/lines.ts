import { Agent } from 'node:http'
import { Duplex } from 'node:stream'
import type { Process, World } from './world.js'

/** So much may be on its way before a writer has to wait: what lies beyond counts as unsent. */
const kernelBuffer = 64 * 1024

interface Weather {
  /** How long bytes take, in milliseconds. */
  latency(): number
}

/** What Node's own server does only when it listens: whoever says nothing is put out, by `http-server.ts` after so many milliseconds. */
const silentFor = 45_000

/** One end of a connection as Node's own libraries see it. Bytes arrive in order and whole, or not at all, as with TCP. */
class End extends Duplex {
  remoteAddress = '10.0.0.1'
  other: End | null = null
  private lastArrival = 0
  private onTheirWay = 0
  private held: (() => void)[] = []
  /** What the other end hears of nothing: bytes into the void. */
  isLost = false
  slowUntil = 0
  hasHeard = false

  constructor(
    readonly process: Process,
    private readonly weather: Weather,
    allowHalfOpen: boolean,
  ) {
    super({ allowHalfOpen, autoDestroy: true })
    this.on('error', () => {}) // whoever uses the line hears it too
  }
  override _read(): void {}
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.send(chunk, done)
  }
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done)
  }
  override _final(done: () => void): void {
    if (this.process.mayAct()) this.deliver('end', (other) => void other.push(null))
    done()
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.process.mayAct()) this.deliver('closed', (other) => other.push(null) || other.destroy())
    done(error)
  }

  private send(bytes: Buffer, done: () => void): void {
    if (!this.process.mayAct()) return
    this.onTheirWay += bytes.length
    this.deliver(`bytes ${bytes.length}`, (other) => {
      this.onTheirWay -= bytes.length
      for (const one of this.held.splice(0)) this.process.world.schedule(this.process, 0, 'written', one)
      other.hasHeard = true
      other.push(bytes)
    })
    if (this.onTheirWay > kernelBuffer) this.held.push(done)
    else done()
  }

  private deliver(what: string, arrive: (other: End) => void): void {
    const { world } = this.process
    const { other } = this
    if (!other || this.isLost) return
    const at = Math.max(this.lastArrival, this.slowUntil, world.now + this.weather.latency())
    this.lastArrival = at
    world.schedule(other.process, at - world.now, `${what} from ${this.process.name}`, () => {
      if (!other.destroyed && !this.isLost) arrive(other)
    })
  }
  /** What is still on its way may be lost. */
  reset(after: number): void {
    this.process.world.schedule(this.process, after, 'line reset', () => {
      if (this.other) this.other.isLost = true
      this.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
    })
  }
}

export interface Line {
  client: Process
  server: Process
  /** Both ends hear of it, each in its time. */
  cut(): void
  /** Nobody hears of anything. */
  lose(): void
  /** What the server sends to the client waits. */
  slow(milliseconds: number): void
  readonly isOpen: boolean
}

/** Everything between pages and gateways. */
export class Network {
  readonly lines = new Set<Line>()
  private readonly doors = new Map<Process, (end: Duplex) => void>()

  constructor(
    private readonly world: World,
    /** Which gateway a page is led to; null when none can be reached. */
    private readonly route: (from: Process) => Process | null,
    private readonly weather: Weather,
  ) {}

  listen(process: Process, accept: (end: Duplex) => void): void {
    this.doors.set(process, accept)
  }
  close(process: Process): void {
    this.doors.delete(process)
  }

  /** As `net.connect` would. */
  dial(from: Process): Duplex {
    const near = new End(from, this.weather, false)
    if (!from.mayAct()) return near
    const to = this.route(from)
    const accept = to && this.doors.get(to)
    if (!to?.alive || !accept) {
      const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
      this.world.schedule(from, this.weather.latency(), 'refused', () => near.destroy(refused))
      return near
    }
    const far = new End(to, this.weather, true)
    this.join(near, far)
    this.world.schedule(to, 0, `connection from ${from.name}`, () => accept(far))
    this.world.schedule(to, silentFor, 'said nothing', () => void (far.hasHeard || far.destroy()))
    return near
  }

  private join(near: End, far: End): void {
    near.other = far
    far.other = near
    const soon = () => this.world.chance.int(50)
    const line: Line = {
      client: near.process,
      server: far.process,
      cut: () => [near, far].forEach((end) => void end.reset(soon())),
      lose() {
        near.isLost = true
        far.isLost = true
      },
      slow: (milliseconds) => {
        far.slowUntil = this.world.now + milliseconds
      },
      get isOpen() {
        return [near, far].some((end) => end.process.alive && !end.destroyed)
      },
    }
    this.lines.add(line)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      end.once('close', () => !line.isOpen && this.lines.delete(line))
      end.process.whenDead(() => {
        end.other = null
        if (!line.isOpen) this.lines.delete(line)
        if (this.world.chance.chance(0.8)) other.reset(soon())
      })
    }
  }
}

interface Dials {
  createConnection(...args: unknown[]): unknown
}
let dialling: (() => Duplex) | null = null
const agent = Agent.prototype as unknown as Dials // what Node documents for overriding
const { createConnection } = agent
agent.createConnection = function (this: unknown, ...args) {
  return dialling ? dialling() : createConnection.apply(this, args)
}

/** While a world runs, whoever connects is connected within it. */
export function dialWithin(dial: (() => Duplex) | null): void {
  dialling = dial
}

import { type Answered, engineInMemory } from '@camau/embedded-mongo/in-memory'
import { mongo } from 'mongoose'
import type { Carry } from './collections.js'
import { Process, type World } from './world.js'

/** What becomes of a call to the database. */
type Fate = 'done' | 'refused' | 'answer lost' | 'answered too early' | 'slow'

/** What a majority did not confirm in time, in the database's own words: perhaps it is there, perhaps it was rolled back. */
const notConfirmed = { code: 64, codeName: 'WriteConcernTimeout', errmsg: 'waiting for replication timed out' }

/** How the database does at the moment. */
export interface StoreWeather {
  /** How often a call goes wrong, of 1. */
  trouble: number
  /** How often a write is not confirmed by a majority, of 1. */
  unconfirmed: number
  /** Until then nobody reaches it. */
  awayUntil: number
}

const networkError = (): Error => new mongo.MongoNetworkError('connection closed')

/** The database: the product's own engine in one simulated process, and the lines to it, which may fail before or after the effect. */
export class Store {
  readonly process: Process
  readonly weather: StoreWeather = { trouble: 0, unconfirmed: 0, awayUntil: 0 }
  calls = 0
  /** Whether somebody has made the collections and their indexes. */
  isPrepared = false
  private readonly engine
  private life = 0
  /** What breaks the calls that are being carried out. */
  private readonly carryingOut = new Set<() => void>()

  constructor(
    private readonly world: World,
    /** Runs within the step in which something may have become durable, before anybody can hear of it. */
    private readonly written: () => Promise<void>,
  ) {
    this.process = new Process(world, 'store')
    this.engine = engineInMemory(() => this.process.wallClock())
    this.sweep()
  }

  /** For whoever only looks: no time passes, and nothing goes wrong. */
  readonly directly: Carry = (_name, _to, command) => this.engine.run(command)

  carryFor(from: Process): Carry {
    return (name, to, command) => {
      const isWrite = (to === 'documentUpdates' && name === 'insert') || name === 'commitTransaction'
      return this.call(from, name, async () => {
        const answer = this.isUnconfirmed(name) ? await this.unconfirmed(name, command) : await this.engine.run(command)
        if (isWrite) await this.written()
        return answer
      })
    }
  }

  private isUnconfirmed(name: string): boolean {
    const { unconfirmed } = this.weather
    const isWriting = ['insert', 'update', 'delete', 'findAndModify', 'commitTransaction'].includes(name)
    return isWriting && unconfirmed > 0 && this.world.chance.chance(unconfirmed)
  }
  /** Done, or an insert that another primary never heard of; within a transaction only its end is confirmed. */
  private async unconfirmed(name: string, command: Uint8Array): Promise<Answered> {
    const { txnNumber, documents } = mongo.BSON.deserialize(command)
    if (txnNumber !== undefined && name !== 'commitTransaction') return this.engine.run(command)
    const isLost = name === 'insert' && this.world.chance.chance(0.5)
    const answer = isLost ? null : await this.engine.run(command)
    const reply = answer ? mongo.BSON.deserialize(answer.reply) : { ok: 1, n: documents.length }
    return {
      reply: mongo.BSON.serialize({ ...reply, writeConcernError: notConfirmed }),
      documents: answer?.documents ?? [],
    }
  }

  /** Runs `work` in the database's own process, and its end in that of the caller: if the caller lives then. */
  call<T>(from: Process, what: string, work: () => Promise<T>): Promise<T> {
    this.calls++
    return new Promise((done, failed) => {
      if (!from.mayAct()) return
      const fate = this.fate()
      const answer = (settle: () => void, after = this.latency()) =>
        this.world.schedule(from, after, `${what} ${fate}`, settle)
      if (fate === 'refused') return void answer(() => failed(networkError()))
      if (fate === 'answered too early') answer(() => failed(networkError()))
      const { life } = this
      const arrives = fate === 'slow' || fate === 'answered too early' ? this.world.chance.int(6_000) : this.latency()
      const carryOut = async () => {
        const broken = () => answer(() => failed(networkError()))
        if (life !== this.life) return void broken()
        this.carryingOut.add(broken)
        const result = await work().then(
          (value) => () => done(value),
          (error: unknown) => () => failed(error),
        )
        if (!this.carryingOut.delete(broken)) return // the database went down over it
        if (fate === 'answer lost') broken()
        else if (fate !== 'answered too early') answer(result)
      }
      this.world.schedule(this.process, arrives, what, () => void carryOut())
    })
  }

  /** Transactions that nobody came back for are given up in the end, as MongoDB does. */
  private sweep(): void {
    this.engine.sweep()
    this.world.schedule(this.process, 1_000, 'sweep', () => this.sweep())
  }

  /** The machine loses power and is there again: what was acknowledged is there, what was open is not. */
  restart(): void {
    this.life++
    this.engine.restart()
    for (const broken of this.carryingOut) broken()
    this.carryingOut.clear()
  }

  private latency(): number {
    return 0.2 + this.world.chance.int(40) / 10
  }
  private fate(): Fate {
    const { chance, now } = this.world
    if (now < this.weather.awayUntil) return 'refused'
    if (!chance.chance(this.weather.trouble)) return 'done'
    return chance.pick<Fate>(['refused', 'answer lost', 'answered too early', 'slow'])
  }
}

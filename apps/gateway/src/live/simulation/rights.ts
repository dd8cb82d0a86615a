import type { HeldOffice } from '@camau/domain'
import type { Said } from '../../platform/bus.js'
import type { SureMessage } from '../../platform/sure-messages.js'
import type { World } from './world.js'

const writing: HeldOffice[] = [
  {
    appointmentId: 'app-1',
    office: 'member',
    bodyId: 'body-1',
    bodyKind: 'workstream',
    bodyParentId: null,
    until: null,
  },
]
const reading: HeldOffice[] = writing.map((held) => ({ ...held, office: 'observer' }))

/** What a right that has gone may still do, in milliseconds: the product promises a second where messages arrive. */
const promised = 1_000
/** Where the bus fails, rights are asked for again every half a minute. */
const promisedWithoutBus = 33_000

/** Who holds which office, in truth. */
export class Rights {
  /** When something last stood in the way of messages or questions. */
  unsettledAt = Number.NEGATIVE_INFINITY
  readonly everLost = new Set<string>()
  private readonly blind = new Set<string>()
  readonly everBlind = new Set<string>()
  private readonly lostAt = new Map<string, number>()
  private readonly signedOutAt = new Map<string, number>()
  private readonly endedSessions = new Set<string>()
  /** What was decided, for nodes that ask. */
  readonly decided: SureMessage[] = []

  constructor(
    private readonly world: World,
    /** Whether nodes ask what was decided: then no message that is lost is an excuse. */
    private readonly sure: boolean,
  ) {}

  decide(said: Said): void {
    this.decided.push({ number: this.decided.length + 1, rows: [], said: [said] })
  }
  unheard(until: number): void {
    if (!this.sure) this.unsettled(until)
  }

  offices(personId: string): HeldOffice[] {
    if (!this.lostAt.has(personId)) return writing
    return this.blind.has(personId) ? [] : reading
  }
  /** Whoever keeps nothing may not even read. */
  take(personId: string, everything = false): void {
    if (everything) {
      this.blind.add(personId)
      this.everBlind.add(personId)
    }
    this.everLost.add(personId)
    this.lostAt.set(personId, this.world.now)
  }
  give(personId: string): void {
    this.lostAt.delete(personId)
    this.blind.delete(personId)
  }
  has(personId: string): boolean {
    return !this.lostAt.has(personId)
  }
  endSession(personId: string, sessionId: string): void {
    this.endedSessions.add(sessionId)
    this.signedOutAt.set(personId, this.world.now)
  }
  signIn(personId: string): void {
    this.signedOutAt.delete(personId)
  }
  isOver(sessionId: string): boolean {
    return this.endedSessions.has(sessionId)
  }
  unsettled(until: number): void {
    this.unsettledAt = Math.max(this.unsettledAt, until)
  }

  mayStillWrite(personId: string): boolean {
    return [this.lostAt, this.signedOutAt].every((gone) => this.isWithin(gone.get(personId)))
  }
  /** Whether what was lost then may still be in use. */
  private isWithin(lostAt: number | undefined): boolean {
    if (lostAt === undefined) return true
    const { now } = this.world
    if (now <= lostAt + promised) return true
    const late = this.sure ? promised : promisedWithoutBus
    return this.unsettledAt >= lostAt - late && now <= Math.max(lostAt, this.unsettledAt) + late
  }
}

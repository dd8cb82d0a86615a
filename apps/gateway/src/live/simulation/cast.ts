import type { DocumentId } from '@camau/protocol'
import { type DocumentLog, documentLog } from '../document-log.js'
import { type Random, randomFrom } from '../testing/random.js'
import { SimulatedBus } from './bus.js'
import { connectionOver } from './collections.js'
import { Device } from './device.js'
import { Forger } from './forger.js'
import { Ledger } from './ledger.js'
import { type Line, Network } from './lines.js'
import { Node, type Surroundings } from './node.js'
import { Page, type Person, sessionOf } from './page.js'
import type { Plan } from './plan.js'
import { Rights } from './rights.js'
import { Store } from './store.js'
import { Process, type World } from './world.js'

/** How long a process may go on with half a life before it is taken away, in milliseconds. */
const dying = 1_000

/** Everyone and everything in a story: the database, the bus, gateways that come and go, people and their pages. */
export class Cast {
  readonly ids: DocumentId[]
  readonly around: Surroundings
  readonly ledger: Ledger
  /** Reads the database past every fault. */
  readonly looking
  readonly log: DocumentLog
  readonly random: Random
  nodes: Node[] = []
  pages: Page[] = []
  readonly gone: Page[] = []
  readonly forgers: Forger[] = []
  private readonly director: Process
  private born = 0

  constructor(
    readonly world: World,
    readonly plan: Plan,
  ) {
    const { documents, latency, tightLimits, idle, sure } = plan
    this.random = randomFrom(world.seed ^ 0x1b873593)
    this.ids = Array.from({ length: documents }, (_, i) => `minutes:m-${i}` as const)
    const rights = new Rights(world, plan.sure)
    this.ledger = new Ledger(world, rights, this.ids)
    const store = new Store(world, () => this.ledger.look(this.log))
    const network = new Network(world, () => this.aNode()?.process ?? null, {
      latency: () => 0.2 + world.chance.int(latency * 10) / 10,
    })
    const limits = tightLimits ? { dropPresenceAt: 2_000, lagAt: 4_000, closeAt: 200_000 } : {}
    this.around = { world, network, store, bus: new SimulatedBus(world), rights, limits, idle, sure }
    this.looking = connectionOver(store.directly)
    this.log = documentLog(this.looking)
    this.director = new Process(world, 'director')
  }

  at(time: number, what: string, task: () => void): void {
    this.world.schedule(this.director, time - this.world.now, what, task)
  }
  after(wait: number, what: string, task: () => void): void {
    this.at(this.world.now + wait, what, task)
  }

  // ── gateways ──
  startNode(skew: number): void {
    this.nodes.push(new Node(this.around, `node-${++this.born}`, skew))
  }
  aNode(): Node | undefined {
    return this.nodes.length > 0 ? this.random.pick(this.nodes) : undefined
  }
  /** It goes on for so many effects on the outside, and a balancer may lead people to it for a while. */
  crashNode(node: Node, effects: number, back: number): void {
    node.process.fuse = effects
    this.after(dying, `${node.process.name} is taken away`, () => this.takeAway(node))
    this.after(dying + back, 'another node comes', () => this.startNode(node.process.skew))
  }
  stopNode(node: Node, back: number): void {
    this.nodes = this.nodes.filter((one) => one !== node)
    node.stop()
    this.after(20_000, `${node.process.name} is taken away`, () => this.takeAway(node))
    this.after(back, 'another node comes', () => this.startNode(node.process.skew))
  }
  private takeAway(node: Node): void {
    node.crash()
    this.nodes = this.nodes.filter((one) => one !== node)
  }

  // ── people ──
  aPerson(i: number): Person {
    return {
      id: `p${i}`,
      device: new Device(),
      typed: new Map(),
      letGo: new Map(),
      session: 0,
      random: randomFrom(this.world.seed * 31 + i),
    }
  }
  openPage(person: Person, wait: number): void {
    this.after(wait, `${person.id} comes`, () => void this.aPageFor(person))
  }
  private aPageFor(person: Person): Page {
    const { world, around, ledger, ids } = this
    const needs = { world, network: around.network, ledger, ids, carets: this.plan.carets }
    const page = new Page(needs, person, `${person.id}-${++this.born}`)
    this.pages.push(page)
    return page
  }
  /** One page more on somebody's device. What it had not sent when it goes, another one of theirs takes over. */
  openForAWhile(person: Person, time: number, crashes: boolean): void {
    const page = this.aPageFor(person)
    for (const wait of [time / 2, time - 40, time - 3])
      this.after(wait, 'somebody works there', () => this.pages.includes(page) && page.work())
    this.after(time, `${page.process.name} goes`, () => {
      if (!this.pages.includes(page)) return
      if (crashes) page.crash()
      else page.close()
      this.pages = this.pages.filter((one) => one !== page)
      this.gone.push(page)
    })
    this.after(time + 100, 'what it left is taken over', () => {
      for (let i = 0; i < this.ids.length; i++)
        this.pageOf(person.id)?.openAgain(i, { takes: true, hasty: false, stays: 0 })
    })
  }
  aForger(): Forger {
    const forger = new Forger(this.world, this.random, `forger-${++this.born}`, this.random.pick(this.ids), this.ledger)
    this.forgers.push(forger)
    return forger
  }
  aPage(): Page | undefined {
    return this.pages.length > 0 ? this.random.pick(this.pages) : undefined
  }
  pageOf(personId: string): Page | undefined {
    return this.pages.find(({ person }) => person.id === personId)
  }
  crashPage(page: Page, effects: number, back: number): void {
    page.process.fuse = effects
    this.after(dying, `${page.process.name} is gone`, () => {
      if (!this.pages.includes(page)) return
      page.crash()
      this.leave(page, back)
    })
  }
  /** Somebody signs out, or is signed out: the page stays as it is, until they sign in again. */
  endSession(page: Page, back: number): void {
    const { person } = page
    const { rights, bus } = this.around
    const sessionId = sessionOf(person)
    rights.endSession(person.id, sessionId)
    rights.decide({ topic: 'session', message: { sessionId } })
    const node = this.aNode()
    node?.doing(`ends ${sessionId}`, () => bus.publishAs(node.process, 'session', { sessionId }))
    this.after(back, `${person.id} signs in`, () => {
      person.session++
      rights.signIn(person.id)
      for (const open of this.pages.filter((one) => one.person === person)) this.reload(open, 100)
    })
  }
  reload(page: Page, back: number): void {
    page.close()
    this.leave(page, back)
  }
  private leave(page: Page, back: number): void {
    this.pages = this.pages.filter((one) => one !== page)
    this.gone.push(page)
    this.openPage(page.person, back)
  }

  aLine(): Line | undefined {
    const lines = [...this.around.network.lines]
    return lines.length > 0 ? this.random.pick(lines) : undefined
  }
}

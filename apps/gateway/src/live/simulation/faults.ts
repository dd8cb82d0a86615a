import type { DocumentId } from '@camau/protocol'
import { keepRowsFor } from '../compaction.js'
import type { Cast } from './cast.js'
import type { Node } from './node.js'
import { bringBack, keepVersion, type Secretary, takeOut } from './past.js'
import type { Fault } from './plan.js'

/** Lets something go wrong. */
export function happen(cast: Cast, fault: Fault): void {
  const handle = faults[fault.kind] as (cast: Cast, fault: Fault) => void
  handle(cast, fault)
}

const well = { lost: 0, twice: 0, delay: 5 }
const unsettled = ({ world, around }: Cast, time: number): void => around.rights.unsettled(world.now + time)

type Handlers = { [Kind in Fault['kind']]: (cast: Cast, fault: Extract<Fault, { kind: Kind }>) => void }
const faults: Handlers = {
  bus(cast, { lost, twice, delay, for: time }) {
    const { weather } = cast.around.bus
    Object.assign(weather, { lost, twice, delay })
    cast.around.rights.unheard(cast.world.now + time + delay)
    cast.after(time, 'the bus is well', () => Object.assign(weather, well))
  },
  'store trouble'(cast, { trouble, for: time }) {
    const { weather } = cast.around.store
    weather.trouble = trouble
    unsettled(cast, time + 6_000)
    cast.after(time, 'the store is well', () => Object.assign(weather, { trouble: 0 }))
  },
  'store away'(cast, { for: time }) {
    cast.around.store.weather.awayUntil = cast.world.now + time
    unsettled(cast, time)
  },
  'store hangs'(cast, { for: time }) {
    cast.around.store.process.sleep(time)
    unsettled(cast, time)
  },
  'store restarts': (cast) => cast.around.store.restart(),
  'node crashes'(cast, { after, back }) {
    const node = cast.aNode()
    cast.around.rights.unheard(cast.world.now + 1_000)
    if (node) cast.crashNode(node, after, back)
  },
  'node stops'(cast, { back }) {
    const node = cast.aNode()
    if (node) cast.stopNode(node, back)
  },
  'node sleeps'(cast, { for: time }) {
    cast.aNode()?.process.sleep(time)
    unsettled(cast, time)
  },
  'line is cut': (cast) => cast.aLine()?.cut(),
  'line is lost': (cast) => cast.aLine()?.lose(),
  'line is slow': (cast, { for: time }) => cast.aLine()?.slow(time),
  'page crashes'(cast, { after, back }) {
    const page = cast.aPage()
    if (page) cast.crashPage(page, after, back)
  },
  'page is reloaded'(cast, { back }) {
    const page = cast.aPage()
    if (page) cast.reload(page, back)
  },
  compaction(cast) {
    const node = cast.aNode()
    const id = cast.random.pick(cast.ids)
    node?.compact(id, () => cast.ledger.knownFor(id, keepRowsFor))
  },
  'minutes are agreed': (cast) => cast.aNode()?.agree(cast.random.pick(cast.ids)),
  'right is lost'(cast, { for: time }) {
    const node = cast.aNode()
    const personId = cast.aPage()?.person.id
    if (node && personId !== undefined) loseRights(cast, node, personId, time, false)
  },
  'every right is lost'(cast, { who, for: time }) {
    const node = one(cast.nodes, who)
    const personId = one(cast.pages, who)?.person.id
    if (node && personId !== undefined) loseRights(cast, node, personId, time, true)
  },
  'words are let go of'(cast, { who }) {
    one(cast.pages, who)?.letGo()
  },
  'session ends'(cast, { back }) {
    const page = cast.aPage()
    if (page) cast.endSession(page, back)
  },
  'a version is kept': (cast) => bySecretary(cast, 'keeps a version', keepVersion),
  'a version is brought back': (cast) => bySecretary(cast, 'brings a version back', bringBack),
  'a name is taken out'(cast, { after }) {
    const id = cast.random.pick(cast.ids)
    const word = `Name${100_000 + cast.random.int(900_000)}`
    cast.aPage()?.typeName(id, word)
    cast.after(after, 'somebody asks for it', () =>
      bySecretary(cast, `takes ${word} out`, (secretary) => takeOut(secretary, id, word)),
    )
  },
  'writes are not confirmed'(cast, { share, for: time }) {
    const { weather } = cast.around.store
    weather.unconfirmed = share
    unsettled(cast, time)
    cast.after(time, 'writes are confirmed', () => Object.assign(weather, { unconfirmed: 0 }))
  },
  'a forger comes'(cast, { for: time }) {
    const forger = cast.aForger()
    for (let wait = 300; wait < time; wait += 100 + cast.random.int(2_000))
      cast.after(wait, 'something is forged', () => forger.forge())
    cast.after(time, 'the forger leaves', () => forger.leave())
  },
  'a clock jumps'(cast, { by }) {
    const node = cast.aNode()
    if (node) node.process.skew += by
  },
  'a text is opened again'(cast, { who, which, again }) {
    one(cast.pages, who)?.openAgain(which, again)
  },
  'a second page is opened'(cast, { who, for: time, crashes }) {
    const person = one(cast.pages, who)?.person
    if (person) cast.openForAWhile(person, time, crashes)
  },
}

function loseRights(cast: Cast, node: Node, personId: string, time: number, everything: boolean): void {
  const { rights, bus } = cast.around
  const tell = () =>
    node.doing(`tells of ${personId}`, () => bus.publishAs(node.process, 'rights', { personIds: [personId] }))
  rights.take(personId, everything)
  rights.decide({ topic: 'rights', message: { personIds: [personId] } })
  tell()
  cast.after(time, `${personId} may write again`, () => {
    rights.give(personId)
    tell()
  })
}

const one = <Item>(items: readonly Item[], drawn: number): Item | undefined => items[drawn % Math.max(1, items.length)]

function bySecretary(cast: Cast, what: string, task: (secretary: Secretary, id: DocumentId) => Promise<void>): void {
  const node = cast.aNode()
  const id = cast.random.pick(cast.ids)
  const { ledger, around } = cast
  node?.secretary(`${what} of ${id}`, (db) =>
    task({ db, ledger, publish: (topic, message) => around.bus.publishAs(node.process, topic, message) }, id),
  )
}

/** Nothing goes wrong any more; who was half dead is dead, and everybody can come back. */
export function mend(cast: Cast): void {
  const { store, bus, network, rights } = cast.around
  Object.assign(bus.weather, well)
  Object.assign(store.weather, { trouble: 0, unconfirmed: 0, awayUntil: 0 })
  store.process.wake()
  for (const { process } of cast.nodes) process.wake()
  for (const line of network.lines) line.slow(0)
  for (const forger of cast.forgers) forger.leave()
  // Nobody asks again for what they may not even read: the message must not be lost, nor be from a node that had died.
  const personIds = [...rights.everBlind]
  for (const wait of [100, 30_000])
    if (personIds.length > 0)
      cast.after(wait, 'rights are told again', () => bus.publishAs(cast.world.nature, 'rights', { personIds }))
}

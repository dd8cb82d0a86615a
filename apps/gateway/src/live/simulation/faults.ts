import type { Cast } from './cast.js'
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
    unsettled(cast, time + delay)
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
    unsettled(cast, 1_000)
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
  compaction: (cast) => cast.aNode()?.compact(cast.random.pick(cast.ids)),
  'minutes are agreed': (cast) => cast.aNode()?.agree(cast.random.pick(cast.ids)),
  'right is lost'(cast, { for: time }) {
    const { rights, bus } = cast.around
    const node = cast.aNode()
    const personId = cast.aPage()?.person.id
    if (!node || personId === undefined) return
    const tell = () =>
      node.doing(`tells of ${personId}`, () => bus.publishAs(node.process, 'rights', { personIds: [personId] }))
    rights.take(personId)
    tell()
    cast.after(time, `${personId} may write again`, () => {
      rights.give(personId)
      tell()
    })
  },
}

/** Nothing goes wrong any more; who was half dead is dead, and everybody can come back. */
export function mend(cast: Cast): void {
  const { store, bus, network } = cast.around
  Object.assign(bus.weather, well)
  Object.assign(store.weather, { trouble: 0, awayUntil: 0 })
  store.process.wake()
  for (const { process } of cast.nodes) process.wake()
  for (const line of network.lines) line.slow(0)
}

import { type Bus, type BusMessages, inProcessBus, type Topic } from '../../platform/bus.js'
import type { Process, World } from './world.js'

/** How messages between nodes fare, each of 1. */
export interface BusWeather {
  lost: number
  twice: number
  /** The longest a message may take, in milliseconds: messages overtake each other. */
  delay: number
}

/** The bus between nodes: hears itself at once, the others sometime, twice, or never. */
export class SimulatedBus {
  readonly weather: BusWeather = { lost: 0, twice: 0, delay: 5 }
  private readonly ears = new Map<Process, Bus>()

  constructor(private readonly world: World) {}

  for(process: Process): Bus {
    const here = inProcessBus((error) =>
      this.world.fault(`a listener of the bus on ${process.name} threw: ${String(error)}`),
    )
    this.ears.set(process, here)
    process.whenDead(() => this.ears.delete(process))
    return {
      publish: (topic, message) => {
        if (!process.mayAct()) return
        here.publish(topic, message)
        this.tellOthers(process, topic, message)
      },
      hear: here.hear,
      subscribe: here.subscribe,
      close: async () => {
        await here.close()
        this.ears.delete(process)
      },
    }
  }

  /** Says it as that node would. */
  publishAs<T extends Topic>(process: Process, topic: T, message: BusMessages[T]): void {
    this.ears.get(process)?.publish(topic, message)
    this.tellOthers(process, topic, message)
  }

  private tellOthers<T extends Topic>(from: Process, topic: T, message: BusMessages[T]): void {
    const { chance } = this.world
    for (const [process, ears] of this.ears) {
      if (process === from || !from.mayAct() || chance.chance(this.weather.lost)) continue
      const copies = chance.chance(this.weather.twice) ? 2 : 1
      for (let copy = 0; copy < copies; copy++) {
        const copied = structuredClone(message)
        const wait = 0.2 + chance.int(this.weather.delay * 10 + 1) / 10
        this.world.schedule(process, wait, `bus ${topic}`, () => ears.publish(topic, copied))
      }
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.js'
import type { Cluster, Part } from './cluster.js'

/** What happens to the cluster, and how it is made whole again, as a supervisor would. */
export interface Blow {
  name: string
  /** Whether processes die by it: then people type again within seconds. */
  isKill: boolean
  strike(): Promise<void>
  mend(): Promise<void>
}

const kill = (part: Part): Blow => ({
  name: `kill -9 of ${part.name}`,
  isKill: true,
  strike: async () => void (await part.kill('SIGKILL')),
  mend: () => part.start(),
})

/** A node, or one time in four the engine. */
export const aKill = ({ nodes, engine }: Cluster, chance: Chance): Blow =>
  kill(chance.int(4) === 0 ? engine : chance.pick(nodes))

export const redisAway = ({ redis }: Cluster, milliseconds: number): Blow => ({
  ...kill(redis),
  isKill: false,
  async mend() {
    await pause(milliseconds)
    await redis.start()
  },
})

export function freeze({ nodes }: Cluster, chance: Chance, milliseconds: number): Blow {
  const node = chance.pick(nodes)
  return {
    name: `${node.name} stands still for ${milliseconds / 1000} s`,
    isKill: false,
    strike: async () => node.signal('SIGSTOP'),
    async mend() {
      await pause(milliseconds)
      node.signal('SIGCONT')
    },
  }
}

/** One node after the other, up to so many, is asked to end, ends by itself, and is started again. */
export const rollingRestart = ({ nodes }: Cluster, most = nodes.length): Blow => ({
  name: `a rolling restart of ${Math.min(most, nodes.length)}`,
  isKill: false,
  strike: async () => {},
  async mend() {
    for (const node of nodes.slice(0, most)) {
      const code = await node.kill('SIGTERM')
      if (code !== 0) throw new Error(`${node.name} ended with ${code}:\n${node.output()}`)
      await node.start()
    }
  },
})

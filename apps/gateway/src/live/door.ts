import type { IncomingMessage } from 'node:http'
import type { AddressOf } from '../platform/http/address.js'
import { type Allowance, allowance } from './allowance.js'
import type { LiveServer } from './caller.js'
import type { LiveLimits } from './limits.js'

interface EngineConnection {
  request: IncomingMessage
  on(event: 'packet', listener: (packet: { data?: { length: number } }) => void): void
  on(event: 'close', listener: () => void): void
  close(discard: boolean): void
}

/**
 * Counts connections per address, every packet on each of them, and all bytes of one person: also of what is refused later, for
 * reading it takes time, and also to namespaces that do not exist.
 */
export interface Door {
  /** Whose session a connection is made with. */
  recognised(request: IncomingMessage, personId: string): void
  isCrowded(request: IncomingMessage): boolean
  watch(io: LiveServer): void
}

export function createDoor(limits: LiveLimits, addressOf: AddressOf, wireOf: (personId: string) => Allowance): Door {
  const perAddress = new Map<string, number>()
  const people = new WeakMap<IncomingMessage, string>()
  const count = (address: string, by: 1 | -1): void => {
    const now = (perAddress.get(address) ?? 0) + by
    if (now > 0) perAddress.set(address, now)
    else perAddress.delete(address)
  }
  return {
    recognised: (request, personId) => void people.set(request, personId),
    isCrowded: (request) => (perAddress.get(addressOf(request)) ?? 0) >= limits.socketsPerAddress,
    watch(io) {
      io.engine.on('connection', (connection: EngineConnection) => {
        const address = addressOf(connection.request)
        const packets = allowance(limits.packets, limits.packets * 2)
        const person = people.get(connection.request) ?? ''
        count(address, 1)
        connection.on('close', () => count(address, -1))
        connection.on('packet', ({ data }) => {
          const at = performance.now()
          if (packets.take(1, at) === 0 && wireOf(person).take(data?.length ?? 0, at) === 0) return
          connection.close(true)
          connection.request.socket.destroy() // what is on its way would still be read
        })
      })
    },
  }
}

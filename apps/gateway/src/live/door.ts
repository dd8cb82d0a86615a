import type { IncomingMessage } from 'node:http'
import { allowance } from './allowance.js'
import type { LiveServer } from './caller.js'
import type { LiveLimits } from './limits.js'

interface EngineConnection {
  request: IncomingMessage
  on(event: 'packet' | 'close', listener: () => void): void
  close(discard: boolean): void
}

/** Counts connections per address, and every packet on each of them: also those to namespaces that do not exist. */
export interface Door {
  isCrowded(request: IncomingMessage): boolean
  watch(io: LiveServer): void
}

export function createDoor(limits: LiveLimits): Door {
  const perAddress = new Map<string, number>()
  const addressOf = (request: IncomingMessage): string => request.socket.remoteAddress ?? ''
  const count = (address: string, by: 1 | -1): void => {
    const now = (perAddress.get(address) ?? 0) + by
    if (now > 0) perAddress.set(address, now)
    else perAddress.delete(address)
  }
  return {
    isCrowded: (request) => (perAddress.get(addressOf(request)) ?? 0) >= limits.socketsPerAddress,
    watch(io) {
      io.engine.on('connection', (connection: EngineConnection) => {
        const address = addressOf(connection.request)
        const packets = allowance(limits.packets, limits.packets * 2)
        count(address, 1)
        connection.on('close', () => count(address, -1))
        connection.on('packet', () => {
          if (packets.take(1, performance.now()) > 0) connection.close(true)
        })
      })
    },
  }
}

import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { z } from 'zod'

/** A connection of the database driver, which does not make its class public. */
interface DriverConnection {
  socket: Socket
  error: Error | null
  onClose(): void
}

const isClass = (value: unknown): boolean => typeof value === 'function' && 'onClose' in value.prototype
const module = z.object({ Connection: z.custom<{ prototype: DriverConnection }>(isClass) })

/**
 * Node destroys a socket a moment before it says that it is closed. A command that the driver writes in that moment (the database died,
 * and another event of the same turn asks it something) waits for the socket to drain, which it never does: the question is neither
 * answered nor refused, whatever time limits are set. Whoever waits so is told when the socket closes.
 */
export function repairDriver(): void {
  const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'))
  const { prototype } = module.parse(ofMongoose('mongodb/lib/cmap/connection.js')).Connection
  const { onClose } = prototype
  prototype.onClose = function () {
    onClose.call(this)
    this.socket.emit('error', this.error) // the driver listens; a question that was on its way has been refused already
  }
}

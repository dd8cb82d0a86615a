import { chmodSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { dispatch, type Log } from './dispatch.js'
import type { Engine } from './engine.js'
import { expireDocuments } from './expiry.js'
import { serveConnection } from './wire/connection.js'

/** How often idle sessions, transactions and cursors are looked for. */
const sweepMilliseconds = 1000

/** How often documents past their time are removed, as in MongoDB. */
const expiryMilliseconds = 60_000

/** An engine listening for connections. */
export interface RunningServer {
  /** What clients dial, as they write it in their URI. */
  readonly address: string
  /** Waits for what is being written, then lets go of everything. */
  close(): Promise<void>
}

/** Where to listen: a socket's path, or a port of the loopback address. */
export type Endpoint = { readonly path: string } | { readonly host: string; readonly port: number }

/** Serves the engine. */
export async function serve(engine: Engine, endpoint: Endpoint, log: Log): Promise<RunningServer> {
  const sockets = new Set<Socket>()
  let connectionId = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    const origin = { address: addressOf(server), connectionId: ++connectionId }
    socket.on('close', () => {
      sockets.delete(socket)
      engine.sessions.leave(origin.connectionId)
    })
    serveConnection(socket, (command) => dispatch(engine, command, origin, log), log)
  })
  await listen(server, endpoint)
  // Nobody else may connect, even where the folder would let them in.
  if ('path' in endpoint) chmodSync(endpoint.path, 0o600)
  const stopTimers = startTimers(engine, log)
  return {
    address: addressOf(server),
    close: async () => {
      stopTimers()
      server.close()
      await engine.history.flushed().catch(() => undefined)
      for (const socket of sockets) socket.destroy()
      await engine.store.close()
    },
  }
}

function addressOf(server: Server): string {
  const address = server.address()
  return typeof address === 'object' && address ? `${address.address}:${address.port}` : (address ?? '')
}

function listen(server: Server, endpoint: Endpoint): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(endpoint, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function startTimers(engine: Engine, log: Log): () => void {
  const sweep = setInterval(() => {
    engine.sessions.sweep()
    engine.cursors.sweep()
  }, sweepMilliseconds)
  const expiry = setInterval(() => {
    expireDocuments(engine).catch((error: unknown) => log(`Expired documents could not be removed: ${error}`))
  }, expiryMilliseconds)
  return () => {
    clearInterval(sweep)
    clearInterval(expiry)
  }
}

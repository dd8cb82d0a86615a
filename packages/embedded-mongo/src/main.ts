import { rmSync } from 'node:fs'
import { openDataFolder } from './data-folder.js'
import { Engine } from './engine.js'
import { readOptions } from './options.js'
import { serve } from './server.js'
import { socketPlace, uriFor } from './socket-path.js'
import { exitCodes, StartError } from './start-error.js'

const log = (line: string) => process.stderr.write(`${line}\n`)

/** Starts the engine as a process of its own, says where it listens, and ends with whoever started it. */
async function main(): Promise<void> {
  // Whatever is made from here on (data, lock, socket) is for this user only.
  process.umask(0o077)
  const { data, listen } = readOptions(process.argv.slice(2))
  const { store, unlock } = await openDataFolder(data)
  const place = listen ? undefined : socketPlace(data)
  const endpoint =
    listen && 'port' in listen
      ? { host: '127.0.0.1', port: listen.port }
      : { path: listen?.socket ?? place?.path ?? '' }
  // Left behind by a killed process; the folder's lock says that nobody listens on it now.
  if ('path' in endpoint) rmSync(endpoint.path, { force: true })
  const server = await serve(new Engine(store), endpoint, log).catch((error: unknown) => {
    unlock()
    throw new StartError(
      'cannotListen',
      `Cannot listen on ${'path' in endpoint ? endpoint.path : `port ${endpoint.port}`} (${Object(error).code}).`,
    )
  })
  const stop = stopOnce(async () => {
    await server.close()
    unlock()
    place?.remove()
  })
  process.on('SIGTERM', stop)
  // Ctrl-C and a closed terminal reach the whole group at once. A child waits for its parent's word: the parent still has work to write.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, process.send ? () => undefined : stop)
  // Started by another process: it tells nobody when it dies, but the channel to it closes.
  if (process.send) process.on('disconnect', stop).send?.({ ready: true })
  else process.stdout.write(`${uriFor(server.address)}\n`)
}

function stopOnce(action: () => Promise<void>): () => void {
  let stopping = false
  return () => {
    if (stopping) return
    stopping = true
    action().then(
      () => process.exit(0),
      (error: unknown) => {
        log(`The engine did not stop cleanly: ${error}`)
        process.exit(1)
      },
    )
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error
  log(error.message)
  process.exit(exitCodes[error.reason])
})

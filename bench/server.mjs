// Starts the server of a driver: one that the driver starts itself, a program that comes with a peer, or the driver's `serve` in a
// process of its own.
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { nextMessage, onCore } from './process.mjs'

const core = 0

export async function startServer(name, { port, folder, node = [] }) {
  const { start, program } = await import(`./drivers/${name}.mjs`)
  if (start) return start({ port, core, folder, node })
  if (program) return startProgram(program({ port, folder }))
  const serve = fileURLToPath(new URL('./serve.mjs', import.meta.url))
  const server = onCore(core, [process.execPath, ...node, serve, name, String(port), ...(folder ? [folder] : [])])
  await nextMessage(server)
  return { server }
}

async function startProgram({ args, env, readyAt }) {
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } }
  const server = onCore(core, [process.execPath, ...args], options)
  await answers(readyAt, server)
  return { server }
}

/** Waits until an address answers; throws when the process behind it ends first. */
export async function answers(url, child) {
  for (;;) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) return
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await sleep(100)
  }
}

// One run: a server on the first core, everybody else on the second.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ended, freePort, nextMessage, onCore, usage } from './process.mjs'
import { startServer } from './server.mjs'

const loadCore = 1
const patience = 240_000

export async function measure(name, workload, node) {
  const port = await freePort()
  const folder = workload.kind === 'killed' ? mkdtempSync(join(tmpdir(), 'camau-bench-kept-')) : undefined
  const start = () => startServer(name, { port, folder, node })
  const run = { started: await start(), start, before: null, after: null }
  const load = startLoad(name, port)
  const late = setTimeout(() => load.kill('SIGKILL'), patience)
  try {
    await nextMessage(load)
    load.send(workload)
    return await follow(load, run)
  } finally {
    clearTimeout(late)
    const { server, beside, end } = run.started
    await Promise.all([ended(load, 'SIGKILL'), ended(server, 'SIGTERM')])
    if (beside) await ended(beside, 'SIGTERM')
    end?.()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

function startLoad(name, port) {
  const load = fileURLToPath(new URL('./load.mjs', import.meta.url))
  return onCore(loadCore, [process.execPath, '--max-old-space-size=4096', load, name, String(port)])
}

/** Takes note of what the load process tells, until it gives its result. */
async function follow(load, run) {
  for (;;) {
    const { event, result } = await nextMessage(load)
    if (event === 'start') run.before = used(run.started)
    if (event === 'end') run.after = used(run.started)
    if (event === 'kill') await ended(run.started.server, 'SIGKILL')
    if (event === 'restart') run.started = await run.start()
    if (event === 'result') return run.after ? { ...result, ...costs(run, result) } : result
    load.send('noted')
  }
}

const used = ({ server, beside }) => ({ server: usage(server.pid), beside: beside && usage(beside.pid) })

function costs({ before, after }, { updates, joins, deliveries }) {
  const cpu = after.server.cpu - before.server.cpu
  const pieces = updates ?? joins
  return {
    cpuPerUpdate: cpu / pieces, // milliseconds
    cpuPerDelivery: deliveries && (cpu * 1_000) / deliveries, // microseconds
    enginePerUpdate: before.beside && (after.beside.cpu - before.beside.cpu) / pieces,
    starved: (after.server.waited - before.server.waited) / (cpu + after.server.waited - before.server.waited),
    memory: after.server.memory,
  }
}

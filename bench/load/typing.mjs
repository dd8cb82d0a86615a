import { bytes } from '../wire.mjs'
import { everybody } from './clients.mjs'
import { percentile, until } from './patience.mjs'
import { strokeBook, typeAll } from './strokes.mjs'

/** People type; from each edit to the callback that shows it to a watcher is one latency. */
export async function typing(workload) {
  const clients = await everybody(workload)
  const watchers = clients.filter(({ watching }) => watching)
  const book = strokeBook(workload.documents, workload.typists)
  const shown = watch(watchers, book)
  const saved = savedTimes(clients)

  await workload.tell('start')
  const before = { wire: bytes(), cpu: process.cpuUsage(), at: performance.now() }
  await typeAll(clients, book, workload)
  const sent = Array.from({ length: workload.documents }, () => 0)
  for (const client of clients) sent[client.document] += client.sent
  const expected = watchers.reduce((sum, client) => sum + sent[client.document] - client.sent, 0)
  const allSeen = await until(() => shown.length >= expected, 20_000)
  await workload.tell('end')

  const after = { wire: bytes(), cpu: process.cpuUsage(before.cpu), at: performance.now() }
  const updates = sent.reduce((sum, count) => sum + count, 0)
  const deliveries = updates * (workload.clients - 1) // what the server has to send, watched or not
  shown.sort((a, b) => a - b)
  saved.sort((a, b) => a - b)
  return {
    updates,
    deliveries,
    converged: allSeen && converged(watchers),
    p50: percentile(shown, 0.5),
    p95: percentile(shown, 0.95),
    p99: percentile(shown, 0.99),
    savedP50: saved.length > 0 ? percentile(saved, 0.5) : undefined,
    upPerUpdate: (after.wire.up - before.wire.up) / updates,
    downPerDelivery: (after.wire.down - before.wire.down) / deliveries,
    loadBusy: (after.cpu.user + after.cpu.system) / 1000 / (after.at - before.at),
  }
}

function watch(watchers, book) {
  const latencies = []
  for (const client of watchers) {
    client.onRemote((inserted, at) => {
      const now = performance.now()
      for (const character of inserted) latencies.push(now - book.typedAt(client.document, character))
      if (at <= client.caret) client.caret += inserted.length
    })
  }
  return latencies
}

// Only where the acknowledgement means durable; of a few, for asking costs the load process time.
function savedTimes(clients) {
  const latencies = []
  for (const client of clients.filter(
    ({ saved, typist, watching }) => saved && watching && typist >= 0 && typist < 5,
  )) {
    const insert = client.insert
    client.insert = (at, text) => {
      const typed = performance.now()
      insert(at, text)
      client.saved().then(() => latencies.push(performance.now() - typed))
    }
  }
  return latencies
}

function converged(watchers) {
  const texts = new Map()
  for (const client of watchers) {
    const text = client.text()
    if ((texts.get(client.document) ?? text) !== text) return false
    texts.set(client.document, text)
  }
  return true
}

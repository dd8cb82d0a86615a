import { setTimeout as sleep } from 'node:timers/promises'
import { everybody } from './clients.mjs'
import { strokeBook, typeAll } from './strokes.mjs'

/** The server is killed while people type, every page is closed, it starts again: what does a newcomer find? */
export async function killed(workload) {
  const clients = await everybody(workload)
  const book = strokeBook(workload.documents, workload.typists)
  const seen = new Set()
  for (const client of clients) {
    client.onRemote((inserted) => {
      for (const character of inserted) seen.add(character)
    })
  }
  await typeAll(clients, book, workload)
  const typed = clients.reduce((sum, { sent }) => sum + sent, 0)
  const pending = clients.map(({ pending }) => pending?.())
  const visible = [...seen]
  await workload.tell('kill') // before the pages close: no server may save because they leave
  for (const client of clients) client.close()
  await workload.tell('restart')
  const newcomer = await workload.join(0)
  await Promise.race([newcomer.ready, sleep(10_000)])
  await sleep(1_500)
  const found = new Set(newcomer.text())
  return {
    typed,
    acknowledged: pending.includes(undefined) ? undefined : typed - pending.reduce((sum, count) => sum + count, 0),
    seen: visible.length,
    found: found.size,
    lost: visible.filter((character) => !found.has(character)).length,
  }
}

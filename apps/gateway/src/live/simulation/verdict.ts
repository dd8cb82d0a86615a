import { minutesJson, sameState, type Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { loadDocument } from '../load-document.js'
import type { Cast } from './cast.js'
import type { Page } from './page.js'
import { knownTo, lackingIn, missing, toldBy, union } from './ranges.js'

/** When everything has come to rest: is everybody told the same, and is nothing lost? */
export async function everythingAgrees(cast: Cast): Promise<void> {
  for (const id of cast.ids) await checkDocument(cast, id)
  for (const page of cast.pages) checkPage(cast, page)
  await checkRecords(cast)
}

async function checkDocument({ world, ledger, log, pages }: Cast, id: DocumentId): Promise<void> {
  const cold = await loadDocument(log, id)
  if (!cold) {
    if (ledger.seq(id) > 0) world.fault(`${id} is gone`)
    return
  }
  if (cold.quarantined) world.fault(`${id} loads with a hole`)
  if (cold.seq !== ledger.seq(id)) world.fault(`${id} loads to ${cold.seq}, and its last row was ${ledger.seq(id)}`)
  if (!sameState(cold.doc, ledger.doc(id))) world.fault(`${id} loads as something else than its rows`)
  const json = JSON.stringify(minutesJson(cold.doc))
  for (const { process, documents } of pages) {
    const opened = documents.find((one) => one.id === id)?.opened
    if (!opened || opened.draft) continue // keeps words of its own, which nobody else has
    if (!sameState(opened.doc, cold.doc))
      world.fault(`${process.name} shows another ${id} than is stored: ${difference(opened.doc, cold.doc)}`)
    else if (JSON.stringify(minutesJson(opened.doc)) !== json) world.fault(`${process.name} reads ${id} differently`)
  }
}

function difference(shown: Y.Doc, stored: Y.Doc): string {
  const [lacks, has] = [lackingIn(shown, knownTo(stored)), lackingIn(stored, knownTo(shown))]
  return [lacks && `lacks ${lacks}`, has && `has beyond it ${has}`].filter(Boolean).join(', ')
}

function checkPage({ world, ledger, around }: Cast, { process, person, documents }: Page): void {
  for (const { id, opened, typed } of documents) {
    const { state, because = '' } = opened.status.get()
    const mayWrite = around.rights.has(person.id) && !ledger.isSealed(id)
    const mayBeRefused = around.rights.everLost.has(person.id) || ledger.isSealed(id)
    if (opened.draft && !mayBeRefused) world.fault(`${process.name} was refused ${id}: ${because}`)
    if (!opened.draft && mayWrite && state !== 'saved')
      world.fault(`${process.name} is stuck with ${id}: ${state} ${because}`)
    const drafts = opened.draft ? [toldBy(opened.draft.update).written] : []
    const kept = person.device.kept(id).map((update) => toldBy(update).written)
    const somewhere = union(knownTo(ledger.doc(id)).written, ...drafts, ...kept)
    const lost = missing(union(typed, person.typed.get(id) ?? new Map()), somewhere)
    if (lost) world.fault(`words of ${person.id} are nowhere: ${lost} of ${id}`)
  }
}

async function checkRecords({ world, looking, pages }: Cast): Promise<void> {
  const rooms = looking.collection<{ _id: string; seq: number }>('changeRooms')
  const head = (await rooms.findOne({ _id: 'programme' }))?.seq ?? 0
  for (const { process, records } of pages)
    if (records?.seq() !== head) world.fault(`${process.name} has seen change ${records?.seq()} of ${head}`)
}

/** When everybody has left: nothing of them may stay behind. */
export function nobodyIsLeft({ world, pages, gone, nodes, around }: Cast): void {
  for (const { process } of [...pages, ...gone]) if (process.alive) leftBehind(world, process)
  for (const { process, live } of nodes) {
    const { sockets, documents } = live?.counts() ?? { sockets: 0, documents: 0 }
    if (sockets + documents > 0) world.fault(`${process.name} still has ${sockets} sockets, ${documents} documents`)
  }
  if (around.network.lines.size > 0) world.fault(`${around.network.lines.size} lines are still open`)
}

/** When the gateways have been stopped. */
export function nothingRuns({ world, nodes }: Cast): void {
  for (const { process } of nodes) leftBehind(world, process)
}

function leftBehind(world: Cast['world'], { name, pending }: Page['process']): void {
  if (pending.size > 0) world.fault(`${name} left ${[...pending.values()].join(', ')} behind`)
}

import { minutesJson, sameState, type Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { loadDocument } from '../load-document.js'
import type { Cast } from './cast.js'
import type { Page } from './page.js'
import { knownTo, lackingIn, missing, toldBy, union } from './ranges.js'

/** What is said of what is not as it must be. */
type Say = (fault: string) => void

/** When everything has come to rest: is everybody told the same, and is nothing lost? */
export async function everythingAgrees(cast: Cast, say: Say): Promise<void> {
  for (const id of cast.ids) await checkDocument(cast, id, say)
  for (const page of cast.pages) checkPage(cast, page, say)
  await checkRecords(cast, say)
}

async function checkDocument({ ledger, log, pages }: Cast, id: DocumentId, say: Say): Promise<void> {
  const cold = await loadDocument(log, id)
  if (!cold) {
    if (ledger.seq(id) > 0) say(`${id} is gone`)
    return
  }
  if (cold.quarantined) say(`${id} loads with a hole`)
  if (cold.seq !== ledger.seq(id)) say(`${id} loads to ${cold.seq}, and its last row was ${ledger.seq(id)}`)
  if (!sameState(cold.doc, ledger.doc(id))) say(`${id} loads as something else than its rows`)
  const json = JSON.stringify(minutesJson(cold.doc))
  for (const { process, documents } of pages) {
    const opened = documents.find((one) => one.id === id)?.opened
    if (!opened || opened.draft) continue // keeps words of its own, which nobody else has
    if (!sameState(opened.doc, cold.doc))
      say(`${process.name} shows another ${id} than is stored: ${difference(opened.doc, cold.doc)}`)
    else if (JSON.stringify(minutesJson(opened.doc)) !== json) say(`${process.name} reads ${id} differently`)
  }
}

function difference(shown: Y.Doc, stored: Y.Doc): string {
  const [lacks, has] = [lackingIn(shown, knownTo(stored)), lackingIn(stored, knownTo(shown))]
  return [lacks && `lacks ${lacks}`, has && `has beyond it ${has}`].filter(Boolean).join(', ')
}

function checkPage({ ledger, around }: Cast, { process, person, documents }: Page, say: Say): void {
  for (const { id, opened, typed } of documents) {
    const { state, because = '' } = opened.status.get()
    const mayWrite = around.rights.has(person.id) && !ledger.isSealed(id)
    const mayBeRefused = around.rights.everLost.has(person.id) || ledger.isSealed(id)
    if (opened.draft && !mayBeRefused) say(`${process.name} was refused ${id}: ${because}`)
    if (!opened.draft && mayWrite && state !== 'saved') say(`${process.name} is stuck with ${id}: ${state} ${because}`)
    const drafts = opened.draft ? [toldBy(opened.draft.update).written] : []
    const kept = person.device.kept(id).map((update) => toldBy(update).written)
    const somewhere = union(knownTo(ledger.doc(id)).written, ...drafts, ...kept)
    const lost = missing(union(typed, person.typed.get(id) ?? new Map()), somewhere)
    if (lost) say(`words of ${person.id} are nowhere: ${lost} of ${id}`)
  }
}

async function checkRecords({ looking, pages }: Cast, say: Say): Promise<void> {
  const rooms = looking.collection<{ _id: string; seq: number }>('changeRooms')
  const head = (await rooms.findOne({ _id: 'programme' }))?.seq ?? 0
  for (const { process, records } of pages)
    if (records?.seq() !== head) say(`${process.name} has seen change ${records?.seq()} of ${head}`)
}

/** When everybody has left: nothing of them may stay behind. */
export async function nobodyIsLeft({ pages, gone, nodes, around }: Cast, say: Say): Promise<void> {
  for (const { process } of [...pages, ...gone]) if (process.alive) leftBehind(process, say)
  for (const { process, live } of nodes) {
    const { sockets, documents } = live?.counts() ?? { sockets: 0, documents: 0 }
    if (sockets + documents > 0) say(`${process.name} still has ${sockets} sockets, ${documents} documents`)
  }
  if (around.network.lines.size > 0) say(`${around.network.lines.size} lines are still open`)
}

/** When the gateways have been stopped. */
export async function nothingRuns({ nodes }: Cast, say: Say): Promise<void> {
  for (const { process } of nodes) leftBehind(process, say)
}

function leftBehind({ name, pending }: Page['process'], say: Say): void {
  if (pending.size > 0) say(`${name} left ${[...pending.values()].join(', ')} behind`)
}

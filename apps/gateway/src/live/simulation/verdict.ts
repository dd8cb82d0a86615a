import { minutesJson, minutesSchema, sameState, toBase64, Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { type Connection, mongo } from 'mongoose'
import { createHistory } from '../history.js'
import { loadDocument } from '../load-document.js'
import type { Cast } from './cast.js'
import type { Page } from './page.js'
import { knownTo, lackingIn, missing, toldBy, union, without } from './ranges.js'

/** What is said of what is not as it must be. */
type Say = (fault: string) => void

/** When everything has come to rest: is everybody told the same, and is nothing lost? */
export async function everythingAgrees(cast: Cast, say: Say): Promise<void> {
  for (const id of cast.ids) await checkDocument(cast, id, say)
  for (const page of cast.pages) checkPage(cast, page, say)
  await checkRecords(cast, say)
  await checkPast(cast, say)
  if (cast.plan.carets && !cast.plan.tightLimits) for (const page of cast.pages) checkCarets(cast, page, say)
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
    if (!opened) continue
    const { state: at, because } = opened.status.get()
    if (at === 'attention' && because === 'not-found') continue // is told nothing of it any more
    const state = Buffer.from(Y.encodeStateAsUpdate(opened.doc))
    for (const word of ledger.takenOutOf(id))
      if (state.includes(word)) say(`${process.name} still shows a word that was taken out of ${id}`)
    if (at === 'attention') continue // keeps words of its own, which nobody else has
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
    const mayBeRefused = around.rights.everLost.has(person.id) || ledger.isSealed(id) || ledger.hasMoved(id)
    if (opened.draft && !mayBeRefused) say(`${process.name} was refused ${id}: ${because}`)
    if (mayWrite && state !== 'saved' && !(opened.draft && state === 'attention'))
      say(`${process.name} is stuck with ${id}: ${state} ${because}`)
    const drafts = opened.draft ? [toldBy(opened.draft.update).written] : []
    const kept = person.device.kept(id).map((update) => toldBy(update).written)
    const somewhere = union(knownTo(ledger.doc(id)).written, ...drafts, ...kept)
    const wanted = without(union(typed, person.typed.get(id) ?? new Map()), person.letGo.get(id) ?? new Map())
    const lost = missing(wanted, somewhere)
    if (lost) say(`words of ${person.id} are nowhere: ${lost} of ${id}`)
  }
}

async function checkRecords({ looking, pages }: Cast, say: Say): Promise<void> {
  const rooms = looking.collection<{ _id: string; seq: number }>('changeRooms')
  const head = (await rooms.findOne({ _id: 'programme' }))?.seq ?? 0
  for (const { process, records } of pages)
    if (records?.seq() !== head) say(`${process.name} has seen change ${records?.seq()} of ${head}`)
}

/** Versions are what was kept; and what was taken out stands nowhere, once what a crash left behind is swept away. */
async function checkPast({ looking, ledger, ids }: Cast, say: Say): Promise<void> {
  const history = createHistory(looking, () => minutesSchema)
  await history.sweep(await history.sweep(new Set()))
  for (const id of ids) {
    for (const version of await history.versions.all(id)) {
      const kept = await history.versions.textOf(version)
      const then = version.redactedAt ? null : ledger.at(id, version.epoch, version.seq)
      if (then && !sameState(kept, then)) say(`the version of ${id} at ${version.seq} is not what was kept`)
    }
    for (const word of ledger.takenOutOf(id))
      for (const where of await collectionsWith(looking, word))
        say(`${where} still hold a word that was taken out of ${id}`)
  }
}

async function collectionsWith(looking: Connection, word: string): Promise<string[]> {
  const all = ['documents', 'documentUpdates', 'documentSnapshots', 'documentSnapshotChunks', 'documentVersions']
  const found = await Promise.all(
    all.map(async (name) => {
      const stored = await looking.collection(name).find({}).toArray()
      return stored.some((one) => Buffer.from(mongo.BSON.serialize(one)).includes(word)) ? [name] : []
    }),
  )
  return found.flat()
}

/** Everybody sees everybody who is there, nobody else, and each where they are. */
function checkCarets({ pages, ledger }: Cast, { process, documents }: Page, say: Say): void {
  for (const { id, opened } of documents) {
    if (opened.isOver) continue
    const others = pages.flatMap((page) => page.documents.filter((one) => one.id === id && one.opened !== opened))
    const there = new Map(
      others.map(({ opened: { doc, awareness } }) => [doc.clientID, awareness.getLocalState()?.cursor]),
    )
    // Whoever was refused may be in it or not, and their device does not say where they are.
    const over = new Set(others.filter((one) => one.opened.isOver).map((one) => one.opened.doc.clientID))
    // A text that gave up its place holds the one that took it, which nobody else may have open any more.
    const holders = new Set([...over].map((client) => ledger.authors.get(client)))
    for (const [client, { cursor }] of opened.awareness.states) {
      if (client === opened.doc.clientID) continue
      if (!there.has(client) && !holders.has(ledger.authors.get(client)))
        say(`${process.name} sees client ${client} in ${id}, who has left`)
      else if (there.has(client) && !over.has(client) && placeOf(cursor) !== placeOf(there.get(client)))
        say(
          `${process.name} sees client ${client} of ${id} at ${placeOf(cursor)}, who is at ${placeOf(there.get(client))}`,
        )
    }
    for (const client of there.keys())
      if (!opened.awareness.states.has(client) && !over.has(client))
        say(`${process.name} does not see client ${client}, who is in ${id}`)
  }
}

const placeOf = (cursor: { anchor: unknown; head: unknown } | null | undefined): string =>
  [cursor?.anchor, cursor?.head]
    .map((end) => (end ? toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromJSON(end))) : ''))
    .join()

/** When everybody has left: nothing of them may stay behind. */
export async function nobodyIsLeft({ pages, gone, forgers, nodes, around }: Cast, say: Say): Promise<void> {
  for (const { process } of [...pages, ...gone, ...forgers]) if (process.alive) leftBehind(process, say)
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

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { connect, keptInMemory, minutesText, type OpenDocument, sameState, Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { aParagraph } from '../testing/typist.js'

// People who go on writing, in a process of their own: how long a letter takes to the others' screens is measured here.
const [url = '', documentId = '', ...cookies] = process.argv.slice(2)
const each = 4
const typists = 5
const everyMs = 500

/** A typist's letters on their way: when the one that made their clock this high was typed. */
interface Written {
  opened: OpenDocument
  client: number
  typed: { clock: number; at: number }[]
}

const everybody = cookies.flatMap((cookie) =>
  Array.from({ length: each }, () =>
    connect({ url, cookie, kept: keptInMemory() }).openDocument(documentId as DocumentId),
  ),
)
await Promise.all(everybody.map(({ opened }) => opened))
const writers = everybody.slice(0, typists).map(
  (opened): Written => ({
    opened,
    client: opened.doc.clientID,
    typed: [],
  }),
)
let waits: number[] = []
const lag = monitorEventLoopDelay({ resolution: 5 })
lag.enable()

for (const { opened, client } of writers) {
  minutesText(opened.doc).push([aParagraph('begins')])
  await opened.saved()
  for (const reader of everybody) if (reader !== opened) watch(reader, client)
}
for (const [i, writer] of writers.entries()) setTimeout(() => setInterval(() => type(writer), everyMs), i * 97)

function type({ opened, client, typed }: Written): void {
  const text = minutesText(opened.doc)
  const own = text.toArray().find((one) => one instanceof Y.XmlElement && one._item?.id.client === client)
  const words = own instanceof Y.XmlElement ? own.get(0) : undefined
  if (!(words instanceof Y.XmlText)) return
  words.insert(words.length, 'w')
  typed.push({ clock: Y.getState(opened.doc.store, client), at: performance.now() })
}

/** Notes what of a typist's letters has come to a reader's screen. */
function watch({ doc }: OpenDocument, client: number): void {
  let next = 0
  doc.on('update', () => {
    const clock = Y.getState(doc.store, client)
    const typed = writers.find((one) => one.client === client)?.typed ?? []
    for (let letter = typed[next]; letter && letter.clock <= clock; letter = typed[++next])
      waits.push(performance.now() - letter.at)
  })
}

/** What is asked of this process: the waits since the last time; and at the end, whether all is well. */
process.on('message', async (question) => {
  if (question !== 'end') return void process.send?.(figures())
  const saved = everybody.map((one) => one.saved())
  await Promise.all(saved)
  const [first] = everybody
  const equal = () => everybody.every(({ doc }) => first && sameState(doc, first.doc))
  for (let tries = 0; tries < 100 && !equal(); tries++) await new Promise((done) => setTimeout(done, 100))
  process.send?.({ equal: equal(), drafts: everybody.filter(({ draft }) => draft).length }, () => process.exit(0))
})
process.send?.(writers.map(({ client }) => client))

function figures(): object {
  const sorted = waits.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  waits = []
  const own = lag.percentile(95) / 1e6
  lag.reset()
  return { letters: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1), own }
}

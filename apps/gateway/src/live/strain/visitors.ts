import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { type Connection, connect, keptInMemory, minutesText, type OpenDocument, Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { v7 } from 'uuid'
import { aSeed, randomFrom } from '../testing/random.js'
import { aParagraph, edit } from '../testing/typist.js'
import { graphql, newMinutes } from './product.js'
import { pause } from './scene.js'

// Everything people do, mixed, until it is told to leave: in a process of its own, so that only the gateway is measured.
const [url = '', ...cookies] = process.argv.slice(2)
const random = randomFrom(aSeed())
const done: Record<string, number> = {}
const leaving = new AbortController()
setMaxListeners(0, leaving.signal)

interface Visitor {
  connection: Connection
  documents: OpenDocument[]
}

const did = (what: string): void => {
  done[what] = (done[what] ?? 0) + 1
}
const aCookie = (): string => random.pick(cookies)

async function visit(documentIds: readonly DocumentId[]): Promise<Visitor> {
  const connection = connect({ url, cookie: aCookie(), kept: keptInMemory() })
  connection.openRecords('programme', { onChange: () => did('changes seen'), onReset: () => {} })
  connection.openRecords('body:body-mag', { onChange: () => {}, onReset: () => {} })
  const documents = documentIds.map((id) => connection.openDocument(id))
  await Promise.all(documents.map(({ opened }) => opened))
  return { connection, documents }
}

async function leave({ connection, documents }: Visitor): Promise<void> {
  await Promise.all(documents.map((document) => document.saved().catch(() => did('lost'))))
  for (const document of documents) document.close()
  connection.close()
}

/** Does one thing again and again, about so often, until all leave. */
async function again(everyMs: number, what: string, work: () => Promise<void> | void): Promise<void> {
  while (!leaving.signal.aborted) {
    const until = { signal: leaving.signal }
    await setTimeout(everyMs / 2 + random.int(everyMs), null, until).catch(() => {})
    if (leaving.signal.aborted) return
    try {
      await work()
      did(what)
    } catch (error) {
      did(`failed: ${what}`)
      process.stderr.write(`${what}: ${String(error).slice(0, 200)}\n`)
    }
  }
}

/** A long text would be a growth of its own: what is too much is deleted. */
function write({ doc }: OpenDocument): void {
  edit(doc, random)
  const text = minutesText(doc)
  if (text.length > 60) text.delete(0, text.length - 30)
}

function type({ doc }: OpenDocument): void {
  const text = minutesText(doc)
  if (text.length === 0) text.push([aParagraph('begins')])
  const node = text.get(random.int(text.length))
  const words = node instanceof Y.XmlElement ? node.toArray().find((one) => one instanceof Y.XmlText) : undefined
  if (words instanceof Y.XmlText && words.length < 400) words.insert(words.length, 'w')
}

function moveCaret({ doc, awareness }: OpenDocument): void {
  const anchor = Y.createRelativePositionFromTypeIndex(minutesText(doc), random.int(5))
  awareness.setLocalStateField('cursor', { anchor, head: anchor })
}

const [first = ''] = cookies
/** People who sit together for some minutes. */
interface Meeting {
  id: DocumentId
  people: Visitor[]
}

async function meet(): Promise<Meeting> {
  const id = await newMinutes(url, first)
  return { id, people: await Promise.all([visit([id]), visit([id]), visit([id])]) }
}

const meetings = [await meet(), await meet(), await meet(), await meet()]
const meeting = meetings[0]?.id.slice('minutes:'.length)
const about = { type: 'Meeting', id: meeting }
const tell = (command: string, input: object) =>
  graphql(
    url,
    first,
    `mutation ($input: ${command.slice(0, 1).toUpperCase()}${command.slice(1)}Input!) { ${command}(input: $input) { id } }`,
    { input: { mutationId: v7(), ...input } },
  )
async function aComment(): Promise<string> {
  const id = v7()
  await tell('addComment', { id, about, text: 'Who brings the figures?' })
  return id
}
/** A comment keeps what it said before: nobody changes one for ever. */
const mostChanges = 20
let comment = { id: await aComment(), changed: 0 }

const somebody = (): Visitor => random.pick(random.pick(meetings).people)
const document = (): OpenDocument => somebody().documents[0] as OpenDocument
const work = [
  again(100, 'letters', () => type(document())),
  again(500, 'edits', () => write(document())),
  again(300, 'carets', () => moveCaret(document())),
  again(1_000, 'places', () =>
    somebody().connection.setPresence('programme', { recordId: `a-${random.int(9)}`, field: 'owner' }),
  ),
  again(2_000, 'visits', async () => {
    const visitor = await visit([random.pick(meetings).id, random.pick(meetings).id])
    for (const one of visitor.documents) type(one)
    await pause(random.int(3_000))
    await leave(visitor)
  }),
  again(2_000, 'comments changed', async () => {
    if (comment.changed++ >= mostChanges) comment = { id: await aComment(), changed: 0 }
    await tell('editComment', { id: comment.id, text: `Who brings the figures? ${random.int(1e6)}` })
  }),
  again(20_000, 'comments', async () => {
    await aComment()
  }),
  again(2_000, 'searches', async () => {
    const words = random.pick(['care', 'plant', 'gofal', 'council', 'figures', 'w'])
    await graphql(url, aCookie(), 'query ($text: String!) { search(text: $text) { totalCount } }', { text: words })
  }),
  again(2_000, 'lists', async () => {
    await graphql(url, aCookie(), '{ actions(first: 50) { totalCount edges { node { id title } } } }')
  }),
  // A live text holds what was ever written in it; people go on to the next one.
  again(90_000, 'meetings', async () => {
    meetings.push(await meet())
    await Promise.all((meetings.shift()?.people ?? []).map(leave))
  }),
  again(5_000, 'lines broken', () => somebody().connection.channel.breakOff()),
]

process.once('message', async () => {
  leaving.abort()
  await Promise.all(work)
  await Promise.all(meetings.flatMap(({ people }) => people).map(leave))
  process.send?.({ done, seed: random.seed }, () => process.exit(0))
})
process.send?.('ready')

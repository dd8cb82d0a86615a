import { type Connection, connect, minutesText, type OpenDocument, toBase64, Y } from '@camau/collab'
import type { DocumentId, Presence, RecordsChanged } from '@camau/protocol'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { ask, pushed, write } from './line.js'
import { aRunningMeeting } from './meetings.js'
import { appoint, endOffice } from './offices.js'
import { pace } from './pace.js'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

const room = 'body:body-ws-1'
let product: Product
let secretary: Person
let chair: Person
let viceChair: Person
const open: Connection[] = []

beforeAll(async () => {
  product = await startProduct()
  ;[secretary, chair, viceChair] = await Promise.all([
    signIn(product, 'secretariat'),
    signIn(product, 'ws1-chair'),
    signIn(product, 'ws1-vice-chair'),
  ])
})
afterAll(async () => {
  for (const connection of open) connection.close()
  await product?.end()
})

describe('a chair of workstream 1 loses the office while writing, with the log open', () => {
  it('and within a second edits, commands, presence and catch-up are refused, and nothing more arrives', async () => {
    const documentId: DocumentId = `minutes:${await aRunningMeeting(secretary, 'body-ws-1')}`
    const [leaver, watcher] = [lineOf(chair), lineOf(viceChair)]
    const [leavers, watchers] = [leaver.openDocument(documentId), watcher.openDocument(documentId)]
    const leaversLog = followed(leaver)
    const watchersLog = followed(watcher)
    await Promise.all([leavers.opened, watchers.opened])
    const { epoch, handle, people } = await openedBySecretary(documentId)
    const heard = hearsOf(leaver)
    const log = await ask(watcher, 'records:open', { room })
    if (!log.ok) throw new Error(log.code)
    const carets = presenceOf(watcher, chair, { [documentId]: people, [room]: log.people }, { handle, documentId })

    const typed = typing(leavers, leaver)
    await expect.poll(() => textOf(watchers), { timeout: 20_000 }).toContain('edit 20.')
    await expect.poll(() => [...new Set(carets.map(({ where }) => where))].sort()).toEqual([room, documentId].sort())
    await command(viceChair)
    await expect.poll(() => leaversLog.changes.length).toBeGreaterThan(0)
    const before = leaversLog.changes.at(-1)?.seq ?? 0

    onTestFinished(await endOffice(secretary, chair, 'CHAIR', 'body-ws-1'))
    const answered = Date.now()
    const shut = () => ask(leaver, 'records:open', { room }).then((answer) => answer.ok)
    await expect.poll(shut, { interval: 50, timeout: 1_000 * pace }).toBe(false)
    const quiet = Date.now() // what was sent before that answer has been read before it
    // The room goes on meanwhile, and the leaver goes on trying.
    while (Date.now() - answered < 1_000) {
      await command(viceChair)
      write(minutesText(watchers.doc), 'Said among those who stay.')
      await watchers.saved()
    }

    // What the leaver tries now comes after all of that; the answers come in the order of the questions.
    const late = Date.now()
    leaver.channel.send('presence', { in: documentId, at: null })
    leaver.channel.send('presence', { in: room, at: { recordId: 'a-1', field: 'title' } })
    expect(await pushed(leaver, handle, pastTheClient)).toBe('not-open')
    const [stateVector, deleteSet] = [toBase64(Y.encodeStateVector(leavers.doc)), '0'.repeat(64)]
    expect(await codeOf(leaver, 'document:sync', { documentId, epoch, stateVector, deleteSet })).toBe('not-open')
    expect(await codeOf(leaver, 'document:open', { documentId, clientId: 3, epoch, stateVector })).toBe('not-found')
    expect(await codeOf(leaver, 'records:open', { room, since: before })).toBe('not-found')
    expect(await chair.ask('{ changes(room: "body:body-ws-1", since: 0) { seq } }')).toMatchObject({
      code: 'not-found',
    })
    expect((await command(chair)).code).toBe('not-permitted')

    // Whoever stays hears the next command and the next caret; the leaver's would have come before them.
    const last = await command(viceChair)
    await expect.poll(() => watchersLog.changes.map(({ mutationId }) => mutationId)).toContain(last.mutationId)
    await aCaretIsSeen(watcher, documentId)
    await codeOf(leaver, 'records:open', { room })
    typed.stop()

    expect(carets.filter(({ at }) => at > late)).toEqual([])
    expect(heard.filter(({ at }) => at > quiet)).toEqual([])
    expect(leaversLog.changes.map(({ mutationId }) => mutationId)).not.toContain(last.mutationId)
    expect(textOf(watchers)).not.toContain('Past the client.')

    const taken = typed.all.filter(({ words }) => textOf(watchers).includes(words))
    const lastTaken = (taken.at(-1)?.at ?? 0) - answered
    console.log(
      `rights ended: shut ${quiet - answered} ms, the last edit that was taken ${lastTaken} ms after the answer`,
    )
    expect(lastTaken).toBeLessThan(1_000)
    expect(taken.length).toBeLessThan(typed.all.length)
    const kept = leavers.draft?.text ?? ''
    expect(typed.all.filter(({ words }) => !taken.some((one) => one.words === words) && !kept.includes(words))).toEqual(
      [],
    )
    expect(leavers.status.get()).toMatchObject({ state: 'attention', because: 'not-found' })
  })

  it('who keeps a seat in the advisory group reads on, and writes no more', async () => {
    const documentId: DocumentId = `minutes:${await aRunningMeeting(secretary, 'body-ws-1')}`
    onTestFinished(await appoint(secretary, chair, 'MEMBER', 'body-mag'))
    const [leaver, watcher] = [lineOf(chair), lineOf(viceChair)]
    const [leavers, watchers] = [leaver.openDocument(documentId), watcher.openDocument(documentId)]
    const log = followed(leaver)
    await Promise.all([leavers.opened, watchers.opened])
    const typed = typing(leavers, leaver)
    await expect.poll(() => textOf(watchers), { timeout: 20_000 }).toContain('edit 10.')

    onTestFinished(await endOffice(secretary, chair, 'CHAIR', 'body-ws-1'))
    const answered = Date.now()
    await expect.poll(() => leavers.readOnly, { timeout: 20_000, interval: 10 }).toBe(true)
    typed.stop()
    const answer = await ask(leaver, 'document:open', { documentId, clientId: 3 })
    expect(answer).toMatchObject({ readOnly: true, because: 'not-permitted' })
    const { handle } = await openedBySecretary(documentId)
    expect(await pushed(leaver, handle, pastTheClient)).toBe('not-permitted')
    expect((await command(chair)).code).toBe('not-permitted')

    const { mutationId } = await command(viceChair)
    write(minutesText(watchers.doc), 'For all to read.')
    await watchers.saved()
    await expect.poll(() => textOf(leavers)).toContain('For all to read.')
    await expect.poll(() => log.changes.map((change) => change.mutationId)).toContain(mutationId)
    expect(textOf(watchers)).not.toContain('Past the client.')

    const taken = typed.all.filter(({ words }) => textOf(watchers).includes(words))
    expect((taken.at(-1)?.at ?? 0) - answered).toBeLessThan(1_000)
    const kept = leavers.draft?.text ?? ''
    expect(typed.all.filter(({ words }) => !taken.some((one) => one.words === words) && !kept.includes(words))).toEqual(
      [],
    )
  })
})

/** A connection of somebody's own, closed at the end. */
function lineOf({ cookie }: Person): Connection {
  const line = connect({ url: product.url, cookie })
  open.push(line)
  return line
}

const textOf = ({ doc }: OpenDocument): string => minutesText(doc).toString()

async function command(person: Person): Promise<{ code: string | null; mutationId: string }> {
  const mutationId = v7()
  const input = { mutationId, id: v7(), bodyId: 'body-ws-1', title: 'Said while somebody leaves' }
  return { code: (await person.command('proposeAction', input)).code, mutationId }
}

/** The room of the log, with every change that arrives in it. */
function followed(line: Connection): { changes: RecordsChanged[] } {
  const changes: RecordsChanged[] = []
  line.openRecords(room, { onChange: (change) => changes.push(change), onReset: () => {} })
  return { changes }
}

/** Everything the server says to somebody about the document and the log, and when. */
function hearsOf({ channel }: Connection): { at: number; what: string }[] {
  const heard: { at: number; what: string }[] = []
  for (const what of ['document:updated', 'document:saved', 'presence', 'records:changed'] as const)
    channel.on(what, () => heard.push({ at: Date.now(), what }))
  return heard
}

/** Where somebody is said to be, each time it is said: by name when they come, by the key that stands for them when they move. */
function presenceOf(
  { channel }: Connection,
  { personId }: Person,
  people: Record<string, Presence[]> = {},
  document = { handle: 0, documentId: '' },
) {
  const said: { at: number; where: string }[] = []
  const theirs = new Map(
    Object.entries(people).flatMap(([where, here]) =>
      here.filter((one) => one.personId === personId).map(({ key }): [string, number] => [where, key]),
    ),
  )
  channel.on('presence', ({ in: where, here = [], moved = [] }) => {
    const isTheirs = here.some((one) => one.personId === personId) || moved.some(([key]) => key === theirs.get(where))
    if (isTheirs) said.push({ at: Date.now(), where })
  })
  channel.on('document:updated', ([handle, , , carets = []]) => {
    const { documentId: where } = document
    const isTheirs = handle === document.handle && carets.some(([key]) => key === theirs.get(where))
    if (isTheirs) said.push({ at: Date.now(), where })
  })
  return said
}

/** Types twenty numbered edits a second and moves about in the document and in the log, until it is told to stop. */
function typing(document: OpenDocument, line: Connection) {
  const all: { at: number; words: string }[] = []
  const timer = setInterval(() => {
    const words = `edit ${all.length}.`
    all.push({ at: Date.now(), words })
    write(minutesText(document.doc), words)
    document.awareness.setLocalStateField('cursor', caretIn(document.doc))
    line.setPresence(room, { recordId: `a-${all.length}`, field: 'title' })
  }, 50)
  return { all, stop: () => clearInterval(timer) }
}

function caretIn(doc: Y.Doc) {
  const at = Y.createRelativePositionFromTypeIndex(minutesText(doc), 0)
  return { anchor: at, head: at }
}

const pastTheClient = (() => {
  const doc = new Y.Doc()
  write(minutesText(doc), 'Past the client.')
  return toBase64(Y.encodeStateAsUpdate(doc))
})()

async function openedBySecretary(documentId: DocumentId) {
  const line = lineOf(secretary)
  await expect.poll(() => line.channel.line.get().state, { timeout: 20_000 }).toBe('connected')
  const answer = await ask(line, 'document:open', { documentId, clientId: 3 })
  if (!answer.ok) throw new Error(answer.code)
  return answer
}

async function codeOf(...given: Parameters<typeof ask>): Promise<string | null> {
  const answer = await ask(...given)
  return answer.ok ? null : answer.code
}

/** Somebody else comes into the document, and the watcher is told: presence goes out in order. */
async function aCaretIsSeen(watcher: Connection, documentId: DocumentId): Promise<void> {
  const seen = presenceOf(watcher, secretary)
  const document = lineOf(secretary).openDocument(documentId)
  await document.opened
  await expect.poll(() => seen.length).toBeGreaterThan(0)
}

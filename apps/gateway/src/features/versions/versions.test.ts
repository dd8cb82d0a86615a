import { connect, minutesPlainText, minutesSchema, minutesText, type OpenDocument, sameState, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { compact } from '../../live/compaction.js'
import { documentLog } from '../../live/document-log.js'
import { createHistory } from '../../live/history.js'
import { createDocuments } from '../../live/index.js'
import { latch } from '../../live/testing/latch.js'
import { aParagraph } from '../../live/testing/typist.js'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'
import { keepNightly } from './keep-nightly.js'

let programme: RunningProgramme
let beside: Awaited<ReturnType<RunningProgramme['beside']>>
let chair: Caller
let vice: Caller
let secretary: Caller
/** The other node hears of a row at the latest when it looks at the log again. */
const soon = { timeout: 15_000 }
const open: { close(): void }[] = []
beforeAll(async () => {
  programme = await runningProgramme()
  beside = await programme.beside()
  chair = await programme.as('ws1-chair')
  vice = await programme.as('ws1-vice-chair')
  secretary = await programme.as('secretariat')
})
afterAll(async () => {
  for (const connection of open) connection.close()
  await programme?.stop()
})

/** A meeting that has begun, and the id of its minutes. */
async function aMeeting(): Promise<{ id: string; documentId: `minutes:${string}`; itemId: string }> {
  const [id, itemId] = [v7(), v7()]
  const times = { startsAt: '2027-02-01T10:00:00.000Z', endsAt: '2027-02-01T12:00:00.000Z' }
  const agenda = [{ id: itemId, title: 'Welcome', minutes: 10 }]
  await secretary.tell('createMeeting', { id, bodyId: 'body-ws-1', ...times, agenda })
  await secretary.tell('startMeeting', { id })
  return { id, documentId: `minutes:${id}`, itemId }
}

async function at(
  documentId: `${'minutes' | 'action'}:${string}`,
  { cookie }: Caller,
  origin = programme.origin,
): Promise<OpenDocument> {
  const connection = connect({ url: origin, cookie, random: () => 0 })
  open.push(connection)
  const document = connection.openDocument(documentId)
  await document.opened
  return document
}

async function write(document: OpenDocument, words: string): Promise<void> {
  minutesText(document.doc).push([aParagraph(words)])
  await document.saved()
}

const fields = 'id kind label words inserted deleted at by { id name } redactedAt documentId'
async function versionsOf(documentId: string, who = chair) {
  const { documentVersions } = await who.ask(
    `query V($id: ID!) { documentVersions(documentId: $id) { totalCount writable redactable hasNextPage nodes { ${fields} } redactions { reason places by { id } } } }`,
    { id: documentId },
  )
  return documentVersions
}
const keep = (documentId: string, label: string, who = chair) =>
  who.tell('keepVersion', { id: v7(), documentId, label }, fields)

interface Run {
  text: string
  change: string
  author: number
  at: string
}
async function compared(from: string, to: string | null, who = chair) {
  const { compareVersions } = await who.ask(
    `query C($from: ID!, $to: ID) { compareVersions(from: $from, to: $to) { insertedWords deletedWords from { id } to { id }
      authors { kind person { id } } blocks { kind change level runs { text change author at bold } } } }`,
    { from, to },
  )
  const { authors, blocks, ...counts } = compareVersions
  const runs = blocks.flatMap((block: { runs: Run[] }) => block.runs)
  const told = runs
    .filter(({ change }: Run) => change !== 'KEPT')
    .map(({ text, change, author }: Run) => [change, text, authors[author].person?.id ?? authors[author].kind])
  return { ...counts, authors, blocks, runs, told }
}
const coldly = async (id: string) => {
  const { doc } = await createDocuments(programme.db).read(`minutes:${id}`)
  return minutesPlainText(doc)
}
const tidy = (documentId: `minutes:${string}`) => compact(documentLog(programme.db), documentId, new Date(), 0)

describe('versions of minutes', () => {
  it('are kept when the meeting is closed, the minutes circulated and agreed, and survive compaction', async () => {
    const { id, documentId } = await aMeeting()
    const text = await at(documentId, chair)
    await write(text, 'First words')
    await secretary.tell('endMeeting', { id })
    await write(text, 'Mended after the meeting')
    await secretary.tell('circulateMinutes', { id })
    const corrected = await at(documentId, secretary)
    await write(corrected, 'A correction')
    await chair.tell('agreeMinutes', { id })
    await tidy(documentId)
    const { nodes, totalCount, writable } = await versionsOf(documentId)
    expect([totalCount, writable]).toEqual([3, false])
    expect(
      nodes.map(
        ({ kind, by, inserted, words }: { kind: string; by: { id: string }; inserted: number; words: number }) => [
          kind,
          by.id,
          inserted,
          words,
        ],
      ),
    ).toEqual([
      ['AGREED', 'demo-ws1-chair', 2, 9],
      ['CIRCULATED', 'demo-secretariat', 4, 7],
      ['CLOSED', 'demo-secretariat', 3, 3],
    ])
    const { told } = await compared(nodes[2].id, nodes[0].id)
    expect(told).toEqual([
      ['INSERTED', 'Mended after the meeting', 'demo-ws1-chair'],
      ['INSERTED', 'A correction', 'demo-secretariat'],
    ])
    expect(await chair.refused('restoreVersion', { id: nodes[2].id })).toMatchObject({ code: 'minutes-agreed' })
  })

  it('are for those who may open the text and are at work there; kept and brought back by those who may write in it', async () => {
    const { documentId } = await aMeeting()
    await write(await at(documentId, chair), 'Words of the meeting')
    const kept = await keep(documentId, 'Before the vote')
    const reader = await programme.as('ws2-chair')
    const outsider = await programme.as('scrutiny-reader')
    expect(await versionsOf(documentId, reader)).toMatchObject({ totalCount: 1, writable: false, redactable: false })
    expect(await reader.refused('keepVersion', { id: v7(), documentId, label: 'Mine' })).toMatchObject({
      code: 'not-permitted',
    })
    expect(await reader.refused('restoreVersion', { id: kept.id })).toMatchObject({ code: 'not-permitted' })
    for (const stranger of [outsider, await programme.as()])
      await expect(versionsOf(documentId, stranger)).rejects.toThrow('not-found')
    await expect(compared(kept.id, null, outsider)).rejects.toThrow('not-found')
    expect(await outsider.refused('keepVersion', { id: v7(), documentId, label: 'x' })).toMatchObject({
      code: 'not-found',
    })
    expect(await outsider.refused('restoreVersion', { id: kept.id })).toMatchObject({ code: 'not-found' })
    expect(await chair.refused('keepVersion', { id: v7(), documentId, label: ' ' })).toMatchObject({
      code: 'text-needed',
    })
    const redaction = { id: v7(), documentId, passages: ['Words of the meeting'], reason: 'Asked for' }
    for (const other of [chair, reader])
      expect(await other.refused('redactDocument', redaction)).toMatchObject({ code: 'not-permitted' })
    expect(await secretary.refused('redactDocument', { ...redaction, reason: ' ' })).toMatchObject({
      code: 'reason-needed',
    })
    expect(await secretary.refused('redactDocument', { ...redaction, passages: ['nowhere said'] })).toMatchObject({
      code: 'not-in-the-text',
    })
  })

  it('of a restricted action are for those it names alone', async () => {
    const { actions } = await chair.ask(
      '{ actions(filter: { bodyId: "body-ws-1" }, first: 1) { edges { node { id } } } }',
    )
    const action = actions.edges[0].node.id
    const id = v7()
    await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title: 'Between us' })
    const connection = connect({ url: programme.origin, cookie: chair.cookie })
    open.push(connection)
    const document = connection.openDocument(`action:${id}`)
    await document.opened
    document.doc.getText('title').insert(0, 'Only ')
    await document.saved()
    const kept = await keep(`action:${id}`, 'As it was')
    expect((await versionsOf(`action:${id}`, secretary)).totalCount).toBe(1)
    await chair.tell('restrictAction', { id, to: [{ personId: 'demo-ws1-chair' }] })
    await expect(versionsOf(`action:${id}`, secretary)).rejects.toThrow('not-found')
    await expect(compared(kept.id, null, secretary)).rejects.toThrow('not-found')
    expect((await versionsOf(`action:${id}`)).totalCount).toBe(1)
    expect((await versionsOf(`action:${action}`)).totalCount).toBe(0)
  })

  it('tell nothing of an item that has been restricted since, and do not bring it back', async () => {
    const { id, documentId, itemId } = await aMeeting()
    const text = await at(documentId, secretary)
    await write(text, 'Under the first item')
    const kept = await keep(documentId, 'While it was open', secretary)
    await secretary.tell(
      'restrictAgendaItem',
      { id: itemId, meetingId: id, restrictedTo: [{ personId: 'demo-secretariat' }] },
      'id',
    )
    await expect.poll(() => minutesPlainText(text.doc), soon).not.toContain('Under the first item')
    const read = await chair.ask(
      'query T($id: ID!) { documentVersion(id: $id) { text { blocks { runs { text } } } } }',
      { id: kept.id },
    )
    expect(JSON.stringify(read)).not.toContain('Under the first item')
    expect(JSON.stringify(await compared(kept.id, null))).not.toContain('Under the first item')
    await write(text, 'Said later')
    await secretary.tell('restoreVersion', { id: kept.id })
    await expect.poll(() => minutesPlainText(text.doc), soon).not.toContain('Said later')
    expect(minutesPlainText(text.doc)).not.toContain('Under the first item')
  })

  it('come page by page', async () => {
    const { documentId } = await aMeeting()
    const text = await at(documentId, chair)
    for (const label of ['one', 'two', 'three']) {
      await write(text, label)
      await keep(documentId, label)
    }
    const page = (after: string | null) =>
      chair.ask(
        `query P($id: ID!, $after: ID) { documentVersions(documentId: $id, first: 2, after: $after) { hasNextPage nodes { id label } } }`,
        { id: documentId, after },
      )
    const { documentVersions: first } = await page(null)
    expect([first.hasNextPage, first.nodes.map(({ label }: { label: string }) => label)]).toEqual([
      true,
      ['three', 'two'],
    ])
    const { documentVersions: second } = await page(first.nodes[1].id)
    expect([second.hasNextPage, second.nodes.map(({ label }: { label: string }) => label)]).toEqual([false, ['one']])
  })

  it('of the night are kept once, whichever node is first, and only of what changed', async () => {
    const { documentId } = await aMeeting()
    await write(await at(documentId, chair), 'Late words')
    const now = () => new Date('2027-02-02T03:00:00.000Z')
    const nodes = [programme.db, programme.db].map((db) => ({
      db,
      now,
      history: createHistory(db, () => minutesSchema),
    }))
    const kept = await Promise.all(nodes.map((node) => keepNightly(node, new AbortController().signal)))
    expect(kept.reduce((sum, one) => sum + one)).toBeGreaterThan(0)
    const nightly = async () =>
      (await versionsOf(documentId)).nodes.filter(({ kind }: { kind: string }) => kind === 'NIGHTLY').length
    expect(await nightly()).toBe(1)
    const [node] = nodes
    if (!node) throw new Error('no node')
    for (const later of ['2027-02-03T03:00:00.000Z', '2027-02-03T01:00:00.000Z'])
      await keepNightly({ ...node, now: () => new Date(later) }, new AbortController().signal)
    expect(await nightly()).toBe(1)
  })

  it('of the night are kept of all other texts when that of one fails, which is told', async () => {
    const [first, failing, last] = await Promise.all([aMeeting(), aMeeting(), aMeeting()])
    for (const { documentId } of [first, failing, last]) await write(await at(documentId, chair), 'Words of the day')
    const history = createHistory(programme.db, () => minutesSchema)
    const keep: typeof history.keep = (within, id, ...given) =>
      id === failing.documentId ? Promise.reject(new Error('cannot be read')) : history.keep(within, id, ...given)
    const node = { db: programme.db, now: () => new Date('2027-02-04T03:00:00.000Z'), history: { ...history, keep } }
    await expect(keepNightly(node, new AbortController().signal)).rejects.toMatchObject({
      errors: [{ message: 'cannot be read' }],
    })
    const kinds = async ({ documentId }: { documentId: string }) =>
      (await versionsOf(documentId)).nodes.map(({ kind }: { kind: string }) => kind)
    expect(await Promise.all([first, failing, last].map(kinds))).toEqual([['NIGHTLY'], [], ['NIGHTLY']])
  })
})

describe('who wrote what', () => {
  it('is known of every character by its client id, before and after compaction', async () => {
    const { documentId } = await aMeeting()
    await write(await at(documentId, chair), 'By the chair')
    await write(await at(documentId, vice, beside.origin), 'By the vice-chair')
    const authorsNow = async () => {
      const { documentAuthors } = await chair.ask(
        'query A($id: ID!) { documentAuthors(documentId: $id) { kind clientId person { id } } }',
        {
          id: documentId,
        },
      )
      return documentAuthors.map(({ person }: { person: { id: string } }) => person.id).sort()
    }
    expect(await authorsNow()).toEqual(['demo-ws1-chair', 'demo-ws1-vice-chair'])
    const kept = await keep(documentId, 'Both')
    const read = async () => {
      const { documentVersion } = await chair.ask(
        'query T($id: ID!) { documentVersion(id: $id) { text { authors { kind person { id } } blocks { kind runs { text author at } } } } }',
        { id: kept.id },
      )
      const { authors, blocks } = documentVersion.text
      return blocks.flatMap((block: { runs: Run[] }) =>
        block.runs.map(({ text, author, at: when }) => [
          text,
          authors[author].person?.id ?? authors[author].kind,
          when,
        ]),
      )
    }
    const before = await read()
    expect(before.map(([text, author]: string[]) => [text, author])).toEqual([
      ['Welcome', 'DOCUMENT'],
      ['By the chair', 'demo-ws1-chair'],
      ['By the vice-chair', 'demo-ws1-vice-chair'],
    ])
    await tidy(documentId)
    expect(await documentLog(programme.db).after(documentId, 0, 0)).toEqual([])
    expect(await read()).toEqual(before)
    expect(await authorsNow()).toEqual(['demo-ws1-chair', 'demo-ws1-vice-chair'])
  })
})

describe('bringing a version back', () => {
  it('is one more edit: everybody sees it, nothing anybody types meanwhile is lost, words stay their authors’, and it can be undone', async () => {
    const { documentId, id } = await aMeeting()
    const [mine, theirs] = [await at(documentId, chair), await at(documentId, vice, beside.origin)]
    await write(theirs, 'The agreed wording')
    const kept = await keep(documentId, 'Agreed wording')
    await expect.poll(() => minutesPlainText(mine.doc), soon).toContain('The agreed wording')
    const text = minutesText(mine.doc)
    text.delete(text.length - 1, 1)
    await write(mine, 'Another wording')
    // Two people write without a pause while it comes back.
    let typing = true
    const said: string[] = []
    const type = async (document: OpenDocument, name: string) => {
      for (let i = 0; typing || i < 5; i++) {
        const words = `${name} ${i}.`
        minutesText(document.doc).insert(1, [aParagraph(words)])
        said.push(words)
        await document.saved()
      }
    }
    const both = Promise.all([type(mine, 'chair'), type(theirs, 'vice')])
    const before = await chair.tell('restoreVersion', { id: kept.id }, fields)
    typing = false
    await both
    expect(before).toMatchObject({ kind: 'BEFORE_RESTORE', by: { id: 'demo-ws1-chair' } })
    await expect.poll(() => sameState(mine.doc, theirs.doc), soon).toBe(true)
    await expect.poll(() => minutesPlainText(mine.doc), soon).toContain('The agreed wording')
    expect(minutesPlainText(mine.doc)).not.toContain('Another wording')
    const now = `${minutesPlainText(mine.doc)}\n`
    // What was typed before it came back went with it, and is in the version kept just before; the rest is here.
    const { documentVersion } = await chair.ask(
      'query B($id: ID!) { documentVersion(id: $id) { text { blocks { runs { text } } } } }',
      { id: before.id },
    )
    const keptBefore = `${documentVersion.text.blocks.map(({ runs }: { runs: Run[] }) => runs.map((run) => run.text).join('')).join('\n')}\n`
    expect(said.filter((words) => !`${now}${keptBefore}`.includes(`${words}\n`))).toEqual([])
    const { runs, authors } = await compared(kept.id, null)
    const back = runs.find((run: Run) => run.text === 'The agreed wording')
    expect(authors[back.author].person.id).toBe('demo-ws1-vice-chair')
    await expect.poll(() => coldly(id), soon).toBe(now.trimEnd())
    await chair.tell('restoreVersion', { id: before.id })
    await expect.poll(() => minutesPlainText(mine.doc), soon).toContain('Another wording')
    expect(await chair.refused('restoreVersion', { id: before.id })).toMatchObject({ code: 'already-so' })
  }, 60_000)

  it('is done once, however often it is asked for', async () => {
    const { documentId, id } = await aMeeting()
    const mine = await at(documentId, chair)
    await write(mine, 'Wanted')
    const kept = await keep(documentId, 'Wanted')
    await write(mine, 'Not wanted')
    const input = { id: kept.id, mutationId: v7() }
    const [one, two] = [await chair.tell('restoreVersion', input), await chair.tell('restoreVersion', input)]
    expect(two).toEqual(one)
    expect((await versionsOf(documentId)).totalCount).toBe(2)
    // The empty paragraph it left for whoever might be typing goes after a while.
    await expect.poll(() => minutesText(mine.doc).length, { timeout: 15_000 }).toBe(3)
    expect(await coldly(id)).toBe('Welcome\nWanted')
  })
})

/** Every collection in which any of the words stands, however it is written there. */
async function collectionsWith(...words: string[]): Promise<string[]> {
  const found: string[] = []
  const { collections } = z.object({ collections: z.array(z.object({ collectionName: z.string() })) }).parse({
    collections: await programme.db.db?.collections(),
  })
  for (const { collectionName } of collections) {
    for await (const row of programme.db.collection(collectionName).find({})) {
      const bytes = JSON.stringify(row, (_key, value: unknown) =>
        typeof value === 'string' && value.length > 20
          ? `${value} ${Buffer.from(value, 'base64').toString('utf8')}`
          : value,
      )
      if (words.some((word) => bytes.toLowerCase().includes(word.toLowerCase()))) found.push(collectionName)
    }
  }
  return [...new Set(found)].sort()
}

/** Holds the next transaction of the first node before it begins, until let go. */
function holdTransaction(): { asked: Promise<void>; letGo(): void } {
  const [asked, here] = latch()
  const [held, letGo] = latch()
  const begin = programme.db.startSession.bind(programme.db)
  vi.spyOn(programme.db, 'startSession').mockImplementationOnce(async (...args) => {
    here()
    await held
    return begin(...args)
  })
  return { asked, letGo }
}

/** Resolves when the first node has told lists and search of a document, and notes that it has. */
function projected(documentId: string): Promise<void> {
  const { db } = programme.db
  if (!db) throw new Error('not connected')
  const [noted, note] = latch()
  const command = db.command.bind(db)
  const spy = vi.spyOn(db, 'command').mockImplementation((...args) => {
    const [{ update, updates }] = args
    if (update === 'documents' && updates.some(({ q }: { q: { _id: string } }) => q._id === documentId)) {
      spy.mockRestore()
      note()
    }
    return command(...args)
  })
  return noted
}

describe('taking words out for good', () => {
  it('leaves them in no collection, in no version and in no search; whoever had the old text keeps what they had not sent', async () => {
    const { documentId, id } = await aMeeting()
    const [mine, theirs] = [await at(documentId, chair), await at(documentId, vice, beside.origin)]
    await write(mine, 'Cobalt Lighthouse attended, and spoke.')
    const kept = await keep(documentId, 'With Cobalt Lighthouse')
    await write(mine, 'A passing zzyzyx remark')
    minutesText(mine.doc).delete(minutesText(mine.doc).length - 1, 1)
    await mine.saved()
    // Tidying here leaves no time, as it does otherwise, for a node that has missed rows.
    await expect.poll(() => sameState(mine.doc, theirs.doc), soon).toBe(true)
    await tidy(documentId)
    await write(mine, 'More of cobalt  lighthouse here')
    await secretary.tell('endMeeting', { id })
    const search = async () => {
      const { search: found } = await chair.ask('{ search(text: "Lighthouse") { totalCount } }')
      return found.totalCount
    }
    await expect.poll(search).toBeGreaterThan(0)
    expect(await collectionsWith('cobalt', 'lighthouse', 'zzyzyx')).toEqual([
      'changes',
      'documentSnapshotChunks',
      'documentTexts',
      'documentUpdates',
      'documentVersions',
    ])
    const { redactionPreview } = await secretary.ask(
      'query R($id: ID!) { redactionPreview(documentId: $id, passages: ["cobalt lighthouse"]) { inText versions } }',
      { id: documentId },
    )
    expect(redactionPreview).toEqual({ inText: 2, versions: 2 })
    const input = { id: v7(), documentId, passages: ['Cobalt Lighthouse'], reason: 'Asked for by the person' }
    const redaction = await secretary.tell('redactDocument', input, 'id places reason by { id }')
    expect(redaction).toMatchObject({ places: 5, by: { id: 'demo-secretariat' } })

    await expect.poll(() => mine.status.get()).toMatchObject({ state: 'attention', because: 'stale-epoch' })
    minutesText(theirs.doc).push([aParagraph('Typed in the old text')])
    await expect(theirs.saved()).rejects.toMatchObject({ code: 'stale-epoch' })
    expect(theirs.draft?.text).toBe('Typed in the old text')
    const again = await at(documentId, vice, beside.origin)
    expect(minutesPlainText(again.doc)).toContain('[golygwyd · redacted] attended, and spoke.')
    await write(again, 'Going on')
    await expect.poll(() => coldly(id), soon).toContain('Going on')

    await expect.poll(() => collectionsWith('cobalt', 'lighthouse', 'zzyzyx'), soon).toEqual([])
    await expect.poll(search, soon).toBe(0)
    const { nodes, redactions } = await versionsOf(documentId)
    expect(redactions).toMatchObject([{ reason: 'Asked for by the person', places: 5 }])
    expect(nodes.find((one: { id: string }) => one.id === kept.id)).toMatchObject({
      label: 'With [golygwyd · redacted]',
      redactedAt: expect.any(String),
    })
    const { told, runs, authors } = await compared(kept.id, null)
    expect(told).toContainEqual(['INSERTED', 'Going on', 'demo-ws1-vice-chair'])
    const spoke = runs.find((run: Run) => run.text.includes('attended, and spoke'))
    expect(authors[spoke.author].person.id).toBe('demo-ws1-chair')
    await tidy(documentId)
    expect(await coldly(id)).toContain('Going on')
  }, 60_000)

  it('reaches the addresses of links, also in versions where the words stand nowhere else', async () => {
    const { documentId } = await aMeeting()
    const mine = await at(documentId, chair)
    const linked = new Y.XmlElement('paragraph')
    linked.insert(0, [new Y.XmlText('This report')])
    minutesText(mine.doc).push([linked])
    const text = linked.get(0)
    if (!(text instanceof Y.XmlText)) throw new Error('nothing was written')
    text.format(5, 6, { link: { href: 'https://example.org/Vermilion/2026.pdf' } })
    await mine.saved()
    const kept = await keep(documentId, 'With a link')
    minutesText(mine.doc).delete(minutesText(mine.doc).length - 1, 1)
    await write(mine, 'Vermilion spoke')
    expect(await collectionsWith('vermilion')).toContain('documentSnapshotChunks')
    const input = { id: v7(), documentId, passages: ['Vermilion'], reason: 'Erasure' }
    expect(await secretary.tell('redactDocument', input, 'places')).toEqual({ places: 2 })
    await expect.poll(() => collectionsWith('vermilion'), soon).toEqual([])
    expect((await compared(kept.id, null)).told).toContainEqual(['DELETED', 'This report', 'demo-ws1-chair'])
  })

  it('is not held up by a version whose bytes are damaged, nor is the next version', async () => {
    const { documentId } = await aMeeting()
    const mine = await at(documentId, chair)
    await write(mine, 'Saffron Anchor spoke')
    const damaged = await keep(documentId, 'To be damaged')
    const chunks = programme.db.collection('documentSnapshotChunks')
    await chunks.updateMany({ snapshotId: damaged.id }, { $set: { data: Buffer.from('damaged') } })
    await write(mine, 'And went')
    await keep(documentId, 'After it')
    await secretary.tell(
      'redactDocument',
      { id: v7(), documentId, passages: ['Saffron Anchor'], reason: 'Erasure' },
      'id',
    )
    expect(await chunks.countDocuments({ snapshotId: damaged.id })).toBe(0)
    expect(await collectionsWith('saffron')).toEqual([])
  })

  it('leaves nothing to lists and search that a node was about to tell them of the text as it was', async () => {
    const id = v7()
    const documentId = `action:${id}` as const
    await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title: 'Ask' })
    const mine = await at(documentId, chair)
    const documents = programme.db.collection<{ _id: string; projectedSeq: number }>('documents')
    await expect.poll(async () => (await documents.findOne({ _id: documentId }))?.projectedSeq, soon).toBe(1)
    const { asked, letGo } = holdTransaction()
    const told = projected(documentId)
    mine.doc.transact(() => {
      mine.doc.getText('title').insert(3, ' Ochre Sextant')
      mine.doc.getXmlFragment('detail').push([aParagraph('The ochre sextant may come')])
    })
    await mine.saved()
    await asked
    const input = { id: v7(), documentId, passages: ['Ochre Sextant'], reason: 'Erasure' }
    const elsewhere = await beside.as('secretariat')
    await elsewhere.tell('redactDocument', input, 'id').finally(letGo)
    await told
    expect(await collectionsWith('ochre', 'sextant')).toEqual([])
    const { action } = await chair.ask('query A($id: ID!) { action(id: $id) { title } }', { id })
    expect(action.title).toBe('Ask [golygwyd · redacted]')
    // In its own transaction: nothing that is decided after it finds the title as it was.
    const rows = await programme.db.collection('changes').find({ command: 'redactDocument' }).toArray()
    expect(rows.map(({ patches }) => patches).join()).toContain('Ask [golygwyd · redacted]')
  })

  it('reaches minutes that were agreed; their chain still holds', async () => {
    const { documentId, id } = await aMeeting()
    const mine = await at(documentId, chair)
    await write(mine, 'Marzipan Lantern was praised')
    for (const step of ['endMeeting', 'circulateMinutes']) await secretary.tell(step, { id })
    await chair.tell('agreeMinutes', { id })
    await expect.poll(() => mine.readOnly).toBe(true)
    await secretary.tell(
      'redactDocument',
      { id: v7(), documentId, passages: ['Marzipan Lantern'], reason: 'Erasure' },
      'id',
    )
    await expect.poll(() => collectionsWith('marzipan'), soon).toEqual([])
    const { meeting, minutesCheck } = await chair.ask(
      'query M($id: ID!) { meeting(id: $id) { agreedMinutes { content intact redactedAt } } minutesCheck(bodyId: "body-ws-1") { faults { because } } }',
      { id },
    )
    expect(minutesCheck.faults).toEqual([])
    expect(meeting.agreedMinutes).toMatchObject({ intact: true, redactedAt: expect.any(String) })
    expect(JSON.stringify(meeting.agreedMinutes.content)).toContain('[golygwyd · redacted] was praised')
    const reader = await at(documentId, vice)
    expect(reader.status.get()).toMatchObject({ state: 'read-only' })
    expect(minutesPlainText(reader.doc)).toContain('was praised')
    const log = documentLog(programme.db)
    const record = await log.find(documentId)
    expect((await log.after(documentId, record?.epoch ?? 0, 0)).map(({ sealed }) => sealed ?? false)).toEqual([
      false,
      true,
    ])
    expect(Y.encodeStateVector(reader.doc).length).toBeGreaterThan(1)
  })

  it('reaches what agreed minutes tell of an action, and what they tell beside their text; both still are what they say', async () => {
    const { documentId, id, itemId } = await aMeeting()
    const action = v7()
    await chair.tell('proposeAction', {
      id: action,
      bodyId: 'body-ws-1',
      meetingId: id,
      title: 'Invite Velvet Compass',
    })
    const declared = { id: v7(), meetingId: id, itemId, nature: 'Sister of Saffron Anchor' }
    await chair.tell('declareInterest', declared, 'id')
    for (const step of ['endMeeting', 'circulateMinutes']) await secretary.tell(step, { id })
    await chair.tell('agreeMinutes', { id })
    await (await at(`action:${action}`, chair)).saved()
    const told = async () => {
      const { meeting, minutesCheck } = await chair.ask(
        'query M($id: ID!) { meeting(id: $id) { agreedMinutes { actions { title } declarations { nature } intact redactedAt } } minutesCheck(bodyId: "body-ws-1") { faults { because } } }',
        { id },
      )
      expect(minutesCheck.faults).toEqual([])
      const { actions, declarations, ...state } = meeting.agreedMinutes
      return [actions[0].title, declarations[0].nature, state]
    }
    expect(await told()).toEqual(['Invite Velvet Compass', declared.nature, { intact: true, redactedAt: null }])
    const takeOut = async (from: string, passage: string) => {
      const about = { documentId: from, passages: [passage] }
      const { redactionPreview } = await secretary.ask(
        'query R($documentId: ID!, $passages: [String!]!) { redactionPreview(documentId: $documentId, passages: $passages) { inText } }',
        about,
      )
      const { places } = await secretary.tell('redactDocument', { id: v7(), ...about, reason: 'Erasure' }, 'places')
      return [redactionPreview.inText, places]
    }
    expect(await takeOut(`action:${action}`, 'Velvet Compass')).toEqual([2, 2])
    expect(await takeOut(documentId, 'Saffron Anchor')).toEqual([1, 1])
    const redacted = { intact: true, redactedAt: expect.any(String) }
    expect(await told()).toEqual(['Invite [golygwyd · redacted]', 'Sister of [golygwyd · redacted]', redacted])
  })

  it('reaches every room in which an action was told of: of the body it came from, and of those who were given it', async () => {
    const id = v7()
    const documentId = `action:${id}` as const
    await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title: 'Ask Indigo Harbour' })
    await chair.tell('assignAction', { id, owner: { personId: 'demo-ws1-vice-chair' } })
    await chair.tell('addActionSupporter', { id, supporter: { personId: 'demo-guest' } })
    await (await at(documentId, chair)).saved()
    await keep(documentId, 'Before Indigo Harbour answered')
    await chair.tell('proposeActionTransfer', { id, bodyId: 'body-ws-2', reason: 'Theirs' })
    await (await programme.as('ws2-chair')).tell('acceptActionTransfer', { id })
    const roomsWith = async () => {
      const rows = await programme.db
        .collection('changes')
        .find({ patches: /indigo/i })
        .toArray()
      return [...new Set(rows.map(({ room }) => String(room)))].sort()
    }
    expect(await roomsWith()).toEqual([
      'body:body-ws-1',
      'body:body-ws-2',
      'person:demo-guest',
      'person:demo-ws1-vice-chair',
      'programme',
    ])
    await secretary.tell(
      'redactDocument',
      { id: v7(), documentId, passages: ['Indigo Harbour'], reason: 'Erasure' },
      'id',
    )
    expect(await roomsWith()).toEqual([])
    const { changes } = await vice.ask(
      '{ changes(room: "person:demo-ws1-vice-chair", since: 0) { patches { fields } } }',
    )
    expect(JSON.stringify(changes)).toContain('Ask [golygwyd · redacted]')
  })

  it('does not make minutes what was agreed that were not', async () => {
    const { id } = await aMeeting()
    const action = v7()
    await chair.tell('proposeAction', { id: action, bodyId: 'body-ws-1', meetingId: id, title: 'Thank Amber Furlong' })
    for (const step of ['endMeeting', 'circulateMinutes']) await secretary.tell(step, { id })
    await chair.tell('agreeMinutes', { id })
    await (await at(`action:${action}`, chair)).saved()
    const agreed = programme.db.collection<{ _id: string }>('documentVersions')
    await agreed.updateOne({ _id: id }, { $set: { 'actions.0.status': 'closed' } })
    const input = { id: v7(), documentId: `action:${action}`, passages: ['Amber Furlong'], reason: 'Erasure' }
    await secretary.tell('redactDocument', input, 'id')
    const { meeting } = await chair.ask(
      'query M($id: ID!) { meeting(id: $id) { agreedMinutes { actions { title } intact redactedAt } } }',
      { id },
    )
    const actions = [{ title: 'Thank [golygwyd · redacted]' }]
    expect(meeting.agreedMinutes).toEqual({ actions, intact: false, redactedAt: null })
  })
})

import { aReplica, firstMinutes, minutesPlainText, minutesSchema, minutesText, sameState, Y } from '@camau/collab'
import { Refusal, type RefusalCode } from '@camau/domain'
import { type Connection, mongo } from 'mongoose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createLog } from '../platform/log.js'
import { connectMongo, prepareCollections } from '../platform/mongo.js'
import { inTransaction } from '../platform/transaction.js'
import { allowance } from './allowance.js'
import { append } from './append.js'
import { compact } from './compaction.js'
import type { UpdateRecord } from './document.model.js'
import { type DocumentLog, documentLog, insertUnordered, newRow, stored } from './document-log.js'
import { createDocuments } from './documents.js'
import { gatherWrites } from './gather-writes.js'
import { createHistory } from './history.js'
import { loadDocument } from './load-document.js'
import { pace } from './pace.js'
import type { Quiet } from './quiet.js'
import { Room, trustFor } from './room.js'
import { createRooms } from './rooms.js'
import { aDatabase } from './testing/engine.js'
import { aGateway } from './testing/gateway.js'
import { latch } from './testing/latch.js'
import { aParagraph } from './testing/typist.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let db: Connection
let log: DocumentLog
beforeAll(async () => {
  database = await aDatabase()
  db = await connectMongo(database.uri)
  log = documentLog(db)
  await prepareCollections(db)
})
afterAll(async () => {
  await db?.close()
  await database?.stop()
})

const at = new Date()
let count = 0
type Id = `minutes:${string}`

interface Logged {
  id: Id
  epoch: number
  doc: Y.Doc
}

/** A document whose log holds so many rows, and what it says. */
async function aLoggedDocument(rows: number): Promise<Logged> {
  const id: Id = `minutes:log-${++count}`
  const { epoch } = await log.begin(id)
  const doc = aReplica()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  firstMinutes([])(doc)
  for (let i = 1; i < rows; i++) minutesText(doc).push([aParagraph(`line ${i}`)])
  await log.insert(updates.map((update, i) => ({ ...newRow(id, epoch, update, 'p', at), seq: i + 1 })))
  return { id, epoch, doc }
}

const aRow = (id: Id, epoch: number, text: string) => {
  const doc = new Y.Doc()
  minutesText(doc).push([aParagraph(text)])
  return newRow(id, epoch, Y.encodeStateAsUpdate(doc), 'p', at)
}

describe('appending', () => {
  it('gives every row one number, however many write at once', async () => {
    const { id, epoch } = await aLoggedDocument(1)
    const writers = Array.from({ length: 6 }, (_, w) =>
      Array.from({ length: 5 }, (_, i) => aRow(id, epoch, `${w}-${i}`)),
    )
    // All believe that the log ends at 1.
    await Promise.all(writers.map((rows) => append({ log, documentId: id, epoch, head: 1, rows, patience: 20_000 })))
    const all = await log.after(id, epoch, 0)
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1))
    expect(new Set(all.map(({ _id }) => _id)).size).toBe(31)
  })

  it('of several documents in one write fails for that one alone whose number is taken', async () => {
    const documents = await Promise.all([aLoggedDocument(1), aLoggedDocument(2), aLoggedDocument(1)])
    const writes: number[] = []
    const gathered = gatherWrites(
      ({ documentId }: UpdateRecord) => documentId,
      (rows) => {
        writes.push(rows.length)
        return insertUnordered(db, 'documentUpdates', rows.map(stored))
      },
    )
    const rows = documents.map(({ id, epoch }) => ({ ...aRow(id, epoch, 'here'), seq: 2 }))
    const [{ id, epoch }] = documents
    const results = await Promise.allSettled(
      [...rows, { ...aRow(id, epoch, 'next'), seq: 3 }].map((row) => gathered(row)),
    )
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(writes).toEqual([3, 1]) // of one document never two together
    const logs = await Promise.all(documents.map((one) => log.after(one.id, one.epoch, 1)))
    expect(logs.map((all) => all.length)).toEqual([2, 1, 1])
    expect(logs[1]?.[0]?._id).not.toBe(rows[1]?._id)
  })

  it('takes what is claimed at once in one write, and a client id that two claim is the first one’s', async () => {
    const { id } = await aLoggedDocument(1)
    const connection = db.db
    if (!connection) throw new Error('no line to the database')
    const sent = vi.spyOn(connection, 'command')
    const claims = [21, 22, 23, 22].map((client, i) => log.claim(id, client, `p-${i}`, at))
    expect(await Promise.all(claims)).toEqual(['p-0', 'p-1', 'p-2', 'p-1'])
    expect(sent.mock.calls.map(([{ documents }]) => documents.length)).toEqual([3, 1])
    sent.mockRestore()
    expect([...(await log.claims(id)).entries()].filter(([client]) => client > 20)).toEqual(
      [21, 22, 23].map((client, i) => [client, { personId: `p-${i}`, at }]),
    )
  })

  it('finds a row that was written although its insert failed, and writes it no second time', async () => {
    const { id, epoch } = await aLoggedDocument(1)
    let calls = 0
    const unlucky: DocumentLog = {
      ...log,
      async insert(rows) {
        await log.insert(rows)
        if (++calls === 1) throw new Error('the line broke before the answer')
      },
    }
    const row = aRow(id, epoch, 'once')
    const taken = await append({ log: unlucky, documentId: id, epoch, head: 1, rows: [row], patience: 5_000 })
    expect(taken.map(({ _id, seq }) => [_id, seq])).toEqual([[row._id, 2]])
    expect(await log.after(id, epoch, 1)).toHaveLength(1)
  })

  it('gives up when the database stays away', async () => {
    const { id, epoch } = await aLoggedDocument(1)
    const away: DocumentLog = {
      ...log,
      insert: () => Promise.reject(new Error('away')),
      after: () => Promise.reject(new Error('away')),
    }
    const trying = append({ log: away, documentId: id, epoch, head: 1, rows: [aRow(id, epoch, 'x')], patience: 300 })
    await expect(trying).rejects.toBeInstanceOf(Refusal)
  })
})

describe('compaction', () => {
  it('leaves the same document, and in the log only what the snapshot does not hold', async () => {
    const { id, epoch, doc } = await aLoggedDocument(30)
    expect(await compact(log, id, at, 0)).toMatchObject({ seq: 30, pruned: 30 })
    expect(await log.after(id, epoch, 0)).toEqual([])
    const loaded = await loadDocument(log, id)
    expect(loaded).toMatchObject({ seq: 30, quarantined: false })
    expect(sameState(loaded?.doc ?? new Y.Doc(), doc)).toBe(true)
    expect(await compact(log, id, at, 0)).toBeNull()
  })

  it('keeps young rows, so that a paused node still finds its number taken', async () => {
    const { id, epoch } = await aLoggedDocument(5)
    expect(await compact(log, id, at, 60_000)).toMatchObject({ pruned: 0 })
    await expect(log.insert([{ ...aRow(id, epoch, 'late'), seq: 5 }])).rejects.toThrow(/E11000/)
  })

  it('counts what comes while it is under way towards the next one', async () => {
    const { id } = await aLoggedDocument(501)
    const prune: DocumentLog['prune'] = async (...given) => {
      await meanwhile.write()
      return log.prune(...given)
    }
    const rooms = createRooms({ ...surroundings, log: { ...log, prune }, documents, linger: 60_000 })
    const room = await rooms.get(id)
    const [before, meanwhile] = [aWriter(room), aWriter(room)]
    await before.write()
    await expect.poll(() => room.grown.snapshotBytes).toBeGreaterThan(0)
    expect(room.grown).toMatchObject({ rows: 1, bytes: expect.toSatisfy((bytes: number) => bytes > 0) })
    await rooms.close()
  })

  it('loads the same after a crash at any of its writes, before it or after it, and the next one tidies up', async () => {
    const scene = await aTwiceCompacted()
    const count = await writesOf((watched) => compact(watched, scene.id, at, 0))
    expect(count).toBe(7) // chunk, manifest, pointer, times, rows, an old manifest, its chunks
    for (let crash = 1; crash <= count; crash++) {
      for (const tookEffect of [false, true]) {
        const { id, doc } = await aTwiceCompacted()
        const where = `killed ${tookEffect ? 'after' : 'before'} write ${crash} of ${count}`
        await expect(compact(documentLog(dyingAt(crash, tookEffect)), id, at, 0), where).rejects.toThrow('killed')
        for (const next of [async () => {}, () => compact(log, id, at, 0)]) {
          await next()
          const loaded = await loadDocument(log, id)
          const same = sameState(loaded?.doc ?? new Y.Doc(), doc)
          expect([loaded?.seq, loaded?.quarantined, same], where).toEqual([8, false, true])
          expect(minutesPlainText(loaded?.doc ?? new Y.Doc()), where).toBe(minutesPlainText(doc))
        }
      }
    }
  }, 60_000)

  it('leaves no chunk of a snapshot that never came to be, once two sweeps have seen it', async () => {
    const { id } = await aLoggedDocument(20)
    await compact(documentLog(dyingAt(1, true)), id, at, 0).catch(() => {})
    const history = createHistory(db, () => minutesSchema)
    const chunks = () => db.collection('documentSnapshotChunks').countDocuments({})
    const before = await chunks()
    const seen = await history.sweep(new Set())
    expect([seen.size > 0, await chunks()]).toEqual([true, before])
    await history.sweep(seen)
    expect(await chunks()).toBe(before - seen.size)
    expect((await loadDocument(log, id))?.seq).toBe(20)
  })

  it('keeps nothing of a document from which something was taken out while it was at work', async () => {
    const { id, epoch } = await aLoggedDocument(20)
    const late: DocumentLog = {
      ...log,
      async saveSnapshot(...given) {
        const saved = await log.saveSnapshot(...given)
        await db.collection<{ _id: string }>('documents').updateOne({ _id: id }, { $set: { epoch: epoch + 1 } })
        return saved
      },
    }
    expect(await compact(late, id, at, 0)).toBeNull()
    expect(await db.collection('documentSnapshots').countDocuments({ documentId: id })).toBe(0)
  })
})

/** A document with two snapshots and rows after them: the next one makes the first superfluous. */
async function aTwiceCompacted(): Promise<{ id: Id; doc: Y.Doc }> {
  const { id, epoch, doc } = await aLoggedDocument(6)
  await log.claim(id, doc.clientID, 'p', at)
  for (const seq of [7, 8]) {
    await compact(log, id, at, 0)
    const before = Y.encodeStateVector(doc)
    minutesText(doc).push([aParagraph(`row ${seq}`)])
    await log.insert([{ ...newRow(id, epoch, Y.encodeStateAsUpdate(doc, before), 'p', at), seq }])
  }
  return { id, doc }
}

type Write = (...given: unknown[]) => Promise<unknown>
const writes = ['insertOne', 'insertMany', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany']

/** The same database, on which something is done at each write. */
function watchedDatabase(onWrite: (write: () => Promise<unknown>) => Promise<unknown>): Connection {
  const watched = (collection: object) =>
    new Proxy(collection, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        const call: Write = value.bind(target)
        return writes.includes(String(name)) ? (...given: unknown[]) => onWrite(() => call(...given)) : call
      },
    })
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return name === 'collection' ? (...given: [string]) => watched(db.collection(...given)) : value.bind(target)
    },
  })
}

async function writesOf(work: (log: DocumentLog) => Promise<unknown>): Promise<number> {
  let count = 0
  await work(
    documentLog(
      watchedDatabase((write) => {
        count++
        return write()
      }),
    ),
  )
  return count
}

/** Dies at the n-th write: nothing more of it reaches the database. */
function dyingAt(crash: number, tookEffect: boolean): Connection {
  let count = 0
  return watchedDatabase(async (write) => {
    count++
    if (count < crash) return write()
    if (count === crash && tookEffect) await write()
    throw new Error('killed')
  })
}

describe('a sealed log', () => {
  const seal = (id: Id) =>
    inTransaction(db, (session) => createDocuments(db).seal({ session, at }, id, async () => firstMinutes([])))

  it('takes no row after the seal, neither before nor after compaction', async () => {
    const { id, epoch, doc } = await aLoggedDocument(30)
    expect(await seal(id)).toMatchObject({ seq: 31, epoch })
    const late = () => [aRow(id, epoch, 'late'), aRow(id, epoch, 'later')]
    const tryAt = (head: number) =>
      append({ log, documentId: id, epoch, head, rows: late(), patience: 5_000 }).then((rows) => rows.at(-1))
    expect(await tryAt(29)).toMatchObject({ seq: 31, sealed: true })
    expect(await compact(log, id, at, 0)).toMatchObject({ seq: 30, pruned: 30 })
    expect(await compact(log, id, at, 0)).toBeNull()
    expect(await tryAt(30)).toMatchObject({ seq: 31, sealed: true })
    const loaded = await loadDocument(log, id)
    expect(loaded).toMatchObject({ seq: 31, sealed: true, quarantined: false })
    expect(sameState(loaded?.doc ?? new Y.Doc(), doc)).toBe(true)
    expect(await seal(id)).toMatchObject({ seq: 31 })
  })

  it('opens for reading, whatever rights say, and keeps late words as a draft', async () => {
    const gateway = await aGateway({ uri: database.uri, headCheck: 50 })
    const id: Id = `minutes:log-${++count}`
    const writer = (await gateway.as('writer')).openDocument(id)
    await writer.opened
    await seal(id) // nobody tells the gateway: it finds out from the log
    const readOnly = { state: 'read-only', because: 'minutes-agreed' }
    await expect.poll(() => writer.status.get()).toMatchObject(readOnly)
    minutesText(writer.doc).push([aParagraph('too late')])
    await expect(writer.saved()).rejects.toMatchObject({ code: 'minutes-agreed' })
    expect(writer.draft?.text).toBe('too late')
    const reader = (await gateway.as('reader')).openDocument(id)
    await reader.opened
    expect(reader.status.get()).toMatchObject(readOnly)
    expect(minutesText(reader.doc).toString()).not.toContain('too late')
    await gateway.close()
  })

  it('is shown to its end by a node that has not heard of it, when rights say that it is agreed', async () => {
    const gateway = await aGateway({ uri: database.uri, headCheck: 600_000 })
    const meeting = `log-${++count}`
    const writer = (await gateway.as('writer')).openDocument(`minutes:${meeting}`)
    await writer.opened
    const { epoch, seq } = await gateway.live.documents.read(`minutes:${meeting}`)
    await log.insert([{ ...aRow(`minutes:${meeting}`, epoch, 'the last word'), seq: seq + 1 }])
    await seal(`minutes:${meeting}`)
    gateway.agree(meeting)
    const reader = (await gateway.as('reader')).openDocument(`minutes:${meeting}`)
    await reader.opened
    expect(minutesText(reader.doc).toString()).toContain('the last word')
    await gateway.close()
  })

  it('with a row after the seal is damaged', async () => {
    const { id, epoch } = await aLoggedDocument(3)
    await seal(id)
    await log.insert([{ ...aRow(id, epoch, 'smuggled'), seq: 5 }])
    expect(await loadDocument(log, id)).toMatchObject({ seq: 4, sealed: true, quarantined: true })
  })
})

describe('a damaged log', () => {
  it.each([
    ['a missing row', 7, { $set: { documentId: 'elsewhere' } }],
    ['a changed row', 7, { $set: { update: new mongo.Binary(new Uint8Array([0, 0])) } }],
    ['a changed last row', 12, { $set: { update: new mongo.Binary(new Uint8Array([0, 0])) } }],
  ])('opens read-only, with what can still be read: %s', async (_name, seq, damage) => {
    const { id, epoch } = await aLoggedDocument(12)
    await db.collection('documentUpdates').updateOne({ documentId: id, epoch, seq }, damage)
    const gateway = await aGateway({ uri: database.uri })
    const reader = (await gateway.as('reader')).openDocument(id)
    await reader.opened
    expect(reader.status.get()).toMatchObject({ state: 'read-only', because: 'quarantined' })
    expect(minutesText(reader.doc).toString()).toContain('line 5')
    await gateway.close()
  })

  it('shows a snapshot that cannot be read as damage too, never as an empty page', async () => {
    const { id } = await aLoggedDocument(12)
    await compact(log, id, at, 0)
    const snapshot = await db.collection('documentSnapshots').findOne({ documentId: id })
    await db
      .collection('documentSnapshotChunks')
      .updateOne({ snapshotId: snapshot?._id }, { $set: { data: new mongo.Binary(new Uint8Array([0, 0])) } })
    expect(await loadDocument(log, id)).toMatchObject({ quarantined: true })
  })
})

/** What a room needs besides its log. */
const surroundings = {
  report: createLog('silent'),
  now: () => new Date(),
  clientIds: 10,
  sleepAfter: 60_000,
  pace: pace({ perMs: 1, atOnce: 100, beat: 1, longest: 10 }),
  upToDate: () => null,
  committing: () => {},
  committed: () => {},
  sealed: () => {},
}

const texts = { schema: minutesSchema, first: async () => () => {}, enter: async () => ({ readOnly: false }) }
const documents = { minutes: texts, action: texts, legacy: texts, item: texts }

/** A document of so many rows on a node whose log may be slow, and somebody who writes there. */
async function aRoom(rows: number, theirs: Partial<DocumentLog> = {}, quiet: Quiet = () => null) {
  const { id, epoch } = await aLoggedDocument(rows)
  const loaded = await loadDocument(log, id)
  if (!loaded) throw new Error('there is no such document')
  const needs = { ...surroundings, log: { ...log, ...theirs }, schema: minutesSchema }
  const room = new Room(id, loaded, new Map(), 1, quiet, { ...needs, oneByOne: (work) => work() })
  return { id, epoch, room, ...aWriter(room) }
}

/** Somebody who adds a line to what they are shown. */
function aWriter(room: Room) {
  const doc = aReplica()
  Y.applyUpdate(doc, room.lacking())
  const member = {
    caller: { personId: 'p' },
    asking: null,
    closed: false,
    barred: null as RefusalCode | null,
    effort: allowance(1_000, 1_000),
  }
  const known = Y.encodeStateVector(doc)
  minutesText(doc).push([aParagraph('on its way')])
  const update = Y.encodeStateAsUpdate(doc, known)
  const write = () =>
    new Promise<number>((saved, refused) => {
      room.write({ member: member as never, update, saved, refused })?.catch(refused)
    })
  return { member, write }
}

describe('looking in the log for what this node may have missed', () => {
  afterEach(() => void vi.useRealTimers())

  it('comes to an end though somebody is writing, and nobody writes after them', async () => {
    const { room, write } = await aRoom(2)
    const durable = write()
    await room.catchUp()
    expect(await durable).toBe(3)
  })

  it('asks one question for many documents, and reads those alone that have come further', async () => {
    const asked: string[] = []
    const watched: DocumentLog = {
      ...log,
      newer(heads) {
        asked.push(`newer than ${heads.length}`)
        return log.newer(heads)
      },
      after(id, epoch, seq) {
        asked.push(id)
        return log.after(id, epoch, seq)
      },
    }
    const rooms = createRooms({ ...surroundings, log: watched, documents, linger: 60_000 })
    const known = await Promise.all(Array.from({ length: 60 }, () => aLoggedDocument(2)))
    const [further, pruned, elsewhere] = known as [Logged, Logged, Logged]
    const loaded = await Promise.all(known.map(({ id }) => rooms.get(id)))
    asked.length = 0
    for (const { id, epoch } of [further, pruned]) await log.insert([{ ...aRow(id, epoch, 'of another node'), seq: 3 }])
    await compact(log, pruned.id, new Date(Date.now() + 1), 0)
    await db.collection<{ _id: string }>('documents').updateOne({ _id: elsewhere.id }, { $set: { epoch: 1 } })

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + trustFor + 1_000 })
    await rooms.check(0)
    expect(asked[0]).toBe('newer than 60')
    expect(new Set(asked.slice(1))).toEqual(new Set([further.id, pruned.id, elsewhere.id]))
    expect(loaded.slice(0, 4).map(({ seq }) => seq)).toEqual([3, 3, 2, 2])
    asked.length = 0
    await rooms.check(60_000) // all of that was certain a moment ago
    expect(asked).toEqual([])
    await rooms.close()
  })
})

describe('a node that stood still while it appended', () => {
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['', {}],
    [', though its row cannot be taken back', { prune: () => Promise.reject(new Error('the database is away')) }],
  ])('calls nothing saved that lies below a snapshot, and saves it when it comes again%s', async (_, theirs) => {
    const [asleep, sleep] = latch()
    const [awake, wake] = latch()
    const insert: DocumentLog['insert'] = async (rows) => {
      sleep()
      await awake
      await log.insert(rows)
    }
    const { id, epoch, write } = await aRoom(3, { insert, ...theirs })
    const late = write()
    await asleep
    const others = Array.from({ length: 5 }, (_, i) => aRow(id, epoch, `others ${i}`))
    await append({ log, documentId: id, epoch, head: 3, rows: others, patience: 5_000 })
    await compact(log, id, new Date(Date.now() + 1), 0)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + trustFor + 1_000 })
    wake()
    await expect(late).rejects.toMatchObject({ code: 'unavailable' })
    expect(await write()).toBe(9)
    const there = await loadDocument(log, id)
    expect(there?.quarantined).toBe(false)
    for (const words of ['on its way', 'others 4']) expect(minutesPlainText(there?.doc ?? new Y.Doc())).toContain(words)
  })
})

describe('a document that is loaded while another node compacts it', () => {
  afterEach(() => void vi.useRealTimers())

  /** All that compaction may take away is in a snapshot afterwards. */
  const compacted = (id: Id) => compact(log, id, new Date(Date.now() + 1), 0)

  async function othersWrite({ id, epoch }: Logged, head: number): Promise<void> {
    const rows = Array.from({ length: 3 }, (_, i) => aRow(id, epoch, `others ${i}`))
    await append({ log, documentId: id, epoch, head, rows, patience: 5_000 })
  }

  /** A document with a snapshot, and behind it rows that have been quiet for so long that nothing keeps them. */
  async function aQuietDocument(): Promise<Logged> {
    const known = await aLoggedDocument(5)
    await compacted(known.id)
    await othersWrite(known, 5)
    return known
  }

  /** The number under which an edit is acknowledged on a node with this log, and what whoever loads the document then finds. */
  async function writtenOn(theirs: Partial<DocumentLog>, { id }: Logged) {
    const rooms = createRooms({ ...surroundings, log: { ...log, ...theirs }, documents, linger: 60_000 })
    const seq = await aWriter(await rooms.get(id)).write()
    await rooms.close()
    const text = minutesPlainText((await loadDocument(log, id))?.doc ?? new Y.Doc())
    return { seq, found: ['line 4', 'others 2', 'on its way'].filter((words) => text.includes(words)) }
  }
  const everything = { seq: 9, found: ['line 4', 'others 2', 'on its way'] }

  it.each(['find', 'after', 'snapshot'] as const)(
    'is whole, though that happened right after it had asked: %s',
    async (read) => {
      const known = await aQuietDocument()
      let compacting: Promise<unknown> | null = null
      const crossed = async (...given: never[]) => {
        const answer = await (log[read] as (...given: never[]) => Promise<unknown>)(...given)
        compacting ??= compacted(known.id)
        await compacting
        return answer
      }
      expect(await writtenOn({ [read]: crossed }, known)).toEqual(everything)
    },
  )

  it('loses no word that is written there, though the node stood still before it had done with loading', async () => {
    const known = await aLoggedDocument(5)
    const claims: DocumentLog['claims'] = async (id) => {
      await othersWrite(known, 5)
      await compacted(known.id)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + trustFor + 1_000 })
      return log.claims(id)
    }
    expect(await writtenOn({ claims }, known)).toEqual(everything)
  })

  it('shows what can still be read, when the snapshot that should be there cannot', async () => {
    const { id } = await aQuietDocument()
    await compact(log, id, at, 60_000) // the rows behind the first one are young, and stay
    const newest = await db.collection('documentSnapshots').findOne({ documentId: id, seq: 8 })
    await db.collection('documentSnapshotChunks').deleteMany({ snapshotId: newest?._id })
    expect(await loadDocument(log, id)).toMatchObject({ seq: 8, quarantined: true })
  })
})

describe('a right that ends while somebody else wants quiet', () => {
  it('writes nothing when the quiet is over', async () => {
    const [asked, ask] = latch()
    const [over, end] = latch()
    const quiet: Quiet = () => {
      ask()
      return over
    }
    const { id, epoch, member, write } = await aRoom(2, {}, quiet)
    const edit = write()
    await asked
    member.barred = 'not-permitted'
    end()
    await expect(edit).rejects.toMatchObject({ code: 'not-permitted' })
    expect(await log.after(id, epoch, 2)).toEqual([])
  })
})

describe('the first content', () => {
  it('is written once, though two nodes open the document at the same time', async () => {
    const nodes = [
      await aGateway({ uri: database.uri, headCheck: 100 }),
      await aGateway({ uri: database.uri, headCheck: 100 }),
    ]
    const opened = await Promise.all(
      nodes.map(async (node, i) => (await node.as(`p${i}`)).openDocument('minutes:first')),
    )
    await Promise.all(opened.map((one) => one.opened))
    for (const { doc } of opened) expect(minutesText(doc).length).toBe(2)
    expect(sameState(opened[0]!.doc, opened[1]!.doc)).toBe(true)
    for (const node of nodes) await node.close()
  })
})

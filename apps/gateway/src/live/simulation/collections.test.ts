import { firstMinutes, minutesText, type Y } from '@camau/collab'
import { engineInMemory } from '@camau/embedded-mongo/in-memory'
import type { DocumentId } from '@camau/protocol'
import { type ClientSession, type Connection, mongo } from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectMongo, prepareCollections } from '../../platform/mongo.js'
import { inTransaction, Overtaken } from '../../platform/transaction.js'
import { type DocumentLog, documentLog, isTaken, newRow } from '../document-log.js'
import { createDocuments } from '../documents.js'
import { aDatabase } from '../testing/engine.js'
import { aParagraph } from '../testing/typist.js'
import { connectionOver } from './collections.js'

const at = new Date('2026-01-05T09:00:00Z')
const id = 'minutes:m-1' as DocumentId
const bytes = (...values: number[]) => new Uint8Array(values)

/** The simulation's connection is worth nothing if it answers otherwise than the driver does: both are asked the same. */
const connections: [string, () => Promise<{ db: Connection; close(): Promise<void> }>][] = [
  [
    'the driver',
    async () => {
      const database = await aDatabase()
      const db = await connectMongo(database.uri)
      documentLog(db)
      await prepareCollections(db)
      const close = async () => {
        await db.close()
        await database.stop()
      }
      return { db, close }
    },
  ],
  [
    'the simulation',
    async () => {
      const engine = engineInMemory(Date.now)
      const db = connectionOver((_name, _to, command) => engine.run(command))
      documentLog(db)
      await db.prepare()
      return { db, close: async () => {} }
    },
  ],
]

describe.each(connections)('the collections of %s', (_name, connected) => {
  let db: Connection
  let log: DocumentLog
  let close: () => Promise<void>
  beforeAll(async () => {
    const opened = await connected()
    db = opened.db
    close = opened.close
    log = documentLog(db)
  })
  afterAll(() => close?.())
  const rowsOf = async (of: DocumentId, epoch: number) =>
    (await log.after(of, epoch, 0)).map(({ seq, update, personId, sealed = false }) => ({
      seq,
      update,
      personId,
      sealed,
    }))

  it('begin a history once, and refuse a number that is taken, keeping what came before it', async () => {
    const [one, two] = await Promise.all([log.begin(id), log.begin(id)])
    expect(one.epoch).toBe(two.epoch)
    const { epoch } = one
    const row = (seq: number, ...update: number[]) => ({ ...newRow(id, epoch, bytes(...update), 'p1', at), seq })
    await log.insert([row(1, 1), row(2, 2)])
    const error = await log.insert([row(3, 3), row(2, 9), row(4, 4)]).catch((caught: unknown) => caught)
    expect(isTaken(error)).toBe(true)
    expect(await rowsOf(id, epoch)).toEqual([
      { seq: 1, update: bytes(1), personId: 'p1', sealed: false },
      { seq: 2, update: bytes(2), personId: 'p1', sealed: false },
      { seq: 3, update: bytes(3), personId: 'p1', sealed: false },
    ])
  })

  it('keep snapshots, move their pointer forward only, and delete exactly what they are told to', async () => {
    const of = 'minutes:snapshots' as DocumentId
    const { epoch } = await log.begin(of)
    for (const seq of [1, 2, 3]) await log.insert([{ ...newRow(of, epoch, bytes(seq), null, at), seq }])
    for (const seq of [1, 2, 3]) await log.saveSnapshot({ documentId: of, epoch, seq, at }, bytes(7, seq))
    await log.saveSnapshot({ documentId: of, epoch, seq: 1, at }, bytes(7, 1))
    expect((await log.find(of))?.snapshotSeq).toBe(3)
    expect((await log.snapshot(of, epoch))?.state).toEqual(bytes(7, 3))
    const old = await log.covered(of, epoch, 2, at)
    expect(old).toHaveLength(2)
    expect(await log.covered(of, epoch, 2, new Date(at.getTime() - 1))).toEqual([])
    await log.prune(of, epoch, old)
    expect((await log.after(of, epoch, 0)).map(({ seq }) => seq)).toEqual([3])
    expect(await db.collection('documentSnapshots').countDocuments({ documentId: of })).toBe(2)
  })

  it('give a client id to whoever comes first, and remember what is projected', async () => {
    expect(await log.claim(id, 77, 'p1', at)).toBe('p1')
    expect(await log.claim(id, 77, 'p2', at)).toBe('p1')
    expect([...(await log.claims(id))]).toEqual([[77, { personId: 'p1', at }]])
    const { epoch } = await log.begin(id)
    await log.projected([{ id, epoch, seq: 2 }])
    await log.projected([{ id, epoch, seq: 1 }])
    expect((await log.find(id))?.projectedSeq).toBe(2)
    const behind: DocumentId[] = []
    for await (const one of log.unprojected(new AbortController().signal)) behind.push(one)
    expect(behind).toContain(id)
  })

  it('say within a transaction whether a history goes on', async () => {
    const { epoch } = await log.begin(id)
    const said = await inTransaction(db, async (session) => [
      await log.isCurrent(id, epoch)(session),
      await log.isCurrent(id, epoch + 1)(session),
      await log.isCurrent('minutes:nowhere', epoch)(session),
    ])
    expect(said).toEqual([true, false, false])
  })

  it('say within a transaction whether something later was written elsewhere of what a document says', async () => {
    const of = 'minutes:told' as DocumentId
    const { epoch } = await log.begin(of)
    const isLatest = (seq: number) => inTransaction(db, log.isCurrent(of, epoch, seq))
    const told = []
    for (const seq of [1, 3, 2, 3, 4]) told.push(await isLatest(seq))
    expect(told).toEqual([true, true, false, true, true])
  })

  it('edit within a transaction in which what the document said before cannot be written elsewhere any more', async () => {
    const of = 'minutes:edited' as DocumentId
    const editing = (session: ClientSession) => ({ session, at, afterCommit: () => undefined })
    const edit = (change: (doc: Y.Doc) => void) =>
      inTransaction(db, (session) =>
        createDocuments(db).edit(editing(session), of, async () => firstMinutes([]), change),
      )
    await edit((doc) => minutesText(doc).push([aParagraph('of the server')]))
    const epoch = (await log.find(of))?.epoch ?? 0
    const isLatest = (seq: number) => inTransaction(db, log.isCurrent(of, epoch, seq))
    expect([await isLatest(1), await isLatest(2)]).toEqual([false, true])
  })

  it('seal within a transaction: all of it or nothing, and not over a row that came meanwhile', async () => {
    const of = 'minutes:sealed' as DocumentId
    const documents = createDocuments(db)
    const first = async () => firstMinutes([])
    const broken = inTransaction(db, async (session) => {
      await documents.seal({ session, at }, of, first)
      throw new Error('something else went wrong')
    })
    await expect(broken).rejects.toThrow('something else')
    expect(await log.find(of)).toBeNull()

    const { seq, epoch } = await inTransaction(db, (session) => documents.seal({ session, at }, of, first))
    expect(seq).toBe(2)
    expect((await rowsOf(of, epoch)).map(({ sealed }) => sealed)).toEqual([false, true])
    const late = log.insert([{ ...newRow(of, epoch, bytes(1), 'p1', at), seq: 2 }]).catch((caught: unknown) => caught)
    expect(isTaken(await late)).toBe(true)
  })

  it('tell a transaction that it has been overtaken', async () => {
    const of = 'minutes:overtaken' as DocumentId
    const { epoch } = await log.begin(of)
    await log.insert([{ ...newRow(of, epoch, bytes(0, 0), null, at), seq: 1 }])
    const errors: unknown[] = []
    await inTransaction(db, async (session) => {
      await db.collection('documents').findOne({ _id: of as never }, { session })
      if (errors.length === 0) await log.insert([{ ...newRow(of, epoch, bytes(0, 0), 'p1', at), seq: 2 }])
      const seal = createDocuments(db).seal({ session, at }, of, async () => firstMinutes([]))
      await seal.catch((error: unknown) => {
        errors.push(error)
        throw error
      })
    })
    expect(errors).toHaveLength(1)
    const [error] = errors
    const isConflict = error instanceof mongo.MongoServerError && error.hasErrorLabel('TransientTransactionError')
    expect(error instanceof Overtaken || isConflict).toBe(true)
    expect((await rowsOf(of, epoch)).map(({ seq, sealed }) => ({ seq, sealed }))).toEqual([
      { seq: 1, sealed: false },
      { seq: 2, sealed: false },
      { seq: 3, sealed: true },
    ])
  })
})

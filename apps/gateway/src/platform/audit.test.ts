import type { Connection } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anEngine, type Engine } from '../test/engine.js'
import { createAudit } from './audit.js'
import { auditHeadModel, auditModel } from './audit.model.js'
import { prepareCollections } from './mongo.js'
import { inTransaction } from './transaction.js'
import { verifyAudit } from './verify-audit.js'

let engine: Engine
let db: Connection

const anEntry = (n: number) => ({
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, n)),
  person: 'demo-ws1-chair',
  office: 'chair of body-ws-1',
  command: 'closeAction',
  record: `Action:a-${n}`,
  before: { status: 'done', at: new Date(0), nothing: undefined },
  after: { status: 'closed', n },
  mutationId: `m-${n}`,
})

beforeAll(async () => {
  engine = await anEngine()
})
afterAll(() => engine.stop())
beforeEach(async () => {
  db = await engine.database()
  const audit = createAudit(db)
  await prepareCollections(db)
  for (const n of [1, 2, 3, 4, 5]) await inTransaction(db, (session) => audit.append(session, [anEntry(n)]))
})

describe('the audit trail', () => {
  it('is sound as it was written, and when it is empty', async () => {
    expect(await verifyAudit(db)).toEqual({ sound: true, entries: 5 })
    const empty = await engine.database()
    createAudit(empty)
    await prepareCollections(empty)
    expect(await verifyAudit(empty)).toEqual({ sound: true, entries: 0 })
  })

  it('holds under many writers at once', async () => {
    const audit = createAudit(db)
    await Promise.all(
      [6, 7, 8, 9, 10, 11].map((n) => inTransaction(db, (session) => audit.append(session, [anEntry(n)]))),
    )
    expect(await verifyAudit(db)).toEqual({ sound: true, entries: 11 })
  })

  it('leaves no line of a transaction that failed', async () => {
    const audit = createAudit(db)
    const failing = inTransaction(db, async (session) => {
      await audit.append(session, [anEntry(6)])
      throw new Error('something else went wrong')
    })
    await expect(failing).rejects.toThrow('something else')
    expect(await verifyAudit(db)).toEqual({ sound: true, entries: 5 })
  })

  it.each<[string, number, (lines: ReturnType<typeof auditModel>) => Promise<unknown>]>([
    ['changed', 3, (lines) => lines.updateOne({ _id: 3 }, { $set: { after: '{"status":"open"}' } })],
    ['given to somebody else', 2, (lines) => lines.updateOne({ _id: 2 }, { $set: { person: 'demo-guest' } })],
    ['deleted', 3, (lines) => lines.deleteOne({ _id: 3 })],
    ['cut off at the end', 5, (lines) => lines.deleteOne({ _id: 5 })],
    ['added at the end', 6, (lines) => lines.create({ ...anEntry(6), _id: 6, before: '{}', after: '{}', hash: 'x' })],
    ['moved', 2, (lines) => swap(lines, 2, 4)],
  ])('names the first line when one is %s', async (_what, entry, tamper) => {
    await tamper(auditModel(db))
    expect(await verifyAudit(db)).toMatchObject({ sound: false, entry })
  })

  it('notices a head that was set back with the tail', async () => {
    const lines = auditModel(db)
    await lines.deleteOne({ _id: 5 })
    await auditHeadModel(db).updateOne({ _id: 'head' }, { $set: { seq: 4 } })
    expect(await verifyAudit(db)).toMatchObject({ sound: false, entry: 5 })
  })
})

async function swap(lines: ReturnType<typeof auditModel>, a: number, b: number): Promise<void> {
  const [left, right] = await Promise.all([lines.findById(a).orFail().lean(), lines.findById(b).orFail().lean()])
  await lines.deleteMany({ _id: { $in: [a, b] } })
  await lines.create([
    { ...left, _id: b },
    { ...right, _id: a },
  ])
}

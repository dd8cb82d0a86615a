import { type HeldOffice, maySee, Refusal, type Viewer } from '@camau/domain'
import { type Connection, trusted } from 'mongoose'
import type { RecordChange, Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import { type DecisionRecord, decisionModel, type StoredDecision } from './decision.model.js'
import { decisionPatch } from './decision.shape.js'

export interface DecisionScope {
  bodyId?: string
  meetingId?: string
  ids?: readonly string[]
}

export interface DecisionStore {
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  get(viewer: Viewer, id: string): Promise<StoredDecision>
  /** What the viewer may see, by number. */
  list(viewer: Viewer, scope?: DecisionScope): Promise<StoredDecision[]>
  /** Whoever asks: for the search, which asks for rights on what it found. */
  listAll(): Promise<StoredDecision[]>
  /** All of one meeting, whoever asks: for the minutes, which are one record. */
  ofMeeting(tx: Transaction, meetingId: string): Promise<StoredDecision[]>
  add(tx: Transaction, decision: StoredDecision, office: HeldOffice | null): Promise<StoredDecision>
  /** Everyone may see it from now on. */
  publish(tx: Transaction, decision: StoredDecision, office: HeldOffice | null): Promise<void>
}

export function decisionStore(db: Connection, directory: Directory): DecisionStore {
  const decisions = decisionModel(db)

  async function list(viewer: Viewer, scope: DecisionScope = {}): Promise<StoredDecision[]> {
    const names = await directory.now()
    const all = await decisions.find(filterOf(scope)).sort({ number: 1 }).lean<DecisionRecord[]>()
    return all.map(stored).filter((one) => maySeeDecision(viewer, one, names))
  }

  return {
    list,
    listAll: async () => (await decisions.find().sort({ number: 1 }).lean<DecisionRecord[]>()).map(stored),
    async get(viewer, id) {
      const [found] = await list(viewer, { ids: [id] })
      if (!found) throw new Refusal('not-found')
      return found
    },
    async ofMeeting({ session }, meetingId) {
      const all = await decisions.find({ meetingId }).sort({ number: 1 }).session(session).lean<DecisionRecord[]>()
      return all.map(stored)
    },
    async add(tx, decision, office) {
      const { id: _id, ...fields } = decision
      if (await decisions.findById(_id).session(tx.session).lean()) throw new Refusal('already-so')
      await decisions.create([{ ...fields, _id }], { session: tx.session })
      tx.changed(decisionChange(null, decision, await directory.now(), office))
      return decision
    },
    async publish(tx, before, office) {
      const after = { ...before, audience: 'public' as const, version: before.version + 1 }
      const { audience, version } = after
      await decisions.updateOne(
        { _id: before.id, version: before.version },
        { $set: { audience, version } },
        { session: tx.session },
      )
      tx.changed(decisionChange(before, after, await directory.now(), office))
    },
  }
}

function decisionChange(
  before: StoredDecision | null,
  after: StoredDecision,
  names: Names,
  office: HeldOffice | null,
): RecordChange {
  return {
    type: 'Decision',
    id: after.id,
    version: after.version,
    rooms: [`body:${after.bodyId}`, 'programme'],
    audience: after.audience,
    place: placeOf(after, names),
    fields: decisionPatch(after, names),
    before,
    after,
    office,
  }
}

function placeOf({ bodyId }: StoredDecision, names: Names) {
  const body = names.bodies.get(bodyId)
  if (!body) throw new Refusal('not-found')
  return { space: 'body', body: { id: body.id, kind: body.kind, parentId: body.parentId } } as const
}

function maySeeDecision(viewer: Viewer, decision: StoredDecision, names: Names): boolean {
  return names.bodies.has(decision.bodyId) && maySee(viewer, decision.audience, placeOf(decision, names))
}

const stored = ({ _id, ...record }: DecisionRecord): StoredDecision => ({ ...record, id: _id })

const filterOf = ({ bodyId, meetingId, ids }: DecisionScope) => ({
  ...(bodyId ? { bodyId } : {}),
  ...(meetingId ? { meetingId } : {}),
  ...(ids ? { _id: trusted({ $in: [...ids] }) } : {}),
})

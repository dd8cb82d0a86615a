import { type HeldOffice, maySee, type Owner, owns, Refusal, type Viewer } from '@camau/domain'
import { type Connection, trusted } from 'mongoose'
import { placeOfBody } from '../../platform/body-place.js'
import type { Guard } from '../../platform/changes.js'
import type { RecordChange, Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import { type DecisionRecord, decisionModel, type StoredDecision, storedDecision } from './decision.model.js'
import { decisionPatch } from './decision.shape.js'

export interface DecisionScope {
  bodyId?: string
  meetingId?: string
  number?: number
  ids?: readonly string[]
}

export interface DecisionStore {
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  get(viewer: Viewer, id: string, tx?: Transaction): Promise<StoredDecision>
  /** What the viewer may see, by number. */
  list(viewer: Viewer, scope?: DecisionScope, tx?: Transaction): Promise<StoredDecision[]>
  /** Whoever asks: for the search, which asks for rights on what it found. */
  listAll(): Promise<StoredDecision[]>
  /** All of one meeting, whoever asks: for the minutes, which are one record. */
  ofMeeting(tx: Transaction, meetingId: string): Promise<StoredDecision[]>
  add(tx: Transaction, decision: StoredDecision, office: HeldOffice | null): Promise<StoredDecision>
  /** Writes over the version that was read and no other: throws Refusal('changed-since'). */
  save(
    tx: Transaction,
    before: StoredDecision,
    after: StoredDecision,
    office: HeldOffice | null,
  ): Promise<StoredDecision>
  /** Everyone may see it from now on. */
  publish(tx: Transaction, decision: StoredDecision, office: HeldOffice | null): Promise<void>
}

export function decisionStore(db: Connection, directory: Directory): DecisionStore {
  const decisions = decisionModel(db)

  async function read(scope: DecisionScope, tx?: Transaction): Promise<StoredDecision[]> {
    const found = decisions.find(filterOf(scope)).sort({ number: 1 })
    return (await found.session(tx?.session ?? null).lean<DecisionRecord[]>()).map(storedDecision)
  }

  async function list(viewer: Viewer, scope: DecisionScope = {}, tx?: Transaction): Promise<StoredDecision[]> {
    const names = await directory.now()
    return (await read(scope, tx)).filter((one) => maySeeDecision(viewer, one, names))
  }

  async function save(tx: Transaction, before: StoredDecision, given: StoredDecision, office: HeldOffice | null) {
    const after = { ...given, version: before.version + 1 }
    const { id: _id, ...fields } = after
    const { version } = before
    const written = await decisions.updateOne({ _id, version }, { $set: fields }, { session: tx.session })
    if (written.matchedCount === 0) throw new Refusal('changed-since', { field: 'version' })
    tx.changed(decisionChange(before, after, await directory.now(), office))
    return after
  }

  return {
    list,
    save,
    listAll: () => read({}),
    async get(viewer, id, tx) {
      const [found] = await list(viewer, { ids: [id] }, tx)
      if (!found) throw new Refusal('not-found')
      return found
    },
    // Minutes are read by all who may read the meeting, and published: what is restricted to some is not in them.
    ofMeeting: async (tx, meetingId) => (await read({ meetingId }, tx)).filter(({ restrictedTo }) => !restrictedTo),
    async add(tx, decision, office) {
      const { id: _id, ...fields } = decision
      if (await decisions.findById(_id).session(tx.session).lean()) throw new Refusal('already-so')
      await decisions.create([{ ...fields, _id }], { session: tx.session })
      tx.changed(decisionChange(null, decision, await directory.now(), office))
      return decision
    },
    async publish(tx, decision, office) {
      await save(tx, decision, { ...decision, audience: 'public' }, office)
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
    ...guardOf(after, names),
    guardedBefore: before && guardOf(before, names),
    fields: decisionPatch(after, names),
    before,
    after,
    office,
  }
}

const guardOf = (decision: StoredDecision, names: Names): Required<Omit<Guard, 'alsoFor'>> => ({
  audience: decision.audience,
  place: placeOf(decision, names),
  owner: recipientOf(decision),
  restrictedTo: decision.restrictedTo ?? null,
})

/** An office sees the advice it is given, whatever body gave it. */
const recipientOf = ({ recipientBodyId }: StoredDecision): Owner | null =>
  recipientBodyId ? { kind: 'body', bodyId: recipientBodyId } : null

function placeOf({ bodyId }: StoredDecision, names: Names) {
  const place = placeOfBody(bodyId, names)
  if (!place) throw new Refusal('not-found')
  return place
}

function maySeeDecision(viewer: Viewer, decision: StoredDecision, names: Names): boolean {
  if (!names.bodies.has(decision.bodyId)) return false
  const { audience, restrictedTo = null } = decision
  return maySee(viewer, audience, placeOf(decision, names), restrictedTo) || owns(viewer, recipientOf(decision))
}

const filterOf = ({ bodyId, meetingId, number, ids }: DecisionScope) => ({
  ...(bodyId ? { bodyId } : {}),
  ...(meetingId ? { meetingId } : {}),
  ...(number === undefined ? {} : { number }),
  ...(ids ? { _id: trusted({ $in: [...ids] }) } : {}),
})

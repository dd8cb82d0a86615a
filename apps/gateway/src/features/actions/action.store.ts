import {
  type Action,
  type ActionField,
  type HeldOffice,
  maySeeAction,
  Refusal,
  standingIn,
  type Viewer,
  versionsAfter,
} from '@camau/domain'
import { type Connection, trusted } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { changedElsewhere } from '../../platform/changed-elsewhere.js'
import type { Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import { readTogether } from '../../platform/read-together.js'
import { createWholeList } from '../../platform/whole.js'
import { actionChange } from './action.change.js'
import { type ActionRecord, actionModel, type HeldStoredAction, type StoredAction } from './action.model.js'
import { type ActionLink, linkedIn } from './action-links.js'
import { byLog } from './actions-by-log.js'

/** Which records to look among; everything else is decided on the records themselves. */
export interface ActionScope {
  bodyId?: string
  meetingId?: string
  documentId?: string
  ids?: readonly string[]
  /** In the log of this body: its own, what is offered to it, and what went from it to another. */
  logOf?: string
}

export interface ActionStore {
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  get(viewer: Viewer, id: string, tx?: Transaction): Promise<HeldStoredAction>
  /** What the viewer may see, by number. */
  list(viewer: Viewer, scope?: ActionScope): Promise<HeldStoredAction[]>
  /** The same object as long as no action and no name has changed: what was worked out of a list may be kept for it. */
  state(): Promise<object>
  /** Regardless of who asks: for what is derived from actions (what is blocked) and never shown as such. */
  listAll(): Promise<readonly StoredAction[]>
  /** Raised in a meeting or named in its minutes, as the transaction sees them, whoever asks: minutes are one record. */
  minuted(tx: Transaction, meetingId: string, ids: readonly string[]): Promise<StoredAction[]>
  /** Of a body, by their ids, or parts of one, as the transaction sees them, whoever asks: for what follows from another change. */
  within(
    tx: Transaction,
    scope: { bodyId: string } | { ids: readonly string[] } | { parentId: string },
  ): Promise<HeldStoredAction[]>
  /** Linked actions that the viewer may see, by number. */
  linked(viewer: Viewer, link: ActionLink): Promise<HeldStoredAction[]>
  /** Which legacy items take it on: kept beside what the rules of its own life know. */
  tie(
    tx: Transaction,
    viewer: Viewer,
    before: HeldStoredAction,
    legacyItemIds: string[],
    office: HeldOffice | null,
  ): Promise<void>
  add(tx: Transaction, viewer: Viewer, action: StoredAction, office: HeldOffice | null): Promise<HeldStoredAction>
  /** Writes what differs, and only over the version that was read, so that no chair silently undoes another's work. */
  save(
    tx: Transaction,
    viewer: Viewer,
    before: HeldStoredAction,
    after: Action,
    office: HeldOffice | null,
  ): Promise<HeldStoredAction>
  /** For the live document, which asks on nobody's behalf. Throws Refusal('not-found'). */
  title(id: string): Promise<string>
  /** Text that followed from the live document. */
  retitle(tx: Transaction, id: string, title: string, follows?: boolean): Promise<void>
}

const guarded: readonly ActionField[] = ['status', 'owner', 'due']
const written = [
  ...guarded,
  'bodyId',
  'acceptance',
  'earlierOwners',
  'earlierDues',
  'earlierBodies',
  'statusHistory',
  'transfer',
  'declinedTransfers',
  'supersededBy',
  'supporters',
  'progress',
  'evidence',
  'reason',
  'restrictedTo',
] as const
/** What somebody may read and write of it follows from these. */
const deciding: readonly (typeof written)[number][] = ['status', 'owner', 'supporters', 'bodyId', 'restrictedTo']

interface Kept {
  records: readonly StoredAction[]
  names: Names
  byId: ReadonlyMap<string, HeldStoredAction>
  /** By the bodies in whose logs they stand, once somebody asked for one. */
  byLog: ReadonlyMap<string, HeldStoredAction[]> | null
}

export function actionStore(db: Connection, directory: Directory, bus: Bus, now: () => Date): ActionStore {
  const actions = actionModel(db)
  const readSome = async (ids: readonly string[]) =>
    (await actions.find({ _id: trusted({ $in: [...new Set(ids)] }) }).lean<ActionRecord[]>()).map(stored)
  const whole = createWholeList(
    {
      read: async () => (await actions.find().sort({ number: 1 }).lean<ActionRecord[]>()).map(stored),
      readSome,
      changedSince: changedElsewhere(db, 'Action'),
      type: 'Action',
      order: (a, b) => a.number - b.number,
    },
    bus,
    now,
  )
  // After a change everybody who has the action open is asked about anew, all at once: one read answers them.
  const together = readTogether(readSome)

  async function read(id: string, tx?: Transaction): Promise<StoredAction | null> {
    if (!tx) return together(id)
    const record = await actions.findById(id).session(tx.session).lean<ActionRecord>()
    return record && stored(record)
  }

  // Beside their bodies, until one of either changes: a long log is asked about by everybody at once.
  let kept: Kept | null = null
  async function allHeld(): Promise<Kept> {
    const [records, names] = [await whole(), await directory.now()]
    if (kept?.records !== records || kept.names !== names)
      kept = { records, names, byId: heldById(records, names, kept), byLog: null }
    return kept
  }

  async function readAll({ ids, ...scope }: ActionScope = {}): Promise<HeldStoredAction[]> {
    const all = await allHeld()
    const some = ids ? [...new Set(ids)].flatMap((id) => all.byId.get(id) ?? []) : logOrAll(all, scope.logOf)
    return Object.keys(scope).length > 0 ? some.filter(({ record }) => isWithin(record, scope)) : some
  }
  function logOrAll(all: Kept, logOf?: string): HeldStoredAction[] {
    if (!logOf) return [...all.byId.values()]
    all.byLog ??= byLog(all.byId.values())
    return all.byLog.get(logOf) ?? []
  }

  return {
    async get(viewer, id, tx) {
      const record = await read(id, tx)
      const found = record && held(record, await directory.now())
      if (!found || !maySeeAction(viewer, found)) throw new Refusal('not-found')
      return found
    },
    async list(viewer, scope) {
      const found = (await readAll(scope)).filter((one) => maySeeAction(viewer, one))
      return scope?.ids ? found.sort((a, b) => a.record.number - b.record.number) : found
    },
    state: allHeld,
    listAll: whole,
    async minuted({ session }, meetingId, ids) {
      const either = [{ 'origin.meetingId': meetingId }, { _id: trusted({ $in: [...ids] }) }]
      // Minutes are read by all who may read the meeting: what is restricted to some is not in them.
      const found = await actions.find({ $or: either }).sort({ number: 1 }).session(session).lean<ActionRecord[]>()
      return found.map(stored).filter(({ restrictedTo }) => !restrictedTo)
    },
    async within({ session }, scope) {
      const filter = 'ids' in scope ? { _id: trusted({ $in: [...scope.ids] }) } : scope
      const names = await directory.now()
      const found = await actions.find(filter).sort({ number: 1 }).session(session).lean<ActionRecord[]>()
      return found.map((one) => held(stored(one), names)).filter((one) => one !== null)
    },
    async linked(viewer, link) {
      const names = await directory.now()
      const found = linkedIn(await whole(), link).map((action) => held(action, names))
      return found.filter((one) => one !== null).filter((one) => maySeeAction(viewer, one))
    },
    async tie(tx, viewer, before, legacyItemIds, office) {
      const after = { ...before, record: { ...before.record, legacyItemIds, version: before.record.version + 1 } }
      await write(tx, before.record, pick(after.record, ['legacyItemIds', 'version']))
      tx.changed(actionChange(before, after, await directory.now(), viewer, office, tx.at))
    },
    async add(tx, viewer, action, office) {
      if (await read(action.id, tx)) throw new Refusal('already-so')
      const names = await directory.now()
      const added = held(action, names)
      if (!added) throw new Refusal('not-found')
      await actions.create([recordOf(action)], { session: tx.session })
      tx.changed(actionChange(null, added, names, viewer, office, tx.at))
      return added
    },
    async save(tx, viewer, before, after, office) {
      const differing = written.filter((field) => differ(before.record[field], after[field]))
      const set = guarded.filter((field) => differing.includes(field))
      const next: StoredAction = {
        ...before.record,
        ...after,
        versions: versionsAfter(before.record.versions, set, tx.at, viewer.personId),
        version: before.record.version + 1,
      }
      await write(tx, before.record, pick(next, [...differing, 'versions', 'version']))
      const names = await directory.now()
      const saved = held(next, names) ?? before
      tx.changed(actionChange(before, saved, names, viewer, office, tx.at))
      // Whoever has its words open is asked again whether they may.
      if (deciding.some((field) => differing.includes(field)))
        tx.afterCommit((bus) => bus.publish('grant', { documentId: `action:${next.id}` }))
      return saved
    },
    async title(id) {
      const record = await read(id)
      if (!record) throw new Refusal('not-found')
      return record.title
    },
    async retitle(tx, id, title, follows = false) {
      const record = await read(id, tx)
      const names = await directory.now()
      const before = record && held(record, names)
      if (!before || before.record.title === title) return
      const after = { ...before, record: { ...before.record, title, version: before.record.version + 1 } }
      await write(tx, before.record, pick(after.record, ['title', 'version']))
      tx.changed({ ...actionChange(before, after, names, null, null, tx.at), follows })
    },
  }

  async function write(tx: Transaction, before: StoredAction, fields: Partial<ActionRecord>): Promise<void> {
    const { id: _id, version } = before
    const result = await actions.updateOne({ _id, version }, { $set: fields }, { session: tx.session })
    if (result.matchedCount === 0) throw new Refusal('changed-since', { field: 'version' })
  }
}

function isWithin(action: StoredAction, { bodyId, meetingId, documentId, logOf }: Omit<ActionScope, 'ids'>): boolean {
  return (
    (!bodyId || action.bodyId === bodyId) &&
    (!meetingId || action.origin?.meetingId === meetingId) &&
    (!documentId || action.origin?.documentId === documentId) &&
    (!logOf || standingIn(action, logOf) !== null)
  )
}

/** What did not change since `before` is taken from there: in a long log one action changes with every sentence. */
function heldById(
  records: readonly StoredAction[],
  names: Names,
  before: Kept | null,
): ReadonlyMap<string, HeldStoredAction> {
  const known = before?.names === names ? before.byId : null
  const changed = before && known ? changedAmong(before.records, records) : null
  const byId = new Map(changed && known)
  for (const record of changed ?? records) {
    const same = known?.get(record.id)
    const one = same?.record === record ? same : held(record, names)
    if (one) byId.set(record.id, one)
    else byId.delete(record.id)
  }
  return byId
}

/** The few that stand where they stood, in the same log, with other values; null where others came or went. */
function changedAmong(before: readonly StoredAction[], after: readonly StoredAction[]): StoredAction[] | null {
  if (before.length !== after.length) return null
  const changed: StoredAction[] = []
  for (const [at, record] of after.entries()) {
    const old = before[at]
    if (old === record) continue
    if (old?.id !== record.id || old.bodyId !== record.bodyId) return null
    changed.push(record)
  }
  return changed
}

function held(record: StoredAction, names: Names): HeldStoredAction | null {
  const body = names.bodies.get(record.bodyId)
  return body ? { record, body: { id: body.id, kind: body.kind, parentId: body.parentId, status: body.status } } : null
}

/** As the rules have it. Earlier versions kept less: what they did not keep is said here, and nowhere else. */
function stored({ _id, ...record }: ActionRecord): StoredAction {
  return { ...unkept(record), ...record, id: _id }
}

function recordOf({ id, ...action }: StoredAction): ActionRecord {
  return { ...action, _id: id }
}

type Fields = Omit<ActionRecord, '_id'>

function unkept({ versions, status, reason, supporterIds }: Fields): Partial<Fields> {
  const set = versions?.status
  return {
    statusHistory: set ? [{ at: set.at, personId: set.personId, from: null, to: status, reason }] : [],
    earlierBodies: [],
    transfer: null,
    declinedTransfers: [],
    supersededBy: null,
    parentId: null,
    supporters: supporterIds.map((bodyId) => ({ kind: 'body', bodyId })),
  }
}

const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)

function pick<K extends keyof StoredAction & keyof ActionRecord>(action: StoredAction, fields: readonly K[]) {
  return Object.fromEntries(fields.map((field) => [field, action[field]])) as Pick<StoredAction, K>
}

import { type HeldOffice, type Meeting, maySee, Refusal, type Viewer, versionsAfter } from '@camau/domain'
import { type Connection, trusted } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import { readTogether } from '../../platform/read-together.js'
import { createWhole } from '../../platform/whole.js'
import { meetingChange } from './meeting.change.js'
import {
  type HeldStoredMeeting,
  type MeetingRecord,
  meetingModel,
  type StoredMeeting,
  wholeMeeting,
} from './meeting.model.js'

export interface MeetingStore {
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  get(viewer: Viewer, id: string, tx?: Transaction): Promise<HeldStoredMeeting>
  /** What the viewer may see, the latest first. */
  list(viewer: Viewer, bodyId?: string | null): Promise<HeldStoredMeeting[]>
  /** Whoever asks: for the search, which asks for rights on what it found. */
  listAll(): Promise<readonly StoredMeeting[]>
  /** All of one body, whoever asks: in the transaction that decides on them. */
  ofBody(bodyId: string, tx: Transaction): Promise<StoredMeeting[]>
  /** For the live document, which asks on nobody's behalf. Throws Refusal('not-found'). */
  agenda(id: string): Promise<StoredMeeting['agenda']>
  add(tx: Transaction, meeting: StoredMeeting, office: HeldOffice | null): Promise<HeldStoredMeeting>
  /** Writes what differs, and only over the version that was read. */
  save(
    tx: Transaction,
    viewer: Viewer,
    before: HeldStoredMeeting,
    after: Meeting,
    office: HeldOffice | null,
  ): Promise<HeldStoredMeeting>
}

export function meetingStore(db: Connection, directory: Directory, bus: Bus, now: () => Date): MeetingStore {
  const meetings = meetingModel(db)
  const whole = createWhole(
    async () => (await meetings.find().sort({ startsAt: -1, _id: 1 }).lean<MeetingRecord[]>()).map(wholeMeeting),
    ['Meeting'],
    bus,
    now,
  )

  // Open sockets ask for the rights in many meetings at once: one question to the database for all of them.
  const together = readTogether(async (ids) =>
    (await meetings.find({ _id: trusted({ $in: [...new Set(ids)] }) }).lean<MeetingRecord[]>()).map(wholeMeeting),
  )
  async function read(id: string, tx?: Transaction): Promise<StoredMeeting | null> {
    if (!tx) return together(id)
    const record = await meetings.findById(id).session(tx.session).lean<MeetingRecord>()
    return record && wholeMeeting(record)
  }

  return {
    async get(viewer, id, tx) {
      const record = await read(id, tx)
      const found = record && held(record, await directory.now())
      if (!found || !maySeeMeeting(viewer, found)) throw new Refusal('not-found')
      return found
    },
    listAll: whole,
    async list(viewer, bodyId) {
      const names = await directory.now()
      const records = (await whole()).filter((record) => !bodyId || record.bodyId === bodyId)
      const all = records.map((record) => held(record, names)).filter((one) => one !== null)
      return all.filter((one) => maySeeMeeting(viewer, one))
    },
    async ofBody(bodyId, { session }) {
      return (await meetings.find({ bodyId }).session(session).lean<MeetingRecord[]>()).map(wholeMeeting)
    },
    async agenda(id) {
      const record = await read(id)
      if (!record) throw new Refusal('not-found')
      return record.agenda
    },
    async add(tx, { id: _id, ...meeting }, office) {
      if (await read(_id, tx)) throw new Refusal('already-so')
      const names = await directory.now()
      const added = held({ ...meeting, id: _id }, names)
      if (!added) throw new Refusal('not-found')
      await meetings.create([{ ...meeting, _id }], { session: tx.session })
      tx.changed(meetingChange(null, added, names, office))
      return added
    },
    async save(tx, viewer, before, after, office) {
      const set = (['status', 'agenda'] as const).filter((field) => differ(before.record[field], after[field]))
      const versions = versionsAfter(before.record.versions, set, tx.at, viewer.personId)
      const next: StoredMeeting = { ...before.record, ...after, versions, version: before.record.version + 1 }
      const { id: _id, ...fields } = next
      const result = await meetings.updateOne(
        { _id, version: before.record.version },
        { $set: changedFields(fields, before.record) },
        { session: tx.session },
      )
      if (result.matchedCount === 0) throw new Refusal('changed-since', { field: 'version' })
      const saved = { record: next, body: before.body }
      tx.changed(meetingChange(before, saved, await directory.now(), office))
      // Who may write the minutes follows from the status: open sockets ask again.
      if (set.includes('status')) tx.afterCommit((bus) => bus.publish('grant', { documentId: `minutes:${_id}` }))
      return saved
    },
  }
}

const maySeeMeeting = (viewer: Viewer, { record, body }: HeldStoredMeeting) =>
  maySee(viewer, record.audience, { space: 'body', body })

function held(record: StoredMeeting, names: Names): HeldStoredMeeting | null {
  const body = names.bodies.get(record.bodyId)
  return body ? { record, body: { id: body.id, kind: body.kind, parentId: body.parentId, status: body.status } } : null
}

const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)

function changedFields(after: Omit<StoredMeeting, 'id'>, before: StoredMeeting): Partial<Omit<StoredMeeting, 'id'>> {
  const keys = Object.keys(after) as (keyof typeof after)[]
  return Object.fromEntries(keys.filter((key) => differ(after[key], before[key])).map((key) => [key, after[key]]))
}

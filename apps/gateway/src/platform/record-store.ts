import {
  type Audience,
  audiences,
  type HeldOffice,
  maySee,
  type Owner,
  owns,
  type Place,
  Refusal,
  type Restriction,
  type Viewer,
} from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import { type Connection, type Model, Schema, type SchemaDefinition, trusted } from 'mongoose'
import type { Bus } from './bus.js'
import { changedElsewhere } from './changed-elsewhere.js'
import type { Guard } from './changes.js'
import type { Transaction } from './command.js'
import type { Directory, Names } from './directory.js'
import type { EntityName } from './graphql/entity.js'
import { recordOptions } from './mongo.js'
import { createWholeList } from './whole.js'

/** What every record of a kind has; the rest is the kind's own. */
export interface KeptRecord {
  id: string
  audience: Audience
  /** Rises with each change. */
  version: number
  restrictedTo?: Restriction
}

/** One kind of record: its collection, where its records stand, and how a change of one is told. */
export interface RecordKind<R extends KeptRecord> {
  /** Name of the model and of the GraphQL type. */
  type: EntityName
  collection: string
  /** Its own fields; id, audience, restriction and version are added. */
  fields: SchemaDefinition
  order: (a: R, b: R) => number
  /** Where rights are asked; null when its body is gone, and nobody then sees it. */
  place: (record: R, names: Names) => Place | null
  rooms: (record: R) => readonly RecordsRoom[]
  /** Owners see what is theirs, whatever else they may not see. */
  owner?: (record: R) => Owner | null
  /** Its guard is another record's, as that was when this one was last touched. */
  guardIsCopied?: boolean
  /** Shaped as GraphQL answers: enums by key, dates as ISO strings, `__typename` in every object. */
  patch: (record: R, names: Names) => Record<string, unknown>
  /** A record as an earlier version of Camau may have kept it, made whole where it is read; `version` is 1 where there was none. */
  made?: (record: R) => R
}

export interface RecordStore<R extends KeptRecord> {
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  get(viewer: Viewer, id: string, tx?: Transaction): Promise<R>
  /** What the viewer may see, in the kind's order. */
  list(viewer: Viewer): Promise<R[]>
  /** Whoever asks: for what is derived from records and never shown as such. */
  all(): Promise<readonly R[]>
  /** Throws Refusal('already-so') where the id is taken. */
  add(tx: Transaction, record: R, office: HeldOffice | null): Promise<R>
  /** Writes over the version that was read and no other: throws Refusal('changed-since'). Raises the version by itself. */
  save(tx: Transaction, before: R, after: R, office: HeldOffice | null): Promise<R>
}

interface StoreNeeds {
  db: Connection
  directory: Directory
  bus: Bus
  now: () => Date
}

/** A record as its collection keeps it: what mongoose has checked by the kind's own fields. */
export interface Row {
  _id: string
  version: number
}

/** The store of one kind of record: read, guarded by rights, written with its change row and audit entry. */
export function createRecordStore<R extends KeptRecord>(
  { db, directory, bus, now }: StoreNeeds,
  kind: RecordKind<R>,
): RecordStore<R> {
  const model = recordModel(db, kind)
  const complete = (row: Row): R => kind.made?.(stored<R>(row)) ?? stored<R>(row)
  const rows = async (ids?: readonly string[]) => {
    const found = model.find(ids ? { _id: trusted({ $in: [...ids] }) } : {})
    return (await found.lean<Row[]>()).map(complete)
  }
  const changedSince = changedElsewhere(db, kind.type)
  const whole = createWholeList(
    { read: () => rows(), readSome: rows, changedSince, type: kind.type, order: kind.order },
    bus,
    now,
  )

  async function read(id: string, tx?: Transaction): Promise<R | null> {
    const row = await model
      .findById(id)
      .session(tx?.session ?? null)
      .lean<Row>()
    return row && complete(row)
  }

  /** null where nobody sees it. */
  function guardOf(record: R, names: Names): Required<Omit<Guard, 'alsoFor'>> | null {
    const place = kind.place(record, names)
    const { audience, restrictedTo = null } = record
    return place && { audience, place, restrictedTo, owner: kind.owner?.(record) ?? null }
  }

  function sees(viewer: Viewer, record: R, names: Names): boolean {
    const guard = guardOf(record, names)
    if (!guard) return false
    const { audience, place, restrictedTo, owner } = guard
    return maySee(viewer, audience, place, restrictedTo) || owns(viewer, owner)
  }

  async function tell(tx: Transaction, before: R | null, after: R, office: HeldOffice | null): Promise<void> {
    const names = await directory.now()
    const guard = guardOf(after, names)
    if (!guard) throw new Refusal('not-found')
    const was = before && guardOf(before, names)
    // An older copy may fit people who were never shown it: they do not learn that there is something.
    const restrictedBefore = was && { ...guard, restrictedTo: was.restrictedTo ?? guard.restrictedTo }
    const { id, version } = after
    const rooms = [...new Set([...kind.rooms(after), ...(before ? kind.rooms(before) : [])])]
    const fields = { __typename: kind.type, id, version, ...kind.patch(after, names) }
    tx.changed({
      type: kind.type,
      id,
      version,
      rooms,
      ...guard,
      guardedBefore: kind.guardIsCopied ? restrictedBefore : was,
      fields,
      before,
      after,
      office,
    })
  }

  return {
    async get(viewer, id, tx) {
      const record = await read(id, tx)
      if (!record || !sees(viewer, record, await directory.now())) throw new Refusal('not-found')
      return record
    },
    async list(viewer) {
      const names = await directory.now()
      return (await whole()).filter((record) => sees(viewer, record, names))
    },
    all: whole,
    async add(tx, record, office) {
      if (await read(record.id, tx)) throw new Refusal('already-so')
      await model.create([rowOf(record)], { session: tx.session })
      await tell(tx, null, record, office)
      return record
    },
    async save(tx, before, given, office) {
      const after = { ...given, version: before.version + 1 }
      const { _id, ...fields } = rowOf(after)
      // A record of an earlier version may have no version yet: it is read as its first.
      const version = before.version === 1 ? trusted({ $in: [1, null] }) : before.version
      const written = await model.updateOne({ _id, version }, { $set: fields }, { session: tx.session })
      if (written.matchedCount === 0) throw new Refusal('changed-since', { field: 'version' })
      await tell(tx, before, after, office)
      return after
    },
  }
}

/** The model alone: for the import, which writes records before anybody is told. */
export function recordModel<R extends KeptRecord>(
  db: Connection,
  { type, collection, fields }: Pick<RecordKind<R>, 'type' | 'collection' | 'fields'>,
): Model<Row> {
  const common = {
    _id: { type: String, required: true },
    audience: { type: String, enum: audiences, required: true },
    restrictedTo: { type: [Object], default: null },
    version: { type: Number, required: true },
  }
  const schema = new Schema({ ...common, ...fields }, recordOptions) as unknown as Schema<Row>
  return db.models[type] ?? db.model<Row>(type, schema, collection)
}

const stored = <R extends KeptRecord>({ _id, ...record }: Row): R => ({ ...record, id: _id }) as unknown as R

/** As the collection keeps it; also for the import. */
export const rowOf = <R extends KeptRecord>({ id, ...record }: R): Row & Omit<R, 'id'> => ({ ...record, _id: id })

import type { Owner, Restriction } from '@camau/domain'
import { type ClientSession, type Connection, trusted } from 'mongoose'
import { z } from 'zod'
import type { Bus } from './bus.js'
import type { ChangeRow, GuardedPatch } from './changes.js'
import type { RecordChange } from './command.js'
import { restrictionModel } from './restriction.model.js'
import { createWhole } from './whole.js'

const about = z.object({ aboutType: z.string(), aboutId: z.string() })
const withAgenda = z.object({ agenda: z.array(z.looseObject({ id: z.string() })) })

/** Under which names a patch may be restricted: that of the record it says something about, by which it is seen, then its own. */
function keysOf(patch: GuardedPatch): string[] {
  const named = about.safeParse(patch.fields)
  const of = named.success ? [`${named.data.aboutType}:${named.data.aboutId}`] : []
  return [...of, keyOf(patch)]
}

/** Items of an agenda are told with their meeting. */
const itemKeysOf = (patch: GuardedPatch): string[] =>
  withAgenda.safeParse(patch.fields).data?.agenda.map(({ id }) => itemKey(patch, id)) ?? []

/** A meeting as it was told, without items that have been restricted since. */
function withoutItems(patch: GuardedPatch, restricted: (key: string) => boolean): GuardedPatch {
  const told = withAgenda.safeParse(patch.fields)
  if (!told.success) return patch
  const agenda = told.data.agenda.filter(({ id }) => !restricted(itemKey(patch, id)))
  return agenda.length === told.data.agenda.length ? patch : { ...patch, fields: { ...patch.fields, agenda } }
}

const itemKey = ({ id }: GuardedPatch, itemId: string) => keyOf({ type: 'AgendaItem', id: `${id}:${itemId}` })

const keyOf = ({ type, id }: { type: string; id: string }) => `${type}:${id}`

/** Keeps the list of what is restricted, and of who owns it, in the transaction that changes either. */
export async function keepRestrictions(
  db: Connection,
  session: ClientSession,
  changes: readonly RecordChange[],
): Promise<void> {
  const restrictions = restrictionModel(db)
  for (const change of changes) {
    const { id: recordId, restrictedTo, owner = null, guardedBefore, follows } = change
    // Only where it is restricted, or was until now: most changes say nothing of it.
    if (follows || (!restrictedTo && !guardedBefore?.restrictedTo)) continue
    const _id = keyOf(change)
    if (!restrictedTo) await restrictions.deleteOne({ _id }, { session })
    else await restrictions.updateOne({ _id }, { $set: { recordId, restrictedTo, owner } }, { session, upsert: true })
  }
}

/** Restricts what is no record of its own, `AgendaItem:<meeting>:<item>`, or lifts that: for what was told of it while it was open. */
export async function keepRestriction(
  db: Connection,
  session: ClientSession,
  { type, id }: { type: string; id: string },
  restrictedTo: readonly Owner[] | null,
): Promise<void> {
  const _id = keyOf({ type, id })
  const restrictions = restrictionModel(db)
  if (!restrictedTo) await restrictions.deleteOne({ _id }, { session })
  else await restrictions.updateOne({ _id }, { $set: { recordId: id, restrictedTo } }, { session, upsert: true })
}

/** What was told of a record that is restricted now is for those alone whom the restriction names, and for its owner of now. */
export async function guardedNow(db: Connection, rows: readonly ChangeRow[]): Promise<ChangeRow[]> {
  const keys = [
    ...new Set(rows.flatMap(({ patches }) => patches.flatMap((patch) => [...keysOf(patch), ...itemKeysOf(patch)]))),
  ]
  if (keys.length === 0) return [...rows]
  const found = await restrictionModel(db)
    .find({ _id: trusted({ $in: keys }) })
    .lean()
  if (found.length === 0) return [...rows]
  const guards = new Map<string, Pick<GuardedPatch, 'restrictedTo' | 'owner'>>(
    found.map(({ _id, restrictedTo, owner = null }) => [_id, { restrictedTo, owner }]),
  )
  return rows.map((row) => ({
    ...row,
    patches: row.patches.map((told) => {
      const patch = withoutItems(told, (key) => guards.has(key))
      const key = keysOf(patch).find((one) => guards.has(one))
      return key && !patch.hiddenFrom ? { ...patch, ...guards.get(key) } : patch
    }),
  }))
}

/** Which of these items of a meeting's agenda are restricted at present: what was said on them before is not told either. */
export async function restrictedItemsOf(
  db: Connection,
  meetingId: string,
  itemIds: readonly string[],
): Promise<string[]> {
  const keys = new Map(itemIds.map((id) => [keyOf({ type: 'AgendaItem', id: `${meetingId}:${id}` }), id]))
  const found = await restrictionModel(db)
    .find({ _id: trusted({ $in: [...keys.keys()] }) })
    .lean()
  return found.flatMap(({ _id }) => keys.get(_id) ?? [])
}

/** For whom something about two records is, when it may be told to whoever sees one of them: everybody, unless both are restricted. */
export async function sharedRestriction(
  db: Connection,
  session: ClientSession,
  recordIds: readonly [string, string],
): Promise<Restriction> {
  const found = await restrictionModel(db)
    .find({ recordId: trusted({ $in: [...recordIds] }) })
    .session(session)
    .lean()
  const isOpen = recordIds.some((id) => found.every(({ recordId }) => recordId !== id))
  return isOpen ? null : found.flatMap(({ restrictedTo }) => restrictedTo)
}

/** Whether a record is restricted to somebody at present: where people are is then told to nobody. */
export function restrictedRecords(db: Connection, bus: Bus, now: () => Date): (recordId: string) => Promise<boolean> {
  const fresh = new Set<string>()
  bus.subscribe('change', ({ patches }) => {
    for (const { id, restrictedTo } of patches) if (restrictedTo) fresh.add(id)
  })
  const read = createWhole(
    async () => {
      fresh.clear()
      return new Set((await restrictionModel(db).find().lean()).map(({ recordId }) => recordId))
    },
    [],
    bus,
    now,
  )
  return async (recordId) => fresh.has(recordId) || (await read()).has(recordId)
}

/** The records of these types that are restricted at present. */
export async function restrictedOf<Type extends string>(
  db: Connection,
  types: readonly Type[],
): Promise<{ type: Type; id: string }[]> {
  const found = await restrictionModel(db).find().lean()
  return found.flatMap(({ _id, recordId }) => {
    const type = types.find((one) => _id === keyOf({ type: one, id: recordId }))
    return type ? [{ type, id: recordId }] : []
  })
}

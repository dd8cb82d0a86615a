import { type BodyPlace, type HeldOffice, Refusal } from '@camau/domain'
import { type Connection, trusted } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { changedElsewhere } from '../../platform/changed-elsewhere.js'
import type { Transaction } from '../../platform/command.js'
import { nextNumber } from '../../platform/counters.js'
import { sharedRestriction } from '../../platform/restrictions.js'
import { createWholeList } from '../../platform/whole.js'
import { dependencyChange } from './dependency.change.js'
import { type DependencyRecord, dependencyModel, type StoredDependency, standingLink } from './dependency.model.js'

export interface DependencyStore {
  /** Every standing link. Who may see an end is decided end by end. */
  all(): Promise<readonly StoredDependency[]>
  /** The same by the records at their ends: a log asks for each of its rows. */
  byEnd(): Promise<ReadonlyMap<string, readonly StoredDependency[]>>
  /** Also one that was removed since. Throws Refusal('not-found'). */
  get(id: string, tx?: Transaction): Promise<StoredDependency>
  /** Every standing link as the transaction sees it; nobody else adds one until it ends, so that no two make a loop together. */
  allAlone(tx: Transaction): Promise<StoredDependency[]>
  add(tx: Transaction, link: StoredDependency, bodies: readonly BodyPlace[], office: HeldOffice | null): Promise<void>
  remove(
    tx: Transaction,
    link: StoredDependency,
    bodies: readonly BodyPlace[],
    office: HeldOffice | null,
  ): Promise<StoredDependency>
  /** What was removed stands again. */
  restore(
    tx: Transaction,
    removed: StoredDependency,
    bodies: readonly BodyPlace[],
    office: HeldOffice | null,
  ): Promise<StoredDependency>
}

export function dependencyStore(db: Connection, bus: Bus, now: () => Date): DependencyStore {
  const links = dependencyModel(db)
  const standing = { removed: false }
  const restrictedTo = ({ session }: Transaction, { dependentId, dependsOnId }: StoredDependency) =>
    sharedRestriction(db, session, [dependentId, dependsOnId])

  const read = async (some: object) =>
    (await links.find({ ...standing, ...some }).lean<DependencyRecord[]>()).map(stored)
  const order = (a: StoredDependency, b: StoredDependency) => (a.id < b.id ? -1 : 1)
  const all = createWholeList(
    {
      read: async () => (await read({})).sort(order),
      readSome: (ids) => read({ _id: trusted({ $in: [...ids] }) }),
      changedSince: changedElsewhere(db, 'Dependency'),
      ...{ type: 'Dependency', order },
    },
    bus,
    now,
  )
  let ends: { of: readonly StoredDependency[]; byEnd: ReadonlyMap<string, readonly StoredDependency[]> } | null = null

  async function set(
    tx: Transaction,
    before: StoredDependency,
    changed: Pick<StoredDependency, 'removed' | 'link'>,
    bodies: readonly BodyPlace[],
    office: HeldOffice | null,
  ): Promise<StoredDependency> {
    const { id: _id, version } = before
    const after = { ...before, ...changed, version: version + 1 }
    const fields = { ...changed, version: version + 1 }
    const result = await links.updateOne({ _id, version }, { $set: fields }, { session: tx.session })
    if (result.matchedCount === 0) throw new Refusal('changed-since', { field: 'version' })
    tx.changed(dependencyChange(before, after, bodies, office, await restrictedTo(tx, after)))
    return after
  }

  return {
    all,
    async byEnd() {
      const of = await all()
      if (ends?.of !== of) ends = { of, byEnd: indexed(of) }
      return ends.byEnd
    },
    async get(id, tx) {
      const found = await links
        .findById(id)
        .session(tx?.session ?? null)
        .lean<DependencyRecord>()
      if (!found) throw new Refusal('not-found')
      return stored(found)
    },
    async allAlone({ session }) {
      await nextNumber(db, session, 'dependency-links')
      return (await links.find(standing).session(session).lean<DependencyRecord[]>()).map(stored)
    },
    async add(tx, link, bodies, office) {
      const { id: _id, ...fields } = link
      if (await links.findById(_id).session(tx.session).lean()) throw new Refusal('already-so')
      await links.create([{ ...fields, _id }], { session: tx.session })
      tx.changed(dependencyChange(null, link, bodies, office, await restrictedTo(tx, link)))
    },
    remove: (tx, before, bodies, office) => set(tx, before, { removed: true, link: before.id }, bodies, office),
    restore: (tx, before, bodies, office) =>
      set(tx, before, { removed: false, link: standingLink(before.dependentId, before.dependsOnId) }, bodies, office),
  }
}

function indexed(links: readonly StoredDependency[]): Map<string, StoredDependency[]> {
  const byEnd = new Map<string, StoredDependency[]>()
  for (const link of links)
    for (const id of [link.dependentId, link.dependsOnId]) byEnd.set(id, [...(byEnd.get(id) ?? []), link])
  return byEnd
}

/** A new link as it is kept. */
export function newLink(
  given: Pick<StoredDependency, 'id' | 'dependentId' | 'dependsOnId' | 'kind' | 'text'>,
): StoredDependency {
  const link = standingLink(given.dependentId, given.dependsOnId)
  return { ...given, basis: 'set', source: null, link, removed: false, version: 1 }
}

const stored = ({ _id, ...record }: DependencyRecord): StoredDependency => ({ ...record, id: _id })

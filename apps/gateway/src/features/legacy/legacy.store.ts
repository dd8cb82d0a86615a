import {
  type Handed,
  type HeldOffice,
  type LegacyUpdate,
  legacyOwner,
  maySee,
  owns,
  Refusal,
  type Viewer,
  waitingProposal,
} from '@camau/domain'
import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { createWhole } from '../../platform/whole.js'
import { type CommitmentRecord, commitmentModel } from './commitment.model.js'
import { legacyChange } from './legacy.change.js'
import { type LegacyItemRecord, legacyItemModel } from './legacy-item.model.js'
import {
  type HeldHanded,
  type StoredCommitment,
  type StoredHanded,
  type StoredItem,
  storedCommitment,
  storedItem,
} from './stored-legacy.js'

/** What steps add to a record. */
export type Added = Handed & { laterUpdates?: LegacyUpdate[] }

export interface LegacyStore {
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  get(viewer: Viewer, id: string, tx?: Transaction): Promise<HeldHanded>
  /** What the viewer may see, in the documents' order. */
  items(viewer: Viewer): Promise<StoredItem[]>
  commitments(viewer: Viewer): Promise<StoredCommitment[]>
  /** Whoever asks: for the search, which asks for rights on what it found. */
  allItems(): Promise<readonly StoredItem[]>
  allCommitments(): Promise<readonly StoredCommitment[]>
  /** Done according to the documents, whoever asks. */
  done(): Promise<ReadonlySet<string>>
  /** For the live document, which asks on nobody's behalf. Throws Refusal('not-found'). */
  problem(itemId: string): Promise<string>
  /** Writes ledger, courses and later updates over the version that was read; the rest never changes. */
  save(tx: Transaction, before: HeldHanded, after: Added, office: HeldOffice | null): Promise<StoredHanded>
}

export function legacyStore(db: Connection, directory: Directory, bus: Bus, now: () => Date): LegacyStore {
  const items = legacyItemModel(db)
  const commitments = commitmentModel(db)
  const allItems = createWhole(
    async () => (await items.find().sort({ number: 1 }).lean<LegacyItemRecord[]>()).map(storedItem),
    ['LegacyItem'],
    bus,
    now,
  )
  const allCommitments = createWhole(
    async () => (await commitments.find().sort({ position: 1 }).lean<CommitmentRecord[]>()).map(storedCommitment),
    ['Commitment'],
    bus,
    now,
  )

  async function read(id: string, tx?: Transaction): Promise<StoredHanded | null> {
    const session = tx?.session ?? null
    const item = await items.findById(id).session(session).lean<LegacyItemRecord>()
    if (item) return storedItem(item)
    const commitment = await commitments.findById(id).session(session).lean<CommitmentRecord>()
    return commitment && storedCommitment(commitment)
  }

  return {
    async get(viewer, id, tx) {
      const found = await read(id, tx)
      if (!found || !maySeeHanded(viewer, found)) throw new Refusal('not-found')
      return { record: found, workstreamBodyId: found.workstreamBodyId }
    },
    allItems,
    allCommitments,
    items: async (viewer) => (await allItems()).filter((one) => maySeeHanded(viewer, one)),
    commitments: async (viewer) => (await allCommitments()).filter((one) => maySeeHanded(viewer, one)),
    done: async () => new Set((await allCommitments()).filter(({ status }) => status === 'done').map(({ id }) => id)),
    async problem(itemId) {
      const found = (await allItems()).find(({ id }) => id === itemId)
      if (!found) throw new Refusal('not-found')
      return found.problem
    },
    async save(tx, { record: before }, { ledger, courses, laterUpdates }, office) {
      const { id: _id, version } = before
      const added = { ledger, courses: courses ?? before.courses, laterUpdates: laterUpdates ?? before.laterUpdates }
      const set = { $set: { ...added, version: version + 1 } }
      const write =
        before.kind === 'item'
          ? items.updateOne({ _id, version }, set, { session: tx.session })
          : commitments.updateOne({ _id, version }, set, { session: tx.session })
      if ((await write).matchedCount === 0) throw new Refusal('changed-since', { field: 'owner' })
      const after: StoredHanded = { ...before, ...added, version: version + 1 }
      tx.changed(legacyChange(before, after, await directory.now(), office))
      return after
    },
  }
}

/** Owners, and whoever is asked to own it, see what is theirs, whatever else they may not see. */
function maySeeHanded(viewer: Viewer, record: StoredHanded): boolean {
  const { audience, workstreamBodyId } = record
  if (maySee(viewer, audience, { space: 'legacy', workstreamBodyId })) return true
  return owns(viewer, legacyOwner(record)) || owns(viewer, waitingProposal(record)?.owner ?? null)
}

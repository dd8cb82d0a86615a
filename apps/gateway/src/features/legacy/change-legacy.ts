import { officeFor, Refusal, type RefusalCode, type Viewer, waitingProposal } from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import { patchOwner } from '../../platform/graphql/owner.js'
import type { GivenNotice, Notify } from '../../platform/notify.js'
import type { Added, LegacyStore } from './legacy.store.js'
import type { HeldHanded, StoredHanded } from './stored-legacy.js'

/** What every command on the register needs, and no more. */
export interface LegacyNeeds {
  legacy: LegacyStore
  command: Command
  directory: Directory
  notify: Notify
}

/** One verb of the hand-over. */
export interface LegacyStep {
  whyNot: (viewer: Viewer, held: HeldHanded) => RefusalCode | null
  change: (held: HeldHanded, tx: Transaction, names: Names) => Added
  /** Who is told of it, once it is saved. */
  tell?: (before: HeldHanded, after: StoredHanded) => GivenNotice | null
  /** Whether the step is the owner's, or theirs who are asked; else an office gives the right. */
  byOwner?: boolean
}

/** Read, decide, add a line, tell: the same for every verb on items and commitments. */
export function changeLegacy(
  { legacy, command, directory, notify }: LegacyNeeds,
  viewer: Viewer,
  name: string,
  input: { mutationId: string; id: string },
  { whyNot, change, tell, byOwner = false }: LegacyStep,
): Promise<StoredHanded> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const names = await directory.now()
      const held = await legacy.get(viewer, input.id, tx)
      const refusal = whyNot(viewer, held)
      if (refusal) throw new Refusal(refusal, refusal === 'proposal-waiting' ? whoProposed(held, names) : {})
      const place = { space: 'legacy', workstreamBodyId: held.workstreamBodyId } as const
      const saved = await legacy.save(
        tx,
        held,
        change(held, tx, names),
        byOwner ? null : officeFor(viewer, 'write', place),
      )
      const notice = tell?.(held, saved)
      if (notice) await notify(tx, [notice])
      return saved
    },
    async (id) => (await legacy.get(viewer, id)).record,
  )
}

/** Whoever comes second is told who was first, and what they proposed. */
function whoProposed({ record }: HeldHanded, names: Names): Record<string, unknown> {
  const waiting = waitingProposal(record)
  if (!waiting) return {}
  const by = { personId: waiting.personId, name: names.people.get(waiting.personId)?.name ?? '' }
  return { field: 'owner', theirs: patchOwner(waiting.owner, names), by, at: waiting.at.toISOString() }
}

export const aboutHanded = ({ kind, id }: StoredHanded) =>
  ({ type: kind === 'item' ? 'LegacyItem' : 'Commitment', id }) as const

/** Whoever asked is told the answer, with its reason. */
export function tellWhoAsked({ record }: HeldHanded, after: StoredHanded): GivenNotice | null {
  const waiting = waitingProposal(record)
  if (!waiting) return null
  const to = [{ kind: 'person', personId: waiting.personId } as const]
  return { kind: 'answered', to, about: aboutHanded(after), text: after.ledger.at(-1)?.reason ?? null }
}

/** Whoever is asked is told of what was said to them. */
export function tellWhoIsAsked(before: HeldHanded, after: StoredHanded): GivenNotice | null {
  const asked = waitingProposal(after) ?? waitingProposal(before.record)
  const text = after.ledger.at(-1)?.reason ?? null
  return asked && { kind: 'hand-over', to: [asked.owner], about: aboutHanded(after), text }
}

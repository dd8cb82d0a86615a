import {
  type AgendaItem,
  type BodyPlace,
  fitting,
  limits,
  type Meeting,
  type Owner,
  officeFor,
  Refusal,
  restriction,
  type Viewer,
  whyNotSetRestrictedItem,
} from '@camau/domain'

import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { ownerOf } from '../../platform/graphql/owner.js'
import { newRecordId } from '../../platform/record-id.js'
import type { RestrictedItems, StoredSlot } from './restricted-item.store.js'
import type {
  AddRestrictedItemInput,
  ChangeRestrictedItemInput,
  RemoveRestrictedItemInput,
} from './restricted-item.type.js'

export interface RestrictedItemNeeds extends RestrictedItems {
  command: Command
  directory: Directory
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  meetingOf: (viewer: Viewer, id: string, tx?: Transaction) => Promise<{ record: Meeting; body: BodyPlace }>
  /** The meeting with another agenda, as part of the command. */
  saveAgenda: (tx: Transaction, viewer: Viewer, meetingId: string, agenda: AgendaItem[]) => Promise<void>
  /** Moves what the minutes, which all may read, hold of the item to its notes. `agenda` is what stays open. */
  moveFromMinutes: (tx: Transaction, item: { meetingId: string; id: string; agenda: AgendaItem[] }) => Promise<void>
  /** Guards what was told of the item while it was open; null: no longer. */
  guardItem: (tx: Transaction, item: { meetingId: string; id: string }, to: readonly Owner[] | null) => Promise<void>
}

/** Puts something on the agenda that only those named may know more of than its place and length. */
export function addRestrictedItem(
  needs: RestrictedItemNeeds,
  viewer: Viewer,
  input: AddRestrictedItemInput,
): Promise<StoredSlot> {
  return needs.command(
    { command: 'addRestrictedItem', viewer, input },
    async (tx) => {
      const { office, body } = await preparing(needs, viewer, input.meetingId, tx)
      const of = {
        id: newRecordId(input.id),
        meetingId: input.meetingId,
        bodyId: body.id,
        audience: 'member' as const,
        version: 1,
      }
      const title = givenTitle(input.title)
      const restrictedTo = await givenNames(needs, viewer, null, input)
      const slot = await needs.slots.add(tx, { ...of, ...givenPlace(input), removed: false }, office)
      await needs.items.add(tx, { ...of, title, restrictedTo }, office)
      return slot
    },
    (id) => needs.slots.get(viewer, id),
  )
}

/** For those who prepare the meeting and are among those named. */
export function changeRestrictedItem(
  needs: RestrictedItemNeeds,
  viewer: Viewer,
  input: ChangeRestrictedItemInput,
): Promise<StoredSlot> {
  return needs.command(
    { command: 'changeRestrictedItem', viewer, input },
    async (tx) => {
      const item = await needs.items.get(viewer, input.id, tx)
      const slot = await needs.slots.get(viewer, input.id, tx)
      // Off the agenda, or open to all on it: neither is guarded anew by who had the form open.
      if (slot.removed) throw new Refusal('already-so')
      const { office } = await preparing(needs, viewer, slot.meetingId, tx)
      const title = givenTitle(input.title)
      const restrictedTo = await givenNames(needs, viewer, item.restrictedTo, input)
      const saved = await needs.slots.save(tx, slot, { ...slot, ...givenPlace(input) }, office)
      await needs.items.save(tx, item, { ...item, title, restrictedTo }, office)
      await needs.guardItem(tx, item, restrictedTo)
      tx.afterCommit((bus) => bus.publish('grant', { documentId: `item:${input.id}` }))
      return saved
    },
    (id) => needs.slots.get(viewer, id),
  )
}

/** Off the agenda again; its notes stay with those who were named. */
export function removeRestrictedItem(
  needs: RestrictedItemNeeds,
  viewer: Viewer,
  input: RemoveRestrictedItemInput,
): Promise<StoredSlot> {
  return needs.command(
    { command: 'removeRestrictedItem', viewer, input },
    async (tx) => {
      await needs.items.get(viewer, input.id, tx)
      const slot = await needs.slots.get(viewer, input.id, tx)
      if (slot.removed) throw new Refusal('already-so')
      const { office } = await preparing(needs, viewer, slot.meetingId, tx)
      return needs.slots.save(tx, slot, { ...slot, removed: true }, office)
    },
    (id) => needs.slots.get(viewer, id),
  )
}

export async function preparing(needs: RestrictedItemNeeds, viewer: Viewer, meetingId: string, tx: Transaction) {
  const held = await needs.meetingOf(viewer, meetingId, tx)
  const refusal = whyNotSetRestrictedItem(viewer, held)
  if (refusal) throw new Refusal(refusal)
  return { body: held.body, office: officeFor(viewer, 'prepare', { space: 'body', body: held.body }) }
}

function givenTitle(title: string): string {
  const words = fitting('title', title)
  if (!words) throw new Refusal('text-needed', { field: 'title' })
  return words
}

function givenPlace({ minutes, afterId }: { minutes: number; afterId?: string | null }) {
  if (minutes < 0 || minutes > limits.agendaMinutes) throw new Refusal('malformed', { field: 'minutes' })
  return { minutes, afterId: afterId ?? null }
}

/** The names as they are asked for; those that are named already stay without more ado. */
export async function givenNames(
  { directory }: RestrictedItemNeeds,
  viewer: Viewer,
  before: readonly Owner[] | null,
  input: Pick<ChangeRestrictedItemInput, 'restrictedTo'>,
): Promise<readonly Owner[]> {
  const names = await directory.now()
  const to = input.restrictedTo.map((one) => ownerOf(one, names))
  try {
    return restriction(viewer, before, to) ?? to
  } catch (error) {
    if (before && error instanceof Refusal && error.code === 'already-so') return before
    throw error
  }
}

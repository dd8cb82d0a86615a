import {
  type Action,
  fitting,
  type Placement,
  Refusal,
  unplaced,
  type Viewer,
  whyNotBodyStep,
  whyNotReceive,
  whyNotSucceed,
} from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import { givenPlacements } from '../../platform/graphql/placement.js'
import { inLife } from './body.change.js'
import type { CloseBodyInput } from './body.inputs.js'
import type { StoredBody } from './body.store.js'
import { type BodyNeeds, findBody, stepBody } from './change-body.js'

export interface ClosedBodyNeeds {
  /** The actions a body holds, as the transaction sees them, whoever asks; and which of them the viewer may see. */
  heldBy: (tx: Transaction, viewer: Viewer, bodyId: string) => Promise<HeldItem[]>
  /** Puts one where it goes. The right to close the body is the right to do so. */
  place: (tx: Transaction, viewer: Viewer, placement: Placement, why: string) => Promise<void>
  /** Who holds an office on the body, and the live documents written in it: their rights are to be asked again. */
  affectedBy: (bodyId: string) => Promise<{ personIds: string[]; documentIds: `${'action' | 'minutes'}:${string}`[] }>
}

type HeldItem = Pick<Action, 'id' | 'number' | 'title' | 'status'> & { seen: boolean }

/** Ends a body. Everything open it holds goes somewhere first; afterwards it is read, and no longer written (requirements, row 6). */
export function closeBody(
  needs: BodyNeeds & ClosedBodyNeeds,
  viewer: Viewer,
  input: CloseBodyInput,
): Promise<StoredBody> {
  return needs.command(
    { command: 'closeBody', viewer, input },
    async (tx) => {
      const before = await needs.bodies.inSession(tx.session, input.id)
      const refusal = whyNotBodyStep(viewer, inLife(before), 'close')
      if (refusal) throw new Refusal(refusal)
      await refuseSuccessor(needs, tx, before, input.successorId ?? null)
      const reason = fitting('reason', input.reason ?? null)
      // The record first: it is what the command is about, and what another node must not have changed meanwhile.
      const step = { step: 'close', day: input.day ?? null, reason, successorId: input.successorId ?? null } as const
      const after = await stepBody(needs, tx, viewer, before, step)
      await placeAll(needs, tx, viewer, before, input, reason)
      await tellRights(needs, tx, after.id)
      return after
    },
    findBody(needs.bodies),
  )
}

async function refuseSuccessor(
  { bodies }: BodyNeeds,
  tx: Transaction,
  body: StoredBody,
  successorId: string | null,
): Promise<void> {
  const refusal = successorId && whyNotSucceed(body, await bodies.inSession(tx.session, successorId))
  if (refusal) throw new Refusal(refusal)
}

async function placeAll(
  needs: BodyNeeds & ClosedBodyNeeds,
  tx: Transaction,
  viewer: Viewer,
  body: StoredBody,
  input: CloseBodyInput,
  reason: string | null,
): Promise<void> {
  const held = await needs.heldBy(tx, viewer, body.id)
  const given = givenPlacements(input.items)
  const receivers = new Set(given.flatMap((one) => (one.to === 'body' ? [one.bodyId] : [])))
  for (const id of receivers) await refuseReceiver(needs, tx, body, id, input.successorId ?? null)
  const placements = [...given, ...(await unseen(needs, tx, body, held, input.successorId ?? null))]
  const left = unplaced(held, placements)
  const items = left.filter(({ seen }) => seen).map(({ id, number, title }) => ({ id, number, title }))
  if (left.length > 0) throw new Refusal('items-unplaced', { items })
  const open = new Set(unplaced(held, []).map(({ id }) => id)) // what was finished meanwhile needs no place
  const why = reason ?? body.name.en ?? body.name.cy ?? ''
  for (const placement of placements) if (open.has(placement.actionId)) await needs.place(tx, viewer, placement, why)
}

async function refuseReceiver(
  { bodies }: BodyNeeds,
  tx: Transaction,
  closing: StoredBody,
  bodyId: string,
  successorId: string | null,
): Promise<void> {
  const refusal = whyNotReceive(inLife(await bodies.inSession(tx.session, bodyId)), closing, successorId)
  if (refusal) throw new Refusal(refusal, { bodyId })
}

/** What the viewer may not see goes on with the parent: they are neither told of it nor asked about it. */
async function unseen(
  needs: BodyNeeds,
  tx: Transaction,
  body: StoredBody,
  held: readonly HeldItem[],
  successorId: string | null,
): Promise<Placement[]> {
  const hidden = unplaced(held, []).filter(({ seen }) => !seen)
  const bodyId = hidden.length > 0 ? (body.parentId ?? successorId) : null
  if (!bodyId) return []
  await refuseReceiver(needs, tx, body, bodyId, successorId)
  return hidden.map(({ id }) => ({ actionId: id, to: 'body', bodyId }))
}

/** Rights follow at once, on sockets that are open too. */
export async function tellRights(
  { affectedBy }: Pick<ClosedBodyNeeds, 'affectedBy'>,
  tx: Transaction,
  bodyId: string,
): Promise<void> {
  const { personIds, documentIds } = await affectedBy(bodyId)
  tx.afterCommit((bus) => {
    if (personIds.length > 0) bus.publish('rights', { personIds })
    for (const documentId of documentIds) bus.publish('grant', { documentId })
  })
}

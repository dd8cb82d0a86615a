import { type BodyStep, dayInLondon, isDay, Refusal, takeBodyStep, type Viewer } from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { bodyChange } from './body.change.js'
import type { BodyStore, StoredBody } from './body.store.js'

export interface BodyNeeds {
  bodies: BodyStore
  command: Command
  directory: Directory
}

export interface GivenStep {
  step: BodyStep
  day?: string | null
  reason: string | null
  successorId?: string | null
}

/** One step in the life of a body: the rule, its line in the life, the record, the change. */
export async function stepBody(
  { bodies, directory }: Omit<BodyNeeds, 'command'>,
  tx: Transaction,
  viewer: Viewer,
  before: StoredBody,
  given: GivenStep,
): Promise<StoredBody> {
  const day = dayOf(given.day, tx.at)
  const stepped = takeBodyStep(viewer, before, given.step, given.reason)
  const event = {
    step: given.step,
    at: tx.at,
    personId: viewer.personId,
    day,
    reason: given.reason,
    successorId: given.successorId ?? null,
  }
  const after = await bodies.save(tx, before, {
    ...dated(stepped, given.step, day),
    life: [...before.life, event],
    successorIds: [...new Set([...before.successorIds, ...(given.successorId ? [given.successorId] : [])])],
  })
  tx.changed(bodyChange(viewer, before, after, await directory.now()))
  return after
}

// What the documents print stays; days are written only where they say nothing.
function dated(body: StoredBody, step: BodyStep, day: string): StoredBody {
  if (step === 'start') return { ...body, from: body.from ?? day }
  if (step === 'close') return { ...body, to: body.to ?? day }
  return body
}

function dayOf(day: string | null | undefined, at: Date): string {
  if (day && !isDay(day)) throw new Refusal('impossible-date', { field: 'day' })
  return day ?? dayInLondon(at)
}

export function findBody(bodies: BodyStore): (id: string) => Promise<StoredBody> {
  return async (id) => {
    const found = (await bodies.all()).get(id)
    if (!found) throw new Refusal('not-found')
    const { _id, ...body } = found
    return { ...body, id: _id }
  }
}

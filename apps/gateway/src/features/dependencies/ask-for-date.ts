import { createHash } from 'node:crypto'
import {
  dayInLondon,
  type HeldAction,
  officeFor,
  Refusal,
  type Restriction,
  unfinishedStatuses,
  type Viewer,
  whyNotAskForDate,
} from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import type { Loaders } from '../../platform/loaders.js'
import type { Notify } from '../../platform/notify.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { StoredDateRequest } from './date-request.kind.js'
import type { DependencyStore } from './dependency.store.js'
import { listDependencies } from './list-dependencies.js'

export interface AskForDateNeeds {
  dependencies: DependencyStore
  directory: Directory
  command: Command
  notify: Notify
  requests: RecordStore<StoredDateRequest>
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  actionOf: (viewer: Viewer, id: string, tx: Transaction) => Promise<HeldAction>
}

/** The owner of an action that others wait for, and the chairs of its body, are told once a week that somebody needs its date. */
export function askForDate(
  needs: AskForDateNeeds,
  viewer: Viewer,
  load: Loaders,
  input: ActionInput,
): Promise<StoredDateRequest> {
  const { command, requests, notify, actionOf } = needs
  return command(
    { command: 'askForDate', viewer, input },
    async (tx) => {
      const { record } = await actionOf(viewer, input.id, tx)
      const before = (await requests.all()).find(({ actionId }) => actionId === record.id) ?? null
      const done = !unfinishedStatuses.includes(record.status)
      const askedOn = before && dayInLondon(before.askedAt)
      const waiting = await ownersWaiting(needs, viewer, load, record.id)
      const refusal = whyNotAskForDate(viewer, { due: record.due, done, waiting, askedOn }, dayInLondon(tx.at))
      if (refusal) throw new Refusal(refusal, refusal === 'date-asked' ? { on: askedOn } : {})
      const saved = await kept(requests, tx, viewer, before, record)
      const about = { type: 'Action', id: record.id } as const
      const theChairs = { kind: 'body', bodyId: record.bodyId } as const
      await notify(tx, [{ kind: 'date-asked', to: [record.owner, theChairs], about }])
      return saved
    },
    (id) => requests.get(viewer, id),
  )
}

async function kept(
  requests: RecordStore<StoredDateRequest>,
  tx: Transaction,
  viewer: Viewer,
  before: StoredDateRequest | null,
  { id: actionId, bodyId, restrictedTo = null }: { id: string; bodyId: string; restrictedTo?: Restriction },
): Promise<StoredDateRequest> {
  const office = officeFor(viewer, 'write', { space: 'operational-board' })
  const now = { actionId, bodyId, restrictedTo, askedAt: tx.at, askedBy: viewer.personId }
  return before
    ? requests.save(tx, before, { ...before, ...now }, office)
    : requests.add(tx, { ...now, id: requestId(actionId), audience: 'member', version: 1 }, office)
}

/** One an action, so that no two people ask at once; the action, which may be restricted later, cannot be read from it. */
const requestId = (actionId: string) => `date-${createHash('sha256').update(actionId).digest('hex').slice(0, 24)}`

/** Who owns what waits for it and is not finished, as far as the viewer may see that. */
async function ownersWaiting({ dependencies, directory }: AskForDateNeeds, viewer: Viewer, load: Loaders, id: string) {
  const links = (await dependencies.byEnd()).get(id)?.filter(({ dependsOnId }) => dependsOnId === id) ?? []
  const seen = await listDependencies(links, {}, { viewer, load }, await directory.now())
  const waiting = seen.filter(({ blocks, dependent }) => blocks && !dependent.done).map(({ dependent }) => dependent)
  return Promise.all(
    waiting.map(
      async ({ id, type }) => (type === 'Action' ? (await load.find('Action', id))?.record.owner : null) ?? null,
    ),
  )
}

import { type Action, blockingKinds } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { Notify } from '../../platform/notify.js'
import type { StoredDependency } from './dependency.model.js'
import type { DependencyStore } from './dependency.store.js'
import { endType } from './dependency-end.js'

export interface TellLinkedNeeds {
  dependencies: DependencyStore
  notify: Notify
  actions: () => Promise<readonly Pick<Action, 'id' | 'bodyId' | 'owner'>[]>
  isFinished: () => Promise<(id: string) => boolean>
}

/** Tells the owner of an action, and the chair of its body, that it waits for something unfinished from now on. */
export async function tellOfLink(needs: TellLinkedNeeds, tx: Transaction, link: StoredDependency): Promise<void> {
  if (holds(link, await needs.isFinished())) await tell(needs, tx, link, 'waits')
}

/** Tells them that nothing holds it up any more, if this was the last that did. */
export async function tellOfUnlink(needs: TellLinkedNeeds, tx: Transaction, link: StoredDependency): Promise<void> {
  const isFinished = await needs.isFinished()
  const others = (await needs.dependencies.byEnd()).get(link.dependentId)?.filter(({ id }) => id !== link.id) ?? []
  const stillHeld = others.some((one) => one.dependentId === link.dependentId && holds(one, isFinished))
  if (holds(link, isFinished) && !stillHeld) await tell(needs, tx, link, 'freed')
}

const holds = ({ kind, dependentId, dependsOnId }: StoredDependency, isFinished: (id: string) => boolean): boolean =>
  blockingKinds.includes(kind) && !isFinished(dependentId) && !isFinished(dependsOnId)

async function tell(
  { actions, notify }: TellLinkedNeeds,
  tx: Transaction,
  { dependentId, dependsOnId, text }: StoredDependency,
  kind: 'waits' | 'freed',
): Promise<void> {
  const waiting = (await actions()).find(({ id }) => id === dependentId)
  if (!waiting) return
  const { id, bodyId, owner } = waiting
  const because = { type: endType(dependsOnId), id: dependsOnId }
  const to = [owner, { kind: 'office', bodyId, office: 'chair' } as const]
  await notify(tx, [{ kind, to, about: { type: 'Action', id }, because, text: kind === 'waits' ? text : null }])
}

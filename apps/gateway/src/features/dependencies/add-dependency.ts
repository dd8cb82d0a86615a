import {
  blockingKinds,
  type DependencyKind,
  fitting,
  loopThrough,
  Refusal,
  type Viewer,
  whyNotLink,
} from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import type { Loaders } from '../../platform/loaders.js'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredDependency } from './dependency.model.js'
import { type DependencyStore, newLink } from './dependency.store.js'
import type { AddDependencyInput } from './dependency.type.js'
import { dependencyEnd } from './dependency-end.js'
import { linkedBodies, linkingOffice } from './linked-bodies.js'
import { type TellLinkedNeeds, tellOfLink } from './tell-linked.js'

export interface DependencyNeeds extends TellLinkedNeeds {
  command: Command
  directory: Directory
}

/** One thing waits for another from now on, unless that would make things wait for each other in a circle. */
export function addDependency(
  needs: DependencyNeeds,
  viewer: Viewer,
  load: Loaders,
  input: AddDependencyInput,
): Promise<StoredDependency> {
  const { dependencies, command, directory } = needs
  return command(
    { command: 'addDependency', viewer, input },
    async (tx) => {
      const names = await directory.now()
      const ends = await linkedBodies(load, input, names)
      const refusal = whyNotLink(viewer, ends.dependent, ends.other)
      if (refusal) throw new Refusal(refusal)
      const link = given(input)
      await refuseIfLinked(dependencies, tx, link, load, names)
      await dependencies.add(tx, link, ends.bodies, linkingOffice(viewer, ends))
      await tellOfLink(needs, tx, link)
      return link
    },
    (id) => dependencies.get(id),
  )
}

function given({ id, dependentId, dependsOnId, kind, text }: AddDependencyInput): StoredDependency {
  if (dependentId === dependsOnId) throw new Refusal('depends-on-itself')
  const words = fitting('reason', text)
  if (!words) throw new Refusal('text-needed')
  return newLink({ id: newRecordId(id), dependentId, dependsOnId, kind, text: words })
}

/** Two things are linked once; and nothing waits, in the end, for itself. */
export async function refuseIfLinked(
  dependencies: DependencyStore,
  tx: Transaction,
  link: StoredDependency,
  load: Loaders,
  names: Names,
): Promise<void> {
  const all = await dependencies.allAlone(tx)
  if (all.some((one) => one.link === link.link)) throw new Refusal('already-linked')
  if (!blocks(link.kind)) return
  const blocking = all.filter(({ kind }) => blocks(kind))
  const path = loopThrough(blocking, link.dependentId, link.dependsOnId)
  if (!path) return
  const ends = await Promise.all(path.map((id) => dependencyEnd(load, id, names)))
  throw new Refusal('would-loop', {
    path: ends.map(({ id, label, restricted }) => ({ id: restricted ? '' : id, label })),
  })
}

const blocks = (kind: DependencyKind) => blockingKinds.includes(kind)

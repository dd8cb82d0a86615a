import { Refusal, whyNotLink, whyNotUnlink } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { needAsLeft, type Undoing, type UndoLine } from '../../platform/undoing.js'
import { type DependencyNeeds, refuseIfLinked } from './add-dependency.js'
import { type StoredDependency, standingLink } from './dependency.model.js'
import { linkedBodies, linkingOffice } from './linked-bodies.js'
import { tellOfLink, tellOfUnlink } from './tell-linked.js'

/** A link just set is taken away, and one just taken away stands again, unless that would close a circle by now. */
export function undoOnDependency(needs: DependencyNeeds): UndoLine {
  return async (undoing, line) => {
    const link = await needs.dependencies.get(line.id, undoing.tx)
    const names = await needs.directory.now()
    needAsLeft(line, link)
    await (line.before ? setAgain(needs, undoing, link, names) : takeAway(needs, undoing, link, names))
  }
}

async function takeAway(needs: DependencyNeeds, { tx, viewer, load }: Undoing, link: StoredDependency, names: Names) {
  const ends = await linkedBodies(load, link, names)
  const refusal = whyNotUnlink(viewer, link, ends.dependent, ends.other)
  if (refusal) throw new Refusal(refusal)
  await needs.dependencies.remove(tx, link, ends.bodies, linkingOffice(viewer, ends))
  await tellOfUnlink(needs, tx, link)
}

async function setAgain(
  needs: DependencyNeeds,
  { tx, viewer, load }: Undoing,
  removed: StoredDependency,
  names: Names,
) {
  const ends = await linkedBodies(load, removed, names)
  const refusal = whyNotLink(viewer, ends.dependent, ends.other)
  if (refusal) throw new Refusal(refusal)
  const link = { ...removed, link: standingLink(removed.dependentId, removed.dependsOnId) }
  await refuseIfLinked(needs.dependencies, tx, link, load, names)
  await needs.dependencies.restore(tx, removed, ends.bodies, linkingOffice(viewer, ends))
  await tellOfLink(needs, tx, link)
}

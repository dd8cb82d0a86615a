import { mentionsIn, type Owner, Refusal, sameOwner } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { Subject } from '../../platform/subject.js'
import type { CommentNeeds } from './comment-needs.js'

/** Whoever is mentioned must be able to see what is talked about: else nobody is told, and the author learns whom to leave out. */
export async function refuseBlindMentions(
  needs: CommentNeeds,
  subject: Subject,
  text: string,
  before: readonly Owner[],
  tx: Transaction,
): Promise<void> {
  const fresh = mentionsIn(text).filter((one) => !before.some((known) => sameOwner(known, one)))
  const people = (await Promise.all(fresh.map((one) => meant(needs, one)))).flat()
  const blind: string[] = []
  for (const personId of new Set(people)) if (!(await sees(needs, subject, personId, tx))) blind.push(personId)
  if (blind.length === 0) return
  const { people: known } = await needs.directory.now()
  throw new Refusal('cannot-see-it', { names: blind.map((id) => known.get(id)?.name ?? '') })
}

async function meant({ directory, answering }: CommentNeeds, owner: Owner): Promise<readonly string[]> {
  const names = await directory.now()
  const known = owner.kind === 'person' ? names.people.has(owner.personId) : names.bodies.has(owner.bodyId)
  if (!known) throw new Refusal('not-found')
  return answering(owner)
}

async function sees({ subjectOf, viewerOf }: CommentNeeds, subject: Subject, personId: string, tx: Transaction) {
  try {
    await subjectOf(await viewerOf(personId), subject, tx)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

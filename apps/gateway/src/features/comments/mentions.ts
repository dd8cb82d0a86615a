import { byName, mentionsIn, type Owner, Refusal, sameOwner, type Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { Subject } from '../../platform/subject.js'
import type { CommentAboutInput } from './comment.type.js'
import { type CommentNeeds, mayRead } from './comment-needs.js'

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

async function sees(
  { subjectOf, viewerOf }: CommentNeeds,
  subject: Pick<Subject, 'type' | 'id'>,
  personId: string,
  tx?: Transaction,
) {
  try {
    await subjectOf(await viewerOf(personId), subject, tx)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const order = byName('en')

/** Whom a comment on the record may mention by name, for those who may read what is said there. */
export async function mentionablePersons(
  needs: CommentNeeds,
  viewer: Viewer,
  about: CommentAboutInput,
): Promise<string[]> {
  if (!mayRead(viewer, await needs.subjectOf(viewer, about))) return []
  const { people } = await needs.directory.now()
  const inOffice = [...new Set(await needs.inOffice())].flatMap((id) => people.get(id) ?? [])
  const seeing = await Promise.all(inOffice.map(({ id }) => sees(needs, about, id)))
  const found = inOffice.filter((_, at) => seeing[at])
  return found.sort((a, b) => order(a.name, b.name)).map(({ id }) => id)
}

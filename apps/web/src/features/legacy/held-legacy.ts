import type { HeldLegacy, LedgerEntry, LegacyCourse, Owner } from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { CourseLineFragment, LedgerLineFragment, LegacyOwnerFragment, LegacyRowFragment } from './legacy.graphql'

/** What the rules ask of an item or commitment. */
export type Handed = Pick<LegacyRowFragment, 'id' | 'ledger' | 'courses' | 'workstream'>

/** What is shown of who answers for an item or commitment. */
export type Owned = Handed & Pick<LegacyRowFragment, 'owner' | 'proposal'>

/** How steps on it are called in both languages: a numbered item by its number, a commitment by its words. */
export interface HandedName {
  en: string
  cy: string
}

export const itemName = ({ number }: Pick<LegacyRowFragment, 'number'>): HandedName => ({
  en: `Legacy item ${number}`,
  cy: `Eitem waddol ${number}`,
})

export const commitmentName = ({ text }: { text: string }): HandedName => ({ en: text, cy: text })

/** A legacy item or commitment as the rules take it. */
export function heldLegacy({ id, ledger, courses, workstream }: Handed): HeldLegacy {
  const record = { id, ledger: ledger.map(domainLine), courses: courses.map(domainCourse) }
  return { record, workstreamBodyId: workstream?.body.id ?? null }
}

function domainLine({ id, state, owner, at, by, reason }: LedgerLineFragment): LedgerEntry {
  return { id, state: domainName(state), owner: domainOwner(owner), at: new Date(at), personId: by.id, reason }
}

function domainCourse({ course, at, by, into, ...rest }: CourseLineFragment): LegacyCourse {
  return { ...rest, course: domainName(course), intoId: into?.id ?? null, at: new Date(at), personId: by.id }
}

function domainOwner({ body, office, person }: LegacyOwnerFragment): Owner {
  if (person) return { kind: 'person', personId: person.id }
  const bodyId = body?.id ?? ''
  return office ? { kind: 'office', bodyId, office: domainName(office) } : { kind: 'body', bodyId }
}

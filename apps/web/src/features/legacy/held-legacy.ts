import type { HeldLegacy, LedgerEntry, Owner } from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { LedgerLineFragment, LegacyOwnerFragment, LegacyRowFragment } from './legacy.graphql'

/** A legacy item as the rules take it. */
export function heldItem({ id, ledger, workstream }: LegacyRowFragment): HeldLegacy {
  return { record: { id, ledger: ledger.map(domainLine) }, workstreamBodyId: workstream?.body.id ?? null }
}

function domainLine({ id, state, owner, at, by, reason }: LedgerLineFragment): LedgerEntry {
  return { id, state: domainName(state), owner: domainOwner(owner), at: new Date(at), personId: by.id, reason }
}

function domainOwner({ body, office, person }: LegacyOwnerFragment): Owner {
  if (person) return { kind: 'person', personId: person.id }
  const bodyId = body?.id ?? ''
  return office ? { kind: 'office', bodyId, office: domainName(office) } : { kind: 'body', bodyId }
}

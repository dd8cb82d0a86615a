import { officeFor, publishTerms, type Viewer } from '@camau/domain'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import type { TermsNeeds } from './draft-terms-of-reference.js'
import type { StoredTerms } from './terms.kind.js'

/** Everyone reads this version from now on; earlier ones stay in the history, also for everyone. */
export function publishTermsOfReference(
  { terms, command }: Omit<TermsNeeds, 'directory'>,
  viewer: Viewer,
  input: ActionInput,
): Promise<StoredTerms> {
  return command(
    { command: 'publishTermsOfReference', viewer, input },
    async (tx) => {
      const before = await terms.get(viewer, input.id, tx)
      const office = officeFor(viewer, 'write', { space: 'publish' })
      return terms.save(tx, before, publishTerms(viewer, before, tx.at), office)
    },
    (id) => terms.get(viewer, id),
  )
}

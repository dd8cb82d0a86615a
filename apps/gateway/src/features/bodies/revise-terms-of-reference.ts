import { officeFor, Refusal, reviseTerms, type Viewer } from '@camau/domain'
import { givenText } from '../../platform/graphql/local-text.js'
import type { TermsNeeds } from './draft-terms-of-reference.js'
import type { StoredTerms } from './terms.kind.js'
import type { ReviseTermsOfReferenceInput } from './terms.type.js'

/** A draft is put in other words until it is published. */
export function reviseTermsOfReference(
  { terms, command, directory }: TermsNeeds,
  viewer: Viewer,
  input: ReviseTermsOfReferenceInput,
): Promise<StoredTerms> {
  return command(
    { command: 'reviseTermsOfReference', viewer, input },
    async (tx) => {
      const before = await terms.get(viewer, input.id, tx)
      const body = (await directory.now()).bodies.get(before.bodyId)
      if (!body) throw new Refusal('not-found')
      const after = reviseTerms(viewer, body, before, givenText('terms', input.text))
      return terms.save(tx, before, after, officeFor(viewer, 'prepare', { space: 'body', body }))
    },
    (id) => terms.get(viewer, id),
  )
}

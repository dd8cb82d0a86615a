import { draftTerms, officeFor, Refusal, type Viewer } from '@camau/domain'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { givenText } from '../../platform/graphql/local-text.js'
import { newRecordId } from '../../platform/record-id.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { StoredTerms } from './terms.kind.js'
import type { DraftTermsOfReferenceInput } from './terms.type.js'

export interface TermsNeeds {
  terms: RecordStore<StoredTerms>
  command: Command
  directory: Directory
}

/** The next version begins as a draft; the published one stays in force beside it. */
export function draftTermsOfReference(
  { terms, command, directory }: TermsNeeds,
  viewer: Viewer,
  input: DraftTermsOfReferenceInput,
): Promise<StoredTerms> {
  return command(
    { command: 'draftTermsOfReference', viewer, input },
    async (tx) => {
      const body = (await directory.now()).bodies.get(input.bodyId)
      if (!body) throw new Refusal('not-found')
      const versions = (await terms.all()).filter(({ bodyId }) => bodyId === body.id)
      const given = { id: newRecordId(input.id), text: givenText('terms', input.text) }
      const draft = { ...draftTerms(viewer, body, versions, given, tx.at), version: 1 }
      return terms.add(tx, draft, officeFor(viewer, 'prepare', { space: 'body', body }))
    },
    (id) => terms.get(viewer, id),
  )
}

import type { TermsOfReference } from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchText } from '../../platform/graphql/local-text.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { localText, maybeTime, needed, neededNumber, neededTime, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'

export type StoredTerms = TermsOfReference & KeptRecord

/** Versions of terms of reference: told where the body's changes are told, seen by its readers until they are published. */
export const termsKind: RecordKind<StoredTerms> = {
  type: 'TermsOfReference',
  collection: 'termsOfReference',
  fields: {
    bodyId: needed,
    number: neededNumber,
    text: { type: localText, required: true },
    state: { type: String, enum: ['draft', 'published'], required: true },
    draftedBy: needed,
    draftedAt: neededTime,
    publishedBy: text,
    publishedAt: maybeTime,
  },
  order: (a, b) => (a.bodyId < b.bodyId ? -1 : a.bodyId > b.bodyId ? 1 : b.number - a.number),
  place: ({ bodyId }, names) => placeOfBody(bodyId, names),
  rooms: ({ bodyId }) => [`body:${bodyId}`],
  patch: (terms, names) => ({
    number: terms.number,
    text: patchText(terms.text),
    state: enumKey(terms.state),
    draftedAt: terms.draftedAt.toISOString(),
    draftedBy: patchPerson(terms.draftedBy, names),
    publishedAt: terms.publishedAt?.toISOString() ?? null,
    publishedBy: terms.publishedBy && patchPerson(terms.publishedBy, names),
    body: patchBody(terms.bodyId, names),
  }),
}

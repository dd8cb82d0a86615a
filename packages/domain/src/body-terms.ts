import type { BodyPlace } from './body.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Audience, LocalText } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** One version of what a body is for and how it works. Published ones never change: the next version follows them (requirements, row 12). */
export interface TermsOfReference {
  id: string
  bodyId: string
  /** 1, 2, 3… on this body. */
  number: number
  text: LocalText
  state: 'draft' | 'published'
  draftedBy: string
  draftedAt: Date
  publishedBy: string | null
  publishedAt: Date | null
  audience: Audience
}

/** Drafting is preparing: the secretariat's work, or the chair's. One draft at a time. */
export function whyNotDraftTerms(
  viewer: Viewer,
  body: BodyPlace,
  versions: readonly Pick<TermsOfReference, 'state'>[],
): RefusalCode | null {
  if (!may(viewer, 'prepare', { space: 'body', body })) return 'not-permitted'
  return versions.some(({ state }) => state === 'draft') ? 'terms-drafted-already' : null
}

export function draftTerms(
  viewer: Viewer,
  body: BodyPlace,
  versions: readonly Pick<TermsOfReference, 'state'>[],
  given: Pick<TermsOfReference, 'id' | 'text'>,
  at: Date,
): TermsOfReference {
  const refusal = whyNotDraftTerms(viewer, body, versions)
  if (refusal) throw new Refusal(refusal)
  return {
    ...given,
    text: said(given.text),
    bodyId: body.id,
    number: versions.length + 1,
    state: 'draft',
    draftedBy: viewer.personId,
    draftedAt: at,
    publishedBy: null,
    publishedAt: null,
    audience: 'member',
  }
}

export function whyNotReviseTerms(viewer: Viewer, body: BodyPlace, terms: Pick<TermsOfReference, 'state'>) {
  if (!may(viewer, 'prepare', { space: 'body', body })) return 'not-permitted'
  return terms.state === 'draft' ? null : 'not-a-draft'
}

export function reviseTerms<T extends TermsOfReference>(viewer: Viewer, body: BodyPlace, terms: T, text: LocalText): T {
  const refusal = whyNotReviseTerms(viewer, body, terms)
  if (refusal) throw new Refusal(refusal)
  return { ...terms, text: said(text) }
}

/** Publishing takes the right to publish, and somebody who does it by name. */
export function whyNotPublishTerms(viewer: Viewer, terms: Pick<TermsOfReference, 'state'>): RefusalCode | null {
  if (!may(viewer, 'write', { space: 'publish' })) return 'not-permitted'
  return terms.state === 'draft' ? null : 'not-a-draft'
}

export function publishTerms<T extends TermsOfReference>(viewer: Viewer, terms: T, at: Date): T {
  const refusal = whyNotPublishTerms(viewer, terms)
  if (refusal) throw new Refusal(refusal)
  return { ...terms, state: 'published', publishedBy: viewer.personId, publishedAt: at, audience: 'public' }
}

function said(text: LocalText): LocalText {
  if (!text.en && !text.cy) throw new Refusal('text-needed')
  return text
}

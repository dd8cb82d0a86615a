import { fitting, limits } from './limits.js'
import type { Viewer } from './offices.js'
import { type Owner, owns } from './owner.js'
import { may, type Place, type Restriction, roleOf } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** Why a version of a live text was kept: by a step of its meeting, at night, by hand, or before an earlier one came back. */
export const versionKinds = ['closed', 'circulated', 'agreed', 'nightly', 'kept', 'before-restore'] as const
export type VersionKind = (typeof versionKinds)[number]

/** What became of a block or a run of words from one version to another. */
export const textChanges = ['kept', 'inserted', 'deleted', 'changed'] as const
export type TextChange = (typeof textChanges)[number]

/** The record behind a live text, as far as rights are concerned. */
export interface HeldText {
  place: Place
  owner: Owner | null
  restrictedTo: Restriction
}

/**
 * Earlier versions are for those at work there. A record that is public, or shared, publishes its text as it is now and not what
 * it was on the way; whoever may not come in at the text's own door may not come here either, and that is asked first.
 */
export function maySeeVersions(viewer: Viewer, { place, owner, restrictedTo }: HeldText): boolean {
  return restrictedTo !== null || may(viewer, 'read', place) || owns(viewer, owner)
}

/**
 * Taking words out of a record for good is the secretariat's, on any body and whatever has become of it: the duty to erase does
 * not end with a body, and it is no chair's decision.
 */
export function whyNotRedact(viewer: Viewer): RefusalCode | null {
  return viewer.offices.some((held) => roleOf(held) === 'secretariat') ? null : 'not-permitted'
}

/** What a version kept by hand is called. */
export function versionLabel(given: string): string {
  const label = fitting('label', given)
  if (!label) throw new Refusal('text-needed', { field: 'label' })
  return label
}

/** The passages to be taken out: not so short that they would stand everywhere, not more than can be looked over. */
export function givenPassages(given: readonly string[]): string[] {
  const passages = [...new Set(given.map((passage) => passage.normalize('NFC').trim().replaceAll(/\s+/g, ' ')))]
  if (
    passages.length === 0 ||
    passages.some((one) => (one.match(/[\p{L}\p{N}]/gu) ?? []).length < limits.passageLetters)
  )
    throw new Refusal('text-needed', { field: 'passages' })
  const longest = Math.max(...passages.map(({ length }) => length))
  if (passages.length > limits.passages || longest > limits.passage)
    throw new Refusal('too-long', { field: 'passages', limit: limits.passage })
  return passages
}

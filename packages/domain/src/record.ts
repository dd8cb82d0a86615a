/** Text in the two languages; a missing language is awaiting translation, never copied from the other. */
export interface LocalText {
  en: string | null
  cy: string | null
}

/** Where in the programme's documents a statement stands. */
export interface Source {
  file: string
  locator: string
}

/** Who may see a record without a right of their own: `member` nobody, `shared` scrutiny and offices it is shared with, `public` everyone. */
export const audiences = ['member', 'shared', 'public'] as const
export type Audience = (typeof audiences)[number]

/** Fields that two people may set at once carry the number of times they were set, who set them last, and when. */
export interface FieldVersion {
  version: number
  at: Date
  personId: string
}
export type FieldVersions<Field extends string> = Partial<Record<Field, FieldVersion>>

/** Who set the field after the version somebody looked at; null when nobody did, or when they did not say what they looked at. */
export function setSince<Field extends string>(
  versions: FieldVersions<Field>,
  field: Field,
  basedOn: number | null | undefined,
): FieldVersion | null {
  const set = versions[field]
  return set && typeof basedOn === 'number' && set.version > basedOn ? set : null
}

/** The versions after fields were set: each rises by one. */
export function versionsAfter<Field extends string>(
  versions: FieldVersions<Field>,
  fields: readonly Field[],
  at: Date,
  personId: string,
): FieldVersions<Field> {
  const next = { ...versions }
  for (const field of fields) next[field] = { version: (versions[field]?.version ?? 0) + 1, at, personId }
  return next
}

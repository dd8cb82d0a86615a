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

import type { LegacyItemQuery } from './legacy.graphql'

/** A legacy item as its page shows it. */
export type LegacyItem = LegacyItemQuery['legacyItem']

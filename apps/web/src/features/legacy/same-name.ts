import type { LocalText } from '@camau/domain'

/** The closing list writes some titles with other capitals; that is no other name. */
export function sameName(one: LocalText, other: LocalText): boolean {
  return one.en?.toLowerCase() === other.en?.toLowerCase()
}

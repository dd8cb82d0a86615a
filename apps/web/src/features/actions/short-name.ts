import type { LocalText } from '@camau/domain'

/** “Workstream 2: Providing and commissioning…” is Workstream 2 wherever room is short. */
export function shortName({ en, cy }: LocalText): LocalText {
  return { en: beforeColon(en), cy: beforeColon(cy) }
}

function beforeColon(name: string | null): string | null {
  return name?.split(': ')[0] ?? null
}

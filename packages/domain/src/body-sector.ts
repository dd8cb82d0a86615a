import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { RefusalCode } from './refusal.js'
import { expectedSectors, type Sector, sectors } from './sector.js'

export interface SectorCoverage {
  sector: Sector
  /** People, each once however many offices they hold. */
  people: number
  /** Nobody comes from a sector that should be heard. */
  gap: boolean
}

/** How many of a body's people come from each sector. What is not stated counts nowhere. */
export function coverageOf(holders: readonly { personId: string; sector: Sector | null }[]): SectorCoverage[] {
  return sectors.map((sector) => {
    const people = new Set(holders.filter((one) => one.sector === sector).map(({ personId }) => personId)).size
    return { sector, people, gap: people === 0 && expectedSectors.includes(sector) }
  })
}

/** Chair and vice-chair come from two sectors (legacy report, line 143). From one it is saved only with a reason. */
export function whyNotOneSector(
  sector: Sector | null,
  counterpart: Sector | null,
  reason: string | null,
): RefusalCode | null {
  return sector && sector === counterpart && !reason?.trim() ? 'one-sector' : null
}

/** Where somebody comes from is said by those who manage membership. */
export function whyNotStateSector(viewer: Viewer): RefusalCode | null {
  return may(viewer, 'write', { space: 'membership' }) ? null : 'not-permitted'
}

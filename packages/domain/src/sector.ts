/** Where members come from (legacy report, line 93); the last two are not asked for, but organisations of the programme belong to them. */
export const sectors = [
  'local-government',
  'third-sector',
  'commissioner',
  'health',
  'education',
  'youth-and-family-justice',
  'housing',
  'government',
  'other',
] as const
export type Sector = (typeof sectors)[number]

/** Sectors a group should hear; one without a member is a gap (requirements, row 9). */
export const expectedSectors: readonly Sector[] = sectors.slice(0, 7)

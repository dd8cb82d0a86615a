/** Where a record at the end of a dependency is read, by the GraphQL name of its kind. */
const pages: Record<string, string> = {
  Action: '/actions/',
  LegacyItem: '/legacy/',
  Body: '/bodies/',
  Workstream: '/work-areas#',
  WorkArea: '/work-areas#',
  Indicator: '/indicators#',
  Funding: '/funding#',
  Publication: '/publications#',
  Commitment: '/legacy#',
}

export function pageOfRecord(type: string, id: string): string | null {
  const page = pages[type]
  return page === undefined ? null : page + id
}

/** What the address says of the map: which part of it, and how it is looked at. */
export interface MapFilter {
  bodyId: string | null
  unfinished: boolean
  around: string | null
  distance: number
  /** null: the map where there is room for it, the table on a phone. */
  view: 'map' | 'table' | null
}

export const distances = [1, 2, 3, 4, 5] as const
const usualDistance = 2

export function filterOf(search: URLSearchParams): MapFilter {
  const view = search.get('view')
  return {
    bodyId: search.get('body'),
    unfinished: search.get('unfinished') === 'yes',
    around: search.get('around'),
    distance: distances.find((known) => String(known) === search.get('distance')) ?? usualDistance,
    view: view === 'map' || view === 'table' ? view : null,
  }
}

/** The address of a part of the map; what is usual is not in it. */
export function mapAddress({ bodyId, unfinished, around, distance, view }: Partial<MapFilter>): string {
  const said = {
    body: bodyId,
    unfinished: unfinished ? 'yes' : null,
    around,
    distance: around && distance && distance !== usualDistance ? String(distance) : null,
    view,
  }
  const query = new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `/dependencies/map?${query}` : '/dependencies/map'
}

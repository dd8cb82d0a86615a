import {
  crossingLinks,
  holders,
  holdersWithoutDay,
  lanes,
  lateHolders,
  longestChains,
  slips,
  talks,
} from '@camau/domain'
import type { Reading } from './radar-reading.js'

/** What is on the radar in all, before each list is cut to its first rows. */
export type RadarLists = ReturnType<typeof onTheRadar>

/** Everything on the radar, or what touches a body or the groups of a workstream. */
export function onTheRadar({ found, things, ends, links, meetings }: Reading, bodyId: string | null) {
  const touches = (id: string) => {
    const thing = things.get(id)
    return bodyId === null || thing?.bodyId === bodyId || thing?.line === bodyId
  }
  const touching = new Set(
    links.filter((one) => touches(one.dependentId) || touches(one.dependsOnId)).map(({ id }) => id),
  )
  const byHolder = ({ id, waiting }: { id: string; waiting: readonly string[] }) => [id, ...waiting].some(touches)
  // A body that is waited for is nobody's piece of work: lanes count the rest.
  const works = [...things].filter(([id]) => !['Body', 'Workstream'].includes(ends.get(id)?.end.type ?? ''))
  return {
    heldUp: new Set(found.holding.map(({ dependentId }) => dependentId).filter(touches)).size,
    restricted: [...things.values()].filter(({ id, hidden }) => hidden && touches(id)).length,
    blockers: holders(found).filter(byHolder).length,
    late: lateHolders(found).filter(byHolder),
    slips: slips(found, things).filter(({ id, becauseOf }) => touches(id) || touches(becauseOf)),
    talks: talks(found, things, meetings).filter(({ linkIds }) => linkIds.some((id) => touching.has(id))),
    withoutDate: holdersWithoutDay(found, things).filter(byHolder),
    chains: longestChains(found).filter((chain) => chain.some(touches)),
    lanes: lanes(found, new Map(works)).filter((lane) => bodyId === null || lane.bodyId === bodyId),
    crossing: crossingLinks(links, found, things).filter(({ linkId }) => touching.has(linkId)),
  }
}

import { type Holder, linkRisk, type Slip, type Talk, waitingInAll, whyNotAskForDate } from '@camau/domain'
import { ownerType } from '../../platform/graphql/owner.js'

import type {
  DependencyRadarType,
  RadarCountsType,
  RadarItemType,
  RadarLinkType,
  RadarSlipType,
  RadarTalkType,
  UndatedBlockerType,
} from './radar.type.js'
import type { RadarLists } from './radar-lists.js'
import { type Reading, radarLink } from './radar-reading.js'
import { radarItem } from './radar-things.js'

/** Of several chains as long as the longest, so many are told. */
const mostChains = 3
/** Of what two must talk about, so much. */
const mostAbout = 10

/** The first rows of each list, as they are shown. */
export function radarType(reading: Reading, all: RadarLists, most: number): DependencyRadarType {
  const inAll = waitingInAll(reading.found)
  return {
    asOf: reading.today,
    counts: counts(all),
    late: all.late
      .slice(0, most)
      .flatMap(({ id, waiting }) =>
        items(reading, [id]).map((item) => ({ item, waiting: items(reading, waiting), waitingInAll: inAll(id) })),
      ),
    slips: all.slips.slice(0, most).flatMap((slip) => slipType(reading, slip)),
    talks: all.talks.slice(0, most).map((talk) => talkType(reading, talk)),
    withoutDate: all.withoutDate
      .slice(0, most)
      .flatMap((holder) => items(reading, [holder.id]).map((item) => undated(reading, holder, item, inAll(holder.id)))),
    chains: all.chains
      .slice(0, mostChains)
      .map((chain) => ({ items: items(reading, chain.slice(0, most)), length: chain.length })),
    lanes: all.lanes.sort((a, b) => b.late - a.late || b.heldUp - a.heldUp || b.open - a.open),
    crossing: all.crossing.slice(0, most).flatMap(({ linkId }) => linkType(reading, linkId)),
  }
}

function counts(all: RadarLists): RadarCountsType {
  const unknown = all.slips.filter(({ days }) => days === null).length
  return {
    heldUp: all.heldUp,
    blockers: all.blockers,
    late: all.late.length,
    slips: all.slips.length - unknown,
    slipsUnknown: unknown,
    talks: all.talks.length,
    withoutDate: all.withoutDate.length,
    crossing: all.crossing.length,
    chains: all.chains.length,
    restricted: all.restricted,
  }
}

function items({ ends, names, today }: Reading, ids: readonly string[]): RadarItemType[] {
  return ids.flatMap((id) => ends.get(id) ?? []).map((end) => radarItem(end, names, today))
}

function slipType(reading: Reading, { id, days, becauseOf }: Slip): RadarSlipType[] {
  const [item, other] = items(reading, [id, becauseOf])
  const notBefore = reading.found.points.get(id)?.notBefore ?? null
  return item && other ? [{ item, days, notBefore, becauseOf: other }] : []
}

function talkType(reading: Reading, { waiting, late, meeting, linkIds }: Talk): RadarTalkType {
  return {
    waiting: ownerType(waiting, reading.names),
    late: ownerType(late, reading.names),
    meetingId: meeting?.id ?? null,
    about: linkIds.slice(0, mostAbout).flatMap((id) => linkType(reading, id)),
    aboutCount: linkIds.length,
  }
}

function linkType(reading: Reading, linkId: string): RadarLinkType[] {
  const { linkById, found, things } = reading
  const link = linkById.get(linkId)
  if (!link) return []
  const { dependent, dependsOn, blocks } = link
  const [waiting, waitsFor] = items(reading, [dependent.id, dependsOn.id])
  if (!waiting || !waitsFor) return []
  const risk = linkRisk(radarLink(link), found, things)
  const [laneId, otherLaneId] = [dependent.id, dependsOn.id].map((id) => things.get(id)?.line ?? null)
  return [{ linkId, waiting, waitsFor, blocks, risk, laneId: laneId ?? null, otherLaneId: otherLaneId ?? null }]
}

function undated(
  { viewer, today, ends, things, askedOn: lastAsked }: Reading,
  { id, waiting }: Holder,
  item: RadarItemType,
  inAll: number,
): UndatedBlockerType {
  const askable = item.type === 'Action'
  const askedOn = askable ? (lastAsked.get(id) ?? null) : null
  const owners = waiting.map((one) => things.get(one)?.owner ?? null)
  const datable = { due: ends.get(id)?.due ?? null, done: false, waiting: owners, askedOn }
  const mayAsk = askable && whyNotAskForDate(viewer, datable, today) === null
  return { item, waitingDirectly: waiting.length, waitingInAll: inAll, askedOn, mayAsk }
}

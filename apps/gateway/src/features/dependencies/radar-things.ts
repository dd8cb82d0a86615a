import { type Due, daysFrom, lastDay, type Owner, type RadarThing } from '@camau/domain'
import { inParts } from '../../platform/breathe.js'
import type { Names } from '../../platform/directory.js'
import type { EntityName } from '../../platform/graphql/entity.js'
import { ownerType } from '../../platform/graphql/owner.js'
import type { Loaders } from '../../platform/loaders.js'
import { lineOf } from './dependency.shape.js'
import type { DependencyEndType, DependencyType } from './dependency.type.js'
import { RadarItemType } from './radar.type.js'

/** Of what is not for the viewer: the body that holds it, and whether it is finished, which whoever waits for it sees anyway. */
export type HiddenFacts = (ids: readonly string[]) => Promise<ReadonlyMap<string, { bodyId: string; done: boolean }>>

/** A thing for the rules, beside its record's type; both ends of every link the viewer may see, once each. */
export interface RadarEnd {
  thing: RadarThing
  end: DependencyEndType
  due: Due | null
}

export async function radarEnds(
  links: readonly DependencyType[],
  load: Loaders,
  names: Names,
  hiddenFacts: HiddenFacts,
): Promise<Map<string, RadarEnd>> {
  const ends = new Map(links.flatMap(({ dependent, dependsOn }) => [dependent, dependsOn]).map((end) => [end.id, end]))
  const hiddenIds = [...ends.values()].filter(({ restricted }) => restricted).map(({ id }) => id)
  const hidden = hiddenIds.length > 0 ? await hiddenFacts(hiddenIds) : new Map()
  const dueAndOwner = await duesAndOwners([...ends.values()], load)
  const read = (end: DependencyEndType): [string, RadarEnd] => {
    const { due, owner } = dueAndOwner(end.id)
    const bodyId = end.restricted ? (hidden.get(end.id)?.bodyId ?? null) : end.bodyId
    const done = end.restricted ? (hidden.get(end.id)?.done ?? false) : end.done
    const line = lineOf(bodyId, names)
    const thing = { id: end.id, done, due: due && lastDay(due), bodyId, line, owner, hidden: end.restricted }
    return [end.id, { thing, end, due }]
  }
  return new Map(await inParts([...ends.values()], (part) => part.map(read)))
}

/** Nothing is read of what is not for the viewer: its day counts as unknown, whatever it is. */
async function duesAndOwners(
  ends: readonly DependencyEndType[],
  load: Loaders,
): Promise<(id: string) => { due: Due | null; owner: Owner | null }> {
  const idsOf = (wanted: EntityName) => ends.filter(({ type }) => type === wanted).map(({ id }) => id)
  const [actions, commitments] = await Promise.all([
    load.byId('Action', idsOf('Action')),
    load.byId('Commitment', idsOf('Commitment')),
  ])
  return (id) => {
    const action = actions.get(id)
    return { due: action?.record.due ?? commitments.get(id)?.due ?? null, owner: action?.record.owner ?? null }
  }
}

/** The same as the viewer is shown it. */
export function radarItem({ thing, end, due }: RadarEnd, names: Names, today: string): RadarItemType {
  const { id, hidden, owner, bodyId } = thing
  return Object.assign(new RadarItemType(), {
    recordId: hidden ? null : id,
    type: end.type,
    label: end.label,
    number: end.number,
    owner: owner && ownerType(owner, names),
    dueOn: thing.due,
    dueLabel: due?.label ?? null,
    lateDays: thing.due && !thing.done && thing.due < today ? daysFrom(thing.due, today) : 0,
    restricted: hidden,
    bodyId,
  })
}

import type { ChangeToldFragment } from './home.graphql'

/** One room's changes, as they are told. */
export interface Told {
  room: string
  changes: ChangeToldFragment[]
}

const mostPerRoom = 5

/**
 * Others' changes after a moment, room by room, newest first; without a moment the latest few.
 * A command told in one room is not told again in a later one: the programme hears of everything.
 */
export function worthTelling(
  rooms: readonly (readonly ChangeToldFragment[] | undefined)[],
  last: Date | null,
  personId: string,
): Told[] {
  const told = new Set<string>()
  return rooms.flatMap((changes = []) => {
    const fresh = changes
      .filter(
        ({ actor, at, patches }) => isOthers(actor, personId) && patches.length > 0 && (!last || new Date(at) > last),
      )
      .filter((change) => !told.has(nameOf(change)))
      .sort((a, b) => b.seq - a.seq)
      .slice(0, mostPerRoom)
    for (const change of changes) told.add(nameOf(change))
    const room = fresh[0]?.room
    return room === undefined ? [] : [{ room, changes: fresh }]
  })
}

function isOthers(actor: ChangeToldFragment['actor'], personId: string): boolean {
  return actor !== null && actor.personId !== personId
}

/** The same command has the same moment and touches the same records in every room it is told in. */
function nameOf({ at, command, patches }: ChangeToldFragment): string {
  return [at, command, ...patches.map(({ id }) => id)].join(' ')
}

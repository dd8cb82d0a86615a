import type { ChangesSinceQuery } from './home.graphql'

type Change = ChangesSinceQuery['changes'][number]

/** Others' changes after a moment, newest first; without a moment the latest few. */
export function worthTelling(changes: readonly Change[], last: Date | null, personId: string): Change[] {
  return changes
    .filter(
      ({ actor, at, patches }) =>
        actor && actor.personId !== personId && patches.length > 0 && (!last || new Date(at) > last),
    )
    .sort((a, b) => b.seq - a.seq)
    .slice(0, 5)
}

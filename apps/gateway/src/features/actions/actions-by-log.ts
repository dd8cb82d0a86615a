import type { HeldStoredAction } from './action.model.js'

/**
 * Actions by the bodies in whose logs they stand, as `standingIn` has it. Whoever counts every body's log, as the menu does, must
 * not look through all actions for each of them.
 */
export function byLog(all: Iterable<HeldStoredAction>): ReadonlyMap<string, HeldStoredAction[]> {
  const logs = new Map<string, HeldStoredAction[]>()
  for (const held of all)
    for (const bodyId of logsOf(held)) {
      const log = logs.get(bodyId)
      if (log) log.push(held)
      else logs.set(bodyId, [held])
    }
  return logs
}

function logsOf({ record: { bodyId, transfer, earlierBodies } }: HeldStoredAction): Iterable<string> {
  // Most actions have stood in one log all their life.
  if (!transfer && earlierBodies.length === 0) return [bodyId]
  return new Set([bodyId, ...(transfer ? [transfer.toBodyId] : []), ...earlierBodies.map((left) => left.bodyId)])
}

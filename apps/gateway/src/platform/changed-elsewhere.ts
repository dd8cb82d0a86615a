import { type Connection, trusted } from 'mongoose'
import { changeModel } from './change.model.js'
import type { GuardedPatch } from './changes.js'

/** Ids of the records of one type that any node changed at or after a moment, from the change rows. */
export function changedElsewhere(db: Connection, type: string): (since: Date) => Promise<string[]> {
  const changes = changeModel(db)
  return async (since) => {
    const rows = await changes.find({ at: trusted({ $gte: since }) }, { patches: 1 }).lean()
    const patches = rows.flatMap((row): GuardedPatch[] => JSON.parse(row.patches))
    return [...new Set(patches.filter((patch) => patch.type === type).map(({ id }) => id))]
  }
}

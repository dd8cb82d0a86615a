import type { Patch } from '@camau/protocol'
import type { LogRow } from './action-status'
import type { ActionFilter } from './actions.graphql.js'

/** Whether a row says something of these records: it waits for one of them, or one of them for it. */
export function isLinked(row: LogRow, ids: ReadonlySet<string>): boolean {
  return (
    row.waitsFor.some(({ dependsOn }) => ids.has(dependsOn.id)) ||
    row.holdsUp.some(({ dependent }) => ids.has(dependent.id))
  )
}

/** Whether a changed record belongs in the log: a body's room tells also what it answers for on other bodies. */
export function joinsLog({ type, fields }: Patch, { bodyId }: ActionFilter): boolean {
  if (type !== 'Action') return false
  return !bodyId || (fields.body !== null && typeof fields.body === 'object' && Object(fields.body).id === bodyId)
}

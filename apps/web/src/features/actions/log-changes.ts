import type { ApolloCache } from '@apollo/client'
import type { Patch } from '@camau/protocol'
import type { LogRow } from './action-status'
import { type ActionFilter, ActionInLogDocument } from './actions.graphql.js'

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
  return !bodyId || idOf(fields.body) === bodyId || idOf(Object(fields.transfer).to) === bodyId
}

/** The action whose progress follows from a changed one. */
export const parentOf = ({ type, fields }: Patch): string | null =>
  type === 'Action' && typeof fields.parentId === 'string' ? fields.parentId : null

const idOf = (record: unknown): unknown => Object(record).id

/**
 * Keeps an action that was just raised as the server would answer it: its first change says everything, and nothing waits for it
 * yet. False where it is not new, or no row here says more of its body.
 */
export function keepNewRow(cache: ApolloCache, { type, id, version, fields }: Patch, rows: readonly LogRow[]): boolean {
  const { body } = rows.find((row) => row.body.id === Object(fields.body).id) ?? {}
  if (version !== 1 || !body) return false
  const row = {
    blocked: false,
    asAt: null,
    partsProgress: null,
    waitsFor: [],
    holdsUp: [],
    ...fields,
    __typename: type,
    id,
    version,
    body,
  }
  cache.writeQuery({ query: ActionInLogDocument, variables: { id }, data: Object({ action: row }) })
  return true
}

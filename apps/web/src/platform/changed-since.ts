import { isRecord, type Refused } from './refused'

/** Fields of an action that are never overwritten unseen. */
export type GuardedField = 'status' | 'owner' | 'due'

/** What a refusal with `changed-since` says about the other person's value. */
export interface Theirs {
  field: GuardedField
  by: string
  at: string
  version: number
  /** As the record holds it. */
  theirs: unknown
}

export function readTheirs({ details }: Refused): Theirs | null {
  const { field, by, at, version, theirs } = details
  if (field !== 'status' && field !== 'owner' && field !== 'due') return null
  const name = isRecord(by) && 'name' in by ? String(by.name) : ''
  return { field, by: name, at: String(at ?? ''), version: Number(version), theirs }
}

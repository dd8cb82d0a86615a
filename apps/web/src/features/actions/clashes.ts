import type { Refused } from '../../platform/refused'
import { signal } from '../../platform/signal'

/** Fields of an action that are never overwritten unseen. */
export type GuardedField = 'status' | 'owner' | 'due'

/** Somebody was quicker: what I wanted, and how to say it again over what they set. */
export interface Clash {
  field: GuardedField
  /** Theirs: who and when, as the server told. */
  by: string
  at: string
  /** Mine, in the words of the page. */
  mine: string
  /** Sends mine again, over the version that is theirs. */
  again: () => Promise<unknown>
}

/** Open clashes by action. Outside React, so that a row that scrolls away keeps its question. */
export const clashes = signal<ReadonlyMap<string, Clash>>(new Map())

export function openClash(actionId: string, clash: Clash): void {
  clashes.set(new Map(clashes.get()).set(actionId, clash))
}

export function endClash(actionId: string): void {
  const left = new Map(clashes.get())
  left.delete(actionId)
  clashes.set(left)
}

/** What a refusal with `changed-since` says about the other person's value. */
export function readTheirs({
  details,
}: Refused): { field: GuardedField; by: string; at: string; version: number } | null {
  const { field, by, at, version } = details
  if (field !== 'status' && field !== 'owner' && field !== 'due') return null
  const name = typeof by === 'object' && by !== null && 'name' in by ? String(by.name) : ''
  return { field, by: name, at: String(at ?? ''), version: Number(version) }
}

/** The version of a guarded field that is on the screen: 0 where nobody has set it yet. */
export function versionOf(
  row: { versions: readonly { field: string; version: number }[] },
  field: GuardedField,
): number {
  return row.versions.find((held) => held.field === field)?.version ?? 0
}

import type { GuardedField } from '../../platform/changed-since'
import { signal } from '../../platform/signal'

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

/** The version of a guarded field that is on the screen: 0 where nobody has set it yet. */
export function versionOf(
  row: { versions: readonly { field: string; version: number }[] },
  field: GuardedField,
): number {
  return row.versions.find((held) => held.field === field)?.version ?? 0
}

import { type Draft, draftOf } from './draft.js'
import type { KeptEdit } from './kept-edits.js'

/** What the server would not take of a text, for the person who wrote it, until they let go of it. */
export interface RefusedWords {
  /** Some are of the text as it is: until they are let go of it is only read. */
  inTheWay(): boolean
  /** All of them. */
  draft(): Draft | null
  /** How often there have been more of them, or none any more. */
  changes(): number
  add(updates: readonly Uint8Array[]): void
  /** Left on the device by an earlier page, for a text that is only read now. */
  addLeft(edits: readonly KeptEdit[]): void
  /** The same, of a history that has ended: nothing waits for them, and what is written now is sent. */
  addEnded(edits: readonly KeptEdit[]): void
  /** Forgets them all, and gives the places on the device of those that were left there. */
  letGo(): number[]
}

export function refusedWords(): RefusedWords {
  let held: Draft | null = null
  let ended: Draft | null = null
  let changes = 0
  const keys: number[] = []
  const updatesOf = (edits: readonly KeptEdit[]): Uint8Array[] => {
    keys.push(...edits.map(({ key }) => key))
    return edits.map(({ update }) => update)
  }
  const withMore = (draft: Draft | null, updates: readonly Uint8Array[]): Draft | null => {
    if (updates.length === 0) return draft
    changes += 1
    return draftOf(draft ? [draft.update, ...updates] : updates)
  }
  return {
    inTheWay: () => held !== null,
    draft: () => (held && ended ? draftOf([ended.update, held.update]) : (held ?? ended)),
    changes: () => changes,
    add: (updates) => {
      held = withMore(held, updates)
    },
    addLeft: (edits) => {
      held = withMore(held, updatesOf(edits))
    },
    addEnded: (edits) => {
      ended = withMore(ended, updatesOf(edits))
    },
    letGo() {
      changes += 1
      held = null
      ended = null
      return keys.splice(0)
    },
  }
}

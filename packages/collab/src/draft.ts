import * as Y from 'yjs'

/** Words that could not be saved, kept for the person who wrote them. */
export interface Draft {
  /** What was typed, as plain text. */
  text: string
  /** The same as a Yjs update, for whoever wants to try again. */
  update: Uint8Array
}

export function draftOf(updates: readonly Uint8Array[]): Draft | null {
  if (updates.length === 0) return null
  const update = Y.mergeUpdates([...updates])
  return { text: wordsOf(update), update }
}

// Only what was inserted: deletions and formatting are not words.
function wordsOf(update: Uint8Array): string {
  const { structs } = Y.decodeUpdate(update)
  return structs.map(wordOf).join('').trim()
}

function wordOf(struct: Y.Item | Y.GC | Y.Skip): string {
  if (!(struct instanceof Y.Item)) return ''
  if (struct.content instanceof Y.ContentString) return struct.content.str
  return struct.content instanceof Y.ContentType ? '\n' : ''
}

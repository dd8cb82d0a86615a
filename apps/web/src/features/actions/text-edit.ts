/** One replacement in a text: at `at`, `remove` characters give way to `insert`. */
export interface TextEdit {
  at: number
  remove: number
  insert: string
}

/** The smallest replacement that turns one text into the other, so that live text keeps everybody else's letters. */
export function editBetween(before: string, after: string, caret = after.length): TextEdit | null {
  if (before === after) return null
  // The caret ends the part just typed: without it, "aa" → "aaa" could be any of three places.
  const most = Math.min(before.length, after.length)
  let end = 0
  const tail = Math.min(most, after.length - Math.min(caret, after.length))
  while (end < tail && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  let start = 0
  while (start < most - end && before[start] === after[start]) start += 1
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

/** What others did between two texts: nobody's caret is known, and most stands as it stood before and behind it. */
export const editOfOthers = (before: string, after: string): TextEdit | null => editBetween(before, after, 0)

/** Where a caret belongs after somebody else's edit. */
export function moveCaret(caret: number, edit: TextEdit): number {
  if (caret <= edit.at) return caret
  if (caret >= edit.at + edit.remove) return caret + edit.insert.length - edit.remove
  return edit.at + edit.insert.length
}

/** Where what is selected, or about to go, begins after somebody else's edit: letters that came right before it are not of it. */
export function moveStart(at: number, edit: TextEdit): number {
  return edit.remove === 0 && at === edit.at ? at + edit.insert.length : moveCaret(at, edit)
}

/** What was typed over an older text, brought onto the text of now; and where the caret that typed it comes to stand. */
export function rebase(older: string, typed: string, now: string, caret = typed.length) {
  const mine = editBetween(older, typed, caret)
  const theirs = editOfOthers(older, now)
  const moved = (at: number): number => (theirs ? moveCaret(at, theirs) : at)
  if (!mine) return { text: now, caret: moved(caret) }
  const start = theirs && mine.remove > 0 ? moveStart(mine.at, theirs) : moved(mine.at)
  const end = Math.max(start, moved(mine.at + mine.remove))
  return { text: now.slice(0, start) + mine.insert + now.slice(end), caret: start + mine.insert.length }
}

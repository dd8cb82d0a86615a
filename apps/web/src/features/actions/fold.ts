/** Text as a search compares it: no case, no accents, one kind of apostrophe. Mutations are the server's search's business. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
}

/** Whether every word typed begins a word of the text; commas and stops are nobody's concern. */
export function matches(text: string, typed: string): boolean {
  const words = wordsOf(text)
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)))
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
}

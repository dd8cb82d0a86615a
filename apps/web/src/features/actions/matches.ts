import { folded } from '@camau/domain'

/** Whether every word typed begins a word of the text; commas and stops are nobody's concern, mutations the server's search's. */
export function matches(text: string, typed: string): boolean {
  const words = wordsOf(text)
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)))
}

function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
}

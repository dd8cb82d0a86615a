/** Words in order beside the numbers of what they lead to, so that all that begin alike stand together. */
export interface Sorted {
  readonly words: readonly string[]
  readonly leads: readonly number[]
}

export const noWords: Sorted = { words: [], leads: [] }

export function inOrder(pairs: readonly (readonly [string, number])[]): Sorted {
  const ordered = [...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { words: ordered.map(([word]) => word), leads: ordered.map(([, number]) => number) }
}

/** What the words that begin so lead to. */
export function beginning({ words, leads }: Sorted, start: string): number[] {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < words.length && words[end]?.startsWith(start)) end += 1
  return leads.slice(low, end)
}

/** A collation: how two strings compare. */
export type StringOrder = (a: string, b: string) => number

/** MongoDB compares the bytes of UTF-8, so characters beyond U+FFFF come last; JavaScript would put them before U+E000. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return rank(left) < rank(right) ? -1 : 1
  }
  return a.length < b.length ? -1 : 1
}

// Moves surrogates above the rest of the plane without reordering anything else.
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

/** Rows of one page: as many as a tall screen shows, and no more: somebody waits for the first, and an answer is worked on in one go. */
export const pageLength = 20

// So far ahead of what is in sight that whoever scrolls meets rows, not room.
const ahead = 60
// Pages beyond those that are wanted, on either side: whoever turns back finds them.
const kept = 9

/** Places of the rows that are in sight. */
export interface Sight {
  first: number
  last: number
}

export const pageAt = (place: number): number => Math.floor(place / pageLength)

/** The pages of a long log that should be here, nearest first. */
export function pagesAround({ first, last }: Sight, total: number): number[] {
  const from = pageAt(Math.max(0, first - ahead))
  const to = pageAt(Math.max(0, Math.min(last + ahead, total - 1)))
  const middle = pageAt((first + last) / 2)
  const pages = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  return pages.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || b - a)
}

/** Whether a page is so far from the wanted ones that it is let go of. */
export function isFar(page: number, wanted: readonly number[]): boolean {
  return wanted.every((near) => Math.abs(near - page) > kept)
}

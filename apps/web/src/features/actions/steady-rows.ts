import type { LogRow } from './action-status'

/**
 * A row that would move or vanish under a hand stays where it was until the hand leaves it: while a row is held, its place is
 * decided by the values of the moment it was taken up. What the row shows is always of now.
 */
export function placingRows(rows: readonly LogRow[], held: ReadonlyMap<string, LogRow>): LogRow[] {
  return held.size ? rows.map((row) => held.get(row.id) ?? row) : [...rows]
}

/** Keeps the rows taken up earlier as they were, takes up new ones as they are, and lets the rest go. */
export function holdRows(
  before: ReadonlyMap<string, LogRow>,
  ids: readonly string[],
  rows: readonly LogRow[],
): ReadonlyMap<string, LogRow> {
  if (!ids.length && !before.size) return before
  const wanted = new Set(ids)
  const same = before.size === wanted.size && [...wanted].every((id) => before.has(id))
  if (same) return before
  const now = new Map(rows.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]))
  return new Map([...now].map(([id, row]) => [id, before.get(id) ?? row]))
}

/** A page as it came, unless a row under a hand would move or vanish: then as it stood, with the values of now. */
export function steadyPage(
  before: readonly LogRow[],
  after: readonly LogRow[],
  held: ReadonlyMap<string, unknown>,
): readonly LogRow[] {
  const isMoved = before.some(({ id }, at) => held.has(id) && !standsThere(id, before, at, after))
  if (!isMoved) return after
  const now = new Map(after.map((row) => [row.id, row]))
  return before.map((row) => now.get(row.id) ?? row)
}

/** Between the same neighbours, or beside one of them: what came or went further up does not count. */
function standsThere(id: string, before: readonly LogRow[], was: number, after: readonly LogRow[]): boolean {
  const is = after.findIndex((row) => row.id === id)
  return is >= 0 && [-1, 1].some((side) => before[was + side]?.id === after[is + side]?.id)
}

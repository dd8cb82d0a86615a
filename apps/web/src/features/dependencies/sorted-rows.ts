export interface RadarColumn<Row> {
  key: string
  /** What its rows are put in order by; without it, the column is not for sorting. Nothing known comes last. */
  sort?: (row: Row) => string | number | null
}

export interface RadarSort {
  key: string
  descending: boolean
}

/** The rows in the order of a column; as they were given where none is chosen. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly RadarColumn<Row>[],
  sort: RadarSort | null,
  compareWords: (a: string, b: string) => number,
): readonly Row[] {
  const by = columns.find(({ key }) => key === sort?.key)?.sort
  if (!by || !sort) return rows
  const turn = sort.descending ? -1 : 1
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compareWords(String(a), String(b))
  return [...rows].sort((one, other) => {
    const [a, b] = [by(one), by(other)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return turn * compare(a, b)
  })
}

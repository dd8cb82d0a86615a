import type { UpdateRecord } from './document.model.js'

/** Writes rows, each of another document; gives for each the reason why it could not be written, or null. Rejects when nobody knows. */
export type WriteRows = (rows: readonly UpdateRecord[]) => Promise<readonly (Error | null)[]>

interface Waiting {
  row: UpdateRecord
  written(): void
  failed(reason: unknown): void
}

/**
 * Rows that come in one turn of the event loop go to the database as one write, whatever documents they belong to: what a write costs
 * is the write, not the row. Two rows of one document never share one: the second must not be there without the first.
 */
export function gatherRows(write: WriteRows): (row: UpdateRecord) => Promise<void> {
  let waiting: Waiting[] = []
  const send = (): void => {
    const documents = new Set<string>()
    const group: Waiting[] = []
    const rest: Waiting[] = []
    for (const one of waiting) {
      ;(documents.has(one.row.documentId) ? rest : group).push(one)
      documents.add(one.row.documentId)
    }
    waiting = rest
    if (rest.length > 0) setImmediate(send)
    write(group.map(({ row }) => row)).then(
      (reasons) => {
        for (const [i, { written, failed }] of group.entries()) reasons[i] ? failed(reasons[i]) : written()
      },
      (reason: unknown) => {
        for (const { failed } of group) failed(reason)
      },
    )
  }
  return (row) =>
    new Promise<void>((written, failed) => {
      if (waiting.push({ row, written, failed }) === 1) setImmediate(send)
    })
}

import { refusalCodes } from '@camau/domain'
import { type Refused, useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { bulkWords } from './bulk-words'

/** Which rows stand in the way, each with its rule in words. */
export function RefusedRows({ refused }: { refused: Refused }) {
  const words = useWords(bulkWords)
  const refusal = useRefusalWords()
  const rows: readonly unknown[] = Array.isArray(refused.details.refused) ? refused.details.refused : []
  return (
    <div role="alert">
      <p>{words.refusedTitle}</p>
      <ul className="points">
        {rows.map((row) => {
          const { number, code } = readRow(row)
          return <li key={number}>{words.refusedRow(number, refusal(code))}</li>
        })}
      </ul>
    </div>
  )
}

function readRow(row: unknown) {
  const { number, code }: { number?: unknown; code?: unknown } = typeof row === 'object' && row !== null ? row : {}
  return { number: String(number ?? '?'), code: refusalCodes.find((known) => known === code) ?? 'not-found' }
}

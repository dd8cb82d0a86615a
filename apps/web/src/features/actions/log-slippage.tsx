import { slippageOf, sumSlippage } from '@camau/domain'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { LogRow } from './action-status'
import { heldAction } from './held-action'
import { passingWords } from './passing-words'
import { useSlippageText } from './slippage-text'

const shown = 10

/** What the moved dates of a body come to, and the actions that moved furthest; nothing while none has moved. */
export function LogSlippage({ rows, bodyId }: { rows: readonly LogRow[]; bodyId: string }) {
  const words = useWords(passingWords)
  const slippage = useSlippageText()
  const moved = useMemo(() => movedRows(rows, bodyId), [rows, bodyId])
  const sum = useMemo(() => sumSlippage(moved.map((row) => heldAction(row).record)), [moved])
  if (sum.actions === 0) return null
  return (
    <details className="log-slippage">
      <summary>
        {words.slippage}:{' '}
        {words.slippageSum(words.actionsMoved(sum.actions), words.moved(sum.moves), words.days(sum.days))}
      </summary>
      {sum.uncounted > 0 && <p className="meta">{words.uncounted(sum.uncounted)}</p>}
      <ol className="list">
        {moved.slice(0, shown).map((row) => (
          <li key={row.id}>
            <Link href={`/actions/${row.id}`}>
              {row.number} · <EnglishContent text={row.title} />
            </Link>{' '}
            <span className="meta">{slippage(row)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** The body's own rows whose date has moved, the furthest first. */
function movedRows(rows: readonly LogRow[], bodyId: string): LogRow[] {
  const dated = rows.filter((row) => row.earlierDues.length > 0 && row.body.id === bodyId)
  return dated
    .map((row) => ({ row, ...slippageOf(heldAction(row).record) }))
    .filter(({ moves }) => moves > 0)
    .sort((a, b) => (b.days ?? 0) - (a.days ?? 0) || a.row.number - b.row.number)
    .map(({ row }) => row)
}

import { Link } from 'wouter'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { LogRow } from './action-status'
import { logWords } from './words'

type End = LogRow['waitsFor'][number]['dependsOn']

/** The one thing worth knowing first: what holds this row up, else whom it holds up, else what it informs. */
export function WaitsText({ row, focusable = false }: { row: LogRow; focusable?: boolean }) {
  const words = useWords(logWords)
  const blocking = row.waitsFor.filter(({ blocks, dependsOn }) => blocks && !dependsOn.done)
  if (blocking.length > 0)
    return (
      <Flag tone="waiting" icon="waiting">
        {words.waitsFor} <Ends ends={blocking.map(({ dependsOn }) => dependsOn)} focusable={focusable} />
      </Flag>
    )
  const held = row.holdsUp.filter(({ blocks, dependent }) => blocks && !dependent.done)
  if (held.length > 0) return <span className="meta">{words.holdsUp(held.length)}</span>
  const first = row.waitsFor[0]?.dependsOn
  if (first)
    return (
      <span className="meta">
        {first.done ? words.isDone(short(first)) : `${words.informedBy} ${short(first) || words.restrictedItem}`}
      </span>
    )
  const informed = row.holdsUp[0]?.dependent
  return informed ? (
    <span className="meta">
      {words.informs} {short(informed) || words.restrictedItem}
    </span>
  ) : null
}

function Ends({ ends, focusable }: { ends: readonly End[]; focusable: boolean }) {
  const words = useWords(logWords)
  const [first, ...rest] = ends
  if (!first) return null
  return (
    <>
      <EndLink end={first} focusable={focusable} />
      {rest.length > 0 && `, ${words.more(rest.length)}`}
    </>
  )
}

function EndLink({ end, focusable }: { end: End; focusable: boolean }) {
  const words = useWords(logWords)
  if (end.restricted) return words.restrictedItem
  if (end.number === null || end.type !== 'Action') return <span lang="en">{end.label}</span>
  return (
    <Link href={`/actions/${end.id}`} tabIndex={focusable ? undefined : -1}>
      {end.number}
    </Link>
  )
}

/** Numbers are known in the meeting; other things by their label. */
function short(end: End): string {
  if (end.restricted) return ''
  return end.number !== null && end.type === 'Action' ? String(end.number) : end.label
}

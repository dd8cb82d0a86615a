import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { AroundContent } from '../../platform/named-content'
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
        {first.done && !first.restricted ? (
          <Done end={first} />
        ) : (
          <>
            {words.informedBy} <Short end={first} />
          </>
        )}
      </span>
    )
  const informed = row.holdsUp[0]?.dependent
  return informed ? (
    <span className="meta">
      {words.informs} <Short end={informed} />
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

const isNumbered = ({ number, type }: End) => number !== null && type === 'Action'

/** Numbers are known in the meeting; other things by their label. */
function Short({ end }: { end: End }) {
  const words = useWords(logWords)
  if (end.restricted) return words.restrictedItem
  return isNumbered(end) ? end.number : <EnglishContent text={end.label} />
}

function Done({ end }: { end: End }) {
  const words = useWords(logWords)
  return isNumbered(end) ? words.isDone(String(end.number)) : <AroundContent say={words.isDone} text={end.label} />
}

import { sitsOnOperationalGroup } from '@camau/domain'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { WhatSlippedDocument } from './slipped.graphql'
import { type LateLine, lateLines, movedLines } from './slipped-lines'
import { slippedWords } from './slipped-words'

/** Dates of one's own body that moved, with the last reason; for the Operational Group also what is late and holds others up. */
export function Slipped({ bodyId }: { bodyId: string | undefined }) {
  const words = useWords(slippedWords)
  const withBoard = useViewer().offices.some(sitsOnOperationalGroup)
  const { data, retry } = useRecords(WhatSlippedDocument, {
    bodyId: bodyId ?? '',
    withBody: bodyId !== undefined,
    withBoard,
  })
  useRoom('programme', { onLists: retry })
  if (!data) return null
  const [moved, late] = [movedLines(data), lateLines(data)]
  if (moved.length + late.length === 0) return null
  return (
    <section className="slipped" aria-labelledby="slipped">
      <div className="row spread sub">
        <h2 id="slipped">{words.title}</h2>
        {withBoard && <Link href="/dependencies">{words.board}</Link>}
      </div>
      <ul className="sheet">
        {moved.map(({ id, number, title, slippage: { moves, days }, reason }) => (
          <Line key={id} href={`/actions/${id}`} number={number} title={title}>
            {words.moved(moves)}
            {days !== null && `, ${words.days(days)}`}
            {reason && `. ${reason}`}
          </Line>
        ))}
        {late.map((line) => (
          <LateBlocker key={line.blocker.id} line={line} />
        ))}
      </ul>
    </section>
  )
}

function LateBlocker({ line: { blocker, heldUp } }: { line: LateLine }) {
  const words = useWords(slippedWords)
  const dates = useDates()
  const href = blocker.type === 'Action' ? `/actions/${blocker.id}` : '/dependencies?view=late'
  const named = heldUp.filter(({ restricted }) => !restricted)
  const hidden = heldUp.length - named.length
  const names = named.map(({ number, label }) => (number === null ? label : `${number} ${label}`)).join('; ')
  return (
    <Line href={href} number={blocker.number} title={blocker.label}>
      {blocker.lateSince && `${words.lateSince(dates.day(blocker.lateSince))}. `}
      {words.holdsUp} <EnglishContent text={names} />
      {hidden > 0 && `${names && '; '}${words.restricted(hidden)}`}
    </Line>
  )
}

interface LineProps {
  href: string
  number: number | null
  title: string
  children: ReactNode
}

function Line({ href, number, title, children }: LineProps) {
  return (
    <li>
      <span className="num faint">{number}</span>
      <div>
        <Link className="title" href={href}>
          <EnglishContent text={title} />
        </Link>
        <p className="meta">{children}</p>
      </div>
    </li>
  )
}

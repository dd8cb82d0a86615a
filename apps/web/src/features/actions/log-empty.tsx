import { dueSoonDays } from '@camau/domain'
import type { ReactNode } from 'react'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { EmptyState } from '../../ui/states'
import { daysAfter, type View } from './log-views'
import { logWords } from './words'

interface LogEmptyProps {
  view: View
  /** Whether words were typed that no row has. */
  filtered: boolean
  noDate: number
  today: string
  hrefOf: (view: View) => string
  /** The first act, for those who may. */
  act: ReactNode
}

/** Nothing to show: why, and the nearest useful question. */
export function LogEmpty({ view, filtered, noDate, today, hrefOf, act }: LogEmptyProps) {
  const { empty } = useWords(logWords)
  const dates = useDates()
  if (filtered) return <EmptyState title={empty.filtered.title}>{empty.filtered.text}</EmptyState>
  if (view === 'all')
    return (
      <EmptyState title={empty.first.title} act={act}>
        {empty.first.text}
      </EmptyState>
    )
  const back = <LinkButton href={hrefOf('all')}>{empty.showAll}</LinkButton>
  if (view === 'overdue' || view === 'soon') {
    const title = view === 'soon' ? empty.soon.title(dates.day(daysAfter(today, dueSoonDays + 1))) : empty.overdue.title
    const undated = <LinkButton href={hrefOf('no-date')}>{empty.showNoDate(noDate)}</LinkButton>
    return (
      <EmptyState title={title} act={noDate ? undated : back}>
        {noDate > 0 && empty[view].text(noDate)}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={empty[view].title} act={back}>
      {empty[view].text}
    </EmptyState>
  )
}

import type { ActionStatus } from '@camau/domain'
import type { ComponentType } from 'react'
import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { dueDay } from '../../platform/due-day'
import { domainName } from '../../platform/enums'
import { AroundContent } from '../../platform/named-content'
import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import type { Frozen } from './agreed-minutes'
import { useDueWords } from './due-words'
import type { MinutedActionFragment } from './minutes.graphql'
import { type Since, sinceThen } from './since-then'
import { words } from './words'

type StatusMark = ComponentType<{ status: ActionStatus }>

interface MinutedActionProps {
  minuted: Frozen['actions'][number]
  /** The record today, where the reader may see it. */
  now: MinutedActionFragment | undefined
  StatusMark: StatusMark
}

/** An action as the minutes have it, frozen; and under a line what became of it since. */
export function MinutedAction({ minuted, now, StatusMark }: MinutedActionProps) {
  const said = useWords(words)
  const { id, number, title, status, owner, due } = minuted
  return (
    <section className="node s-open" aria-label={said.action(number)}>
      <p className="what">
        <span>
          <b>{said.action(number)}</b> · {said.asMinuted}
        </span>
      </p>
      <p className="body">
        <EnglishContent text={title} />
      </p>
      <div className="of">
        <StatusMark status={domainName(status)} />
        {owner ? (
          <span>
            {said.owner}: <EnglishContent text={owner} />
          </span>
        ) : (
          <Unset>{said.ownerNotStated}</Unset>
        )}
        {due ? <DueIs label={due} /> : <Unset>{said.noDate}</Unset>}
      </div>
      {now && <SinceLine since={sinceThen(minuted, now)} id={id} StatusMark={StatusMark} />}
    </section>
  )
}

function DueIs({ label }: { label: string }) {
  const said = useWords(words)
  const dates = useDates()
  const day = dueDay(asDue(label))
  return <span>{day ? said.dueIs(dates.day(day)) : <AroundContent say={said.dueIs} text={label} />}</span>
}

function SinceLine({ since, id, StatusMark }: { since: Since | null; id: string; StatusMark: StatusMark }) {
  const said = useWords(words)
  const dueWords = useDueWords()
  const changes = since && [
    since.title && said.sinceTitle(since.title),
    since.owner && said.sinceOwner(since.owner),
    since.due && said.sinceDue(dueWords(asDue(since.due))),
  ]
  return (
    <div className="since">
      <b>{said.sinceThen}</b>
      {since?.status && <StatusMark status={domainName(since.status)} />}
      <span>{changes ? changes.filter(Boolean).join('; ') : said.unchanged}</span>
      <Link href={`/actions/${id}`}>{said.seeNow}</Link>
    </div>
  )
}

/** Minutes keep a due date by its label; a day's label is the day itself. */
function asDue(label: string) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(label) ? label : null
  return { label, earliest: day, latest: day }
}

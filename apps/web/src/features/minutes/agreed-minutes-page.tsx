import type { ActionStatus } from '@camau/domain'
import type { ComponentType } from 'react'
import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { AboutMinutes } from './about-minutes'
import { type AgreedMeeting, type Frozen, useAgreedMinutes } from './agreed-minutes'
import { FrozenText } from './agreed-text'
import './agreed.css'
import { AlsoMinuted } from './also-minuted'
import { MinutesHead } from './minutes-head'
import { words } from './words'

interface AgreedMinutesPageProps {
  id: string
  StatusMark: ComponentType<{ status: ActionStatus }>
}

/** Agreed minutes as a document: to read, to cite and to print. */
export function AgreedMinutesPage({ id, StatusMark }: AgreedMinutesPageProps) {
  const said = useWords(words)
  const content = useContent()
  const dates = useDates()
  const { data, trouble, retry } = useAgreedMinutes(id)
  const meeting = data?.meeting
  useRoom(meeting ? `body:${meeting.body.id}` : null, { onLists: retry })
  const name = meeting ? `${content(shortName(meeting.body.name))}, ${dates.day(meeting.startsAt)}` : said.meeting
  const within = [
    { name: said.meetings, href: '/meetings' },
    { name, href: `/meetings/${id}` },
  ]
  return (
    <Page title={said.crumb} within={within} bare>
      {meeting ? (
        <Desk meeting={meeting} StatusMark={StatusMark} />
      ) : (
        <div className="sheet pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton />}</div>
      )}
    </Page>
  )
}

function Desk({ meeting, StatusMark }: { meeting: AgreedMeeting; StatusMark: AgreedMinutesPageProps['StatusMark'] }) {
  const said = useWords(words)
  const frozen = meeting.agreedMinutes
  if (!frozen) {
    return (
      <div className="sheet pad">
        <EmptyState
          title={said.notAgreed}
          act={<LinkButton href={`/meetings/${meeting.id}`}>{said.toMeeting}</LinkButton>}
        >
          {said.notAgreedMore}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="desk">
      <Paper meeting={meeting} frozen={frozen} StatusMark={StatusMark} />
      <AboutMinutes meeting={meeting} frozen={frozen} />
    </div>
  )
}

function Paper({
  meeting,
  frozen,
  StatusMark,
}: {
  meeting: AgreedMeeting
  frozen: Frozen
  StatusMark: AgreedMinutesPageProps['StatusMark']
}) {
  return (
    <article className="paper">
      <MinutesHead meeting={meeting} />
      <div className="read">
        <FrozenText frozen={frozen} meeting={meeting} StatusMark={StatusMark} />
        <AlsoMinuted meeting={meeting} frozen={frozen} />
      </div>
      <footer className="meta">
        <span>
          {location.host}/meetings/{meeting.id}/minutes
        </span>
        <span className="print-only">{frozen.sha256}</span>
      </footer>
    </article>
  )
}

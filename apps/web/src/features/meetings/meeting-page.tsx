import { useState } from 'react'
import { placeOf } from '../../platform/body-place'
import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { Agenda } from './agenda'
import { planAgenda } from './agenda-times'
import { Interests } from './interests'
import { MeetingHead } from './meeting-head'
import { useMeetingName } from './meeting-name'
import type { MeetingOnPage } from './meeting-on-page'
import { type Part, PartTabs } from './part-tabs'
import './meetings.css'
import { MeetingPageDocument } from './meetings.graphql'
import { People } from './people'
import { RaisedHere } from './raised-here'
import type { Destination, MeetingSlots, Writer } from './slots'
import { timesOf } from './times-of'
import { useDecisionForm } from './use-decision-form'
import { useNow } from './use-now'
import { useWhoIsHere } from './use-who-is-here'
import { words } from './words'

/** A meeting while it is prepared, held and written up: agenda, minutes, people and what was raised, all live. */
export function MeetingPage({ id, slots }: { id: string; slots: MeetingSlots }) {
  const said = useWords(words)
  const nameOf = useMeetingName()
  const { data, trouble, retry } = useRecords(MeetingPageDocument, { id })
  const name = data ? nameOf(data.meeting) : said.title
  return (
    <Page title={name} within={[{ name: said.title, href: '/meetings' }]} reference={id}>
      {data ? (
        <Parts meeting={data.meeting} slots={slots} retry={retry} />
      ) : (
        <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton rows={8} />}</div>
      )}
    </Page>
  )
}

function Parts({ meeting, slots, retry }: { meeting: MeetingOnPage; slots: MeetingSlots; retry: () => void }) {
  const [part, setPart] = useState<Part>('minutes')
  const [goTo, setGoTo] = useState<Destination | null>(null)
  const [writers, setWriters] = useState<readonly Writer[]>([])
  const said = useWords(words)
  const content = useContent()
  const dates = useDates()
  const here = useWhoIsHere(meeting, writers, retry)
  const running = meeting.status === 'IN_SESSION'
  const plan = planAgenda(meeting.agenda, timesOf(meeting), useNow(20_000, running))
  const current = plan.lines.find((line) => line.state === 'now') ?? null
  const decision = useDecisionForm(meeting, slots.RecordDecision)
  const frozen = meeting.status === 'AGREED' || meeting.status === 'PUBLISHED'
  const visit = (itemId: string | null) => {
    setPart('minutes')
    setGoTo({ itemId, asked: (goTo?.asked ?? 0) + 1 })
  }

  return (
    <div className="meet" data-part={part}>
      {!frozen && (
        <button type="button" className="skip" onClick={() => visit(null)}>
          {said.toMinutes}
        </button>
      )}
      <MeetingHead meeting={meeting} here={here} />
      <Agenda meeting={meeting} plan={plan} onVisit={visit} ItemSlot={slots.AgendaItem} />
      {frozen ? (
        <slots.AgreedText meetingId={meeting.id} />
      ) : (
        <slots.Minutes
          meeting={{
            id: meeting.id,
            body: placeOf(meeting.body),
            name: { body: content(shortName(meeting.body.name)), day: dates.day(meeting.startsAt) },
            status: domainName(meeting.status),
            currentItemId: current?.id ?? null,
            agenda: meeting.agenda,
          }}
          goTo={goTo}
          onWriters={setWriters}
          recordDecision={decision.ask}
          parts={slots.actions}
        />
      )}
      <aside className="side-r">
        <People meeting={meeting} here={here} />
        <Interests meeting={meeting} />
        <RaisedHere meeting={meeting} parts={slots.actions} />
        <slots.Restricted
          meeting={{
            id: meeting.id,
            body: placeOf(meeting.body),
            status: domainName(meeting.status),
            agenda: meeting.agenda,
          }}
        />
      </aside>
      <PartTabs part={part} onPart={setPart} meeting={meeting} current={current} here={here} />
      {decision.form}
    </div>
  )
}

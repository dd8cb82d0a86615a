import { useParams } from 'wouter'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { planAgenda } from './agenda-times'
import { useMeetingName } from './meeting-name'
import type { MeetingOnPage } from './meeting-on-page'
import { MeetingStatusPill } from './meeting-status-mark'
import './meetings.css'
import { MeetingPageDocument } from './meetings.graphql'
import { QuorumLine } from './quorum-line'
import { RunDue } from './run-due'
import { RunItem } from './run-item'
import { runWords } from './run-words'
import { timesOf } from './times-of'
import { useNow } from './use-now'
import { useWhoIsHere } from './use-who-is-here'
import { words } from './words'

/** The meeting as it is led: the item that is on, its time, what comes next and what is due. Looking changes nothing. */
export function RunPage() {
  const { id = '' } = useParams<{ id: string }>()
  const said = useWords(words)
  const run = useWords(runWords)
  const nameOf = useMeetingName()
  const { data, trouble, retry } = useRecords(MeetingPageDocument, { id })
  const within = [{ name: said.title, href: '/meetings' }]
  const here = data ? [...within, { name: nameOf(data.meeting), href: `/meetings/${id}` }] : within
  return (
    <Page title={run.title} within={here}>
      {data ? (
        <Running key={id} meeting={data.meeting} name={nameOf(data.meeting)} retry={retry} />
      ) : (
        <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton rows={8} />}</div>
      )}
    </Page>
  )
}

const nobody: readonly [] = []

function Running({ meeting, name, retry }: { meeting: MeetingOnPage; name: string; retry: () => void }) {
  const run = useWords(runWords)
  useWhoIsHere(meeting, nobody, retry)
  const running = meeting.status === 'IN_SESSION'
  const plan = planAgenda(meeting.agenda, timesOf(meeting), useNow(5_000, running))
  const acts = <LinkButton href={`/meetings/${meeting.id}`}>{run.back}</LinkButton>
  return (
    <>
      <PageHead title={name} over={<MeetingStatusPill meeting={meeting} />} acts={acts}>
        {meeting.status === 'PLANNED' && <p className="quiet">{run.notStarted}</p>}
        {meeting.status !== 'PLANNED' && !running && <p className="quiet">{run.over}</p>}
        <QuorumLine meeting={meeting} />
      </PageHead>
      <div className="pad run">
        {plan.lines.length > 0 ? (
          <RunItem meeting={meeting} lines={plan.lines} />
        ) : (
          <p className="quiet">{run.noAgenda}</p>
        )}
        <RunDue meeting={meeting} />
      </div>
    </>
  )
}

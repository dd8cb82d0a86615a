import { useParams } from 'wouter'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button, LinkButton } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { useMeetingName } from './meeting-name'
import type { MeetingOnPage } from './meeting-on-page'
import './meetings.css'
import { MeetingPageDocument } from './meetings.graphql'
import { ReadBackActions, ReadBackDecisions } from './read-back-tables'
import { readBackWords } from './read-back-words'
import { runWords } from './run-words'
import { words } from './words'

/** Decisions and actions of a meeting in one list, to be read aloud and printed before its minutes are settled. */
export function ReadBackPage() {
  const { id = '' } = useParams<{ id: string }>()
  const meetings = useWords(words)
  const said = useWords(readBackWords)
  const nameOf = useMeetingName()
  const { data, trouble, retry } = useRecords(MeetingPageDocument, { id })
  useRoom(data ? `body:${data.meeting.body.id}` : null, { onLists: retry })
  const within = [{ name: meetings.title, href: '/meetings' }]
  const here = data ? [...within, { name: nameOf(data.meeting), href: `/meetings/${id}` }] : within
  return (
    <Page title={said.title} within={here}>
      {data ? (
        <ReadBack meeting={data.meeting} name={nameOf(data.meeting)} />
      ) : (
        <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton rows={6} />}</div>
      )}
    </Page>
  )
}

function ReadBack({ meeting, name }: { meeting: MeetingOnPage; name: string }) {
  const said = useWords(readBackWords)
  const run = useWords(runWords)
  const decisions = [...meeting.notedDecisions, ...meeting.decisions].sort((a, b) => a.number - b.number)
  const actions = [...meeting.actions].sort((a, b) => a.number - b.number)
  return (
    <>
      <PageHead
        title={said.title}
        over={name}
        acts={
          <>
            <Button icon="print" onClick={() => window.print()}>
              {said.print}
            </Button>
            <LinkButton href={`/meetings/${meeting.id}`}>{run.back}</LinkButton>
          </>
        }
      >
        <p className="quiet">{said.lead}</p>
      </PageHead>
      <div className="pad stack">
        {decisions.length + actions.length === 0 && <EmptyState title={said.none}>{said.noneMore}</EmptyState>}
        {decisions.length > 0 && <ReadBackDecisions decisions={decisions} />}
        {actions.length > 0 && <ReadBackActions actions={actions} />}
      </div>
    </>
  )
}

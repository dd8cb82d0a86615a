import { useState } from 'react'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { BodyChoice } from './body-choice'
import { LateBodies } from './late-bodies'
import { MeetingList } from './meeting-list'
import './meetings.css'
import { MeetingBodiesDocument, type MeetingLineFragment, MeetingsDocument } from './meetings.graphql'
import { PlanMeetingDialog } from './plan-meeting-dialog'
import { plannable } from './plannable'
import { words } from './words'

/** Every meeting there is: running and coming ones first, then those that were held, the latest on top. */
export function MeetingsPage() {
  const said = useWords(words)
  const viewer = useViewer()
  const { data, trouble, retry } = useRecords(MeetingsDocument, {})
  const bodies = useRecords(MeetingBodiesDocument, {}).data?.bodies ?? []
  const [bodyId, setBodyId] = useState('')
  const [planning, setPlanning] = useState(false)
  useRoom('programme', { onLists: retry })
  const offered = plannable(viewer, bodies)
  const shown = data?.meetings.filter(({ body }) => !bodyId || body.id === bodyId) ?? []
  const plan = offered.length > 0 && (
    <Button weight="go" icon="plus" aria-haspopup="dialog" onClick={() => setPlanning(true)}>
      {said.plan}
    </Button>
  )

  return (
    <Page title={said.title}>
      <PageHead title={said.title} acts={plan}>
        {data && <p className="quiet">{said.sum(data.meetings.length)}</p>}
        {data && data.meetings.length > 0 && (
          <BodyChoice meetings={data.meetings} value={bodyId} onChange={setBodyId} />
        )}
      </PageHead>
      <div className="pad meetings">
        <LateBodies />
        {data ? <Both meetings={shown} /> : trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton />}
      </div>
      {planning && <PlanMeetingDialog bodies={offered} chosen={bodyId} onClose={() => setPlanning(false)} />}
    </Page>
  )
}

function Both({ meetings }: { meetings: readonly MeetingLineFragment[] }) {
  const said = useWords(words)
  const ahead = meetings.filter(isAhead).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const past = meetings.filter((meeting) => !isAhead(meeting)).sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
  return (
    <>
      <section aria-labelledby="meetings-ahead">
        <h2 id="meetings-ahead">{said.upcoming}</h2>
        {ahead.length > 0 ? (
          <MeetingList meetings={ahead} />
        ) : (
          <EmptyState title={said.noneUpcoming}>{said.noneUpcomingMore}</EmptyState>
        )}
      </section>
      <section aria-labelledby="meetings-past">
        <h2 id="meetings-past">{said.past}</h2>
        {past.length > 0 ? <MeetingList meetings={past} /> : <p className="quiet">{said.nonePast}</p>}
      </section>
    </>
  )
}

function isAhead({ status }: MeetingLineFragment): boolean {
  return status === 'PLANNED' || status === 'IN_SESSION'
}

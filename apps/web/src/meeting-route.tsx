import { type BodyPlace, may } from '@camau/domain'
import { lazy, Suspense } from 'react'
import { useParams } from 'wouter'
import { ActionLifeDocument } from './features/actions/actions.graphql'
import { AssignActionButton } from './features/actions/assign-action-button'
import { StatusMark } from './features/actions/status-mark'
import { RecordDecisionDialog } from './features/decisions/record-decision-dialog'
import { MeetingPage as Meeting } from './features/meetings/meeting-page'
import type { MeetingSlots, MinutesSlot } from './features/meetings/slots'
import { AgreedMinutesPage as Agreed } from './features/minutes/agreed-minutes-page'
import { AgreedText } from './features/minutes/agreed-text'
import { useRecords } from './platform/records'
import { useViewer } from './platform/viewer'
import { Skeleton } from './ui/skeleton'

// Where meetings, minutes, actions and decisions meet: none of them knows the others.

// The editor is by far the largest part of the product; agreed minutes are read without it.
const LiveMinutes = lazy(async () => ({ default: (await import('./features/minutes/live-minutes')).LiveMinutes }))

const AroundText = lazy(async () => ({ default: (await import('./around-text')).AroundText }))
const RestrictedItems = lazy(async () => ({
  default: (await import('./features/restricted-items/restricted-items')).RestrictedItems,
}))

const AgendaItemActs = lazy(async () => ({ default: (await import('./agenda-item-acts')).AgendaItemActs }))

const slots: MeetingSlots = {
  AgendaItem: (props) => (
    <Suspense fallback={null}>
      <AgendaItemActs {...props} />
    </Suspense>
  ),
  Minutes,
  AgreedText: ({ meetingId }) => <AgreedText meetingId={meetingId} StatusMark={StatusMark} />,
  RecordDecision: RecordDecisionDialog,
  Restricted: (props) => (
    <Suspense fallback={null}>
      <RestrictedItems {...props} />
      <AroundText
        kind="minutes"
        id={props.meeting.id}
        place={{ space: 'body', body: props.meeting.body }}
        owner={null}
        restrictedTo={null}
      />
    </Suspense>
  ),
  actions: { StatusMark, GiveOwner },
}

export function MeetingPage() {
  const { id = '' } = useParams<{ id: string }>()
  return <Meeting key={id} id={id} slots={slots} />
}

export function AgreedMinutesPage() {
  const { id = '' } = useParams<{ id: string }>()
  return <Agreed key={id} id={id} StatusMark={StatusMark} />
}

function Minutes(props: MinutesSlot) {
  return (
    <Suspense
      fallback={
        <div className="minutes">
          <Skeleton />
        </div>
      }
    >
      <LiveMinutes {...props} />
    </Suspense>
  )
}

/** Asks for the whole action only where a button may come of it. */
function GiveOwner({ actionId, body }: { actionId: string; body: BodyPlace }) {
  return may(useViewer(), 'rule', { space: 'body', body }) ? <Assign actionId={actionId} /> : null
}

function Assign({ actionId }: { actionId: string }) {
  const { data } = useRecords(ActionLifeDocument, { id: actionId })
  return data && <AssignActionButton row={data.action} />
}

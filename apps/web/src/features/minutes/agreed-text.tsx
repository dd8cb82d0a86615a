import type { ActionStatus } from '@camau/domain'
import { type ComponentType, useMemo } from 'react'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { type AgreedMeeting, type Frozen, useAgreedMinutes } from './agreed-minutes'
import { AmendmentNote } from './amendment-note'
import { DecisionCard } from './decision-card'
import './agreed.css'
import './minutes.css'
import { MinutedAction } from './minuted-action'
import { MinutesText } from './minutes-text'
import { readMinutes } from './read-minutes'
import { words } from './words'

interface FrozenTextProps {
  frozen: Frozen
  /** With its actions as they stand today, and the amendments. */
  meeting: AgreedMeeting
  StatusMark: ComponentType<{ status: ActionStatus }>
}

/** The text as it was agreed: no editor is loaded for it. */
export function FrozenText({ frozen, meeting, StatusMark }: FrozenTextProps) {
  const said = useWords(words)
  const blocks = useMemo(() => readMinutes(frozen.content), [frozen.content])
  const notesAt = (place: string | null) => <AmendmentNotes meeting={meeting} place={place} />
  if (blocks.length === 0) return <p className="quiet">{said.emptyMinutes}</p>
  return (
    <>
      {notesAt(null)}
      <MinutesText
        blocks={blocks}
        action={(id) => {
          const minuted = frozen.actions.find((action) => action.id === id)
          const now = meeting.actions.find((action) => action.id === id)
          return minuted && <MinutedAction minuted={minuted} now={now} StatusMark={StatusMark} />
        }}
        decision={(id) => {
          const decision = frozen.decisions.find((one) => one.id === id)
          return decision && <DecisionCard decision={decision} />
        }}
        below={notesAt}
      />
    </>
  )
}

/** The amendments of one passage, or of the minutes as a whole. */
function AmendmentNotes({ meeting, place }: { meeting: AgreedMeeting; place: string | null }) {
  return meeting.amendments
    .filter((amendment) => amendment.place === place)
    .map((amendment) => <AmendmentNote key={amendment.id} amendment={amendment} meeting={meeting} />)
}

/** On the page of the meeting: the agreed text where the editor was, and the way to the page that prints. */
export function AgreedText({
  meetingId,
  StatusMark,
}: {
  meetingId: string
  StatusMark: ComponentType<{ status: ActionStatus }>
}) {
  const said = useWords(words)
  const { data, trouble, retry } = useAgreedMinutes(meetingId)
  const frozen = data?.meeting.agreedMinutes
  return (
    <article className="minutes agreed" aria-label={said.crumb}>
      <p className="note row spread">
        <span>{said.because['minutes-agreed']}</span>
        <LinkButton href={`/meetings/${meetingId}/minutes`} small icon="paper">
          {said.readAgreed}
        </LinkButton>
      </p>
      {data && frozen ? (
        <div className="read">
          <FrozenText frozen={frozen} meeting={data.meeting} StatusMark={StatusMark} />
        </div>
      ) : trouble ? (
        <ErrorState trouble={trouble} onRetry={retry} />
      ) : (
        <Skeleton />
      )}
    </article>
  )
}

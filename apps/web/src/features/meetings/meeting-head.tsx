import { Content, EnglishContent } from '../../platform/content'
import { formatTime, useDates } from '../../platform/dates'
import { aboutBody, shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { ExampleMark } from '../../ui/example-mark'
import { Faces } from '../../ui/face'
import { ApologiesButton } from './apologies-button'
import type { MeetingOnPage } from './meeting-on-page'
import { MeetingStatusPill } from './meeting-status-mark'
import { MoveOrCancel } from './move-or-cancel'
import { readBackWords } from './read-back-words'
import { runWords } from './run-words'
import { StepButtons } from './step-buttons'
import type { PersonHere } from './use-who-is-here'
import { WhatBecame } from './what-became'
import { words } from './words'

/** Until the minutes are agreed, what was decided and asked for is read back. */
const beingSettled: readonly MeetingOnPage['status'][] = ['IN_SESSION', 'MINUTES_DRAFT', 'CIRCULATED']

/** When, where and whose; how far it has come, and the step that comes next. */
export function MeetingHead({ meeting, here }: { meeting: MeetingOnPage; here: readonly PersonHere[] }) {
  const said = useWords(words)
  const run = useWords(runWords)
  const readBack = useWords(readBackWords)
  const dates = useDates()
  const { startsAt, endsAt, place, title, body, example } = meeting
  const about = aboutBody(body.name)
  return (
    <header className="top">
      <div>
        <p className="meta">
          {dates.longDay(startsAt)}, {said.fromTo(formatTime(startsAt), formatTime(endsAt))} ·{' '}
          {place ? <EnglishContent text={place} /> : said.placeNotStated} {example && <ExampleMark />}
        </p>
        <h1>
          <Content text={shortName(body.name)} />
        </h1>
        {about && (
          <p className="quiet about-body">
            <Content text={about} />
          </p>
        )}
        {title && (
          <p className="quiet">
            <EnglishContent text={title} />
          </p>
        )}
        <WhatBecame meeting={meeting} />
      </div>
      <div className="row">
        <Faces people={here.map(({ personId, ...one }) => ({ key: personId, ...one }))} />
        <MeetingStatusPill meeting={meeting} />
        <ApologiesButton meeting={meeting} />
        <MoveOrCancel meeting={meeting} />
        {meeting.agenda.length > 0 && meeting.status !== 'CANCELLED' && (
          <LinkButton href={`/meetings/${meeting.id}/run`}>{run.open}</LinkButton>
        )}
        {beingSettled.includes(meeting.status) && (
          <LinkButton href={`/meetings/${meeting.id}/read-back`}>{readBack.open}</LinkButton>
        )}
        <StepButtons meeting={meeting} />
      </div>
    </header>
  )
}

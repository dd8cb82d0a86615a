import { Content, EnglishContent } from '../../platform/content'
import { formatTime, useDates } from '../../platform/dates'
import { aboutBody, shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { Faces } from '../../ui/face'
import type { MeetingOnPage } from './meeting-on-page'
import { MeetingStatusPill } from './meeting-status-mark'
import { StepButtons } from './step-buttons'
import type { PersonHere } from './use-who-is-here'
import { words } from './words'

/** When, where and whose; how far it has come, and the step that comes next. */
export function MeetingHead({ meeting, here }: { meeting: MeetingOnPage; here: readonly PersonHere[] }) {
  const said = useWords(words)
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
      </div>
      <div className="row">
        <Faces people={here.map(({ personId, ...one }) => ({ key: personId, ...one }))} />
        <MeetingStatusPill meeting={meeting} />
        <StepButtons meeting={meeting} />
      </div>
    </header>
  )
}

import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Flag } from '../../ui/status'
import { Walk } from '../../ui/walk'
import type { AgreedMeeting, Frozen } from './agreed-minutes'
import { amendmentWords } from './amendment-words'
import { ProposeAmendmentButton } from './propose-amendment-button'
import { sinceThen } from './since-then'
import { words } from './words'

/** Beside the paper: how the minutes came about, what is in them, and what has changed since. */
export function AboutMinutes({ meeting, frozen }: { meeting: AgreedMeeting; frozen: Frozen }) {
  const said = useWords(words)
  const changed = frozen.actions.filter((minuted) => {
    const now = meeting.actions.find(({ id }) => id === minuted.id)
    return now && sinceThen(minuted, now)
  }).length
  return (
    <aside className="beside no-print" aria-label={said.inThese}>
      <div className="down">
        <LifeOfMinutes meeting={meeting} />
      </div>
      <div className="row">
        <Button weight="go" icon="print" onClick={() => window.print()}>
          {said.print}
        </Button>
        <ProposeAmendmentButton meeting={meeting} frozen={frozen} />
      </div>
      <p className="meta">
        <Icon name="lock" /> {said.unchanging}
      </p>
      <h2 className="side">{said.inThese}</h2>
      <ul className="meta in">
        <li>
          {said.actions(frozen.actions.length)}
          {changed > 0 && `, ${said.changed(changed)}`}
        </li>
        <li>{said.decisions(frozen.decisions.length)}</li>
      </ul>
      <h2 className="side">{said.fingerprint}</h2>
      <p className="meta print-hash">{frozen.sha256}</p>
      <Fingerprint frozen={frozen} />
    </aside>
  )
}

/** Whether the text still is what was agreed, and which minutes it follows. */
function Fingerprint({ frozen: { intact, previousSha256 } }: { frozen: Frozen }) {
  const said = useWords(amendmentWords)
  return (
    <>
      {intact ? (
        <p className="meta">
          <Icon name="lock" /> {said.intact}
        </p>
      ) : (
        <p role="alert">
          <Flag tone="late" icon="attention">
            {said.changed}
          </Flag>
        </p>
      )}
      <p className="meta num">{previousSha256 ? said.follows(previousSha256.slice(0, 12)) : said.first}</p>
    </>
  )
}

function LifeOfMinutes({ meeting }: { meeting: AgreedMeeting }) {
  const said = useWords(words)
  const dates = useDates()
  const { startedAt, startsAt, circulatedAt, circulatedBy, agreedAt, agreedBy, status } = meeting
  const published = status === 'PUBLISHED'
  const by = (at: string | null, who: { name: string } | null) =>
    [at ? dates.day(at) : null, who?.name].filter(Boolean).join(', ')
  return (
    <Walk
      label={said.crumb}
      now={published ? 3 : 2}
      steps={[
        { key: 'session', name: said.walk.session, note: dates.day(startedAt ?? startsAt) },
        { key: 'circulated', name: said.walk.circulated, note: by(circulatedAt, circulatedBy) },
        { key: 'agreed', name: said.walk.agreed, note: by(agreedAt, agreedBy) },
        { key: 'published', name: said.walk.published, note: published ? said.publishedNow : said.notPublished },
      ]}
    />
  )
}

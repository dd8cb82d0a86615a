import { lastDayOf } from '@camau/domain'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useAsAt } from '../../platform/use-as-at'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { ActionOnDayDocument, type StoodAtFragment } from './actions.graphql.js'
import { AsAtFields } from './as-at-fields'
import { DueText } from './due-text'
import { lifeWords } from './life-words'
import { OwnerText } from './owner-text'
import { passingWords } from './passing-words'
import { SourceText } from './source-text'
import { StatusMark } from './status-mark'
import { stepWords } from './step-words'

/** How the action stood at the end of a day that the reader names. */
export function StoodOnDay({ id }: { id: string }) {
  const words = useWords(passingWords)
  const { asAt, setAsAt } = useAsAt()
  return (
    <details className="stood" open={asAt !== null}>
      <summary>{words.howItStood}</summary>
      <AsAtFields value={asAt} onShow={setAsAt} />
      {asAt && <Stood key={asAt} id={id} day={asAt} onLeave={() => setAsAt(null)} />}
    </details>
  )
}

function Stood({ id, day, onLeave }: { id: string; day: string; onLeave: () => void }) {
  const words = useWords(passingWords)
  const dates = useDates()
  const { data, trouble, retry } = useRecords(ActionOnDayDocument, { id, day })
  if (trouble) return <ErrorState trouble={trouble} onRetry={retry} />
  if (!data) return <Skeleton rows={2} />
  const was = data.action.asAtDay
  return (
    <section className="stack-s" aria-live="polite">
      <h3>{words.stoodOn(dates.day(lastDayOf(day)))}</h3>
      {was ? <StoodFacts was={was} /> : <p className="quiet">{words.notYet}</p>}
      <p>
        <Button small onClick={onLeave}>
          {words.backToNow}
        </Button>
      </p>
    </section>
  )
}

function StoodFacts({ was }: { was: StoodAtFragment }) {
  const words = useWords(passingWords)
  const life = useWords(lifeWords)
  const steps = useWords(stepWords)
  return (
    <dl className="facts">
      <div>
        <dt>{words.status}</dt>
        <dd>
          <StatusMark status={domainName(was.status)} />
        </dd>
      </div>
      {was.note && (
        <div>
          <dt>{words.sourceSaid}</dt>
          <dd>
            <span lang="en">
              <b>{was.note.status}</b>
              {was.note.note && `: ${was.note.note}`}
            </span>
            <br />
            <span className="meta">
              <SourceText source={was.note.source} />
            </span>
          </dd>
        </div>
      )}
      <div>
        <dt>{life.owner}</dt>
        <dd>
          <OwnerText owner={was.owner ?? null} />
        </dd>
      </div>
      <div>
        <dt>{life.due}</dt>
        <dd>
          <DueText due={was.due ?? null} overdueSince={was.overdueSince ?? null} />
        </dd>
      </div>
      <div>
        <dt>{steps.body}</dt>
        <dd>
          <Content text={shortName(was.body.name)} />
        </dd>
      </div>
    </dl>
  )
}

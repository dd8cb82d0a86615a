import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Place } from '../../ui/place'
import { Pill, Unset } from '../../ui/status'
import { workAreaWords } from './words'
import type { AreaOfFragment } from './work-areas.graphql'

/** Where it stands: proposed or taken on here, with the decision; else in the word of the documents. */
export function AreaStatus({ area: { status, statusAsOf, decision, idea } }: { area: AreaOfFragment }) {
  const words = useWords(workAreaWords)
  const dates = useDates()
  return (
    <>
      {status === 'proposed' && <Pill tone="proposed">{words.proposed}</Pill>}
      {status === 'active' && <Pill tone="moving">{words.active}</Pill>}
      {status !== 'proposed' && status !== 'active' && <span lang="en">{status.replaceAll('-', ' ')}</span>}
      {statusAsOf && <p className="meta">{dates.shortDay(statusAsOf)}</p>}
      {decision && (
        <p className="meta">
          <Link href="/decisions">{words.decision(decision.number)}</Link>
        </p>
      )}
      {idea && <p className="meta">{words.fromIdea(idea.number)}</p>}
    </>
  )
}

/** Its points in the order of their days, each with its author or its document (requirements, row 30). */
export function AreaProgress({ area: { progressPoints } }: { area: AreaOfFragment }) {
  const words = useWords(workAreaWords)
  const dates = useDates()
  if (progressPoints.length === 0) return <Unset>{words.noProgress}</Unset>
  return (
    <ul>
      {progressPoints.map(({ id, text, day, by, source }) => (
        <li key={id}>
          {source ? <EnglishContent text={text} /> : text}{' '}
          <span className="meta">
            {day && dates.day(day)}
            {by && ` · ${by.name}`}
            {source && (
              <>
                {' · '}
                <cite>
                  <Content text={source.title} />, <Place locator={source.locator} />
                </cite>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import { businessWords } from './business-words'
import type { MeetingOnPage } from './meeting-on-page'
import { runWords } from './run-words'

/** What the body still has to do, the first due on top. */
export function RunDue({ meeting: { carriedActions, carriedActionCount, body } }: { meeting: MeetingOnPage }) {
  const said = useWords(runWords)
  const business = useWords(businessWords)
  return (
    <section aria-labelledby="run-due" className="run-due">
      <h2 id="run-due">{said.due}</h2>
      {carriedActionCount === 0 && <p className="quiet">{said.noDue}</p>}
      <ul className="raised">
        {carriedActions.map(({ id, number, title, owner, overdueSince }) => (
          <li key={id}>
            <Link href={`/actions/${id}`}>
              {number} · <EnglishContent text={title} />
            </Link>
            {owner && (
              <span className="meta">
                <Content text={owner.label} />
              </span>
            )}
            {overdueSince && (
              <Flag tone="late" icon="clock">
                {said.overdue}
              </Flag>
            )}
          </li>
        ))}
      </ul>
      {carriedActionCount > carriedActions.length && (
        <p>
          <Link href={`/bodies/${body.id}`}>
            {business.allActions} <span className="num">({carriedActionCount})</span>
          </Link>
        </p>
      )}
    </section>
  )
}

import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import type { AgreedMeeting } from './agreed-minutes'
import { AmendmentSteps } from './amendment-steps'
import { amendmentWords } from './amendment-words'
import type { AmendmentFragment } from './minutes.graphql'

interface AmendmentNoteProps {
  amendment: AmendmentFragment
  meeting: AgreedMeeting
}

/** An amendment where it applies: what was agreed, what it is amended to, why, by whom and at which meeting. */
export function AmendmentNote({ amendment, meeting }: AmendmentNoteProps) {
  const said = useWords(amendmentWords)
  const { number, place, before, after, reason, status } = amendment
  const isAgreed = status === 'AGREED'
  return (
    <section
      className={isAgreed ? 'amendment node s-moving' : 'amendment node s-proposed no-print'}
      aria-label={said.amendment(number)}
    >
      <p className="what">
        <b>{said.amendment(number)}</b>
        {place === null && ` · ${said.whole}`}
      </p>
      <dl className="body">
        {before && (
          <>
            <dt>{after ? said.before : said.struck}</dt>
            <dd>
              <del>
                <EnglishContent text={before} />
              </del>
            </dd>
          </>
        )}
        {after && (
          <>
            <dt>{before ? said.after : said.added}</dt>
            <dd>
              <ins>
                <EnglishContent text={after} />
              </ins>
            </dd>
          </>
        )}
        <dt>{said.reason}</dt>
        <dd>
          <EnglishContent text={reason} />
        </dd>
      </dl>
      <Standing amendment={amendment} />
      <AmendmentSteps amendment={amendment} meeting={meeting} />
    </section>
  )
}

function Standing({ amendment }: { amendment: AmendmentFragment }) {
  const said = useWords(amendmentWords)
  const dates = useDates()
  const { proposedBy, proposedAt, answeredBy, answeredAt, agreedAt, status, answer } = amendment
  const answeredOn = answeredAt ? dates.day(answeredAt) : ''
  return (
    <p className="of">
      <span>{said.proposedBy(proposedBy.name, dates.day(proposedAt))}.</span>{' '}
      {status === 'AGREED' &&
        answeredBy &&
        (agreedAt ? (
          <Link href={`/meetings/${agreedAt.id}`}>{said.agreedAt(answeredBy.name, dates.day(agreedAt.startsAt))}</Link>
        ) : (
          <span>{said.agreedBy(answeredBy.name, answeredOn)}</span>
        ))}
      {status === 'PROPOSED' && <span>{said.notAgreed}</span>}
      {status === 'DECLINED' && answeredBy && (
        <span>
          {said.declined(answeredBy.name, answeredOn)}: <EnglishContent text={answer ?? ''} />
        </span>
      )}
      {status === 'WITHDRAWN' && <span>{said.withdrawn(answeredOn)}</span>}
    </p>
  )
}
